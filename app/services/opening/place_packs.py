"""Packs of places: lists that an organisation brought itself, kept in its workspace, known to its searches and imports.

They stay in this workspace (decision 0029): what leaves names only places that every Groundwork lists.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app import places
from app.errors import GroundworkError
from app.i18n import N_
from app.intake import place_lists
from app.intake.grids.whole import Whole
from app.intake.grids.whole import read as read_whole
from app.places import Gazetteer, Place, PlacePack
from app.progress import Progress, silent
from app.services.opening.workspace import Workspace
from app.storage import values
from app.storage.session import Session

_KEPT = "places"


class NoSuchPackError(GroundworkError):
    """No pack of that country was added."""

    message = N_("There is no list of places of your own for “{country}”.")


@dataclass(frozen=True)
class Kept:
    """A pack that is kept: whose places, which edition, from which file, and how many places of each level."""

    country: str
    version: str
    file: str
    counts: tuple[int, ...]


def add(
    workspace: Workspace, path: Path, *, file: Whole | None = None, progress: Progress = silent
) -> tuple[Kept, ...]:
    """Keep the places of a file, read before or now; a pack of the same country is replaced.

    Raises NoPlacesInListError or a failure.
    """
    packs = place_lists.of_file(file or read_whole(path, progress=progress), places.load())
    with workspace.writing() as session:
        whole = {**_raw(session), **{pack.country: {**_plain(pack), "file": path.name} for pack in packs}}
        values.put(session, _KEPT, whole)
    return tuple(_told(pack.country, whole[pack.country]) for pack in packs)


def listed(workspace: Workspace) -> tuple[Kept, ...]:
    """What was added, by country."""
    with workspace.reading() as session:
        return tuple(_told(country, one) for country, one in sorted(_raw(session).items()))


def remove(workspace: Workspace, country: str) -> None:
    """Forget the pack of a country. Records keep the codes they have. Raises NoSuchPackError."""
    two = places.load().country_of(country)
    with workspace.writing() as session:
        kept = _raw(session)
        if two not in kept:
            raise NoSuchPackError(country=country)
        values.put(session, _KEPT, {name: one for name, one in kept.items() if name != two})


def gazetteer(workspace: Workspace) -> Gazetteer:
    """The list of places with the packs of this workspace; put together once for as long as they stay the same."""
    with workspace.reading() as session:
        kept = _raw(session)
    return _together(json.dumps(kept)) if kept else places.load()


@lru_cache(maxsize=1)
def _together(kept: str) -> Gazetteer:
    return places.load().with_packs([_pack(country, one) for country, one in json.loads(kept).items()])


def _raw(session: Session) -> dict[str, dict[str, object]]:
    return values.get(session, _KEPT) or {}


def _plain(pack: PlacePack) -> dict[str, object]:
    rows = [[one.level, one.code, one.parent, one.name, *one.other_names] for one in pack.places]
    return {"version": pack.version, "former": dict(pack.former), "places": rows}


def _pack(country: str, kept: dict[str, object]) -> PlacePack:
    rows = kept["places"]
    assert isinstance(rows, list)
    found = (Place(code, name, level, parent, country, tuple(more)) for level, code, parent, name, *more in rows)
    return PlacePack(country, str(kept["version"]), tuple(found), kept["former"])  # type: ignore[arg-type] # as kept


def _told(country: str, kept: dict[str, object]) -> Kept:
    return Kept(country, str(kept["version"]), str(kept["file"]), tuple(_pack(country, kept).counts.values()))
