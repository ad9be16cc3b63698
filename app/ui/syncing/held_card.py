"""What does not count yet: files that wait for something, and work that was put aside; each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import GroundworkError
from app.i18n import N_, _, format_number, isolate, ngettext
from app.services.syncing import aside, devices, taking
from app.services.syncing.aside import Inside
from app.services.syncing.exchanging import GAP, TWIN, Standing, Told
from app.ui import sync_words
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.syncing.around import Around, Part
from app.ui.widgets.buttons import GHOST, SECONDARY, Button, in_row
from app.ui.widgets.record.value_words import kind_words, title_words
from app.ui.widgets.text import Label, Line

_TO_DO = {
    taking.UNKNOWN: N_("Sync again after the laptop that let it in has synced."),
    taking.NO_KEY: N_("Sync again after a laptop that lets others in has synced."),
    taking.NEWER: N_("Update Groundwork on this laptop; the file is kept until then."),
    taking.REVOKED: N_("Look at it. If it is honest work, let it count."),
    taking.DAMAGED: N_("Nothing of it counts. If it was a real file, its laptop sends it again."),
    taking.FOREIGN: N_("You can leave it where it is; it never counts here."),
    GAP: N_("Sync again later; if it stays, sync the laptop that wrote it."),
    TWIN: N_("Sync both laptops; each then writes under a name of its own."),
}
_DEEDS = {"new": N_("new"), "changed": N_("changed"), "deleted": N_("put in the trash")}
_MOST = 50
"""Records named in a look."""


class HeldCard(Part):
    """Not there where everything counts."""

    def __init__(self, around: Around) -> None:
        super().__init__(around, _("Not taken in yet"), _("Nothing of this is lost, and nothing of it counts yet."))
        self.rows: list[HeldRow] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(10))
        self._shown: tuple[Told, ...] | None = None
        self.add(self.problem)
        self.add(self._column)

    def show_standing(self, standing: Standing, *, may_change: bool) -> None:
        """Show what waits, then what was put aside."""
        told = (*standing.waiting, *standing.quarantined)
        self.setVisible(bool(told))
        if told == self._shown:
            return
        self._shown = told
        self.say("")
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        aside_ids = {one.id for one in standing.quarantined}
        self.rows = [HeldRow(self._around, one, may_look=one.id in aside_ids and one.reason != TWIN) for one in told]
        for row in self.rows:
            row.may_adopt = may_change
            row.adopt_asked.connect(self._adopt)
            self._column.addWidget(row)
            row.show()

    def _adopt(self, id: str) -> None:
        try:
            devices.adopt(self._around.workspace, [id])
        except GroundworkError as error:
            self.say(sentence(error))
            return
        self._around.tell(_("It counts from now on, and is taken in with the next sync, on every laptop."))


class HeldRow(QWidget):
    """One file: whose it is, since when, why, and what to do; what was put aside can be looked at."""

    adopt_asked = Signal(str)

    def __init__(self, around: Around, told: Told, *, may_look: bool) -> None:
        super().__init__()
        self._around, self._told = around, told
        self.may_adopt = False
        laptop = isolate(sync_words.laptop_words(told.laptop))
        when = sync_words.when_words(told.since, around.workspace.now())
        self.look = Button(_("Look at it"), SECONDARY, "eye")
        self.look.setAccessibleName(_("Look at the work of {laptop}").format(laptop=laptop))
        self.adopt = Button(_("Let it count"), SECONDARY, "check")
        self.put_by = Button(_("Close"), GHOST)
        self.inside = Label("", wraps=True)
        self._looking = (self.inside, self.adopt, self.put_by)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(Line())
        column.addWidget(Label(_("{laptop}, here since {when}").format(laptop=laptop, when=when), "strong", wraps=True))
        column.addWidget(Label(_(told.words), wraps=True))
        if told.reason in _TO_DO:
            column.addWidget(Label(_(_TO_DO[told.reason]), "small", wraps=True))
        column.addWidget(self.inside)
        column.addLayout(in_row(self.look, self.adopt, self.put_by))
        for part in self._looking:
            part.hide()
        self.look.setVisible(may_look)
        self.look.clicked.connect(self._look)
        self.put_by.clicked.connect(self._put_by)
        self.adopt.clicked.connect(lambda: self.adopt_asked.emit(told.id))

    def _look(self) -> None:
        found = aside.look(self._around.workspace, self._told.id)
        self.inside.setText(inside_words(found))
        self.look.hide()
        self.inside.show()
        self.put_by.show()
        self.adopt.setVisible(found.may_count and self.may_adopt)
        (self.adopt if self.adopt.isVisibleTo(self) else self.put_by).setFocus()

    def _put_by(self) -> None:
        for part in self._looking:
            part.hide()
        self.look.show()
        self.look.setFocus()


def inside_words(found: Inside) -> str:
    """What is inside, a line for each record."""
    if not found.is_readable:
        return _("This laptop cannot open it.")
    line = _("{kind} – {title} ({deed})")
    shown: Sequence[str] = [
        line.format(
            kind=kind_words(one.kind), title=isolate(title_words(one.kind, one.title)), deed=_(_DEEDS[one.deed])
        )
        for one in found.pieces[:_MOST]
    ]
    more = len(found.pieces) - len(shown) + found.others
    rest = ngettext("{count} more thing", "{count} more things", more).format(count=format_number(more))
    return "\n".join([*shown, rest] if more else shown) or _("There is nothing in it.")
