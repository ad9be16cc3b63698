"""Whom the organisation may tell what its coordinator is not to read: an office and its key; for keepers."""

from __future__ import annotations

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.folding import only_digits
from app.i18n import _, isolate
from app.services.submitting import ombudsperson
from app.ui.key_digits import KeyDigits
from app.ui.settings.section import Around, Section
from app.ui.widgets.buttons import GHOST, SECONDARY, Button, in_row
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.text import Label

_LONGEST = 120


def card(around: Around) -> Section | None:
    """Only where whoever is working may change it."""
    return OmbudspersonCard(around) if around.may(Verb.ORGANISATION) else None


class OmbudspersonCard(Section):
    """The key counts after its digits were heard on the telephone and typed; a click alone is not enough."""

    def __init__(self, around: Around) -> None:
        super().__init__(
            _("Ombudsperson or human rights institution"),
            _("They can open a part of your submissions that your coordinator cannot open. You choose each time."),
        )
        self._around, self._workspace = around, around.session.workspace
        self.told, self.shown = Label("", wraps=True), KeyDigits()
        self.forget = Button(_("Tell them nothing any more"), GHOST)
        self.name = LineField(_("Name of the office"), _("The office, not a person."), longest=_LONGEST)
        self.key = LineField(_("The key they sent"), _("One line that begins with “age1”."), longest=_LONGEST)
        self.digits = LineField(
            _("What they read to you"),
            _("Call the office on a number you already have. Thirty digits; spaces do not matter."),
            longest=60,
        )
        self.keep_key = Button(_("Keep this key"), SECONDARY)
        self.setting_up = (self.name, self.key, self.digits)
        for part in (self.told, self.shown, in_row(self.forget), *self.setting_up, in_row(self.keep_key)):
            self.add(part)
        for field in self.setting_up:
            field.edited.connect(lambda field=field: field.set_problem(""))
            field.entered.connect(self._keep)
        self.settings["ombudsperson"] = self.name
        self.keep_key.clicked.connect(self._keep)
        self.forget.clicked.connect(self._forget)
        self.reload()

    def reload(self) -> None:
        """Show who is named now; what is being typed stays."""
        found = ombudsperson.kept(self._workspace)
        told = _("{name} can open it. The digits of their key:")
        self.told.setText(told.format(name=isolate(found.name)) if found else _("Nobody is named."))
        self.shown.set_digits(found.digits if found else "")
        self.shown.setVisible(found is not None)
        self.forget.setVisible(found is not None)

    def _keep(self) -> None:
        if not self.name.value():
            self._complain(self.name, _("Please write whom this key belongs to: an office, not a person."))
            return
        try:
            ombudsperson.digits_of(self.key.value())
        except GroundworkError as error:
            self._complain(self.key, error.sentence())
            return
        try:
            ombudsperson.keep(
                self._workspace, self.name.value(), self.key.value(), digits=only_digits(self.digits.value())
            )
        except GroundworkError as error:
            self._complain(self.digits, error.sentence())
            return
        for field in self.setting_up:
            field.set_value("")
        self._around.tell(_("The key was kept."))
        self.reload()

    def _complain(self, field: LineField, sentence: str) -> None:
        field.set_problem(sentence)
        field.setFocus()

    def _forget(self) -> None:
        ombudsperson.forget(self._workspace)
        self._around.tell(_("Nobody is named."))
        self.reload()
