"""What leaves for an ombudsperson alone: chosen here for one call, listed item by item like everything that leaves."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.compact import Pack
from app.domain.shared import EnclosedNote, SharedEntry
from app.i18n import _, format_number, isolate, ngettext
from app.services.submitting.enclosing import Choice, Enclosed, SentAlone
from app.ui.submissions.item_card import ItemCard
from app.ui.widgets.card import Card
from app.ui.widgets.direction import in_line
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.text import Label
from app.ui.words import wording


class EnclosedCard(Card):
    """Two choices, and how much that is; the texts themselves are put in cards of their own inside."""

    chosen = Signal(object)
    """What is to be enclosed from now on, a Choice."""

    def __init__(self, seen: Enclosed, parent: QWidget | None = None) -> None:
        name = isolate(seen.to.name)
        said = _("Your coordinator cannot open this part, and cannot see whether there is anything in it.")
        super().__init__(_("For {name} only").format(name=name), said, parent=parent)
        self.challenges = CheckField(
            _("Challenges that are not for government"), _("What stands in the way, without who could help.")
        )
        self.notes = CheckField(
            _("Sensitive reports: kind, month, and whether they were passed on"),
            _("Only a focal point can choose this, and only a focal point can then make the submission."),
        )
        self.alone = CheckField(
            _("Make a new version for this alone"),
            _(
                "Your coordinator then sees that something changed, and can guess that it is this. Otherwise it goes "
                "along with the next version that is made for another reason."
            ),
        )
        self.alone.set_value(seen.choice.alone)
        self.challenges.set_value(seen.choice.challenges)
        self.notes.set_value(seen.choice.notes)
        self.notes.setEnabled(seen.may_choose_notes)
        for field in (self.challenges, self.notes, self.alone):
            self.add(field)
            field.edited.connect(self._choose)
        self.add(Label(_many(seen), "strong", wraps=True))
        for entry in seen.notes:
            self.add(_note(entry))

    def _choose(self) -> None:
        self.chosen.emit(Choice(self.challenges.value(), self.notes.value(), self.alone.value()))


class SentAloneCard(Card):
    """What an office was told with a submission that was sent, for those who may read it."""

    def __init__(self, pack: Pack, told: SentAlone, parent: QWidget | None = None) -> None:
        said = _("Your coordinator cannot open this part, and cannot see whether there is anything in it.")
        super().__init__(_("For {name} only").format(name=isolate(told.name)), said, parent=parent)
        if not told.entries:
            self.add(Label(_("Only a focal point can read here what was enclosed."), wraps=True))
        for entry in told.entries:
            self.add(_note(entry) if isinstance(entry, EnclosedNote) else ItemCard(pack, entry))


def _note(entry: SharedEntry) -> Label:
    told = _("{label}: {value}")
    parts = [told.format(label=label, value=isolate(value)) for label, value in wording.facts(entry)]
    return Label(in_line(isolate(part) for part in parts), "small", wraps=True)


def _many(seen: Enclosed) -> str:
    if seen.is_closed:
        return _("A focal point chose sensitive reports, so a focal point has to make this submission.")
    count = len(seen.entries)
    if not count:
        return _("Nothing is enclosed.")
    words = ngettext("{count} entry is enclosed.", "{count} entries are enclosed.", count)
    return words.format(count=format_number(count))
