"""The team: who works on this shared laptop, with which role; for keepers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.roles import EDITOR, ROLES, Verb
from app.errors import GroundworkError
from app.i18n import N_, _, isolate
from app.services.keeping import team
from app.ui.look import theme
from app.ui.process.waiting import waiting
from app.ui.settings.section import Around, Section
from app.ui.settings.team_row import TeamRow
from app.ui.widgets.buttons import GHOST, SECONDARY, Button, in_row
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.new_passphrase import NewPassphrase
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice

_HELP = {
    "editor": N_("Writes records."),
    "reviewer": N_("Writes records, and approves what leaves."),
    "focal_point": N_("Writes records, and is the only one to read sensitive reports."),
    "keeper": N_("May do everything: people, organisation, backups, calls."),
}


def roles() -> tuple[Choice, ...]:
    """The roles to choose from, in the active language."""
    return tuple(Choice(code, _(name)) for code, name in ROLES.items())


def card(around: Around) -> Section | None:
    """Only where whoever is working manages the team."""
    return TeamCard(around) if around.may(Verb.TEAM) else None


class TeamCard(Section):
    """One row for each person, and a form for a further one that unfolds."""

    def __init__(self, around: Around) -> None:
        super().__init__(
            _("People on this laptop"),
            _("Each opens the workspace with a passphrase of their own, and lands where they were."),
        )
        self._around, self._workspace = around, around.session.workspace
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(8))
        self.rows: list[TeamRow] = []
        self._shown: tuple[team.Profile, ...] = ()
        self.problem = Label("", "problem", wraps=True)
        self.problem.hide()
        self.unfold = Button(_("Add a person"), SECONDARY, "plus")
        self.settings["people"] = self.unfold
        self.form = NewPerson()
        self.form.hide()
        row = in_row(self.unfold)
        for part in (self._rows, self.problem, row, self.form):
            self.add(part)
        self.reload()
        self.unfold.clicked.connect(self._show_form)
        self.form.left.connect(self._hide_form)
        self.form.asked.connect(self._add)

    def reload(self) -> None:
        """Show who works here now."""
        found = team.profiles(self._workspace)
        if found == self._shown:
            return
        self._shown = found
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [TeamRow(one, roles(), is_me=one.id == self._workspace.profile.id) for one in found]
        for row in self.rows:
            self._rows.addWidget(row)
            row.role_chosen.connect(self._set_role)
            row.removed.connect(self._remove)

    def _set_role(self, profile: str, role: str) -> None:
        try:
            team.set_role(self._workspace, profile, role)
        except GroundworkError as error:
            self._refuse(error)
            return
        self.problem.hide()
        if not self._workspace.allows(Verb.TEAM):
            self.hide()

    def _remove(self, profile: str) -> None:
        try:
            gone = team.remove(self._workspace, profile)
        except GroundworkError as error:
            self._refuse(error)
            return
        self.problem.hide()
        self._around.tell(_("{person} can no longer open this workspace.").format(person=isolate(gone.name)))

    def _refuse(self, error: GroundworkError) -> None:
        self.problem.setText(error.sentence())
        self.problem.show()
        self._shown = ()
        self.reload()

    def _add(self) -> None:
        agreed = self.form.passphrase.agreed()
        if not agreed:
            return
        try:
            with waiting():
                added = team.add(self._workspace, self.form.name.value(), self.form.role.value(), passphrase=agreed)
        except team.NameMissingError as error:
            self.form.name.set_problem(error.sentence())
            self.form.name.setFocus()
            return
        except GroundworkError as error:
            self.form.passphrase.refuse(error.sentence())
            return
        self._hide_form()
        self._around.tell(_("{person} can open this workspace now.").format(person=isolate(added.name)))

    def _show_form(self) -> None:
        self.form.show()
        self.unfold.hide()
        self.form.name.setFocus()

    def _hide_form(self) -> None:
        self.form.clear()
        self.unfold.show()
        self.unfold.setFocus()
        self.form.hide()


class NewPerson(QWidget):
    """Name, role, and a passphrase that this person types themselves."""

    asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LineField(_("Name"), _("It stays in this workspace and never leaves it."), longest=120)
        self.role = CodeField(_("Role"), roles(), _(_HELP[EDITOR]))
        self.passphrase = NewPassphrase(_("Their own passphrase: let them type it"))
        self.add_button = Button(_("Add this person"), SECONDARY)
        cancel = Button(_("Cancel"), GHOST)
        row = in_row(self.add_button, cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        for part in (self.name, self.role, self.passphrase):
            layout.addWidget(part)
        layout.addLayout(row)
        self.name.edited.connect(lambda: self.name.set_problem(""))
        self.role.edited.connect(lambda: self.role.set_help(_(_HELP.get(self.role.value(), ""))))
        self.passphrase.entered.connect(self.asked)
        self.add_button.clicked.connect(self.asked)
        cancel.clicked.connect(self.left)

    def clear(self) -> None:
        """Forget what was typed."""
        self.name.set_value("")
        self.name.set_problem("")
        self.role.set_value(EDITOR)
        self.role.set_help(_(_HELP[EDITOR]))
        self.passphrase.clear()
