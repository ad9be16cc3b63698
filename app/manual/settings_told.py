"""What each setting does; a test holds these against the table of settings."""

from __future__ import annotations

from app.i18n import N_

TOLD: dict[str, str] = {
    "language": N_("The language of the window and of new documents. It changes at once."),
    "numerals": N_("123 or ١٢٣ in the window, in languages that write both. Documents keep 123."),
    "theme": N_("Light, dark, high contrast, or as the system has it."),
    "text_size": N_("From 90 to 200 percent."),
    "paper": N_("The page size of documents."),
    "reduced_motion": N_("Menus do not slide, and the caret does not blink."),
    "auto_lock": N_("Unfinished text is kept. A computer that slept is locked when it wakes, unless this is never."),
    "recent_hidden": N_("The next start then asks for the file, and nobody sees which there are."),
    "safety": N_("What this program protects, what it cannot, and what to do. Read it before you need it."),
    "your_name": N_("It stays in this workspace and never leaves it."),
    "passphrase": N_("Choose a new one. Backups made before still open with the old one."),
    "people": N_("Each opens the workspace with a passphrase of their own, and lands where they were."),
    "second_person": N_("Somebody other than who makes it has to read what leaves, and approve exactly that."),
    "organisation": N_("Name and description stand in every submission."),
    "ombudsperson": N_(
        "They can open a part of your submissions that your coordinator cannot open. You choose each time."
    ),
    "working_languages": N_("The languages in which you work with people."),
    "smallest_group": N_("Never fewer than 5 to a coordinator and 10 to everybody else. Empty keeps to that."),
    "contact": N_("How to reach you. It is in no submission and in no file that leaves."),
    "names": N_("Texts are searched for names before they leave. Your list makes the search better; it never leaves."),
    "retention": N_("What is past its time is told, and erased only when a keeper says so."),
    "reference_pack": N_(
        "The words and codes of the Compact. A newer pack comes as a file, and you decide whether to use it."
    ),
    "places": N_("A folder, a stick or a server where you put submissions and others fetch them, when you say so."),
    "received": N_("They can lie in a place outside, each sealed with a key that this workspace alone has."),
    "backup_daily": N_("When the workspace is opened, while you work."),
    "backup_now": N_(
        "A sealed copy of everything, which opens with the passphrase of its day. Keep one on a stick, too."
    ),
    "backup_stick": N_("Puts a backup on a stick that is in this computer."),
    "backup_folder": N_("Where backups go from now on."),
    "recovery": N_(
        "24 words, or any two of three cards, open it. Without the passphrase and these words the data is gone."
    ),
    "new_keys": N_("After a person left, or somebody had this laptop in their hands: everything is encrypted anew."),
}
"""By the names of settings, marked with N_. Many of these sentences stand beside the setting, too."""
