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
from app.domain.shared import PublicOrganisation, SharedActivity
from app.storage import projections
from app.storage.comparison_tables import ALIKE, COMPARED
from app.storage.session import Session

_AT_ONCE = 200
_WHYS = tuple(Why)
_Name = tuple[str, str]
_Entry = tuple[
    str, str, int, str, str, str, str, int, int, frozenset[int], str, int, tuple[_Name, ...], _Name, str, bool
]
_ENTRIES = msgspec.msgpack.Decoder(tuple[_Entry, ...])
_Pair = tuple[str, str, str, str, float, tuple[int, ...], int, int]
Said = tuple[tuple[PublicOrganisation, tuple[SharedActivity, ...]], ...]
"""What an organisation told, and as who: an organisation may change its name."""
_TOLD = msgspec.json.Decoder(Said)
_SAID, _QUICK = "compared", 1
_PAIRS = msgspec.msgpack.Decoder(tuple[_Pair, ...])


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
        {**key, "word": one.word, "body": encode([_pair(each) for each in one.alike])}
        for key, one in named
        if one.alike
    ]
    if rows:
        session.execute(insert(ALIKE), rows)


def alike(session: Session) -> Iterator[Alike]:
    """All that are alike, each two once, in no order that means anything; never more than a few are in memory."""
    for (body,) in session.execute(select(ALIKE.c.body), execution_options={"yield_per": _AT_ONCE}):
        for *names, points, whys, first, last in _PAIRS.decode(body):
            one, other = (names[0], names[1]), (names[2], names[3])
            yield Alike(one, other, points, tuple(_WHYS[number] for number in whys), first, last)


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


def _pair(alike: Alike) -> tuple[object, ...]:
    whys = tuple(_WHYS.index(why) for why in alike.whys)
    return *alike.one, *alike.other, alike.points, whys, alike.first, alike.last
