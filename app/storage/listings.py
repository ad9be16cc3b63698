"""Listings: submissions as they are read or printed, kept by organisation so that no file is opened for them again.

Like all that is projected they are worked out from received files, may be worked out again at any time, and never
travel. An empty value is not written, and an entry that is read has it again.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from functools import cache
from itertools import groupby
from typing import Any

import msgspec

from app.domain.shared import SHARED_KINDS, SharedEntry, Submission
from app.storage import projections
from app.storage.session import Session

Listed = tuple[Submission, ...]
_Kept = tuple[tuple[Submission, tuple[tuple[str, msgspec.Raw], ...]], ...]
"""Of each submission all but its entries, and these in their order, those of one kind that stand together at once."""
_DECODER = msgspec.json.Decoder(_Kept)


def put(session: Session, reader: str, made: Mapping[str, tuple[str, Listed]]) -> None:
    """Keep what was worked out, in place of what was kept for the same organisations."""
    packed = {owner: (basis, _packed(listed)) for owner, (basis, listed) in made.items()}
    projections.put_bodies(session, reader, packed)


def get(session: Session, reader: str, only: Collection[str] | None = None) -> Iterator[tuple[str, str, Listed]]:
    """(organisation, basis, what is kept of it) for a reader, one at a time; of all, or of these `only`."""
    for owner, basis, body in projections.bodies(session, reader, only):
        yield owner, basis, _unpacked(body)


def _packed(listed: Listed) -> bytes:
    kept = [(replace(one, entries=()), [*_runs(one.entries)]) for one in listed]
    return projections.pack(kept)


def _unpacked(body: bytes) -> Listed:
    kept = _DECODER.decode(zlib.decompress(body))
    return tuple(
        replace(one, entries=tuple(entry for kind, told in runs for entry in _reading(kind).decode(told)))
        for one, runs in kept
    )


def _runs(entries: Iterable[SharedEntry]) -> Iterator[tuple[str, list[dict[str, object]]]]:
    for kind, told in groupby(entries, key=lambda one: one.KIND):
        yield kind, [_fields(entry) for entry in told]


def _fields(entry: SharedEntry) -> dict[str, object]:
    told = ((name, getattr(entry, name), empty) for name, empty in _empty(entry.KIND))
    return {name: value for name, value, empty in told if value != empty}


@cache
def _empty(kind: str) -> tuple[tuple[str, object], ...]:
    return tuple((one.name, one.default) for one in fields(SHARED_KINDS[kind]))


@cache
def _reading(kind: str) -> msgspec.json.Decoder[tuple[SharedEntry, ...]]:
    several: Any = tuple.__class_getitem__((SHARED_KINDS[kind], ...))
    return msgspec.json.Decoder(several)
