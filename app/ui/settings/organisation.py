"""The organisation as others may read it, and whom to call after a sensitive report; for keepers."""

from __future__ import annotations

from dataclasses import replace

from app.domain.roles import Verb
from app.i18n import _
from app.services import passing
from app.ui.settings.section import Around, Section
from app.ui.widgets.line_field import LineField
from app.ui.widgets.number_field import NumberField
from app.ui.widgets.text_field import TextField


def card(around: Around) -> Section | None:
    """Only where whoever is working may change it."""
    workspace = around.session.workspace
    return OrganisationCard(around) if workspace is not None and workspace.allows(Verb.ORGANISATION) else None


class OrganisationCard(Section):
    """Each field is kept when it is left."""

    def __init__(self, around: Around) -> None:
        super().__init__(_("Your organisation"), _("Name and description stand in every submission."))
        self._workspace = around.session.workspace
        self.name = LineField(_("Name of your organisation"), _("As others may read it."), longest=200)
        self.description = TextField(_("What your organisation does"), _("As others may read it."))
        self.smallest = NumberField(
            _("Smallest group told as a number"),
            _("Never fewer than 5 to a coordinator and 10 to everybody else. Empty keeps to that."),
            largest=1000,
        )
        for part in (self.name, self.description, self.smallest):
            self.add(part)
        own = self._workspace.organisation
        self.name.set_value(own.name)
        self.description.set_value(own.description)
        self.smallest.set_value(passing.own_threshold(self._workspace) or None)
        self.name.edited.connect(lambda: self.name.set_problem(""))
        self.smallest.left.connect(self.keep_smallest)
        for field in (self.name, self.description):
            field.left.connect(self.keep)

    def keep(self) -> None:
        """Keep what changed; an organisation without a name is not kept."""
        if not self.name.value():
            self.name.set_problem(_("Please write the name of your organisation."))
            return
        own = self._workspace.organisation
        fresh = replace(own, name=self.name.value(), description=self.description.value())
        if fresh != own:
            self._workspace.describe(fresh)

    def keep_smallest(self) -> None:
        """Keep the smallest group if what was typed is a number."""
        wanted = self.smallest.value() or 0
        if self.smallest.is_valid() and wanted != passing.own_threshold(self._workspace):
            passing.raise_threshold(self._workspace, wanted)
