"""Comparing: who is like whom is kept, and after one more file only those are compared that are in blocks with its own.

What is kept is a function of the set of files that count; it is the same whether it was kept or is made anew. Nothing
is held in memory but what begins in a region within a few months.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice

from app import garbage
from app.domain.once.blocking import Key, moved
from app.domain.once.shared_number import shared_number
from app.domain.once.sweeping import Alike, Compared, sweep
from app.domain.once.traits import Traits, traits
from app.domain.shared import Identity, SharedActivity, Submission, Told
from app.progress import Progress, silent
from app.services.opening.workspace import Workspace
from app.services.picturing.unpacking import at_once
from app.storage import comparisons, projections
from app.storage.comparisons import Cell, Said

_NUMBERS, _STATE = "shared numbers", "compared state"
_WHOLE = "whole"
_KEPT_AT_ONCE = 8_000
_HELD = 20_000
"""So many activities are held in memory, unless a single region has more in a month."""
_MOST_TOUCHED = 4
"""Where more than a quarter of all organisations changed, everything is compared anew."""

Reading = Callable[[Sequence[str]], Mapping[str, tuple[Submission, ...]]]
"""By organisation, what counts of some organisations."""


@dataclass(frozen=True)
class Numbered:
    """What is kept of an organisation to count once: its activities with a shared number, and how many it has."""

    numbers: tuple[tuple[str, str], ...]
    activities: int
    names: tuple[str, ...]


def catch_up(workspace: Workspace, bases: Mapping[str, str], read: Reading, progress: Progress = silent) -> None:
    """Compare what has not been compared yet; `bases` says by organisation what its activities were read from."""
    with workspace.reading() as session:
        kept = projections.bases(session, _NUMBERS)
        is_whole = projections.bases(session, _STATE).get("") == _WHOLE
    gone = sorted(kept.keys() - bases.keys())
    stale = [owner for owner in sorted(bases) if kept.get(owner) != bases[owner]]
    if is_whole and not gone and not stale:
        return
    anew = not is_whole or (len(gone) + len(stale)) * _MOST_TOUCHED > len(kept)
    touched: set[Key] = set()
    with workspace.noting() as session:
        projections.forget(session, _STATE, [""])
    done = 0
    for some in at_once([*gone, *stale]):
        progress(done, len(gone) + len(stale))
        done += len(some)
        touched |= _replaced(workspace, some, bases, read, anew=anew)
    _compare(workspace, None if anew else touched, progress)
    with workspace.noting() as session:
        projections.put_bodies(session, _STATE, {"": (_WHOLE, b"")})


def alike(workspace: Workspace) -> Iterator[Alike]:
    """All that are alike, one after the other."""
    with workspace.reading() as session:
        yield from comparisons.alike(session)


def numbered(workspace: Workspace) -> dict[str, Numbered]:
    """By organisation, its shared numbers."""
    with workspace.reading() as session:
        return projections.get(session, _NUMBERS, Numbered)


def told(workspace: Workspace, wanted: Iterable[Identity]) -> dict[Identity, Told]:
    """What these tell, as far as they count."""
    names = frozenset(wanted)
    owners = {owner for owner, _entry in names}
    found: dict[Identity, Told] = {}
    with workspace.reading() as session:
        for said in comparisons.said(session, owners):
            found |= {one.identity: one for one in _activities(said) if one.identity in names}
    return found


def every(workspace: Workspace) -> Iterator[Told]:
    """Every activity that counts, each once, one organisation after the other."""
    with workspace.reading() as session:
        for said in comparisons.said(session):
            once = {one.identity: one for one in _activities(said)}
            yield from (once[identity] for identity in sorted(once))


def beside(workspace: Workspace, fresh: Mapping[Identity, Told], progress: Progress = silent) -> list[Alike]:
    """Who is like one of these, among themselves and what is kept; they stand in place of those of the same name."""
    made = [traits(one) for one in fresh.values()]
    owners = sorted({owner for owner, _entry in fresh})
    names = frozenset(word for one in made for word in one.name.words)
    shelf = _Beside(_Shelf(workspace, names), made)
    touched = {key for one in made for key in moved(one)}
    with workspace.reading() as session:
        for owner in owners:
            replaced = (one for one in comparisons.of(session, owner) if one.identity in fresh)
            touched.update(key for one in replaced for key in moved(one))
    found = (each for one in sweep(shelf, touched, progress) for each in one.alike)
    return [each for each in found if each.one in fresh or each.other in fresh]


def _replaced(
    workspace: Workspace, owners: Sequence[str], bases: Mapping[str, str], read: Reading, *, anew: bool
) -> set[Key]:
    """Keep what some organisations are compared by, and say which blocks are others now."""
    touched: set[Key] = set()
    there = [owner for owner in owners if owner in bases]
    with garbage.not_looked_for():
        said = read(there) if there else {}
    with garbage.not_looked_for(), workspace.noting() as session:
        if not anew:
            touched.update(key for owner in owners for one in comparisons.of(session, owner) for key in moved(one))
        projections.forget(session, _NUMBERS, owners)
        comparisons.forget(session, owners)
        for owner in there:
            told = tuple((one.organisation, tuple(one.of(SharedActivity))) for one in said.get(owner, ()))
            once = {one.identity: one for one in _activities(told)}
            made = [traits(one) for _name, one in sorted(once.items())]
            comparisons.put(session, _cells(owner, made))
            comparisons.put_said(session, owner, told)
            numbers = _numbered(once.values(), made)
            projections.put(session, _NUMBERS, {owner: (bases[owner], numbers)})
            if not anew:
                touched.update(key for one in made for key in moved(one))
    return touched


def _compare(workspace: Workspace, touched: AbstractSet[Key] | None, progress: Progress) -> None:
    if touched is None:
        with workspace.noting() as session:
            comparisons.forget_alike(session)
    found = sweep(_Shelf(workspace), touched, progress)
    kept = (one for one in found if one.alike or touched is not None)
    while some := _next(kept):
        with garbage.not_looked_for(), workspace.noting() as session:
            comparisons.put_alike(session, some, anew=touched is None)


def _next(kept: Iterator[Compared]) -> list[Compared]:
    with garbage.not_looked_for():
        return list(islice(kept, _KEPT_AT_ONCE))


class _Shelf:
    """The traits that are kept."""

    def __init__(self, workspace: Workspace, names: frozenset[str] = frozenset()) -> None:
        self._workspace = workspace
        own = (name for one in numbered(workspace).values() for name in one.names)
        self._names = names.union(*(name.split() for name in own))
        self._last: dict[tuple[str, int], list[Traits]] = {}
        self._held = 0

    def cells(self) -> tuple[tuple[str, int], ...]:
        """Every region and month that has entries."""
        with self._workspace.reading() as session:
            return comparisons.cells(session)

    def cell(self, region: str, month: int) -> list[Traits]:
        """The entries of one region that begin in one month; of small ones the last few stay in memory."""
        found = self._last.pop((region, month), None)
        if found is None:
            with garbage.not_looked_for(), self._workspace.reading() as session:
                found = comparisons.cell(session, region, month, self._names)
            self._held += len(found)
        self._last[region, month] = found
        while self._held > _HELD and len(self._last) > 1:
            self._held -= len(self._last.pop(next(iter(self._last))))
        return found

    def heard(self, region: str, month: int) -> list[list[str]]:
        """The words of their titles as they sound: no more is read of them."""
        with garbage.not_looked_for(), self._workspace.reading() as session:
            return comparisons.heard(session, region, month)


class _Beside:
    """The same with others beside them, in place of those of the same name."""

    def __init__(self, kept: _Shelf, fresh: Sequence[Traits]) -> None:
        self._kept = kept
        self._there = frozenset(kept.cells())
        self._names = frozenset(one.identity for one in fresh)
        self._fresh: dict[tuple[str, int], list[Traits]] = {}
        for one in fresh:
            self._fresh.setdefault((one.region, one.first), []).append(one)

    def cells(self) -> AbstractSet[tuple[str, int]]:
        """Every region and month that has entries."""
        return self._there | self._fresh.keys()

    def cell(self, region: str, month: int) -> list[Traits]:
        """The entries of one region that begin in one month."""
        kept = self._kept.cell(region, month) if (region, month) in self._there else []
        return [*(one for one in kept if one.identity not in self._names), *self._fresh.get((region, month), ())]

    def heard(self, region: str, month: int) -> Iterator[AbstractSet[str]]:
        """The words of their titles as they sound."""
        return (one.heard for one in self.cell(region, month))


def _cells(owner: str, made: Iterable[Traits]) -> Iterator[Cell]:
    cells: dict[tuple[str, int], list[Traits]] = {}
    for one in made:
        cells.setdefault((one.region, one.first), []).append(one)
    return (Cell(region, month, owner, tuple(entries)) for (region, month), entries in cells.items())


def _activities(said: Said) -> Iterator[Told]:
    """Of an entry in answers to several calls the last one comes last."""
    return (Told(organisation, entry) for organisation, entries in said for entry in entries)


def _numbered(told: Iterable[Told], made: Sequence[Traits]) -> Numbered:
    entries = [one.entry for one in told if isinstance(one.entry, SharedActivity)]
    numbers = ((one.id, shared_number(one)) for one in entries if one.joint_id)
    names = {" ".join(sorted(one.name.words)) for one in made}
    return Numbered(tuple(sorted(pair for pair in numbers if pair[1])), len(entries), tuple(sorted(names)))
