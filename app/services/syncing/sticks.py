"""A stick as a place where laptops meet: whether they met on it before, and it becomes one without typing."""

from __future__ import annotations

from pathlib import Path

from app.domain.roles import Verb
from app.services.opening import stores
from app.services.opening.stores import Kind, NewPlace, Place
from app.services.opening.workspace import Workspace
from app.services.syncing import spaces
from app.sync.space import names


def may_meet(workspace: Workspace, stick: Path) -> bool:
    """Whether this laptop could sync with it: it belongs to others, and the stick is a place or may become one."""
    with workspace.reading() as session:
        space = spaces.load(session)
    return space is not None and (known(workspace, stick) is not None or workspace.allows(Verb.ORGANISATION))


def has_met(workspace: Workspace, stick: Path) -> bool:
    """Whether laptops of this organisation exchanged changes on it."""
    with workspace.reading() as session:
        space = spaces.load(session)
    return space is not None and (stick / names.home(space.id)).is_dir()


def known(workspace: Workspace, stick: Path) -> Place | None:
    """The place that this stick is already."""
    folders = (one for one in stores.every(workspace) if one.kind is Kind.FOLDER)
    return next((one for one in folders if Path(one.address) == stick), None)


def place_on(workspace: Workspace, stick: Path) -> Place:
    """The same, or a new one called as the stick is. Raises NotAllowedError and what adding a place raises."""
    if (found := known(workspace, stick)) is not None:
        return found
    taken = {one.name.casefold() for one in stores.every(workspace)}
    plain = stick.name or str(stick)
    names_for_it = (plain, *(f"{plain} {number}" for number in range(2, 1000)))
    free = next(name for name in names_for_it if name.casefold() not in taken)
    return stores.add(workspace, NewPlace(free, str(stick)))
