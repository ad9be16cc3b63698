"""What came of the last import: each file has an outcome, and each that is not used its reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import N_, _, format_list, format_number, ngettext
from app.services.coordinating.receiving import Arrival, Outcome
from app.ui.inbox.incoming import Incoming
from app.ui.inbox.told import Telling, TellingRow
from app.ui.look import theme
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.direction import in_path
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.text import Line

_TITLES = {
    Outcome.REFUSED: (N_("Not used"), "bad"),
    Outcome.CLASH: (N_("Two different files with one number"), "warn"),
    Outcome.UNKNOWN_SENDER: (N_("Sender unknown"), "warn"),
    Outcome.NEW: (N_("New"), "good"),
    Outcome.REPLACES: (N_("A newer version of what was here"), "good"),
    Outcome.OLDER: (N_("An older version of what is here"), "info"),
    Outcome.SAME: (N_("The same as what is here"), "info"),
}
"""What needs a person comes first."""
_NAMED = 20
_ROWS = 100
"""Files that are not used have a row each, as far as anybody would read them one by one."""


class Summary(QWidget):
    """The outcomes of everything that came in since the summary was last closed."""

    closed = Signal()
    compare_asked = Signal()
    """Somebody wants to see what is probably told twice."""

    def __init__(
        self, incoming: Incoming, alike: int = 0, *, is_open: bool = False, parent: QWidget | None = None
    ) -> None:
        """`is_open`: more is being read; `alike`: how many likely duplicates it brings."""
        super().__init__(parent)
        close = Button(_("Close the summary"), SECONDARY)
        close.clicked.connect(self.closed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        title = _("What came in so far") if is_open else _("What came in")
        layout.addWidget(PageHeader(title, said(incoming), *([] if is_open else [close]), role="h2"))
        card = Card()
        for place, telling in enumerate(tellings(incoming)):
            if place:
                card.add(Line())
            card.add(TellingRow(telling))
        if alike:
            compare = Button(_("To the duplicates"), SECONDARY, "arrows-join-2")
            compare.clicked.connect(self.compare_asked)
            card.add(Line())
            card.add(TellingRow(alike_telling(alike), compare))
        layout.addWidget(card)
        layout.addStretch(1)


def alike_telling(count: int) -> Telling:
    """That activities are probably told by others, too."""
    words = ngettext("{count} likely duplicate", "{count} likely duplicates", count)
    more = _("Somebody else probably tells of the same activity. They can be compared and linked, accepted or not.")
    return Telling("warn", words.format(count=format_number(count)), more)


def said(incoming: Incoming) -> str:
    """One sentence for the whole: how many files were read, and how many of them are not used."""
    read, refused = len(incoming.arrivals), len(incoming.of(Outcome.REFUSED))
    if not read:
        return _("No file was read.")
    files = ngettext("{count} file was read.", "{count} files were read.", read).format(count=format_number(read))
    if not refused:
        return files
    unused = ngettext("{count} is not used.", "{count} are not used.", refused).format(count=format_number(refused))
    return _("{files} {unused}").format(files=files, unused=unused)


def tellings(incoming: Incoming) -> list[Telling]:
    """One row for each file that is not used, one for all files with any other outcome."""
    told: list[Telling] = []
    for outcome, (title, tone) in _TITLES.items():
        found = incoming.of(outcome)
        if outcome is Outcome.REFUSED:
            told += [Telling(tone, _refused(one), one.reason) for one in found[:_ROWS]]
            if more := found[_ROWS:]:
                words = ngettext("{count} more is not used", "{count} more are not used", len(more))
                told.append(Telling(tone, words.format(count=format_number(len(more))), _listed(more)))
        elif found:
            told.append(Telling(tone, _counted(_(title), len(found)), _listed(found), found[0].reason))
    if incoming.unread:
        words = ngettext("{count} file was not read", "{count} files were not read", incoming.unread)
        again = _("The reading was stopped. Drop the same files again: nothing is counted twice.")
        told.append(Telling("warn", words.format(count=format_number(incoming.unread)), again))
    if incoming.left_alone:
        alone = _("Left alone: neither PDF nor bundle")
        told.append(Telling("info", _counted(alone, len(incoming.left_alone)), _named(incoming.left_alone)))
    if not told:
        told.append(Telling("info", _("There was no PDF and no bundle in what you chose."), ""))
    return told


def _counted(title: str, count: int) -> str:
    return _("{title} ({count})").format(title=title, count=format_number(count))


def _refused(one: Arrival) -> str:
    return _("{file}: not used").format(file=in_path(one.path.name))


def _listed(arrivals: Sequence[Arrival]) -> str:
    return _named([one.path.name for one in arrivals])


def _named(names: Sequence[str]) -> str:
    """The names, at most twenty, then how many more."""
    shown = [in_path(name) for name in names[:_NAMED]]
    more = len(names) - len(shown)
    if more:
        shown.append(ngettext("{count} more", "{count} more", more).format(count=format_number(more)))
    return format_list(shown)
