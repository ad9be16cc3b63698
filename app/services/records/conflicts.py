"""Conflicts: fields to which two people gave different values unknown to each other, and the way to settle them.

Both values are kept until a person chooses. Settling is one new write that replaces every version it was shown;
a version that came in meanwhile stays beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from app.domain.fold import Operation, State, Value, fold
from app.domain.records import KINDS, Shape, rule
from app.domain.stamps import moment_of
from app.domain.text_merge import merged
from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening.changes import Deed
from app.services.opening.judging import judge
from app.services.opening.workspace import Workspace
from app.services.records.recording import RecordMissingError, naming
from app.storage import operations, records, values

__all__ = ["Conflict", "Contested", "NotContestedError", "Side", "count", "every", "of_record", "settle"]


class NotContestedError(GroundworkError):
    """Nothing to decide there."""

    message = N_("There is nothing to decide at the field {field} of this record.")


@dataclass(frozen=True)
class Side:
    """One of the values of a field."""

    stamp: str
    value: Value
    by: str
    """The profile that first wrote this value, "" where it was not told."""
    saved_at: datetime
    is_mine: bool
    """Written by who is working now."""
    is_here: bool
    """Written on this computer."""


@dataclass(frozen=True)
class Contested:
    """One field with several values."""

    name: str
    sides: tuple[Side, ...]
    """Mine first, then the oldest first."""
    shown: str
    """The stamp of the side that is shown until somebody chooses."""
    before: Value = None
    """What both replaced, where that is known."""
    proposal: str | None = None
    """For a long text: both changes put together, where that is certain."""
    is_text: bool = False
    """Whether both versions may be kept, one below the other."""

    def side(self, *, mine: bool) -> Side:
        """My newest version, or the newest of somebody else; where one person wrote all, the other is the oldest."""
        found = [side for side in self.sides if side.is_mine is mine]
        return max(found, key=lambda side: side.stamp) if found else self.sides[0]


@dataclass(frozen=True)
class Conflict:
    """One record with something to decide."""

    record: str
    kind: str
    title: str
    fields: tuple[Contested, ...]
    """In the order of the form."""
    values: Mapping[str, Value]
    """All that the record shows now."""


def every(workspace: Workspace) -> tuple[Conflict, ...]:
    """Every record with something to decide, the one written last first."""
    with workspace.reading() as session:
        found = [brief.id for brief in records.contested(session)]
    return tuple(conflict for record in found if (conflict := of_record(workspace, record)) is not None)


def count(workspace: Workspace) -> int:
    """How many records have something to decide."""
    with workspace.reading() as session:
        return len(records.contested(session))


def of_record(workspace: Workspace, record: str) -> Conflict | None:
    """What is to be decided in one record; None if nothing is. Raises RecordMissingError."""
    with workspace.reading() as session:
        held = operations.of_record(session, record)
        writer = str(values.get(session, "writer"))
    if not held:
        raise RecordMissingError(id=record)
    state = fold(held)
    who = _Who(workspace.profile.id, writer, held)
    fields = tuple(_contested(name, state, who) for name in _in_order(state))
    return Conflict(record, state.kind, naming(state), fields, state.fields) if fields else None


def settle(workspace: Workspace, conflict: Conflict, chosen: Mapping[str, Value]) -> str:
    """Keep these values for good, in one write that replaces every version that was shown; its stamp.

    Raises NotContestedError for a field that has nothing to decide.
    """
    shown = {field.name: tuple(side.stamp for side in field.sides) for field in conflict.fields}
    for name in chosen:
        if name not in shown:
            raise NotContestedError(field=name)
    replaces = {name: shown[name] for name in chosen}
    with workspace.writing() as session:
        seen = [stamp for stamps in replaces.values() for stamp in stamps]
        stamp = workspace.next_stamps(session).stamp(after=seen)
        made = Operation(conflict.record, conflict.kind, stamp, dict(chosen), replaces, workspace.profile.id)
        operations.add_all(session, [made], judge(workspace.pack))
    workspace.done.wrote(Deed.SETTLED, conflict.title, conflict.record, [stamp])
    return stamp


@dataclass(frozen=True)
class _Who:
    """Who looks, where, at the steps of which record."""

    profile: str
    writer: str
    held: tuple[Operation, ...]

    def first(self, name: str, leaf: str, value: Value) -> Operation:
        """The step in which this value was first given to the field: putting it back makes nobody its author."""
        by_stamp = {operation.stamp: operation for operation in self.held}
        same = [one for one in self.held if one.stamp < leaf and one.fields.get(name) == value and one.by]
        return min(same, key=lambda one: one.stamp, default=by_stamp[leaf]) if value is not None else by_stamp[leaf]


def _in_order(state: State) -> Iterable[str]:
    """The contested fields that this program knows, in the order of the form."""
    record_class = KINDS.get(state.kind)
    if record_class is None or state.deleted:
        return []
    known = [name for name in record_class.__dataclass_fields__ if name != "id"]
    return [name for name in known if name in state.conflicts]


def _contested(name: str, state: State, who: _Who) -> Contested:
    leaves = {str([type(leaf.value), leaf.value]): leaf for leaf in reversed(state.leaves[name])}
    sides = []
    for leaf in leaves.values():
        first = who.first(name, leaf.stamp, leaf.value)
        saved_at = moment_of(first.stamp)
        here = first.stamp[16:32] == who.writer
        sides.append(Side(leaf.stamp, leaf.value, first.by, saved_at, first.by == who.profile and here, here))
    sides.sort(key=lambda side: (not side.is_mine, side.stamp))
    before = _before(name, who.held, [side.stamp for side in sides])
    is_text = rule(KINDS[state.kind], name).shape in (Shape.LONG_TEXT, Shape.TEXT)
    is_long = rule(KINDS[state.kind], name).shape is Shape.LONG_TEXT
    proposal = _proposal(before, sides) if is_long else None
    return Contested(name, tuple(sides), state.leaves[name][0].stamp, before, proposal, is_text)


def _before(name: str, held: Iterable[Operation], leaves: Iterable[str]) -> Value:
    """The value that every one of these writes replaced; None where they did not replace the same one."""
    by_stamp = {operation.stamp: operation for operation in held}
    replaced = [set(by_stamp[leaf].replaces.get(name, ())) for leaf in leaves]
    common = sorted(set.intersection(*replaced) & set(by_stamp)) if replaced else []
    return by_stamp[common[-1]].fields.get(name) if common else None


def _proposal(before: Value, sides: list[Side]) -> str | None:
    if len(sides) != 2:
        return None
    one, other = (side.value for side in sides)
    if isinstance(before, str) and isinstance(one, str) and isinstance(other, str):
        return merged(before, one, other)
    return None
