"""The organisation's own list of names: what is typed is kept as fingerprints only, for keepers."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.domain.roles import Verb
from app.i18n import _, format_number, ngettext
from app.services.submitting import known_names
from app.ui.look import theme
from app.ui.settings.section import Around, Section
from app.ui.widgets.buttons import GHOST, SECONDARY, Button
from app.ui.widgets.fields.names_field import NamesField
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import Label


def card(around: Around) -> Section | None:
    """Only where whoever is working may change it."""
    return NamesCard(around) if around.may(Verb.ORGANISATION) else None


class NamesCard(Section):
    """Names that are looked for in texts before they leave, and public names that are left alone."""

    def __init__(self, around: Around) -> None:
        super().__init__(
            _("Names in your texts"),
            _("Texts are searched for names before they leave. Your list makes the search better; it never leaves."),
        )
        self._around, self._workspace = around, around.session.workspace
        self.told = Label("", wraps=True)
        self.names = NamesField(
            _("Names"), _("One on each line. Only fingerprints are kept, so nobody can read the list again.")
        )
        self.people = Button(_("Keep as names of people"), SECONDARY)
        self.public = Button(_("Keep as public names"), SECONDARY)
        self.forget = Button(_("Empty the list"), GHOST)
        row = QWidget()
        flow = FlowLayout(row, theme.px(8))
        for button in (self.people, self.public, self.forget):
            flow.addWidget(button)
        for part in (self.told, self.names, row):
            self.add(part)
        self.settings["names"] = self.names
        self.people.clicked.connect(lambda: self._keep(public=False))
        self.public.clicked.connect(lambda: self._keep(public=True))
        self.forget.clicked.connect(self._forget)
        self.reload()

    def reload(self) -> None:
        """Show how many names are kept; what is being typed stays."""
        kept = known_names.counts(self._workspace)
        whole = kept.people + kept.public
        told = ngettext("{count} name is kept.", "{count} names are kept.", whole)
        self.told.setText(told.format(count=format_number(whole)))
        self.forget.setEnabled(whole > 0)

    def _keep(self, *, public: bool) -> None:
        if names := self.names.names():
            known_names.add(self._workspace, names, public=public)
            self.names.set_names(())
            self._around.tell(_("The names were kept."))
            self.reload()

    def _forget(self) -> None:
        known_names.forget(self._workspace)
        self._around.tell(_("The list of names is empty."))
        self.reload()
