"""The one table of keys: the frame binds those it answers, the help shows them all."""

from __future__ import annotations

from dataclasses import dataclass

from app.i18n import N_, Translation


@dataclass(frozen=True)
class Key:
    """A key as the keyboard names it, what it does (marked with N_), and what the frame calls that.

    `does` is "" where lists and forms answer the key themselves; `also` are other keys for the same.
    """

    key: str
    words: str
    does: str = ""
    also: tuple[str, ...] = ()


KEYS: tuple[Key, ...] = (
    Key("Ctrl+K", N_("Search everything"), "search"),
    Key("Ctrl+N", N_("Log an activity"), "activity"),
    Key("Ctrl+Shift+N", N_("Record feedback"), "feedback"),
    Key("Ctrl+F", N_("Filter this list"), "filter"),
    Key("Ctrl+Enter", N_("Press the main button of the page"), "primary", ("Ctrl+Return",)),
    Key("Ctrl+Z", N_("Take back the last change"), "undo"),
    Key("Ctrl+Shift+Z", N_("Do again what was taken back"), "redo", ("Ctrl+Y",)),
    Key("Ctrl+P", N_("Print the record, the topic or the picture through PDF"), "print"),
    Key("Ctrl+L", N_("Lock"), "lock"),
    Key("Ctrl+Shift+L", N_("Lock and put the window away"), "panic"),
    Key("Ctrl+Shift+S", N_("Sync with your other laptops"), "sync"),
    Key("Ctrl+1", N_("The first page; up to Ctrl+9 the ninth"), "pages"),
    Key("Ctrl+,", N_("Settings"), "settings"),
    Key("Ctrl++", N_("Larger text; in a preview, a larger picture"), "larger", ("Ctrl+=",)),
    Key("Ctrl+-", N_("Smaller text, or a smaller picture"), "smaller"),
    Key("Ctrl+0", N_("Text of normal size, or the whole picture"), "normal"),
    Key("F1", N_("Help for this page"), "help"),
    Key("F6", N_("Next area: pages, list, form, buttons"), "area"),
    Key("Alt+Left", N_("The page before"), "back"),
    Key("Alt+Right", N_("The page after"), "forward"),
    Key("Up", N_("The entry or cell before; Down the next")),
    Key("Enter", N_("Open; in a form, the next field")),
    Key("Esc", N_("Close, clear the filter, or back to the list")),
    Key("Delete", N_("To the trash, with a way back")),
    Key("Alt+Down", N_("Open the calendar")),
    Key("Alt+1", N_("Count as one")),
    Key("Alt+2", N_("Not the same")),
    Key("Alt+3", N_("Later")),
    Key("Alt+0", N_("Take the answer back")),
)
_SWAPPED = {"Alt+Left": "Alt+Right", "Alt+Right": "Alt+Left"}


def named(key: str, say: Translation) -> str:
    """The key as the keyboards of a language name it, and as it is pressed there; other codes stay as they are."""
    names = {
        "Shift": say.pgettext("key", "Shift"),
        "Enter": say.pgettext("key", "Enter"),
        "Esc": say.pgettext("key", "Esc"),
        "Delete": say.pgettext("key", "Delete"),
        "Left": say.pgettext("key", "Left"),
        "Right": say.pgettext("key", "Right"),
        "Up": say.pgettext("key", "Up"),
    }
    return "+".join(names.get(part, part) for part in pressed(key, mirrored=say.right_to_left).split("+"))


def pressed(key: str, *, mirrored: bool) -> str:
    """The key as it is pressed: back is where the line began, on the other side of a mirrored window."""
    return _SWAPPED.get(key, key) if mirrored else key
