"""What the help says about things that are on more than one page: places, calls that change."""

from __future__ import annotations

from app.i18n import N_
from app.manual.topic import MORE, Topic

MORE_TOPICS: tuple[Topic, ...] = (
    Topic(
        "exchange",
        N_("Places to exchange files"),
        (
            N_("A place is a folder, a stick or a server. Add it in the settings; its password stays inside."),
            N_("Whatever goes through a place can also be carried on a stick or sent by mail."),
            N_("“Look for new files” in the Inbox looks through all places. Folders among them can be watched."),
            N_("A file that is still arriving is left where it is, and looked at again next time."),
        ),
        group=MORE,
    ),
    Topic(
        "outside",
        N_("Keeping received files outside"),
        (
            N_(
                "Thousands of submissions need not fill your disk. In the settings, under Files that came in, choose a "
                "place; each file goes there sealed, is read back and compared, and only then leaves the workspace."
            ),
            N_("What the files say stays with you: figures, reports and answers go on while the place is away."),
            N_(
                "Passing on, comparing pages and saving the original fetch the file. Where the place cannot be "
                "reached, you are told so, and nothing is lost."
            ),
            N_(
                "A backup holds the keys, not these files. Keep the place as long as the workspace and its backups, "
                "and compare what lies there now and then."
            ),
            N_("To bring them back, choose The workspace. A file that is lost there can be received again."),
        ),
        group=MORE,
    ),
    Topic(
        "gazetteer",
        N_("Places on the map"),
        (
            N_("Groundwork knows countries and their regions. Choose a region or district; never an exact address."),
            N_(
                "For villages and districts of your own, bring in a list with P-codes. The list stays in the workspace."
            ),
        ),
        group=MORE,
    ),
    Topic(
        "changed-calls",
        N_("When a call changes"),
        (
            N_("A changed call is a new file that names the one before. Take it like the first one; nothing is lost."),
            N_("What you sent keeps saying which call it answers, and your coordinator sees what changed since."),
            N_("A call that was withdrawn asks nobody any more. What was answered stays as it is."),
        ),
        group=MORE,
    ),
    Topic(
        "help",
        N_("Help"),
        (
            N_("Search in your own words, or with a part of the sentence that you see on the screen."),
            N_("F1 opens the topic of the page that you are on. One topic, or all of it, can be printed."),
        ),
        "help",
    ),
)
