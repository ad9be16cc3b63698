"""Whether the pages that came in show what the data says: one line, which fills in when the comparison is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import N_, _
from app.services.coordinating.proving import Outcome, Proof
from app.ui.inbox.told import Telling, TellingRow
from app.ui.widgets.direction import in_path
from app.ui.widgets.text import Line

_TOLD = {
    Outcome.MATCH: (
        "good",
        N_("The pages match the data"),
        N_("They were drawn again from the data, and are the same."),
    ),
    Outcome.DIFFER: (
        "warn",
        N_("The pages differ from the data; the data counts"),
        N_("Somebody changed the pages, or put other data into the file. What you read here is the data."),
    ),
    Outcome.OTHER: (
        "info",
        N_("Drawn by another version; the pages cannot be compared"),
        N_("What you read here is the data, and the data counts."),
    ),
    Outcome.UNREAD: (
        "warn",
        N_("The pages cannot be compared"),
        N_("They are too large or damaged. What you read here is the data, and the data counts."),
    ),
    Outcome.NONE: ("info", N_("No pages (bundle)"), N_("The data came alone.")),
    None: ("info", N_("The pages are being compared with the data"), ""),
}


class PagesRow(QWidget):
    """One Telling for each file of a submission; nearly always that is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_proofs(self, proofs: Sequence[Proof]) -> None:
        """Show these and nothing else."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for place, telling in enumerate(tellings(proofs)):
            for part in [Line(), TellingRow(telling)] if place else [TellingRow(telling)]:
                self._column.addWidget(part)
                part.show()


def tellings(proofs: Sequence[Proof]) -> list[Telling]:
    """What is known of each file; its name only where there are several."""
    return [_telling(one, named=len(proofs) > 1) for one in proofs]


def _telling(one: Proof, *, named: bool) -> Telling:
    tone, title, more = _TOLD[one.outcome]
    return Telling(tone, _(title), _(more), in_path(one.source) if named else "")
