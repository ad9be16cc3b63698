"""One item that would leave, and the organisation itself, as their recipient would read them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.compact import Pack
from app.domain.shared import PublicOrganisation, SharedEntry
from app.i18n import _, isolate
from app.services.submitting.reviewing import Item
from app.ui.entry_words import Told, facts, heading, heading_field, kind_words, labels, line, texts
from app.ui.submissions.finding_line import Finding
from app.ui.submissions.read_card import ReadCard, Reading
from app.ui.widgets.text import Label
from app.ui.words import wording


class ItemCard(ReadCard):
    """Title, facts and texts of one entry; `note` says what became of it since."""

    def __init__(
        self, pack: Pack, item: Item | SharedEntry, note: str = "", *, tone: str = "warn", parent: QWidget | None = None
    ) -> None:
        entry, found = (item.entry, item.findings) if isinstance(item, Item) else (item, ())
        reading = Reading(
            heading(entry, pack),
            kind_words(entry),
            line(entry),
            facts(entry, pack),
            texts(entry, [finding.field for finding in found]),
            heading_field(entry),
            note,
            tone,
        )
        super().__init__(reading, found, parent)
        self._labels = labels(type(entry))

    def add_questions(self, asked: Mapping[str, str]) -> None:
        """Show what its reader asks about single fields."""
        for field, question in asked.items():
            label = self._labels.get(field) or isolate(field)
            words = _("They ask about {field}: {question}").format(field=label, question=isolate(question))
            self.layout().addWidget(Label(words, wraps=True))


class ProfileCard(ReadCard):
    """What the organisation says of itself; it stands on the first page of everything it sends."""

    def __init__(
        self, organisation: PublicOrganisation, found: tuple[Finding, ...] = (), parent: QWidget | None = None
    ) -> None:
        labels = {"description": _("What it does"), "web": _("Web address"), "contact_role": _("Whom to ask")}
        pointed_at = {finding.field for finding in found}
        shown = [name for name in labels if name == "description" or name in pointed_at]
        reading = Reading(
            organisation.name,
            _("On the first page"),
            facts=tuple(Told(label, value) for label, value in wording.profile(organisation)),
            texts=tuple((name, labels[name], getattr(organisation, name)) for name in shown),
        )
        super().__init__(reading, found, parent)
