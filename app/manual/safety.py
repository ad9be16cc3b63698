"""What the help says about danger: how people are kept safe, a search, a lost laptop, and what others can see."""

from __future__ import annotations

from app.i18n import N_
from app.manual.topic import Topic

SAFETY: tuple[Topic, ...] = (
    Topic(
        "safety",
        N_("Keeping people safe"),
        (
            N_("What is never written cannot be taken. Write no names, no numbers, no addresses and no papers."),
            N_("Say what each person agreed to. Without an agreement their words stay here, and are not counted."),
            N_(
                "Before anything leaves you see it whole. The marks in a text only warn: they miss some names and most "
                "addresses. Read every text yourself."
            ),
            N_("Small numbers are withheld, because a group of three can be three people whom somebody knows."),
            N_("A picture or document loses place, author and device. It can still show a face, so look at it."),
            N_("Compare the six groups of digits by telephone before you trust a new sender or coordinator."),
        ),
    ),
    Topic(
        "danger",
        N_("Before a search of the office"),
        (
            N_(
                "Long before: encrypt the whole disk, give each person a passphrase of their own, and hide the list of "
                "workspaces in the settings."
            ),
            N_("Keep recovery papers and a backup in another place. Whoever finds them with the laptop can open it."),
            N_(
                "Destroy printed pages and exported files that you no longer need. What lies in the trash is still in "
                "the workspace, until you erase it there for good."
            ),
            N_("Erase what is past its time in the settings. What is gone cannot be found; backups still hold it."),
            N_("Agree who speaks, which lawyer you call, and that nobody tells a passphrase alone."),
            N_(
                "When it happens: press Ctrl+Shift+L, which locks and puts the window away, then switch the computer "
                "off. A computer that only sleeps is not safe."
            ),
            N_("No program protects a person who is forced to tell the passphrase. Nobody should risk themselves."),
            N_(
                "Afterwards: write down under Records what the authority asked for and what you answered. Such a "
                "record never leaves. A template answer stands under it."
            ),
            N_(
                "A computer that was in other hands may have been changed. Do not type your passphrase on it. Bring a "
                "backup back on another one, and make new keys there in the settings."
            ),
        ),
    ),
    Topic(
        "lost",
        N_("If the laptop is gone"),
        (
            N_(
                "If it was switched off, whoever has it sees that Groundwork is on it, and opens nothing without a "
                "passphrase or the recovery papers."
            ),
            N_("If it was open or asleep, take it that everything in it was read, and tell those whom that concerns."),
            N_("On another computer choose “Open a workspace or a backup” and give the passphrase of that day."),
            N_("Then make new keys in the settings, and new recovery papers. Every person chooses a new passphrase."),
            N_(
                "Old backups still open with the old passphrases and papers. Destroy those you do not need, and the "
                "papers that lay beside the laptop."
            ),
            N_("Tell your coordinator by telephone: files signed by you after that day are to be put aside."),
        ),
    ),
    Topic(
        "seen",
        N_("What others can see"),
        (
            N_("A coordinator sees what you were shown before it left, and nothing else, and that it came from you."),
            N_(
                "A submission can be read by anybody who gets the file, as a letter without an envelope. “Seal the "
                "data inside” hides the data and leaves the pages readable: hand those over with care."
            ),
            N_(
                "Whoever carries a file, as a mail provider or a shared folder does, sees its name, which names your "
                "organisation, its size, when it came, and whose key signed it. Mail also shows who wrote to whom."
            ),
            N_("Whoever looks at this screen sees the name of your organisation at the top while it is open."),
            N_("Whoever has the disk sees that there is a workspace, how large it is and when it was last changed."),
            N_("Colleagues on this laptop see your records, but not your private notes."),
            N_("Nobody is told that you use Groundwork: it never calls home and never looks for updates."),
        ),
    ),
)
"""Reached from the settings as well."""
