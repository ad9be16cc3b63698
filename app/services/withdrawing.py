"""Withdrawing: what is taken back of all that a recipient got, told in every submission to them from then on."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.records import KINDS, Record
from app.domain.shared import RECORD, Call, SharedEntry, Submission, Withdrawal
from app.domain.terms import When
from app.privacy import border
from app.privacy.border import Passage
from app.privacy.withdrawal import to_take_back
from app.services import calls
from app.services.workspace import Workspace
from app.storage import exchange, records
from app.sync import wire
from app.sync.manifest import Purpose
from app.sync.reading import read


def notices(workspace: Workspace, call: Call, passage: Passage) -> tuple[Withdrawal, ...]:
    """Every withdrawal that this recipient has to be told of: those told before, again, and the new ones of this month.

    What was taken back once is never sent to the same recipient again.
    """
    got = _sent_to(workspace, call)
    told = {(one.target, one.scope): one for one in _withdrawals(got)}
    entries = [entry for one in got for entry in one.entries if (entry.id, RECORD) not in told]
    month = When.of(workspace.now().date()).only_month
    for target, scope in sorted(to_take_back(entries, _kept(workspace, entries, passage), passage)):
        told.setdefault((target, scope), Withdrawal(f"{target}:{scope}", target, scope, month))
    return tuple(told[key] for key in sorted(told))


def notices_sent(workspace: Workspace, call: Call) -> tuple[Withdrawal, ...]:
    """The withdrawals that this recipient was told of before."""
    return tuple(_withdrawals(_sent_to(workspace, call)))


def _withdrawals(got: Iterable[Submission]) -> list[Withdrawal]:
    return [notice for one in got for notice in one.of(Withdrawal)]


def _sent_to(workspace: Workspace, call: Call) -> list[Submission]:
    """All that whoever made this call got, for any call of theirs, oldest first."""
    if not call.signing:
        return []
    theirs = {one.id for one in calls.every(workspace) if one.signing == call.signing}
    with workspace.reading() as session:
        sent = [one for one in exchange.sent(session) if one.call in theirs]
    opened = (read(one.bundle, purpose=Purpose.SUBMISSION, keys=workspace.keys) for one in reversed(sent))
    return [wire.read_submission(one.header, one.lines()) for one in opened]


def _kept(workspace: Workspace, entries: Iterable[SharedEntry], passage: Passage) -> dict[str, Record]:
    """Pseudonym to record, of every kind that was sent; what lies in the trash is not kept."""
    kinds = {entry.KIND for entry in entries} & set(border.TABLES) - border.SETTLED
    with workspace.reading() as session:
        return {
            passage.pseudonym(record.id): record
            for kind in sorted(kinds)
            for record in records.every(session, KINDS[kind])
        }
