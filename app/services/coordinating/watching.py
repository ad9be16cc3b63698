"""Watching: all places are looked through at once, and folders among them by themselves while the window is open.

A look takes what is new by content, and neither moves nor deletes anything. Watching is off until somebody wants it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.progress import Progress, silent
from app.services.coordinating import fetching, receiving
from app.services.coordinating.fetching import Fetched
from app.services.opening import stores
from app.services.opening.stores import Kind, Place
from app.services.opening.workspace import Workspace
from app.storage import values

_WATCHED = "watched folders"


@dataclass(frozen=True)
class Looked:
    """What a look into one place brought, or why it could not be looked into."""

    place: Place
    fetched: Fetched | None
    trouble: str = ""


def is_on(workspace: Workspace) -> bool:
    """Whether folders are watched."""
    with workspace.reading() as session:
        return values.get(session, _WATCHED) is True


def turn(workspace: Workspace, *, on: bool) -> None:
    """Begin or end to watch. Raises NotAllowedError."""
    workspace.may(Verb.ORGANISATION)
    with workspace.writing() as session:
        values.put(session, _WATCHED, on)


def folders(workspace: Workspace) -> tuple[Place, ...]:
    """The places that can be watched: folders, as looking there costs nothing and goes over no line."""
    return tuple(one for one in stores.every(workspace) if one.kind is Kind.FOLDER)


def look(workspace: Workspace, progress: Progress = silent, *, folders_only: bool = False) -> tuple[Looked, ...]:
    """Take what is new in every place; one that fails stops no other. Raises NotACoordinatorError."""
    receiving.refuse_others(workspace)
    return tuple(_each(workspace, folders(workspace) if folders_only else stores.every(workspace), progress))


def _each(workspace: Workspace, places: tuple[Place, ...], progress: Progress) -> Iterator[Looked]:
    for place in places:
        try:
            yield Looked(place, fetching.fetch(workspace, place, progress))
        except GroundworkError as failure:
            yield Looked(place, None, failure.sentence())
