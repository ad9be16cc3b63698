"""Fates: what became of each submission and each of its entries, and who decided so; nothing vanishes silently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.shared import WORDS, SharedEntry
from app.services.coordinating import triage, voices
from app.services.coordinating.voices import Voice
from app.services.opening.workspace import Workspace
from app.storage import decisions
from app.storage.decisions import VERDICT, Decision
from app.sync.standing import Verdict

COUNTED, REPLACED, CLASH = Verdict.ACCEPTED.value, "replaced", "clash"
UNKNOWN_SENDER, TAKEN_BACK, LINKED = "unknown-sender", "taken-back", "linked"
_NOTHING_LINKED: Mapping[str, str] = {}


@dataclass(frozen=True)
class Fate:
    """What became of something: a code of `Wording.fate`, who decided so, and the words they gave."""

    code: str
    by: str = ""
    """The name of a person here; "" where nobody decided."""
    comment: str = ""


@dataclass(frozen=True)
class EntryFate:
    """What became of one entry of a submission."""

    entry: str
    kind: str
    fate: str
    shown: SharedEntry | None = None
    """None for one that its sender took back: nothing of it is shown."""
    linked: str = ""
    """The entry that it is counted together with."""


@dataclass(frozen=True)
class Fates:
    """A submission, and what became of everything in it."""

    line: triage.InboxLine
    whole: Fate
    entries: tuple[EntryFate, ...]
    withheld_records: int
    """How many records its sender kept back, and never sent."""
    withheld_counts: int
    """How many numbers its sender withheld because they were about few people."""


def of_all(workspace: Workspace) -> dict[str, Fate]:
    """Submission to what became of it as a whole."""
    received, found = triage.stands(workspace)
    with workspace.reading() as session:
        decided = decisions.newest(session, VERDICT)
        known = voices.voices(session)
    names = {one.id: one.name for one in workspace.team.everybody}
    standing = {one.id: COUNTED for one in found.counted}
    standing |= {one.id: REPLACED for one in found.replaced} | {one.id: CLASH for one in found.clashes}
    told = {}
    for one in received:
        verdict = found.left_out.get(one.id, Verdict.WAITING)
        is_known = known.get(one.organisation, Voice()).knows(one.sender) or verdict is not Verdict.WAITING
        code = standing.get(one.id) or (verdict.value if is_known else UNKNOWN_SENDER)
        told[one.id] = _told(code, decided.get(one.id), names)
    return told


def left_out(workspace: Workspace) -> tuple[tuple[triage.InboxLine, Fate], ...]:
    """Every submission that does not count, with the reason; the newest first."""
    found = of_all(workspace)
    return tuple((one, found[one.id]) for one in triage.inbox(workspace) if found[one.id].code != COUNTED)


def of(workspace: Workspace, submission: str, linked: Mapping[str, str] = _NOTHING_LINKED) -> Fates:
    """What became of one submission, entry by entry. `linked` says which entries are counted with which others.

    Raises SubmissionMissingError.
    """
    line = triage.find(workspace, submission)
    whole, said = of_all(workspace)[line.id], triage.opened(workspace, line.id)
    kept = [_entry(one, whole.code, linked.get(one.id, "")) for one in said.entries]
    gone = {one.target for one in said.honoured if one.scope != WORDS} - {one.id for one in said.entries}
    kept += [EntryFate(one, "", TAKEN_BACK) for one in sorted(gone)]
    return Fates(line, whole, tuple(kept), said.disclosure.records_held_back, said.disclosure.counts_withheld)


def _entry(one: SharedEntry, whole: str, linked: str) -> EntryFate:
    fate = LINKED if linked and whole == COUNTED else whole
    return EntryFate(one.id, one.KIND, fate, one, linked if fate == LINKED else "")


def _told(code: str, decision: Decision | None, names: Mapping[str, str]) -> Fate:
    if decision is None or code in (UNKNOWN_SENDER, Verdict.WAITING.value):
        return Fate(code)
    return Fate(code, names.get(decision.by, ""), decision.comment)
