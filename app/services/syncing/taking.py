"""Taking: a segment that came from anywhere is checked, and then becomes part of the workspace whole or not at all.

What lacks something waits, what nobody may vouch for is put aside; each has a reason, and both are looked at again.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from app.domain.fold import ERASED, Operation
from app.domain.records import Attachment
from app.domain.stamps import Clock
from app.i18n import N_
from app.services.opening.judging import judge
from app.services.opening.workspace import Workspace
from app.services.syncing import acknowledging, healing, settings
from app.services.syncing.sealing import milliseconds
from app.services.syncing.spaces import Space
from app.storage import attachments, carried, operations, records, segments, values
from app.storage.operations import Deed
from app.storage.segments import Kept, State
from app.storage.session import Session
from app.sync.manifest import Manifest
from app.sync.refusals import BundleError, BundleTooNewError
from app.sync.space import segment
from app.sync.space.membership import Standing
from app.sync.space.segment import Opened

LARGEST_DOUBTFUL = 16 << 20
"""Bytes of a segment that does not count and is kept all the same; a larger one is only remembered."""
AT_ONCE = 5_000
"""Operations and rows that are written with one commit; as long as that takes nobody else can write."""
UNKNOWN, NO_KEY, NEWER = "unknown", "no key", "newer"
REVOKED, DAMAGED, FOREIGN = "revoked", "damaged", "foreign"
REASONS = {
    UNKNOWN: N_("It comes from a laptop that is not known here yet. Its admission may be on its way."),
    NO_KEY: N_("The key that opens it is not here yet."),
    NEWER: N_("It was made by a newer Groundwork. Please update this laptop."),
    REVOKED: N_("It was written by a laptop after that laptop was taken out."),
    DAMAGED: N_("It is damaged or forged: nobody vouches for what it says."),
    FOREIGN: N_("It belongs to the laptops of another organisation."),
}
"""Why a segment waits or was put aside, in words."""


@dataclass(frozen=True)
class Checked:
    """A segment as it would be kept, and what it says where it may count."""

    kept: Kept
    opened: Opened | None = None


@dataclass(frozen=True)
class Change:
    """What one segment changed here."""

    device: str
    """The fingerprint of its laptop."""
    kinds: Mapping[tuple[str, str], int]
    """(kind of record or row, "new", "changed" or "deleted") to how many."""


def check(space: Space, data: bytes, now_ms: int) -> Checked:
    """What becomes of these bytes; nothing is changed."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        manifest, identity = segment.outside(data)
    except BundleTooNewError:
        return Checked(_doubtful(digest, data, now_ms, (State.WAITING, NEWER)))
    except BundleError:
        return Checked(_doubtful(digest, b"", now_ms, (State.QUARANTINED, DAMAGED), size=len(data)))
    kept = _kept(digest, data, (manifest, identity), now_ms)
    state, reason = standing(space, manifest, identity)
    keys = space.opener(manifest.recipients)
    if state is State.HELD and keys is None:
        state, reason = State.WAITING, NO_KEY
    if state is not State.HELD or keys is None:
        return Checked(_limited(replace(kept, state=state, reason=reason)))
    try:
        opened = segment.open_(data, keys)
    except BundleError:
        return Checked(replace(kept, state=State.QUARANTINED, reason=DAMAGED, bundle=b""))
    return Checked(replace(kept, start=opened.start, replaces=opened.replaces), opened)


def take_all(workspace: Workspace, space: Space, found: Iterable[Checked]) -> list[Change]:
    """Make segments part of the workspace in this order, each whole or not at all.

    Some that follow each other are written at once, as every commit costs the more the more is there. Where that
    fails they are taken one after the other, so that what comes before the one that failed is kept.
    """
    changes: list[Change] = []
    for some in _together(found):
        try:
            changes += _applied(workspace, space, some)
        except Exception:
            if len(some) == 1:
                raise
            for one in some:
                changes += _applied(workspace, space, [one])
    return changes


def _together(found: Iterable[Checked]) -> Iterator[list[Checked]]:
    some: list[Checked] = []
    size = 0
    for one in found:
        weight = len(one.opened.segment.operations) + len(one.opened.segment.rows) if one.opened else 1
        if some and size + weight > AT_ONCE:
            yield some
            some, size = [], 0
        some.append(one)
        size += weight
    if some:
        yield some


def _applied(workspace: Workspace, space: Space, some: Iterable[Checked]) -> list[Change]:
    with workspace.noting() as session:
        return [apply(workspace, session, space, one) for one in some]


def apply(workspace: Workspace, session: Session, space: Space, checked: Checked) -> Change:
    """Make a segment part of the workspace, or keep it where it waits, inside one transaction."""
    segments.put(session, checked.kept)
    if checked.opened is None:
        return Change(checked.kept.device, {})
    said = checked.opened.segment
    kinds = _kinds(said.operations)
    gone = [hash for one in said.operations if one.kind == ERASED and (hash := _bytes_of(session, one.record))]
    changed = operations.told(session, said.operations, judge(workspace.pack), outgoing=False)
    counted: Counter[tuple[str, str]] = Counter()
    for record, deed in changed.items():
        counted[(kinds[record] or records.kind_of(session, record), _word(deed))] += 1
    for row in said.rows:
        came = carried.Row(**vars(row))
        if carried.take(session, came) and not carried.is_mark(came):
            counted[(row.kind, "new")] += 1
    _remove_bytes(session, gone)
    for record in (destroyed := erased([checked.opened])):
        values.destroy_drafts(session, record)
    if destroyed:
        operations.sweep(session)
    if settings.record_of(space) in changed:
        settings.follow(session, space)
    acknowledging.learn(
        session,
        checked.kept.device,
        said,
        checked.kept.since_ms,
        is_mine=checked.kept.device == space.device.fingerprint,
    )
    healing.heal(session, said, changed)
    _settle_replaced(session, checked.kept)
    _learn(session, [one.stamp for one in said.operations], checked.kept.since_ms)
    return Change(checked.kept.device, dict(counted))


def again(session: Session, space: Space, now_ms: int) -> Iterator[Checked]:
    """Every segment that waits or was put aside and is another case by now."""
    for kept in segments.every(session, State.WAITING, State.QUARANTINED):
        data = segments.bytes_of(session, kept.digest)
        if data and (found := check(space, data, now_ms)).kept.state is not kept.state:
            yield found


def erased(found: Iterable[Opened]) -> tuple[str, ...]:
    """The records that these segments erase."""
    said = (one for opened in found for one in opened.segment.operations)
    return tuple(sorted({one.record for one in said if one.kind == ERASED}))


def standing(space: Space, manifest: Manifest, identity: str) -> tuple[State, str]:
    """How a segment stands by the key log as it is here, and why it does not count where it does not."""
    if manifest.space != space.id:
        return State.QUARANTINED, FOREIGN
    found = space.membership.standing(
        manifest.sender.signing, writer=manifest.writer, seq=manifest.seq, segment=identity
    )
    if found is Standing.REVOKED:
        return State.QUARANTINED, REVOKED
    return (State.WAITING, UNKNOWN) if found is Standing.UNKNOWN else (State.HELD, "")


def _kept(digest: str, data: bytes, outside: tuple[Manifest, str], now_ms: int) -> Kept:
    manifest, identity = outside
    return Kept(
        digest=digest,
        id=identity,
        writer=manifest.writer,
        seq=manifest.seq,
        device=manifest.sender.fingerprint,
        previous=manifest.previous,
        state=State.HELD,
        reason="",
        made_ms=_made(manifest.created, now_ms),
        since_ms=now_ms,
        size=len(data),
        start=manifest.seq,
        bundle=data,
    )


def _doubtful(digest: str, data: bytes, now_ms: int, told: tuple[State, str], size: int = 0) -> Kept:
    state, reason = told
    kept = Kept(digest, "", "", 0, "", "", state, reason, now_ms, now_ms, size or len(data), 0, bundle=data)
    return _limited(kept)


def _limited(kept: Kept) -> Kept:
    return replace(kept, bundle=b"") if len(kept.bundle) > LARGEST_DOUBTFUL else kept


def _made(created: str, now_ms: int) -> int:
    try:
        return milliseconds(created)
    except ValueError:
        return now_ms


def _kinds(said: Iterable[Operation]) -> dict[str, str]:
    """Of every record the kind that is told first; "" where only its erasure is told."""
    found: dict[str, str] = {}
    for one in said:
        told = "" if one.kind == ERASED else one.kind
        found[one.record] = found.get(one.record) or told
    return found


def _word(deed: Deed) -> str:
    if not deed.after:
        return "deleted"
    return "changed" if deed.before else "new"


def _bytes_of(session: Session, record: str) -> str:
    found = records.get(session, Attachment, record)
    return found.hash if found else ""


def _settle_replaced(session: Session, kept: Kept) -> None:
    """What this segment stands for is needed no more, nor is itself where one that stands for it came before."""
    segments.replaced(session, kept.device, kept.replaces, kept.since_ms)
    if segments.is_replaced(session, kept.device, kept.id):
        segments.replaced(session, kept.device, [kept.id], kept.since_ms)


def _remove_bytes(session: Session, hashes: Iterable[str]) -> None:
    for hash in hashes:
        if not any(attachments.holders(session, hash)):
            attachments.remove(session, hash)


def _learn(session: Session, stamps: Iterable[str], now_ms: int) -> None:
    """This writer's clock learns from what it saw, never from a clock that is far ahead."""
    kept = values.get(session, "clock") or {}
    clock = before = Clock("", **kept)
    for stamp in sorted(stamps, reverse=True):  # the newest that is not too far ahead teaches all there is
        clock = clock.learned(stamp, now_ms)
    if clock != before:
        values.put(session, "clock", {"last_ms": clock.last_ms, "counter": clock.counter})
