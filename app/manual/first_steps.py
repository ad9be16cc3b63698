"""First steps for each of the three people whom Groundwork is made for."""

from __future__ import annotations

from app.i18n import N_
from app.manual.topic import FIRST, Topic

FIRST_STEPS: tuple[Topic, ...] = (
    Topic(
        "first-community",
        N_("First steps: a community centre"),
        (N_("For an old laptop that several people share, without internet and with power cuts."),),
        steps=(
            N_(
                "Choose your language, then “Start a new workspace”. Take a passphrase that you can remember: nobody "
                "can look it up for you."
            ),
            N_("Make recovery words in the settings, copy them by hand or print them, and keep the paper elsewhere."),
            N_("Under Objectives say in your own words what you do, and tick what fits."),
            N_("After each activity press Ctrl+N: what, which month, what kind, which objective, how many people."),
            N_("Is the power gone? Open Groundwork again and go on. At most the last half second of typing is lost."),
            N_("Press Ctrl+L before somebody else takes the laptop. Each person has a passphrase of their own."),
            N_("Put a backup on a stick every week, and keep the stick in another place."),
        ),
        group=FIRST,
    ),
    Topic(
        "first-council",
        N_("First steps: a council with a deadline"),
        (N_("For an office that got a letter with a last day, and whose facts lie in several departments."),),
        steps=(
            N_("Start a workspace and take the file of the call under Submissions. Its last day stands there."),
            N_("Bring in the tables of your departments as they are. What cannot be read stays out, with its cell."),
            N_("Open the checklist of the call: it names what is missing, objective by objective."),
            N_("Where nothing was done, say so. That is an answer; an empty field is none."),
            N_("If two people have to sign, ask for a second person in the settings before you begin."),
            N_("Read what leaves, item by item, and answer each mark in the texts. Then make the PDF."),
            N_("Print it for the signature, but hand over the file itself: a scanned copy carries no data."),
            N_("Take the receipt under Submissions when it comes. Questions in it stand beside their fields."),
        ),
        group=FIRST,
    ),
    Topic(
        "first-coordinator",
        N_("First steps: a national coordinator"),
        (N_("For one to three people who receive files from many, in any order, twice, in several languages."),),
        steps=(
            N_("Start a workspace that coordinates others, and make a call: a period, objectives, a last day."),
            N_("Hand its file to everybody you ask. It carries the key with which answers are sealed for you."),
            N_("Drop whatever you receive on the Inbox. A file that cannot be used is listed with its reason."),
            N_("Compare the digits of each new sender by telephone, once. Then accept, ask, or put aside."),
            N_("Look at likely duplicates. What several organisations tell of counts once."),
            N_("Read the picture, and ring those under “silence”: not reported is not nothing done."),
            N_("Make the report, and send each organisation its receipt, so that it learns what became of its file."),
        ),
        group=FIRST,
    ),
)
