"""Making a workspace ready for further laptops: a name for this one, and the recovery words of all of them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import GroundworkError
from app.i18n import _
from app.services.keeping import recovering
from app.services.keeping.recovering import Fresh
from app.services.syncing import spaces
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.process.waiting import waiting
from app.ui.syncing.around import Around, Part
from app.ui.widgets.buttons import GHOST, PRIMARY, Button, in_row
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.fields.typed_words import TypedWords
from app.ui.widgets.recovery_maker import RecoveryMaker
from app.ui.widgets.text import IconLabel, Label


class FoundCard(Part):
    """The words of this workspace become those of all laptops; where there are none, they are made first."""

    def __init__(self, around: Around) -> None:
        super().__init__(around, _("This workspace is on one laptop"))
        self.begin = Button(_("Make it ready for further laptops"), PRIMARY, "device-laptop")
        self.name = LineField(_("Name of this laptop"), _("As it stands in the list, such as “Office”."), longest=60)
        self.typed = TypedWords()
        self.found = Button(_("Make it ready"), PRIMARY)
        self.leave = Button(_("Cancel"), GHOST)
        self.maker: RecoveryMaker | None = None
        self._form, self._below = QWidget(), QVBoxLayout()
        self._lay_out()
        self._fold()
        self.begin.clicked.connect(self._unfold)
        self.found.clicked.connect(self._take)
        self.leave.clicked.connect(self._fold)
        self.name.edited.connect(lambda: self.name.set_problem(""))

    def _lay_out(self) -> None:
        told = (
            _("Several laptops of your organisation can hold the same work, without any server."),
            _("They meet on a stick, in a shared folder or on a server of yours, whenever you say so."),
            _("Nobody's words are overwritten. A lost laptop can be taken out; recovery words bring all of them back."),
        )
        for one in told:
            row = in_row(IconLabel("check", "accent", 18))
            row.insertWidget(1, Label(one, wraps=True), 1)
            self.add(row)
        self.may_not = Label(_("Whoever manages the team can make it ready for further laptops."), "small", wraps=True)
        self.add(self.may_not)
        self.add(in_row(self.begin))
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._words = Label(_("The recovery words of this workspace become those of all laptops:"), wraps=True)
        for part in (self.name, self._words, self.typed):
            column.addWidget(part)
        column.addLayout(self._below)
        column.addWidget(self.problem)
        column.addLayout(in_row(self.found, self.leave))
        self.add(self._form)

    def _unfold(self) -> None:
        has_words = recovering.standing(self._around.workspace).exists
        self.begin.hide()
        self._form.show()
        for part in (self._words, self.typed, self.found, self.leave):
            part.setVisible(has_words)
        if not has_words:
            self.maker = RecoveryMaker(self._around.workspace, keep=self._keep)
            self.maker.kept.connect(self._ready)
            self.maker.left.connect(self._fold)
            self._below.addWidget(self.maker)
        self.name.setFocus()

    def _keep(self, fresh: Fresh) -> None:
        """The new words count, and at once become those of all laptops. Raises what is wrong."""
        if not self._is_named():
            raise spaces.LaptopNameMissingError
        recovering.keep(self._around.workspace, fresh)
        self._found(" ".join(fresh.words))

    def _take(self) -> None:
        if not self._is_named():
            return
        try:
            self._found(self.typed.value())
        except recovering.WordsError as error:
            self.typed.refuse(error)
            return
        except GroundworkError as error:
            self.say(sentence(error))
            return
        self._ready()

    def _found(self, typed: str) -> None:
        with waiting():
            spaces.found(self._around.workspace, self.name.value(), typed)

    def _is_named(self) -> bool:
        if not self.name.value():
            self.name.set_problem(_("Please give the laptop a name."))
            self.name.setFocus()
        return bool(self.name.value())

    def _ready(self) -> None:
        self._fold()
        self._around.tell(_("This workspace is ready. Now a new laptop can be let in."))

    def _fold(self) -> None:
        self.typed.clear()
        self.say("")
        if self.maker is not None:
            self._below.removeWidget(self.maker)
            self.maker.hide()
            self.maker.deleteLater()
            self.maker = None
        self._form.hide()
        self.begin.setVisible(self._around.manages)
        self.may_not.setVisible(not self._around.manages)
