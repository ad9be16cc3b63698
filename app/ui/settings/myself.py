"""Whoever is working: their name, their role, and another passphrase."""

from __future__ import annotations

from app.domain.roles import ROLES
from app.errors import GroundworkError
from app.i18n import _
from app.services.keeping import team
from app.services.opening.workspace import WrongPassphraseError
from app.ui.process.waiting import waiting
from app.ui.settings.section import Around, Section
from app.ui.widgets.buttons import SECONDARY, Button, in_row
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.new_passphrase import NewPassphrase
from app.ui.widgets.text import Label


def card(around: Around) -> Section | None:
    """For everybody."""
    return Myself(around) if around.session.workspace is not None else None


class Myself(Section):
    """The name is kept when the field is left; the passphrase when both new ones agree and the old one is right."""

    def __init__(self, around: Around) -> None:
        super().__init__(_("You"))
        self._around, self._workspace = around, around.session.workspace
        self.name = LineField(_("Your name"), _("It stays in this workspace and never leaves it."), longest=120)
        self.role = Label("", "small", wraps=True)
        self.old = LineField(_("Your passphrase now"), secret=True)
        self.new = NewPassphrase(_("Your new passphrase"))
        self.change = Button(_("Change my passphrase"), SECONDARY)
        row = in_row(self.change)
        for part in (self.name, self.role, self.old, self.new, row):
            self.add(part)
        self.settings |= {"your_name": self.name, "passphrase": self.old}
        self.reload()
        self.name.left.connect(self._rename)
        self.name.edited.connect(lambda: self.name.set_problem(""))
        self.old.edited.connect(lambda: self.old.set_problem(""))
        self.change.clicked.connect(self._change)
        self.new.entered.connect(self._change)

    def reload(self) -> None:
        """Show the name and role in force, unless the name is being typed."""
        profile = self._workspace.profile
        if not self.name.control.hasFocus():
            self.name.set_value(profile.name)
        told = _("Your role: {role}.") if profile.role in ROLES else ""
        self.role.setText(told.format(role=_(ROLES.get(profile.role, ""))))

    def _rename(self) -> None:
        profile = self._workspace.profile
        if self.name.value() == profile.name:
            return
        try:
            team.rename(self._workspace, profile.id, self.name.value())
        except GroundworkError as error:
            self.name.set_problem(error.sentence())

    def _change(self) -> None:
        agreed = self.new.agreed()
        if not agreed:
            return
        try:
            with waiting():
                team.change_passphrase(self._workspace, self.old.text(), new=agreed)
        except WrongPassphraseError as error:
            self.old.set_problem(error.sentence())
            self.old.setFocus()
            return
        except GroundworkError as error:
            self.new.refuse(error.sentence())
            return
        self.old.set_value("")
        self.new.clear()
        self._around.tell(_("Your passphrase was changed. Backups made before still open with the old one."))
