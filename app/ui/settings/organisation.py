"""The organisation as others may read it, and how to reach it, which stays here; for keepers."""

from __future__ import annotations

from dataclasses import replace

from app.domain.checks.web import not_an_address
from app.domain.roles import Verb
from app.i18n import _
from app.services.opening import contact
from app.services.submitting import passing
from app.ui.settings.section import Around, Section
from app.ui.widgets import place_words
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.codes_field import CodesField
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.fields.number_field import NumberField
from app.ui.widgets.fields.offered_names_field import OfferedNamesField
from app.ui.widgets.fields.text_field import TextField
from app.ui.widgets.text import Label, Line
from app.ui.words import choices, offers


def card(around: Around) -> Section | None:
    """Only where whoever is working may change it."""
    return OrganisationCard(around) if around.may(Verb.ORGANISATION) else None


class OrganisationCard(Section):
    """Each field is kept when it is left."""

    def __init__(self, around: Around) -> None:
        super().__init__(_("Your organisation"), _("Name and description stand in every submission."))
        session = around.session
        self._workspace = session.workspace
        nothing = _("Not said")
        self.name = LineField(_("Name of your organisation"), _("As others may read it."), longest=200)
        self.description = TextField(_("What your organisation does"), _("As others may read it."))
        self.settings["organisation"] = self.name
        self.types = CodesField(_("What kind of organisation"), choices.codes(session.pack, "stakeholder_types"))
        self.country = CodeField(_("Country"), place_words.countries(""), nothing=nothing)
        self.region = CodeField(_("Region of the reviews"), choices.codes(session.pack, "regions"), nothing=nothing)
        self.levels = CodesField(_("Levels you work at"), choices.codes(session.pack, "levels"))
        self.languages = OfferedNamesField(
            _("Languages you work in"),
            offers.finder(session, "languages"),
            lambda code: offers.name_of(session, "languages", code),
        )
        self.web = LineField(_("Web address"))
        self.contact_role = LineField(_("Whom to ask"), _("Write a role, never a name."))
        self.private = {
            "person": LineField(_("Contact person")),
            "phone": LineField(_("Telephone")),
            "mail": LineField(_("Mail address")),
            "address": LineField(_("Postal address")),
        }
        self.smallest = NumberField(
            _("Smallest group told as a number"),
            _("Never fewer than 5 to a coordinator and 10 to everybody else. Empty keeps to that."),
            largest=1000,
        )
        self.settings |= {"working_languages": self.languages, "smallest_group": self.smallest}
        self.settings["contact"] = self.private["person"]
        self._lay_out()
        self._fill()
        self.name.edited.connect(lambda: self.name.set_problem(""))

    def _lay_out(self) -> None:
        told = (self.name, self.description, self.types, self.country, self.region, self.levels)
        for field in (*told, self.languages, self.web, self.contact_role):
            self.add(field)
            field.left.connect(self.keep)
        self.add(self.smallest)
        self.smallest.left.connect(self.keep_smallest)
        self.add(Line())
        self.add(Label(_("How to reach you. This stays in the workspace and never leaves it."), "small", wraps=True))
        for field in self.private.values():
            self.add(field)
            field.left.connect(self._keep_private)

    def _fill(self) -> None:
        own, reached = self._workspace.organisation, contact.kept(self._workspace)
        for line, text in (
            (self.name, own.name),
            (self.description, own.description),
            (self.country, own.country),
            (self.region, own.region),
            (self.web, own.web),
            (self.contact_role, own.contact_role),
        ):
            line.set_value(text)
        self.types.set_value(own.types)
        self.levels.set_value(own.levels)
        self.languages.set_codes(own.languages)
        self.smallest.set_value(passing.own_threshold(self._workspace) or None)
        for name, field in self.private.items():
            field.set_value(getattr(reached, name))

    def keep(self) -> None:
        """Keep what changed; an organisation without a name is not kept."""
        self._keep_private()
        wrong = not_an_address("web", [self.web.value()])
        self.web.set_problem(wrong[0].sentence() if wrong else "")
        if not self.name.value():
            self.name.set_problem(_("Please write the name of your organisation."))
            return
        own = self._workspace.organisation
        fresh = replace(
            own,
            name=self.name.value(),
            description=self.description.value(),
            types=self.types.value(),
            country=self.country.value(),
            region=self.region.value(),
            levels=self.levels.value(),
            languages=self.languages.names(),
            web=own.web if wrong else self.web.value(),
            contact_role=self.contact_role.value(),
        )
        if fresh != own:
            self._workspace.describe(fresh)

    def _keep_private(self) -> None:
        fresh = contact.PrivateContact(**{name: field.value() for name, field in self.private.items()})
        if fresh != contact.kept(self._workspace):
            contact.keep(self._workspace, fresh)

    def keep_smallest(self) -> None:
        """Keep the smallest group if what was typed is a number."""
        wanted = self.smallest.value() or 0
        if self.smallest.is_valid() and wanted != passing.own_threshold(self._workspace):
            passing.raise_threshold(self._workspace, wanted)
