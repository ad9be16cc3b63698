"""What is asked at the row of a laptop: its new name, and before it is taken out or may do something else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.buttons import DANGER, GHOST, SECONDARY, Button, in_row
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.text import Label


class Rename(QWidget):
    """Another name for a laptop."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = LineField(_("Name of the laptop"), longest=60)
        self.name.set_value(name)
        self.keep = Button(_("Rename"), SECONDARY)
        self.stay = Button(_("Cancel"), GHOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.name)
        column.addLayout(in_row(self.keep, self.stay))


class Question(QWidget):
    """What would happen, a way back that has the focus, a button that names the consequence, and why it was refused."""

    def __init__(self, told: Sequence[str], stay: str, go: Button) -> None:
        super().__init__()
        self.stay, self.go = Button(stay, SECONDARY), go
        self.problem = Label("", "problem", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(8))
        column.setSpacing(theme.px(6))
        for one in told:
            column.addWidget(Label(one, "small", wraps=True))
        column.addWidget(self.problem)
        column.addLayout(in_row(self.stay, self.go))
        self.problem.hide()

    def refuse(self, problem: str) -> None:
        """Say why it was not done; "" takes it away."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))


def revoking(name: str) -> Question:
    """Before a laptop is taken out; `name` is set apart from the words around it."""
    told = (
        _("What arrived from {laptop} stays and counts. What it sends later is put aside until it was looked at."),
        _("From now on everything is sealed with a new key that {laptop} does not have."),
        _(
            "What was on it is still on it, behind its passphrase. Change the password of the place where you"
            " exchange files, too, and sync, so that the other laptops know."
        ),
    )
    go = Button(_("Take out {laptop} for good").format(laptop=name), DANGER)
    return Question([one.format(laptop=name) for one in told], _("Leave it as it is"), go)


def promoting(name: str) -> Question:
    """Before a laptop may let others in and take them out."""
    told = (
        _("Whoever manages the team can then let laptops in and take them out on {laptop}, this one, too."),
        _("Let two laptops be able to: if one is lost, the other takes it out."),
    )
    go = Button(_("Let {laptop} admit others").format(laptop=name), SECONDARY)
    return Question([one.format(laptop=name) for one in told], _("Leave it as it is"), go)


def demoting(name: str, *, is_me: bool) -> Question:
    """Before a laptop may not do so any more."""
    told = [
        _("{laptop} belongs as before and has everything. It can no longer let others in or take them out."),
        _("What it said of other laptops so far counts on."),
    ]
    if is_me:
        told.append(_("It is the laptop you are working on: only another one can give this back."))
    go = Button(_("Make {laptop} an ordinary laptop").format(laptop=name), DANGER if is_me else SECONDARY)
    return Question([one.format(laptop=name) for one in told], _("Leave it as it is"), go)
