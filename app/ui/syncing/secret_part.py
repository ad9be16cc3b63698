"""The password of a place that a welcome told of: it is asked for once, tried, and kept inside the workspace."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _, isolate
from app.progress import Progress
from app.services.opening import stores
from app.services.opening.stores import Place
from app.services.opening.workspace import Workspace
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.syncing.around import Around
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.text import Label

_LONGEST = 1000


class SecretPart(QWidget):
    """Only there for a place whose password is lacking; a wrong one is told at the field and not kept."""

    def __init__(self, around: Around) -> None:
        super().__init__()
        self._around, self._name = around, ""
        self.told = Label("", wraps=True)
        self.secret = LineField(
            _("Password of the place"), _("It is kept inside this workspace only."), secret=True, longest=_LONGEST
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (self.told, self.secret):
            column.addWidget(part)
        self.setFocusProxy(self.secret)
        self.hide()
        self.secret.edited.connect(lambda: self.secret.set_problem(""))
        self.secret.entered.connect(self.give)

    def show_place(self, place: Place | None) -> None:
        """Ask for the password of this place if it is lacking; what was typed for another one is gone."""
        lacking = place.name if place is not None and place.lacks_secret else ""
        self.setVisible(bool(lacking))
        if lacking == self._name:
            return
        self._name = lacking
        self.secret.set_value("")
        self.secret.set_problem("")
        words = _(
            "Your other laptops meet in “{place}”. Its password never travels with a welcome: please type it once on"
            " this laptop."
        )
        self.told.setText(words.format(place=isolate(lacking)))

    def give(self) -> None:
        """Try the place with what was typed, and sync over it if it is right."""
        if not self.isEnabled():
            return
        if not self.secret.text():
            self.secret.set_problem(_("Please type the password of this place."))
            self.secret.setFocus()
            return
        self.setEnabled(False)
        work = partial(_given, self._around.workspace, self._name, self.secret.text())
        self._around.session.tasks.run(work, _("Trying a place"), done=self._kept, failed=self._refuse)

    def _kept(self, place: Place) -> None:
        self.setEnabled(True)
        self.secret.set_value("")
        self._around.sync(place.name)

    def _refuse(self, error: Exception) -> None:
        self.setEnabled(True)
        self.secret.set_problem(sentence(error))
        self.secret.setFocus()


def _given(workspace: Workspace, name: str, secret: str, _progress: Progress) -> Place:
    return stores.give_secret(workspace, name, secret)
