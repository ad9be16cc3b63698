"""What was published before: submissions, exports and national pictures, so that no later one tells by difference.

A submission is kept in `sent` as it went out. Of an export or a picture the numbers are kept in the log of decisions:
from then on there is one frozen table of that period, and what comes later is protected beside it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from app.domain.shared import SHARED_KINDS, Audience, SharedEntry, Submission
from app.domain.terms import WITHHELD, Count, Period
from app.privacy import widening
from app.privacy.beside import Once, Reader, beside, counts_of
from app.services.opening.workspace import Workspace
from app.storage import decisions, exchange
from app.storage.decisions import Decision
from app.storage.session import Session
from app.sync import signers, wire
from app.sync.manifest import Purpose
from app.sync.reading import read

E = TypeVar("E", bound=SharedEntry)

EVERYBODY = ""
"""Under this organisation stands what a picture adds up over all."""

_PUBLISHED = "published"
_WITHHELD = "withheld"
_PRINTED = frozenset({"reach", "count", "number"})
"""The numbers that stand in exports and pictures; the groups of a breakdown stand in submissions only."""

Key = tuple[str, str, str]
"""(organisation, kind, id of the entry)."""


@dataclass(frozen=True)
class OwnSent:
    """A submission of our own as it was sent."""

    recipient: str
    """Whose call it answers, as hex of their key; "" where that call is not kept."""
    submission: Submission


@dataclass(frozen=True)
class Before:
    """Every entry that was published with a number, by who told it; the oldest first."""

    told: Mapping[Key, tuple[Once, ...]]
    recipients: frozenset[str]
    """For whom, as hex of their keys: each knows our records under other pseudonyms."""

    def beside(
        self,
        entry: E,
        reader: Reader,
        *,
        organisation: str,
        names: Iterable[str] = (),
        exact: SharedEntry | None = None,
    ) -> E:
        """The entry as it may be told now; `names` are its ids in what was published before, if not its own.

        `exact` is what it was before its numbers were rounded for the public.
        """
        keys = [(organisation, entry.KIND, name) for name in sorted(set(names) or {entry.id})]
        earlier = [one for key in keys for one in self.told.get(key, ())]
        return beside(entry, earlier, reader, exact)

    def with_received(self, received: Iterable[Submission]) -> Before:
        """With all versions that organisations sent: each of them may have told others the same itself."""
        told: dict[Key, tuple[Once, ...]] = {}
        for submission in received:
            for key, once in _once(submission):
                told[key] = (*told.get(key, ()), once)
        return replace(self, told={key: (*told.get(key, ()), *self.told.get(key, ())) for key in {*told, *self.told}})

    def printed(self, submission: Submission, reader: Reader) -> Submission:
        """The submission as it is printed: public numbers in fives, and nothing that tells beside what is known."""
        owner = submission.organisation.id
        entries = tuple(
            self.beside(widening.told(one, reader.audience), reader, organisation=owner, exact=one)
            for one in submission.entries
        )
        return replace(submission, entries=entries)


NOTHING = Before({}, frozenset())


def sent(workspace: Workspace) -> tuple[OwnSent, ...]:
    """All that was sent from here, each opened once, the oldest first."""
    with workspace.reading() as session:
        kept = sorted(exchange.sent(session), key=lambda one: (one.made_ms, one.revision, one.id))
        recipients = {call: _recipient(session, call) for call in {one.call for one in kept}}
    return tuple(OwnSent(recipients[one.call], contents(workspace, one.bundle)[0]) for one in kept)


def before(workspace: Workspace, all_sent: Iterable[OwnSent] | None = None) -> Before:
    """All that this workspace has published; whoever has opened all that was sent gives it: nothing is opened twice."""
    opened = sent(workspace) if all_sent is None else tuple(all_sent)
    with workspace.reading() as session:
        kept = sorted(decisions.newest(session, _PUBLISHED).values(), key=lambda one: one.stamp)
    told: dict[Key, list[Once]] = {}
    for submission in (one.submission for one in opened):
        for key, once in _once(submission):
            told.setdefault(key, []).append(once)
    for decision in kept:
        for organisation, once in _entries(decision):
            told.setdefault((organisation, once.entry.KIND, once.entry.id), []).append(once)
    return Before({key: tuple(found) for key, found in told.items()}, frozenset(one.recipient for one in opened) | {""})


def marks(workspace: Workspace) -> tuple[str, ...]:
    """What was published, by marks alone: as long as they are the same, so is what `before` says."""
    with workspace.reading() as session:
        return (*decisions.stamps(session, _PUBLISHED), *exchange.sent_ids(session))


def by_organisation(known: Before) -> dict[str, Before]:
    """What was published of each organisation: nothing else is looked at for its entries."""
    told: dict[str, dict[Key, tuple[Once, ...]]] = {}
    for key, found in known.told.items():
        told.setdefault(key[0], {})[key] = found
    return {organisation: Before(found, known.recipients) for organisation, found in told.items()}


def _once(submission: Submission) -> Iterator[tuple[Key, Once]]:
    """What has numbers in a submission."""
    for entry in submission.entries:
        if counts_of(entry):
            once = Once(entry, submission.period, submission.disclosure.audience)
            yield (submission.organisation.id, entry.KIND, entry.id), once


def contents(workspace: Workspace, bundle: bytes) -> tuple[Submission, bool]:
    """A submission of our own as it was sent, and whether it was sealed."""
    opened = read(bundle, purpose=Purpose.SUBMISSION, keys=workspace.keys)
    return wire.read_submission(opened.header, opened.lines()), opened.manifest.is_sealed


def keep(workspace: Workspace, reader: Reader, entries: Iterable[tuple[str, SharedEntry]]) -> None:
    """Remember what is published by now: (organisation, entry) pairs; the same again is kept once."""
    numbers = {
        json.dumps([organisation, entry.KIND, entry.id, name]): _WITHHELD if count.withheld else str(count.value)
        for organisation, entry in entries
        for name, count in counts_of(entry).items()
        if name in _PRINTED and not count.not_asked
    }
    told = json.dumps([reader.period.iso, reader.audience.value, sorted(numbers.items())]).encode()
    subject = f"{reader.period.iso} {hashlib.sha256(told).hexdigest()}"
    with workspace.writing() as session:
        if numbers and subject not in decisions.newest(session, _PUBLISHED):
            stamp = workspace.next_stamps(session).stamp()
            made = Decision(stamp, subject, _PUBLISHED, reader.audience.value, reader.period.iso, numbers)
            decisions.put(session, made)


def _recipient(session: Session, call: str) -> str:
    """The key that asked, told by the first version of a call, or by any later one where the first never came."""
    versions = [call, *(later for later, first in exchange.series(session).items() if first == call)]
    kept = next((found for one in versions if (found := exchange.call(session, one)) is not None), None)
    return "" if kept is None else signers.first_signer(read(kept.bundle, purpose=Purpose.CALL)).hex()


def _entries(decision: Decision) -> Iterator[tuple[str, Once]]:
    """The entries of an export or a picture, with nothing in them but their numbers."""
    numbers: dict[Key, dict[str, Count]] = {}
    for name, value in decision.fields.items():
        organisation, kind, entry, field = json.loads(name)
        count = WITHHELD if value == _WITHHELD else Count(int(value))
        numbers.setdefault((organisation, kind, entry), {})[field] = count
    period, audience = Period.parse(decision.comment), Audience(decision.answer)
    for (organisation, kind, entry), counts in numbers.items():
        yield organisation, Once(SHARED_KINDS[kind](entry, **counts), period, audience)
