"""Objectives: found by everyday words, chosen, and said how far one is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.compact.search import Match, find
from app.domain.drafts import Draft
from app.domain.records import Assessment, Feedback, ObjectiveChoice, Record, rule
from app.domain.stamps import settled_id
from app.domain.terms import Period
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.storage import operations, records
from app.storage.session import Session

search = find
"""`search(words, pack=...)` ranks objectives for everyday words in any of the six languages."""
__all__ = [
    "Match",
    "ObjectiveLine",
    "assess",
    "choices",
    "choose",
    "lines",
    "open_loops",
    "search",
    "settle",
    "settled",
    "views",
]


@dataclass(frozen=True)
class ObjectiveLine:
    """One objective as the home page shows it."""

    number: int
    chosen: bool
    priority: int
    """1 to 3 for a main one, 0 otherwise."""
    activities: int
    """0 means nothing is written yet, which is not the same as nothing done."""
    feedback: int


def choose(workspace: Workspace, numbers: Iterable[int], *, chosen: bool = True, priority: int | None = None) -> None:
    """Choose these objectives, or take the choice back; one transaction, and nothing else about them changes."""
    drafts = []
    with workspace.writing() as session:
        for number in numbers:
            draft = _draft(session, ObjectiveChoice(_choice_id(workspace, number)))
            rank = draft.record.priority if priority is None else priority or None
            record = replace(draft.record, objective=number, chosen=chosen, priority=rank)
            drafts.append(replace(draft, record=record))
        recording.write_all(workspace, session, drafts)


def settle(workspace: Workspace, chosen: Mapping[int, int]) -> None:
    """Make exactly these the chosen ones, each with its place among the main ones (0: none), in one transaction."""
    before = [one.objective or 0 for one in choices(workspace)]
    drafts = []
    with workspace.writing() as session:
        for number in sorted({*before, *chosen}):
            draft = _draft(session, ObjectiveChoice(_choice_id(workspace, number)))
            rank = chosen.get(number) or None
            record = replace(draft.record, objective=number, chosen=number in chosen, priority=rank)
            drafts.append(replace(draft, record=record))
        recording.write_all(workspace, session, drafts)


def choices(workspace: Workspace) -> tuple[ObjectiveChoice, ...]:
    """The chosen objectives, in order of their number."""
    with workspace.reading() as session:
        found = [one for one in records.every(session, ObjectiveChoice) if one.chosen]
    return tuple(sorted(found, key=lambda one: one.objective or 0))


def describe(workspace: Workspace, number: int, field: str, value: object) -> None:
    """Say why an objective was chosen, until when, or what else there is to say; nothing is written if it is said.

    KeyError for a field that a choice does not have.
    """
    rule(ObjectiveChoice, field)
    with workspace.writing() as session:
        draft = _draft(session, ObjectiveChoice(_choice_id(workspace, number)))
        record = replace(draft.record, objective=number, chosen=True, **{field: value})  # type: ignore[arg-type] # `rule` knows the field
        recording.write_all(workspace, session, [replace(draft, record=record)])


def remark(workspace: Workspace, number: int, *, period: Period, note: str) -> None:
    """Say more about how far an objective is in a period; what was said of it stays."""
    with workspace.writing() as session:
        draft = _draft(session, Assessment(_view_id(workspace, number, period.iso)))
        record = replace(draft.record, objective=number, period=period.iso, note=note)
        recording.write_all(workspace, session, [replace(draft, record=record)])


def assess(workspace: Workspace, number: int, *, period: Period, value: str = "", nothing_done: bool = False) -> str:
    """Say how far an objective is in a period, or that nothing was done; the id of the record."""
    identity = _view_id(workspace, number, period.iso)
    with workspace.writing() as session:
        draft = _draft(session, Assessment(identity))
        record = replace(draft.record, objective=number, period=period.iso, value=value, nothing_done=nothing_done)
        recording.write_all(workspace, session, [replace(draft, record=record)])
    return identity


def views(workspace: Workspace, number: int) -> dict[str, Assessment]:
    """What was said about an objective, by period (`2026-07..2026-09`)."""
    with workspace.reading() as session:
        found = [one for one in records.every(session, Assessment) if one.objective == number]
    return {one.period: one for one in found}


def open_loops(workspace: Workspace, number: int) -> int:
    """How many people wait for an answer about an objective."""
    query = recording.Query(Feedback.KIND, objective=number)
    found = recording.lines(workspace, query, limit=recording.count(workspace, query))
    return sum(isinstance(line.record, Feedback) and line.record.open_loop for line in found)


def settled(workspace: Workspace, begun: Draft[Record]) -> Draft[Record]:
    """The draft under the one id that its objective (and period) has on every device, as saved; others as they are."""
    record, identity = begun.record, ""
    if isinstance(record, ObjectiveChoice) and record.objective is not None:
        identity = _choice_id(workspace, record.objective)
    if isinstance(record, Assessment) and record.objective is not None and record.period:
        identity = _view_id(workspace, record.objective, record.period)
    if not identity:
        return begun
    with workspace.reading() as session:
        return _draft(session, type(record)(identity))


def lines(workspace: Workspace) -> tuple[ObjectiveLine, ...]:
    """All objectives of the pack with what this organisation did and heard about each."""
    chosen = {one.objective: one for one in choices(workspace)}
    with workspace.reading() as session:
        activities = records.objectives_counted(session, "activity")
        heard = records.objectives_counted(session, "feedback", "topics")
    return tuple(
        ObjectiveLine(
            one.number,
            one.number in chosen,
            (chosen[one.number].priority or 0) if one.number in chosen else 0,
            activities.get(one.number, 0),
            heard.get(one.number, 0),
        )
        for one in workspace.pack.objectives
    )


def _choice_id(workspace: Workspace, number: int) -> str:
    return settled_id(workspace.organisation.id, ObjectiveChoice.KIND, str(number))


def _view_id(workspace: Workspace, number: int, period: str) -> str:
    return settled_id(workspace.organisation.id, Assessment.KIND, f"{number}:{period}")


def _draft(session: Session, empty: recording.R) -> Draft[recording.R]:
    """The saved record with this id as a draft, or the empty one."""
    if operations.state(session, empty.id) is None:
        return Draft(empty)
    return recording.draft_in(session, type(empty), empty.id)
