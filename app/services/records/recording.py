"""Recording: what every kind of record has in common - open, keep, save, trash, bring back, look back.

A module about one kind of record, such as `objectives`, adds only what is special to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from app.domain.checks import check
from app.domain.drafts import Draft
from app.domain.fold import DELETED, ERASED, Operation, State, Value
from app.domain.problems import Problem
from app.domain.records import KINDS, Record, flat, unflat
from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening.changes import Change, Deed, Step
from app.services.opening.judging import judge
from app.services.opening.workspace import Workspace
from app.services.records import areas
from app.storage import operations, records, values
from app.storage.naming import name_of
from app.storage.pages import Line as Line
from app.storage.pages import Pages
from app.storage.queries import Query as Query
from app.storage.records import Brief as Brief
from app.storage.session import Session

R = TypeVar("R", bound=Record)
_LINE = 80
"""Signs of a name that stands in a list."""


class RecordMissingError(GroundworkError):
    """No record with that id."""

    message = N_("There is no record {id} in this workspace.")


@dataclass(frozen=True)
class Saved:
    """What a save made of a draft."""

    id: str
    stamp: str
    """The operation written; the record's newest one if nothing had changed."""
    changed: bool
    problems: tuple[Problem, ...]


def new(workspace: Workspace, record_class: type[R], **fields: object) -> Draft[R]:
    """An empty draft with an id of its own and these fields filled in."""
    return Draft(record_class(id=workspace.new_id(), **fields))


def open_draft(workspace: Workspace, record_class: type[R], record: str) -> Draft[R]:
    """A draft of a saved record, as it is now. Raises RecordMissingError."""
    with workspace.reading() as session:
        draft = draft_in(session, record_class, record)
    if not record_class.SEALED_FOR:
        return draft
    found = areas.plain(workspace, draft.before)
    if found is None:
        raise areas.AreaClosedError
    return replace(draft, record=unflat(record_class, record, found), before=found)


def draft_in(session: Session, record_class: type[R], record: str) -> Draft[R]:
    """A draft of a saved record inside a transaction already open; one of a sealed kind stays closed, and so empty.

    Raises RecordMissingError.
    """
    state = operations.state(session, record)
    if state is None or state.kind != record_class.KIND:
        raise RecordMissingError(id=record)
    found = unflat(record_class, record, state.fields)
    base = {name: tuple(leaf.stamp for leaf in leaves) for name, leaves in state.leaves.items()}
    return Draft(found, before=dict(state.fields), base=base)


def kind_of(workspace: Workspace, record: str) -> type[Record]:
    """The class of the record with this id. Raises RecordMissingError."""
    with workspace.reading() as session:
        kind = records.kind_of(session, record)
    if kind not in KINDS:
        raise RecordMissingError(id=record)
    return KINDS[kind]


def problems(workspace: Workspace, draft: Draft[R]) -> tuple[Problem, ...]:
    """What is still missing or odd in a draft; the same answer while typing, on saving and on import."""
    return check(draft.record, workspace.pack, draft.unread)


def keep(workspace: Workspace, draft: Draft[R]) -> None:
    """Keep what is being typed, as typed; called 400 ms after the last key and on leaving a field.

    Raises RecordMissingError where somebody erased the record meanwhile: then nothing of it may lie anywhere.
    """
    with workspace.noting() as session:
        _refuse_erased(session, draft)
        typing = values.Typing(workspace.profile.id, workspace.now_ms(), workspace.sitting())
        values.put_draft(session, draft, typing, partial(areas.cover, workspace))


def kept_drafts(workspace: Workspace) -> tuple[Draft[Record], ...]:
    """What this person was typing when the program ended without saving it, the newest first.

    What another window is typing right now is that window's.
    """
    uncover = partial(areas.uncover, workspace)
    with workspace.reading() as session:
        return values.drafts(session, workspace.profile.id, uncover, workspace.sits_elsewhere)


def left_behind(workspace: Workspace) -> tuple[Draft[Record], ...]:
    """What was typed and never saved, the newest first: only a crash leaves such drafts, a normal end saves them."""
    return tuple(draft for draft in kept_drafts(workspace) if draft.changes() or draft.is_new)


def drop(workspace: Workspace, draft: Draft[R]) -> None:
    """Forget what was typed here, or left behind, and not saved, because its writer said so."""
    with workspace.noting() as session:
        values.drop_draft(session, draft.record.id, _sittings(workspace, draft))


def save(workspace: Workspace, draft: Draft[R]) -> Saved:
    """Keep a draft for good, complete or not; what is missing comes back as problems, nothing typed is refused.

    Only what changed is written, and it replaces only what this person had seen.
    """
    changes = draft.changes()
    found = problems(workspace, draft)
    if not changes and not draft.unread:
        drop(workspace, draft)
        with workspace.reading() as session:
            state = operations.state(session, draft.record.id)
        return Saved(draft.record.id, state.stamp if state else "", changed=False, problems=found)
    with workspace.writing() as session:
        stamp = write(workspace, session, draft)
        if not draft.unread:
            values.drop_draft(session, draft.record.id, _sittings(workspace, draft))
    if stamp:
        deed = Deed.WROTE if draft.is_new else Deed.CHANGED
        workspace.done.wrote(deed, naming(draft.record), draft.record.id, [stamp])
    return Saved(draft.record.id, stamp, changed=True, problems=found)


def seal_again(workspace: Workspace, record_class: type[Record]) -> int:
    """Write every record of a sealed kind anew that is open here, for those who may read it now; how many."""
    query = Query(record_class.KIND)
    open_here = [one.record.id for one in lines(workspace, query, limit=count(workspace, query)) if not one.sealed]
    for record in open_here:
        draft = open_draft(workspace, record_class, record)
        with workspace.writing() as session:
            _put(workspace, session, draft, areas.entries(workspace, draft))
    return len(open_here)


def write(workspace: Workspace, session: Session, draft: Draft[R]) -> str:
    """Write a draft's changes inside a transaction already open; the stamp of the operation, "" if nothing changed.

    Of a sealed kind the whole record is written anew, sealed for those who may read it now.
    """
    workspace.may(Verb.WRITE)
    changes = draft.changes()
    if not changes:
        return ""
    return _put(workspace, session, draft, areas.entries(workspace, draft) if draft.record.SEALED_FOR else changes)


def _refuse_erased(session: Session, draft: Draft[R]) -> None:
    if not draft.is_new and records.kind_of(session, draft.record.id) == ERASED:
        raise RecordMissingError(id=draft.record.id)


def _sittings(workspace: Workspace, draft: Draft[R]) -> tuple[str, str]:
    """Under which words the text of this draft may be kept: this sitting's, and that of the one that left it."""
    return workspace.word, draft.sitting


def _put(workspace: Workspace, session: Session, draft: Draft[R], changes: dict[str, Value]) -> str:
    if not draft.record.id:
        raise RecordMissingError(id="")
    _refuse_erased(session, draft)
    replaces = {name: draft.base[name] for name in changes if draft.base.get(name)}
    clock = workspace.next_stamps(session)
    stamp = clock.stamp(after=(one for stamps in draft.base.values() for one in stamps))
    kind = type(draft.record).KIND
    made = Operation(draft.record.id, kind, stamp, changes, replaces, workspace.profile.id)
    operations.add_all(session, [made], judge(workspace.pack))
    return stamp


def write_all(workspace: Workspace, session: Session, drafts: Iterable[Draft[R]]) -> None:
    """Write several drafts inside a transaction already open, as one change that can be undone."""
    written = [(draft, write(workspace, session, draft)) for draft in drafts]
    if steps := tuple(Step(draft.record.id, (stamp,)) for draft, stamp in written if stamp):
        title = naming(written[0][0].record) if len(steps) == 1 else ""
        workspace.done.add(Change(Deed.CHANGED, title, steps))


def trash(workspace: Workspace, record: str, *, undoable: bool = True) -> Change | None:
    """Put a record in the trash; what somebody else wrote meanwhile keeps it visible. Raises RecordMissingError.

    What comes back can be given to `undoing.undo`. `undoable=False`: no Undo shows what was taken away here.
    """
    change = _trashed(workspace, (record,))
    return workspace.done.add(change) if undoable else None


def trash_all(workspace: Workspace, found: Iterable[str]) -> Change:
    """Put these records in the trash, all or none, as one change that can be undone. Raises RecordMissingError."""
    return workspace.done.add(_trashed(workspace, found))


def _trashed(workspace: Workspace, found: Iterable[str]) -> Change:
    workspace.may(Verb.WRITE)
    steps, title = [], ""
    with workspace.writing() as session:
        for record in found:
            state = operations.state(session, record)
            if state is None or state.kind == ERASED:
                raise RecordMissingError(id=record)
            seen = [leaf.stamp for name, leaves in state.leaves.items() if name != DELETED for leaf in leaves]
            steps.append(Step(record, (_mark(workspace, session, record, list[Value](sorted(seen))),)))
            title = naming(state)
    return Change(Deed.TRASHED, title if len(steps) == 1 else "", tuple(steps))


def bring_back(workspace: Workspace, *wanted: str) -> Change:
    """Take records out of the trash, all of them or none. Raises RecordMissingError."""
    with workspace.writing() as session:
        steps = tuple(Step(record, (_mark(workspace, session, record, False),)) for record in wanted)
        state = operations.state(session, wanted[0])
    title = naming(state) if state is not None and len(steps) == 1 else ""
    return workspace.done.add(Change(Deed.BROUGHT_BACK, title, steps))


def naming(shown: Record | State) -> str:
    """What a record is called: its first text of those that name it; "" if it has none."""
    entries = shown.fields if isinstance(shown, State) else flat(shown)
    return name_of(entries)


def in_a_line(name: str) -> str:
    """A name that is no longer than a line; an ellipsis says that it goes on."""
    return name if len(name) <= _LINE else f"{name[: _LINE - 1].rstrip()}…"


def is_in_trash(workspace: Workspace, record: str) -> bool:
    """Whether a record is deleted; one that does not exist is not."""
    with workspace.reading() as session:
        state = operations.state(session, record)
    return state is not None and state.deleted


def lines(workspace: Workspace, query: Query, *, after: int = 0, limit: int = 50) -> list[Line]:
    """A page of a list, newest month first."""
    with workspace.reading() as session:
        found = Pages(query).from_top(session, skipped=after, limit=limit)
    return [areas.opened(workspace, line) for line in found] if KINDS[query.kind].SEALED_FOR else found


def deleted(workspace: Workspace) -> tuple[Brief, ...]:
    """Everything in the trash, of any kind, the one deleted last first."""
    with workspace.reading() as session:
        return records.deleted(session)


def count(workspace: Workspace, query: Query) -> int:
    """How long the list is."""
    with workspace.reading() as session:
        return records.count(session, query)


def _mark(workspace: Workspace, session: Session, record: str, mark: Value) -> str:
    state = operations.state(session, record)
    if state is None or state.kind == ERASED:
        raise RecordMissingError(id=record)
    known = tuple(leaf.stamp for leaf in state.leaves.get(DELETED, ()))
    stamp = workspace.next_stamps(session).stamp(after=[state.stamp])
    replaces = {DELETED: known} if known else {}
    made = Operation(record, state.kind, stamp, {DELETED: mark}, replaces, workspace.profile.id)
    operations.add_all(session, [made], judge(workspace.pack))
    return stamp
