"""What the help says: one topic for each page, then what concerns all. Marked with N_, translated when shown."""

from __future__ import annotations

from app.i18n import N_
from app.manual.topic import Topic

TOPICS: tuple[Topic, ...] = (
    Topic(
        "overview",
        N_("Overview"),
        (
            N_("Here you see what your organisation wrote down, and what waits for somebody."),
            N_("A dash means that nothing was written yet. That is not zero: silence and nothing done are two things."),
        ),
        "overview",
    ),
    Topic(
        "objectives",
        N_("Objectives"),
        (
            N_(
                "The Global Compact for Migration has 23 objectives. You need not know them: describe your work in "
                "your own words."
            ),
            N_(
                "Tick what your work really touches. Most organisations choose three to eight. You can change it any "
                "time."
            ),
        ),
        "objectives",
    ),
    Topic(
        "activities",
        N_("Activities"),
        (
            N_(
                "Press Ctrl+N, say what you did, in which month, what kind it was, for which objective and what "
                "happened."
            ),
            N_(
                "There is no Save button: what you type is on the disk within half a second, also when it is not "
                "complete."
            ),
            N_("Do not write names, telephone numbers or exact addresses of people. Nobody needs them here."),
        ),
        "activities",
    ),
    Topic(
        "feedback",
        N_("Feedback"),
        (
            N_("Write down what people told you, without anything that shows who said it. Only the month is kept."),
            N_("Say what the person agreed to. Without an agreement a message stays with you, words and number."),
            N_("A report of abuse or danger is never typed in: choose “sensitive report”, and call your focal point."),
        ),
        "feedback",
    ),
    Topic(
        "records",
        N_("Records"),
        (
            N_(
                "Plans, commitments, practices, challenges, proposals, figures "
                "and all else you write down beside activities."
            ),
            N_("Each kind has a short form; “More” opens the rest. What is due soon also stands on the Overview."),
        ),
        "records",
    ),
    Topic(
        "library",
        N_("Practices of others"),
        (
            N_("Here stand practices that other organisations gave you, each with its source. You can search in them."),
            N_(
                "Drop a file of practices, or open one. You see who signed it and what it brings before you take it. "
                "Compare the digits of a new sender by telephone."
            ),
            N_(
                "They are not your records: they are never sent on, and what its sender takes back goes from your list."
            ),
            N_(
                "“Give practices” makes a signed file of your own that were approved. It says what stays, and why. "
                "Anybody who has the file can read it; no coordinator is needed."
            ),
        ),
        "library",
    ),
    Topic(
        "import",
        N_("Bring in a table"),
        (
            N_("Drop a spreadsheet or an export of a form. Six steps show what becomes of it; the last one writes."),
            N_("Each column says why it was proposed. Enter on a row leads to the choice below the table."),
            N_(
                "A value that Groundwork does not know is decided once for all its rows. What cannot be read stays "
                "out, with its cell and the reason."
            ),
            N_("The same file again adds nothing. Each import can be undone exactly, also another day."),
        ),
        "import",
    ),
    Topic(
        "review",
        N_("Review"),
        (
            N_("Here stand records that somebody sent for review, and those of which there are two versions."),
            N_("Where two people wrote different things, both are kept until you choose one or write another."),
        ),
        "review",
    ),
    Topic(
        "trash",
        N_("Trash"),
        (
            N_(
                "What was put in the trash stays here until you bring it back, or a keeper erases what is past its "
                "time."
            ),
            N_(
                "“Erase for good” destroys what you choose, with its history and what belongs to it. It asks why: that "
                "it happened, when, by whom and why is all that stays, under “Erased”."
            ),
        ),
        "trash",
    ),
    Topic(
        "laptops",
        N_("Your laptops"),
        (
            N_("Several laptops of one organisation can have the same records. Each works alone, and nothing is lost."),
            N_(
                "A new laptop makes a request, and one that belongs already writes a welcome. Compare the digits on "
                "both screens before you go on."
            ),
            N_("“Sync now” exchanges changes over a folder, a stick or a server, when you say so and not before."),
            N_(
                "Is that a server, a new laptop is told which one, and asks once for its password, which no welcome "
                "carries."
            ),
            N_("Where two people changed one field at the same time, both texts are kept and wait under Review."),
            N_("What waits came before something it needs. It is taken by itself once the missing file is there."),
            N_("Is a laptop lost? Revoke it on another one. What it sends from then on is put aside, for you to see."),
            N_(
                "Some laptops may let others in and take them out. Each of these can make another one so, or an "
                "ordinary one again; at least one stays."
            ),
            N_(
                "The place keeps every version of every text. You can let replaced words leave it after some months; "
                "no workspace loses a word by that."
            ),
            N_(
                "Are all laptops lost? The recovery words and the place where you exchange files bring everything back."
            ),
        ),
        "syncing",
    ),
    Topic(
        "submissions",
        N_("Submissions"),
        (
            N_(
                "Take the call of your coordinator, or choose a period of your own. The checklist says what is missing."
            ),
            N_(
                "Before anything leaves you see every item in the words its reader will see. Small numbers are "
                "withheld."
            ),
            N_(
                "An attached file stays with you, unless you tick at it that it may go along. Then you see it once "
                "more before each submission, and let it go or keep it."
            ),
            N_("The PDF carries its own signed data. Hand it over by stick, by mail or by hand."),
            N_("A Word document and a web page with the same pages can lie beside it; they carry no data."),
            N_(
                "Name an ombudsperson in the settings, and you can tell them what your coordinator cannot open. Every "
                "submission has that part, so nobody sees whether you used it."
            ),
        ),
        "submissions",
    ),
    Topic(
        "calls",
        N_("Calls"),
        (N_("A call says what you ask organisations for: a period, objectives, questions and a last day."),),
        "calls",
    ),
    Topic(
        "inbox",
        N_("Inbox"),
        (
            N_("Drop PDFs, bundles and folders here, in any order, also twice. Each file is checked before it counts."),
            N_("Compare the digits of a new sender by telephone. Then accept, return with a question, or put aside."),
            N_("Ask a question at the field it is about: with the receipt it reaches that very field of its sender."),
            N_(
                "Files that came along stand below what the sender says. Each is cleaned here before you see or "
                "save it."
            ),
            N_("You cannot change what a sender wrote. What was not accepted is never in the figures."),
            N_("When you look at a PDF, its pages are compared with its data. If they differ, the data counts."),
        ),
        "inbox",
    ),
    Topic(
        "once",
        N_("Duplicates"),
        (
            N_("Activities that two organisations seem to tell of stand side by side, with reasons for and against."),
            N_(
                "Nothing is merged. Linked activities count once; their people are a range from the largest to the sum."
            ),
            N_("An answer holds for ever, also when a newer version comes in. You can take every answer back."),
            N_("Activities with the same shared number count once by themselves. You can still tell them apart."),
        ),
        "once",
    ),
    Topic(
        "picture",
        N_("Picture"),
        (
            N_("All accepted submissions of a period together. The same files always give the same picture."),
            N_(
                "Done, nothing done, not reported and withheld for safety are four different things, and look "
                "different."
            ),
            N_("The report is a PDF, a Word document to go on writing in, a web page or a spreadsheet."),
        ),
        "picture",
    ),
    Topic(
        "settings",
        N_("Settings"),
        (
            N_("Language, look, text size and backups. Each change shows at once."),
            N_(
                "Keepers say how long each kind of record is kept. What is past that is told here and on the Overview, "
                "and erased only when somebody says so."
            ),
        ),
        "settings",
    ),
    Topic(
        "passphrase",
        N_("Passphrase and backups"),
        (
            N_("Everything is encrypted with your passphrase. Without it nobody can read the workspace, not even we."),
            N_(
                "A backup is a sealed copy. Keep one on a stick in another place. It opens with the passphrase of "
                "its day."
            ),
            N_("To bring one back, choose “Open a workspace or a backup” in the first window."),
            N_(
                "For a forgotten passphrase there are 24 recovery words, or three cards of which any two are enough. "
                "Make them in the settings, keep the paper apart from the laptop, and try them once a year."
            ),
            N_("On the lock, “Forgot the passphrase?” asks for them. Without passphrase and paper the data is gone."),
            N_("The words open the file; they do not bring it back. For a lost file you need a backup as well."),
        ),
    ),
    Topic(
        "trouble",
        N_("When something goes wrong"),
        (
            N_("After a power cut, open Groundwork again: the last text is there."),
            N_(
                "A wrong click can be taken back with Ctrl+Z; every earlier version stands in the history of its "
                "record."
            ),
            N_("If a file cannot be read, one sentence says why. Nothing that was there before is lost by it."),
        ),
    ),
)
