"""The table of what can be done from anywhere, as the search palette offers it; keys are bound in `frame_keys`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.i18n import N_, _, language, languages
from app.settings import Settings
from app.ui.settings.table import THEMES
from app.ui.widgets.page import NEW

GO, SET, DO = "go", "set", "do"


@dataclass(frozen=True)
class Errand:
    """What the frame does: go to a page with an argument, change a setting to a value, or do what has a name."""

    kind: str
    name: str = ""
    argument: object = None


@dataclass(frozen=True)
class Command:
    """One thing to do, in the active language."""

    errand: Errand
    title: str
    words: str = ""
    """In which other words people look for it."""
    icon: str = ""
    keys: str = ""


_NEW = (
    ("activities", N_("Log an activity"), N_("new, write, record, add, did"), "plus", "Ctrl+N"),
    (
        "feedback",
        N_("Record feedback"),
        N_("new, message, complaint, told, heard, add"),
        "message-2-heart",
        "Ctrl+Shift+N",
    ),
    ("calls", N_("Make a call"), N_("new, ask, request, period, deadline"), "speakerphone", ""),
)
_GO = (
    ("submissions", None, N_("Answer a call"), N_("submit, send, hand over, PDF, report"), "send"),
    (
        "library",
        "take",
        N_("Take in practices of others"),
        N_("library, peers, learn, pack, file, receive"),
        "download",
    ),
    ("library", "give", N_("Give practices to others"), N_("share, peers, pack, file, hand on"), "upload"),
    ("inbox", None, N_("Take in submissions"), N_("receive, merge, drop, files, bundles"), "inbox"),
    ("picture", None, N_("Make the national report"), N_("print, PDF, workbook, coverage"), "file-type-pdf"),
)

_DO = (
    (
        "sync",
        N_("Sync with your other laptops"),
        N_("exchange, share, stick, merge, sync now, devices"),
        "refresh",
        "Ctrl+Shift+S",
    ),
    ("lock", N_("Lock"), N_("close, leave, hand over, safe, hide"), "lock", "Ctrl+L"),
    ("panic", N_("Lock and put the window away"), N_("panic, danger, hide, at once"), "eye-off", "Ctrl+Shift+L"),
    ("kiosk", N_("Start the kiosk"), N_("questions, people answer themselves, whole screen"), "users", ""),
    ("print", N_("Print what is in sight"), N_("PDF, paper, page, record"), "printer", "Ctrl+P"),
    ("undo", N_("Undo"), N_("take back, mistake"), "arrow-back-up", "Ctrl+Z"),
    ("redo", N_("Redo"), N_("again, do it again"), "arrow-forward-up", "Ctrl+Shift+Z"),
)
_ON = {"kiosk": "feedback", "sync": "syncing"}
"""What can be done only where there is this page."""


def commands(settings: Settings, names: Sequence[str]) -> tuple[Command, ...]:
    """What can be done where these pages are, the most usual first."""
    made = [
        Command(Errand(GO, page, NEW), _(title), _(words), icon, keys)
        for page, title, words, icon, keys in _NEW
        if page in names
    ]
    made += [
        Command(Errand(GO, page, what), _(title), _(words), icon)
        for page, what, title, words, icon in _GO
        if page in names
    ]
    made += [
        Command(Errand(DO, name), _(title), _(words), icon, keys)
        for name, title, words, icon, keys in _DO
        if name not in _ON or _ON[name] in names
    ]
    return (*made, *_looks(settings))


def _looks(settings: Settings) -> list[Command]:
    """Another language, theme or text size; what is in force is not offered."""
    spoken = [one for one in languages() if one.code != language()]
    made = [
        Command(Errand(SET, "language", one.code), _("Language: {name}").format(name=one.label), one.code, "language")
        for one in spoken
    ]
    made += [
        Command(Errand(SET, "theme", code), _("Theme: {name}").format(name=_(name)), _("colours"), "contrast")
        for code, name in THEMES.items()
        if code != settings.theme
    ]
    larger, smaller = _("Larger text"), _("Smaller text")
    made.append(Command(Errand(SET, "text_size", "larger"), larger, _("zoom, size"), "text-size", "Ctrl++"))
    made.append(Command(Errand(SET, "text_size", "smaller"), smaller, _("zoom, size"), "text-size", "Ctrl+-"))
    return made
