"""One person of the team: the role, and letting them go, which asks first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, isolate
from app.services.keeping.team import Profile
from app.ui.look import theme
from app.ui.widgets.buttons import DANGER, GHOST, SECONDARY, Button, in_row
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice


class TeamRow(QWidget):
    """The name stands as the label of the role."""

    role_chosen = Signal(str, str)
    """(id of the profile, role)."""
    removed = Signal(str)

    def __init__(
        self, profile: Profile, roles: Sequence[Choice], *, is_me: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        name = profile.name or _("Without a name")
        told = _("{person} (you)").format(person=isolate(name)) if is_me else name
        self.role = CodeField(told, roles)
        self.role.set_value(profile.role)
        self.let_go = Button(_("Let go"), GHOST)
        self.let_go.setAccessibleName(_("Let {person} go").format(person=isolate(name)))
        self.let_go.setVisible(not is_me)
        self.question = _Question(name)
        self.question.hide()
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.role, 1)
        row.addWidget(self.let_go, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.question)
        self.role.edited.connect(lambda: self.role_chosen.emit(profile.id, self.role.value()))
        self.let_go.clicked.connect(self._ask)
        self.question.stay.clicked.connect(self._stay)
        self.question.go.clicked.connect(lambda: self.removed.emit(profile.id))

    def _ask(self) -> None:
        self.question.show()
        self.let_go.hide()
        self.question.stay.setFocus()

    def _stay(self) -> None:
        self.let_go.show()
        self.let_go.setFocus()
        self.question.hide()


class _Question(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        words = _(
            "The passphrase of {person} will open nothing more. Their records stay; their private notes stay closed"
            " for good."
        )
        self.stay = Button(_("Keep"), SECONDARY)
        self.go = Button(_("Let {person} go").format(person=isolate(name)), DANGER)
        row = in_row(self.stay, self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Label(words.format(person=isolate(name)), "small", wraps=True))
        column.addLayout(row)
