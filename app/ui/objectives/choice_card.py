"""Why an organisation works on an objective, how much it counts, and until when; only of one that was chosen."""

from __future__ import annotations

from functools import partial

from app.domain.records import ObjectiveChoice, rule
from app.i18n import _
from app.services.records import objectives
from app.ui.process.session import Session
from app.ui.widgets.card import Card
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.record import record_fields
from app.ui.words.choice import Choice

_TOLD = ("target", "why", "note")


class ChoiceCard(Card):
    """Each field is saved when it is left."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Your choice"), _("How much it counts for you, why, and until when."))
        self._session, self._number, self._typed = session, 0, set[str]()
        ranks = [
            Choice("1", _("One of the main ones")),
            Choice("2", _("Important")),
            Choice("3", _("Later, or beside other work")),
        ]
        self.priority = CodeField(_(rule(ObjectiveChoice, "priority").label), ranks, nothing=_("Not said"))
        self.entries = {name: record_fields.make(rule(ObjectiveChoice, name), session) for name in _TOLD}
        self.add(self.priority)
        self.priority.edited.connect(self._rank)
        for name, entry in self.entries.items():
            self.add(entry.field)
            entry.field.edited.connect(partial(self._typed.add, name))
            if entry.told is not None:
                entry.told.left.connect(partial(self._say, name))

    def show_objective(self, number: int) -> None:
        """Show what was said about this objective; nothing while it is not chosen."""
        self._number = number
        found = next((one for one in objectives.choices(self._session.workspace) if one.objective == number), None)
        self.setVisible(found is not None)
        if found is not None:
            self.priority.set_value(str(found.priority or ""))
            for name, entry in self.entries.items():
                if name not in self._typed:
                    entry.show(getattr(found, name))

    def keep(self) -> None:
        """Save what is being typed."""
        for name in tuple(self._typed):
            self._say(name)

    def _rank(self) -> None:
        rank = int(self.priority.value() or 0)
        objectives.choose(self._session.workspace, [self._number], priority=rank)

    def _say(self, name: str) -> None:
        entry = self.entries[name]
        self._typed.discard(name)
        if not entry.unread():
            objectives.describe(self._session.workspace, self._number, name, entry.read())
