"""Troubles in the words in which people tell them."""

from __future__ import annotations

from app.i18n import N_
from app.manual.topic import TROUBLE, Topic

TROUBLES: tuple[Topic, ...] = (
    Topic(
        "forgot",
        N_("I forgot the passphrase"),
        (
            N_("Try capital letters and the language of the keyboard first: both are what goes wrong most often."),
            N_("Does somebody else open this workspace? A keeper can let you go and add you again."),
            N_("Else press “Forgot the passphrase?” on the lock, and type the recovery words or two of the cards."),
            N_("Without passphrase and paper nobody can open it, not even we. Begin a new workspace."),
        ),
        group=TROUBLE,
    ),
    Topic(
        "stolen",
        N_("The laptop was stolen"),
        (
            N_("First think of the people: was it open or asleep? Then tell those whom its content concerns."),
            N_("Bring a backup back on another computer, then make new keys there."),
            N_("Sign with a new key, too: the old one vouches for it, so coordinators who know you need not compare."),
            N_("Had you several laptops? Revoke the stolen one, and change the password of the place."),
        ),
        group=TROUBLE,
    ),
    Topic(
        "will-not-open",
        N_("The file does not open"),
        (
            N_("Ask for it again: most often it did not arrive whole, or somebody printed and scanned it."),
            N_("“Made by a newer Groundwork” means: bring your own Groundwork up to date. The file is fine."),
            N_("“Sealed for somebody else” means: the sender took another call. Send yours, and ask again."),
            N_("If your workspace itself does not open, do not write to it. Bring the newest backup back."),
        ),
        group=TROUBLE,
    ),
    Topic(
        "waiting",
        N_("It says that something waits"),
        (
            N_("A submission waits for whoever coordinates: accept it, ask, or put it aside in the Inbox."),
            N_("A record waits for a reviewer, or for the answer to a question that came back."),
            N_("A file from another laptop waits for an earlier one. Sync the other laptop, then this one."),
        ),
        group=TROUBLE,
    ),
    Topic(
        "letters",
        N_("Letters are missing in the PDF"),
        (
            N_("Groundwork brings letters of most scripts, from Amharic to Tamil. The checklist names those it lacks."),
            N_("Korean and Thaana are among those it lacks. A sign stands for each letter; the data keeps them all."),
            N_("Make a Word document or a web page instead: they show what the fonts of their reader's computer have."),
        ),
        group=TROUBLE,
    ),
    Topic(
        "missing",
        N_("Something I wrote is not there"),
        (
            N_("Look whether a filter is on above the list: press Ctrl+F, then Esc."),
            N_("Look in the trash, and in the history of its record. Ctrl+Z takes back the last change."),
            N_("Private notes are seen only by those who wrote them, after opening with their own passphrase."),
        ),
        group=TROUBLE,
    ),
    Topic(
        "withheld",
        N_("A number is not shown"),
        (
            N_("A lock means: withheld, because the group is so small that somebody could know who it is."),
            N_("Sometimes a larger number is withheld too, so that nobody can find the small one by subtraction."),
            N_("A dash or hatching means: nobody reported it. Only 0 means that nothing was done."),
        ),
        group=TROUBLE,
    ),
    Topic(
        "cannot-send",
        N_("I cannot send"),
        (
            N_("The checklist names what blocks first. Press it, and you stand at the field."),
            N_("Each mark in the texts needs your answer, and perhaps a second person has to read everything."),
            N_("No internet is needed: put the PDF on a stick and carry it there."),
        ),
        group=TROUBLE,
    ),
    Topic(
        "no-room",
        N_("The disk is full, or the stick fails"),
        (
            N_("What was saved is safe; nothing is half written. Make room, or choose another place."),
            N_("If a stick fails twice, use another one, and look whether the last backup on it can be verified."),
        ),
        group=TROUBLE,
    ),
    Topic(
        "slow",
        N_("It is slow, or hard to read"),
        (
            N_("Close other programs. Long work shows a line with Stop; you can go on working meanwhile."),
            N_("Ctrl++ makes the text larger. The settings have a dark look, high contrast and less motion."),
        ),
        group=TROUBLE,
    ),
)
