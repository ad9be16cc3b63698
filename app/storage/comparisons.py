"""Comparisons: what activities are compared by and who is like whom; made again at any time, and it never travels."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Select, bindparam, delete, insert, select

from app.domain.once.naming import Name
from app.domain.once.reasons import Why
from app.domain.once.sweeping import Alike, Compared
from app.domain.once.traits import Traits, called
from app.domain.shared import Identity, PublicOrganisation, SharedActivity
from app.storage import projections
from app.storage.comparison_tables import ALIKE, COMPARED
from app.storage.session import Session

_AT_ONCE = 200
_WHYS = tuple(Why)
_NUMBERS = {why: number for number, why in enumerate(_WHYS)}
_Name = tuple[str, str]
_Entry = tuple[
    str, str, int, str, str, str, str, int, int, frozenset[int], str, int, tuple[_Name, ...], _Name, str, bool
]
_ENTRIES = msgspec.msgpack.Decoder(tuple[_Entry, ...])
_Pair = tuple[str, str, float, tuple[int, ...], int, int]
"""The other entry of a pair, its points and why, and the months that both have."""
Said = tuple[tuple[PublicOrganisation, tuple[SharedActivity, ...]], ...]
"""What an organisation told, and as who: an organisation may change its name."""
_TOLD = msgspec.json.Decoder(Said)
_SAID, _QUICK = "compared", 1
_PAIRS = msgspec.msgpack.Decoder(tuple[_Pair, ...])


class _Heard(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """The beginning of an entry; what comes after is passed over unread."""

    entry: msgspec.Raw
    title: msgspec.Raw
    words: int
    heard: str


_HEARD = msgspec.msgpack.Decoder(list[_Heard])


@dataclass(frozen=True)
class Cell:
    """The activities of an organisation that begin in one region and month."""

    region: str
    month: int
    organisation: str
    entries: tuple[Traits, ...]


def cells(session: Session) -> tuple[tuple[str, int], ...]:
    """Every region and month that has activities."""
    found = session.execute(select(COMPARED.c.region, COMPARED.c.month).distinct())
    return tuple((region, month) for region, month in found)


def cell(session: Session, region: str, month: int, names: frozenset[str]) -> list[Traits]:
    """What begins in a region and month; of the words of a text only those that are in `names`, too."""
    where = (COMPARED.c.region == region) & (COMPARED.c.month == month)
    return list(_read(session, select(COMPARED).where(where), names))


def heard(session: Session, region: str, month: int) -> list[list[str]]:
    """The words of the titles of what begins in a region and month, as they sound."""
    where = (COMPARED.c.region == region) & (COMPARED.c.month == month)
    bodies = session.execute(select(COMPARED.c.body).where(where), execution_options={"yield_per": _AT_ONCE})
    return [one.heard.split() for (body,) in bodies for one in _HEARD.decode(body)]


def of(session: Session, organisation: str) -> list[Traits]:
    """What is kept of an organisation."""
    return list(_read(session, select(COMPARED).where(COMPARED.c.organisation == organisation), frozenset()))


def put(session: Session, made: Iterable[Cell]) -> None:
    """Keep what activities are compared by, of organisations of which nothing is kept."""
    encode = msgspec.msgpack.encode
    rows = [
        {
            "region": one.region,
            "month": one.month,
            "organisation": one.organisation,
            "body": encode([_plain(each) for each in one.entries]),
        }
        for one in made
    ]
    if rows:
        session.execute(insert(COMPARED), rows)


def put_said(session: Session, owner: str, said: Said) -> None:
    """Keep the activities of an organisation as it told them, for those who look at a pair."""
    projections.put_bodies(session, _SAID, {owner: ("", zlib.compress(msgspec.json.encode(said), _QUICK))})


def said(session: Session, only: Collection[str] | None = None) -> Iterator[Said]:
    """What organisations told, one after the other; of all, or of these `only`."""
    for _owner, _basis, body in projections.bodies(session, _SAID, only):
        yield _TOLD.decode(zlib.decompress(body))


def forget(session: Session, organisations: Sequence[str]) -> None:
    """Nothing is kept of these organisations any more, neither what they are compared by nor whom they are like."""
    projections.forget(session, _SAID, organisations)
    for table in (COMPARED, ALIKE):
        session.execute(
            delete(table).where(table.c.organisation == bindparam("owner")),
            [{"owner": owner} for owner in organisations],
        )


def forget_alike(session: Session) -> None:
    """Nobody is like anybody any more."""
    session.execute(delete(ALIKE))


def put_alike(session: Session, found: Sequence[Compared], *, anew: bool) -> None:
    """Keep who is like whom in place of what was kept of the same entries; `anew`: of these nothing is kept."""
    named = [(dict(zip(_KEYS, (*one.identity, one.part.value), strict=True)), one) for one in found]
    if not anew and (gone := [key for key, one in named if not one.word]):
        session.execute(
            delete(ALIKE).where(*(ALIKE.c[name] == bindparam(f"of_{name}") for name in _KEYS)), _bound(gone)
        )
    encode = msgspec.msgpack.encode
    rows = [
        {**key, "word": one.word, "body": encode([_pair(one.identity, each) for each in one.alike])}
        for key, one in named
        if one.alike
    ]
    if rows:
        session.execute(insert(ALIKE), rows)


def alike(session: Session) -> Iterator[Alike]:
    """All that are alike, each two once, in no order that means anything; never more than a few are in memory."""
    columns = ALIKE.c.organisation, ALIKE.c.entry, ALIKE.c.body
    for owner, entry, body in session.execute(select(*columns), execution_options={"yield_per": _AT_ONCE}):
        for *other, points, whys, first, last in _PAIRS.decode(body):
            one, two = sorted(((owner, entry), (other[0], other[1])))
            yield Alike(one, two, points, tuple(_WHYS[number] for number in whys), first, last)


_KEYS = ("organisation", "entry", "part")


def _bound(keys: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return [{f"of_{name}": value for name, value in key.items()} for key in keys]


def _read(session: Session, chosen: Select[Any], names: frozenset[str]) -> Iterator[Traits]:
    for region, _month, owner, body in session.execute(chosen, execution_options={"yield_per": _AT_ONCE}):
        for told in _ENTRIES.decode(body):
            yield _traits(region, owner, told, names)


def _plain(one: Traits) -> tuple[object, ...]:
    return (
        one.identity[1],
        one.title,
        one.words,
        " ".join(sorted(one.heard)),
        one.script,
        one.text,
        one.place,
        one.first,
        one.last,
        sorted(one.objectives),
        one.kind,
        one.people,
        [_plain_name(each) for each in one.partners],
        _plain_name(one.name),
        " ".join(sorted(one.named_in)),
        one.is_plain,
    )


def _traits(region: str, owner: str, told: _Entry, names: frozenset[str]) -> Traits:
    (
        entry,
        title,
        words,
        heard,
        script,
        text,
        place,
        first,
        last,
        objectives,
        kind,
        people,
        partners,
        own,
        named,
        plain,
    ) = told
    name = _name(own)
    return Traits(
        (owner, entry),
        title,
        words,
        frozenset(heard.split()),
        script,
        text,
        place,
        region,
        first,
        last,
        objectives,
        kind,
        people,
        tuple(map(_name, partners)),
        name,
        called(name),
        names.intersection(named.split()),
        plain,
    )


def _plain_name(name: Name) -> _Name:
    return " ".join(sorted(name.words)), name.joined


def _name(told: _Name) -> Name:
    return Name(frozenset(told[0].split()), told[1])


def _pair(own: Identity, alike: Alike) -> tuple[object, ...]:
    whys = tuple(map(_NUMBERS.__getitem__, alike.whys))
    return *(alike.other if alike.one == own else alike.one), alike.points, whys, alike.first, alike.last
