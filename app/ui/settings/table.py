"""The one table of settings: the settings page shows each of them, the search finds each of them."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.roles import Verb
from app.i18n import N_, has_both_numerals, language
from app.services.opening.workspace import Workspace


@dataclass(frozen=True)
class Setting:
    """One setting: its name on the page, what it is called, and in which other words people look for it."""

    name: str
    title: str
    """Marked with N_, translated where it is shown."""
    words: str
    icon: str = "settings"
    verb: Verb | None = None
    """What one must be allowed to do to find it; None: everybody does."""
    inside: bool = False
    """Kept in the workspace, and so only there while one is open."""


SETTINGS: tuple[Setting, ...] = (
    Setting("language", N_("Language"), N_("translation, tongue, speak, right to left, profile, mine"), "language"),
    Setting("numerals", N_("Numerals"), N_("digits, numbers, 123, Arabic numbers")),
    Setting("theme", N_("Theme"), N_("dark, light, high contrast, colours, night, appearance"), "contrast"),
    Setting("text_size", N_("Text size"), N_("larger, smaller, letters, zoom, font, reading"), "text-size"),
    Setting("paper", N_("Paper"), N_("A4, Letter, page size, print, PDF"), "printer"),
    Setting("reduced_motion", N_("Less motion"), N_("animation, slide, blink, calm")),
    Setting("auto_lock", N_("Lock by itself"), N_("minutes, idle, leave, safe"), "lock"),
    Setting("recent_hidden", N_("Keep no list of workspaces"), N_("traces, recent, hide, start"), "lock"),
    Setting("safety", N_("Safety"), N_("danger, search of the office, police, stolen, seized, protect"), "shield-lock"),
    Setting("your_name", N_("Your name"), N_("me, myself, profile, who I am"), "user", inside=True),
    Setting("passphrase", N_("Change my passphrase"), N_("password, secret, key"), "lock", inside=True),
    Setting("people", N_("People on this laptop"), N_("team, person, role, add, colleague"), "users", Verb.TEAM, True),
    Setting(
        "second_person",
        N_("A submission needs a second person"),
        N_("approve, approval, four eyes, send"),
        "users",
        Verb.ORGANISATION,
        True,
    ),
    Setting(
        "organisation",
        N_("Name of your organisation"),
        N_("who we are, description, about us"),
        "building",
        Verb.ORGANISATION,
        True,
    ),
    Setting(
        "ombudsperson",
        N_("Ombudsperson or human rights institution"),
        N_("envelope, coordinator cannot read, complaint, rights, office"),
        "lock",
        Verb.ORGANISATION,
        True,
    ),
    Setting(
        "working_languages",
        N_("Languages you work in"),
        N_("organisation, tongues, interpreting"),
        "language",
        Verb.ORGANISATION,
        True,
    ),
    Setting(
        "smallest_group",
        N_("Smallest group told as a number"),
        N_("threshold, k, small numbers, withheld, hide"),
        "shield-lock",
        Verb.ORGANISATION,
        True,
    ),
    Setting(
        "contact",
        N_("Contact person"),
        N_("telephone, mail, address, how to reach us"),
        "id",
        Verb.ORGANISATION,
        True,
    ),
    Setting(
        "names",
        N_("Names in your texts"),
        N_("list of names, people, scan, find, public names"),
        "shield-lock",
        Verb.ORGANISATION,
        True,
    ),
    Setting(
        "retention",
        N_("How long records are kept"),
        N_("retention, erase, delete, clock, months, old records, proof"),
        "clock",
        Verb.ORGANISATION,
        True,
    ),
    Setting(
        "places",
        N_("Places to exchange files"),
        N_("stick, folder, server, WebDAV, Nextcloud, S3, SFTP, cloud, send, fetch"),
        "cloud",
        Verb.ORGANISATION,
        True,
    ),
    Setting(
        "received",
        N_("Where received files are kept"),
        N_("object store, S3, outside, inbox, submissions, room, disk, bring back"),
        "cloud",
        Verb.ORGANISATION,
        True,
    ),
    Setting(
        "reference_pack",
        N_("Reference pack"),
        N_("Compact, objectives, code lists, newer words, update, version, signed"),
        "list-details",
        Verb.ORGANISATION,
        True,
    ),
    Setting(
        "backup_daily",
        N_("Make one every day"),
        N_("backup, copy, daily, safe"),
        "device-floppy",
        Verb.BACKUPS,
        True,
    ),
    Setting("backup_now", N_("Back up now"), N_("backup, copy, stick, save"), "device-floppy", Verb.BACKUPS, True),
    Setting("backup_stick", N_("Use a USB stick"), N_("backup, copy, drive, save, carry"), "usb", Verb.BACKUPS, True),
    Setting("backup_folder", N_("Another folder"), N_("backup, place, stick, where"), "folder", Verb.BACKUPS, True),
    Setting(
        "recovery",
        N_("Recovery words and cards"),
        N_("forgotten passphrase, lost, 24 words, try them, rehearse"),
        "key",
        Verb.TEAM,
        True,
    ),
    Setting(
        "new_keys",
        N_("New keys"),
        N_("encrypt anew, everything, left, stolen, seen, rekey"),
        "lock",
        Verb.TEAM,
        True,
    ),
)

THEMES = {
    "system": N_("Like the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}
"""What there is to choose for the theme."""
PAPERS = {"A4": N_("A4"), "Letter": N_("Letter")}
"""What there is to choose for the pages of documents."""


def offered(workspace: Workspace | None) -> tuple[Setting, ...]:
    """The settings that are on the page of whoever is working."""
    return tuple(one for one in SETTINGS if _is_there(one, workspace))


def _is_there(one: Setting, workspace: Workspace | None) -> bool:
    if one.name == "numerals":
        return has_both_numerals(language())
    if workspace is None:
        return not one.inside
    if one.name == "received" and not workspace.coordinator:
        return False
    return one.verb is None or workspace.allows(one.verb)


def title(name: str) -> str:
    """What a setting is called, marked for translation. KeyError for one that is not in the table."""
    return {one.name: one.title for one in SETTINGS}[name]
