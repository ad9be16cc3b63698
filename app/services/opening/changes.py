"""What was done in this sitting, kept so that it can be undone: never written to a file, never taken out of a history.

A change is named by what it did and by the writes it made; undoing it makes new writes (decision 0008).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.i18n import N_, _, isolate, ngettext

MOST = 200
"""How many changes can be undone; older ones are in the history of each record."""


class Deed(StrEnum):
    """What a change did."""

    WROTE = "wrote"
    CHANGED = "changed"
    TRASHED = "trashed"
    BROUGHT_BACK = "brought back"
    REVERTED = "reverted"
    SETTLED = "settled"
    DISPUTED = "disputed"
    IMPORTED = "imported"


_UNDONE = {
    Deed.WROTE: N_("{title} was put in the trash."),
    Deed.CHANGED: N_("The change to {title} was undone."),
    Deed.TRASHED: N_("{title} is out of the trash again."),
    Deed.BROUGHT_BACK: N_("{title} is in the trash again."),
    Deed.REVERTED: N_("{title} is as it was before you brought a version back."),
    Deed.SETTLED: N_("{title} has all its versions again; nothing is decided."),
    Deed.DISPUTED: N_("Whether {title} is kept is open again."),
    Deed.IMPORTED: N_("The rows of {title} were taken out again."),
}
_REDONE = {
    Deed.WROTE: N_("{title} is out of the trash again."),
    Deed.CHANGED: N_("The change to {title} was made again."),
    Deed.TRASHED: N_("{title} is in the trash again."),
    Deed.BROUGHT_BACK: N_("{title} is out of the trash again."),
    Deed.REVERTED: N_("The version of {title} was brought back again."),
    Deed.SETTLED: N_("The versions of {title} were decided again."),
    Deed.DISPUTED: N_("Whether {title} is kept was decided again."),
    Deed.IMPORTED: N_("The rows of {title} are here again."),
}


@dataclass(frozen=True)
class Step:
    """The writes that a change made to one record."""

    record: str
    stamps: tuple[str, ...]
    stand_ins: frozenset[tuple[str, str]] = field(default=frozenset(), compare=False)
    """(field, stamp) of later writes that only put back what these writes had said."""

    def owns(self, name: str, stamp: str) -> bool:
        """Whether what this write says of this field is what the change said."""
        return stamp in self.stamps or (name, stamp) in self.stand_ins


@dataclass(frozen=True)
class Restored:
    """One field that was put back: the write that says it now stands in for the one that said it before."""

    name: str
    before: str
    now: str


@dataclass(frozen=True)
class Change:
    """One thing a person did, to one record or to many."""

    deed: Deed
    title: str
    """What the record is called; "" for many records, or for one without a title."""
    steps: tuple[Step, ...]
    is_redone: bool = False

    def undone(self) -> str:
        """That it was undone (or done again), in a sentence."""
        if len(self.steps) > 1 and self.deed is not Deed.IMPORTED:
            many = len(self.steps)
            if self.is_redone:
                return ngettext(
                    "{count} record was changed again.", "{count} records were changed again.", many
                ).format(count=many)
            return ngettext("{count} record is as it was.", "{count} records are as they were.", many).format(
                count=many
            )
        title = isolate(self.title) if self.title else _("Entry without a title")
        return _((_REDONE if self.is_redone else _UNDONE)[self.deed]).format(title=title)


@dataclass
class Done:
    """The changes of one sitting, newest last, and those that were undone."""

    to_undo: list[Change] = field(default_factory=list)
    to_redo: list[Change] = field(default_factory=list)
    count: int = 0
    """How many changes were ever made in this sitting: tells whether one is newer than something."""

    def add(self, change: Change) -> Change:
        """A person did something: it can be undone, and what was undone before can no longer be done again."""
        self.to_redo.clear()
        self.push(change)
        return change

    def push(self, change: Change) -> None:
        """Put a change where undo finds it first."""
        self.to_undo.append(change)
        del self.to_undo[:-MOST]
        self.count += 1

    def forget(self, records: Iterable[str]) -> None:
        """Records were erased: nothing of them can be undone, and nothing tells what they were called."""
        gone = frozenset(records)
        for listed in (self.to_undo, self.to_redo):
            listed[:] = [left for change in listed if (left := _without(change, gone)) is not None]

    def stand_in(self, record: str, restored: Iterable[Restored]) -> None:
        """After something was put back: the changes before it own what was put back as if they had written it."""
        for listed in (self.to_undo, self.to_redo):
            listed[:] = [
                replace(
                    change,
                    steps=tuple(_with(step, restored) if step.record == record else step for step in change.steps),
                )
                for change in listed
            ]

    def wrote(self, deed: Deed, title: str, record: str, stamps: Iterable[str]) -> Change:
        """A change to one record."""
        return self.add(Change(deed, title, (Step(record, tuple(stamps)),)))


def _without(change: Change, gone: frozenset[str]) -> Change | None:
    left = tuple(step for step in change.steps if step.record not in gone)
    if len(left) == len(change.steps):
        return change
    return replace(change, steps=left) if left else None


def _with(step: Step, restored: Iterable[Restored]) -> Step:
    fresh = {(one.name, one.now) for one in restored if step.owns(one.name, one.before)}
    return replace(step, stand_ins=step.stand_ins | fresh) if fresh else step
