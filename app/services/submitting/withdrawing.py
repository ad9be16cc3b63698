"""Withdrawing: what is taken back of all that a recipient got, told in every submission to them from then on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.domain.records import KINDS, Record
from app.domain.shared import RECORD, Call, SharedEntry, Submission, Withdrawal
from app.domain.terms import When
from app.privacy import border
from app.privacy.border import Passage
from app.privacy.withdrawal import to_take_back
from app.services.opening.workspace import Workspace
from app.services.submitting import published
from app.services.submitting.published import OwnSent
from app.storage import records


def sent_to(workspace: Workspace, call: Call, all_sent: Iterable[OwnSent] | None = None) -> list[Submission]:
    """All that whoever made this call got, for any call of theirs, oldest first; `all_sent` is not opened again."""
    if not call.signing:
        return []
    opened = published.sent(workspace) if all_sent is None else all_sent
    return [one.submission for one in opened if one.recipient == call.signing.hex()]


def named(
    got: Iterable[Submission], notices: Iterable[Withdrawal]
) -> tuple[tuple[Withdrawal, SharedEntry | None], ...]:
    """Each notice with the entry it takes back, as it was told last; None where it is in none of these submissions."""
    told = {entry.id: entry for one in got for entry in one.entries if not isinstance(entry, Withdrawal)}
    return tuple((notice, told.get(notice.target)) for notice in notices)


def notices(workspace: Workspace, got: Sequence[Submission], passage: Passage) -> tuple[Withdrawal, ...]:
    """Every withdrawal to be told to whoever has these submissions: those told before, again, and this month's.

    What was taken back once is never sent to the same recipient again.
    """
    told = {(notice.target, notice.scope): notice for one in got for notice in one.of(Withdrawal)}
    entries = [entry for one in got for entry in one.entries if (entry.id, RECORD) not in told]
    month = When.of(workspace.now().date()).only_month
    for target, scope in sorted(to_take_back(entries, _kept(workspace, entries, passage), passage)):
        told.setdefault((target, scope), Withdrawal(f"{target}:{scope}", target, scope, month))
    return tuple(told[key] for key in sorted(told))


def _kept(workspace: Workspace, entries: Iterable[SharedEntry], passage: Passage) -> dict[str, Record]:
    """Pseudonym to record, of every kind that was sent; what lies in the trash is not kept."""
    kinds = {entry.KIND for entry in entries} & set(border.TABLES) - border.SETTLED
    with workspace.reading() as session:
        return {
            passage.pseudonym(record.id): record
            for kind in sorted(kinds)
            for record in records.every(session, KINDS[kind])
        }
