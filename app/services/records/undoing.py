"""Undo and redo across records: new writes that say what was before; nothing ever leaves a history.

Only fields that the change wrote, and that nobody wrote since, are put back; what somebody else changed meanwhile
is left as it is and told. Undoing a decision between versions brings all of them back.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.domain.fold import DELETED, Leaf, Operation, State, Value, fold
from app.i18n import _
from app.services.opening.changes import Change, Deed, Restored, Step
from app.services.opening.judging import judge
from app.services.opening.workspace import Workspace
from app.storage import imports, operations
from app.storage.session import Session

__all__ = ["Undone", "redo", "undo"]


@dataclass(frozen=True)
class Undone:
    """What came of undoing or doing again."""

    change: Change
    left: int
    """Fields (or records in the trash) that were left because somebody changed them since."""
    nothing: bool
    """Nothing could be put back."""

    def sentence(self) -> str:
        """What happened, in a sentence for the person."""
        if self.nothing:
            return _(
                "This was changed again meanwhile, so it stays as it is. Look at the history to bring a version back."
            )
        if self.left:
            return _("{done} What was changed again meanwhile stays as it is.").format(done=self.change.undone())
        return self.change.undone()


def undo(workspace: Workspace, change: Change | None = None) -> Undone | None:
    """Take back the newest change of this sitting, or this one; None if there is nothing to take back."""
    return _take_back(workspace, workspace.done.to_undo, workspace.done.to_redo, change)


def redo(workspace: Workspace) -> Undone | None:
    """Do again what was undone last; None if something else was done since."""
    back: list[Change] = []
    undone = _take_back(workspace, workspace.done.to_redo, back, None)
    for change in back:
        workspace.done.push(change)
    return undone


def _take_back(workspace: Workspace, taken: list[Change], given: list[Change], wanted: Change | None) -> Undone | None:
    change = next((one for one in reversed(taken) if wanted is None or one == wanted), None)
    if change is None:
        return None
    steps: list[Step] = []
    left = 0
    with workspace.writing() as session:
        for step in change.steps:
            stamps, kept = _restore(workspace, session, step)
            left += kept
            if stamps:
                steps.append(Step(step.record, stamps))
        if change.deed is Deed.IMPORTED:
            note = imports.give_back if change.is_redone else imports.take_back
            note(session, [step.record for step in steps])
    taken.remove(change)
    if steps:
        given.append(replace(change, steps=tuple(steps), is_redone=not change.is_redone))
    return Undone(change, left, nothing=not steps)


def _restore(workspace: Workspace, session: Session, step: Step) -> tuple[tuple[str, ...], int]:
    """Put back what these writes replaced; the new stamps, and how much was left."""
    held = {operation.stamp: operation for operation in operations.of_record(session, step.record)}
    own = [held[stamp] for stamp in step.stamps if stamp in held]
    names = sorted({name for operation in own for name in operation.fields})
    if not own:
        return (), 0
    now = fold(held.values())
    if now.deleted and DELETED not in names:
        return (), 1
    free = [name for name in names if all(step.owns(name, leaf.stamp) for leaf in now.leaves.get(name, ()))]
    free = [name for name in free if not _is_cleaned(name, own, held)]
    begun = min(held) in step.stamps
    if begun and (len(free) < len(names) or _says_more(now, names)):
        return (), 1
    before = {DELETED: ()} if begun else {name: _replaced(name, own, held) for name in free}
    layers = [{DELETED: _seen(now)}] if begun else _layers(now, before)
    if not begun and DELETED in names and (was := fold(held[one] for one in held if one < min(step.stamps))).disputed:
        layers[0][DELETED] = _marked(was)  # not all that is seen now: it is in dispute again
    made = _write(workspace, session, (step.record, now), layers)
    workspace.done.stand_in(step.record, list(_restored(before, made)))
    return tuple(operation.stamp for operation in made), len(names) - len(free)


def _says_more(now: State, names: list[str]) -> bool:
    """Whether the record says anything in other fields than these."""
    return any(value not in (None, False, "") for name, value in now.fields.items() if name not in names)


def _is_cleaned(name: str, own: list[Operation], held: Mapping[str, Operation]) -> bool:
    """Whether what these writes replaced is not known here any more."""
    replaced = {stamp for operation in own for stamp in operation.replaces.get(name, ())}
    return any(name in held[stamp].cleaned for stamp in replaced if stamp in held)


def _replaced(name: str, own: list[Operation], held: Mapping[str, Operation]) -> tuple[Leaf, ...]:
    """The versions of a field that these writes replaced, the newest first."""
    replaced = {stamp for operation in own for stamp in operation.replaces.get(name, ())}
    stamps = sorted(replaced & set(held) - {operation.stamp for operation in own}, reverse=True)
    leaves = tuple(Leaf(stamp, held[stamp].fields.get(name)) for stamp in stamps)
    return leaves if "/" not in name else tuple(leaf for leaf in leaves if leaf.value is True)[:1] or leaves[:1]


def _layers(now: State, before: Mapping[str, tuple[Leaf, ...]]) -> list[dict[str, Value]]:
    """What to write: once, or as often as a field had versions; the first layer is what was shown."""
    layers: list[dict[str, Value]] = [{} for _n in range(max((len(one) for one in before.values()), default=0) or 1)]
    for name, leaves in before.items():
        if name == DELETED:
            layers[0][name] = _seen(now) if any(isinstance(leaf.value, list) for leaf in leaves) else False
        elif not leaves:
            layers[0][name] = False if "/" in name else None
        for place, leaf in enumerate(leaves if name != DELETED else ()):
            layers[place][name] = leaf.value
    return [layer for layer in layers if layer]


def _marked(was: State) -> Value:
    """What those who put the record in the trash had seen."""
    marks = [leaf.value for leaf in was.leaves[DELETED] if isinstance(leaf.value, list)]
    return list[Value](sorted({str(stamp) for mark in marks for stamp in mark}))


def _seen(now: State) -> Value:
    return list[Value](sorted({leaf.stamp for name, found in now.leaves.items() if name != DELETED for leaf in found}))


def _write(
    workspace: Workspace, session: Session, about: tuple[str, State], layers: list[dict[str, Value]]
) -> list[Operation]:
    """One write for each layer, none knowing of another, so that a field has its versions again; the first one last."""
    record, now = about
    made: list[Operation] = []
    for fields in reversed(layers):
        known = {name: tuple(leaf.stamp for leaf in now.leaves.get(name, ())) for name in fields}
        replaces = {name: stamps for name, stamps in known.items() if stamps}
        stamp = workspace.next_stamps(session).stamp(after=[now.stamp, *(one.stamp for one in made)])
        made.append(Operation(record, now.kind, stamp, fields, replaces, workspace.profile.id))
    operations.add_all(session, made, judge(workspace.pack))
    return made[::-1]


def _restored(before: Mapping[str, tuple[Leaf, ...]], made: list[Operation]) -> Iterator[Restored]:
    for name, leaves in before.items():
        for leaf, operation in zip(leaves, made, strict=False):
            if name in operation.fields:
                yield Restored(name, leaf.stamp, operation.stamp)
