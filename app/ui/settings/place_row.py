"""One place to exchange files: its name and address, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _, isolate
from app.services.opening.stores import Place
from app.ui.look import theme
from app.ui.widgets.buttons import DANGER, GHOST, SECONDARY, Button, in_row
from app.ui.widgets.direction import in_path
from app.ui.widgets.text import Label


class PlaceRow(QWidget):
    """Forgetting asks first, as the password is gone then."""

    tried = Signal(str)
    removed = Signal(str)
    """The name of the place."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = isolate(place.name)
        self.test = Button(_("Try it"), SECONDARY)
        self.test.setAccessibleName(_("Try “{name}”").format(name=name))
        self.forget = Button(_("Forget"), GHOST)
        self.forget.setAccessibleName(_("Forget “{name}”").format(name=name))
        self.stay = Button(_("Keep"), SECONDARY)
        self.go = Button(_("Forget “{name}”").format(name=name), DANGER)
        self._first, self._question = (self.test, self.forget), (self.stay, self.go)
        self._show(self._first)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(Label(place.name, "strong", wraps=True))
        column.addWidget(Label(in_path(place.address), "caption", wraps=True))
        column.addLayout(in_row(*self._first, *self._question))
        self.test.clicked.connect(lambda: self.tried.emit(place.name))
        self.forget.clicked.connect(self._ask)
        self.stay.clicked.connect(self._stay)
        self.go.clicked.connect(lambda: self.removed.emit(place.name))

    def _ask(self) -> None:
        self._show(self._question)
        self.stay.setFocus()

    def _stay(self) -> None:
        self._show(self._first)
        self.forget.setFocus()

    def _show(self, wanted: tuple[Button, Button]) -> None:
        for button in (*self._first, *self._question):
            button.setVisible(button in wanted)
