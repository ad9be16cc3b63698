"""Laptops of one organisation, made as founding and joining make them, and folders where they meet."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.domain.operation import full
from app.services import integrity
from app.services.opening import stores
from app.services.opening.open_workspace import Workspace
from app.services.opening.origin import Origin
from app.services.opening.stores import NewPlace, Place
from app.services.opening.workspace import open_existing
from app.services.syncing import exchanging, joining, spaces
from app.services.syncing.exchanging import Learned
from app.services.syncing.joining import NewLaptop
from app.storage import operations
from app.storage.tables import RECORD
from app.vault.cost import Cost
from tests.making import NOW, PASSPHRASE, copy_files, make_workspace, new_folder


def laptops(folder: Path, count: int = 2, name: str = "Tangier Network", **about: Any) -> list[Workspace]:
    """So many laptops of one organisation; the first founded the space and admitted the others.

    They meet once per process and are copied before any of them was ever synced, as joining takes long.
    """
    made, seed = _met(count, name, tuple(sorted(about.items()))), about.get("seed", 1)
    homes = [folder, *(folder / path.parent.name for path in made[1:])]
    for path, home in zip(made, homes, strict=True):
        home.mkdir(exist_ok=path is made[0])
        copy_files(path, home / path.name)
    return [
        open_existing(home / path.name, PASSPHRASE, origin=Origin.fixed(NOW, 1000 * seed + number))
        for number, (path, home) in enumerate(zip(made, homes, strict=True), 1)
    ]


@lru_cache(maxsize=16)
def _met(count: int, name: str, about: tuple[tuple[str, Any], ...]) -> list[Path]:
    folder = new_folder()
    first = make_workspace(folder, name, **dict(about))
    spaces.found(first, "Samira's laptop")
    found = [first, *(joined(folder, first, number) for number in range(2, count + 1))]
    for one in found:
        one.close()
    return [one.path for one in found]


def joined(folder: Path, first: Workspace, number: int) -> Workspace:
    """One more laptop of the same person, called by its number, which was never synced."""
    home = folder / f"laptop-{number}-of-{first.path.stem}"
    home.mkdir()
    origin = Origin.fixed(NOW, number)
    asked = joining.request(home / first.path.name, PASSPHRASE, origin=origin, cost=Cost.floor())
    admitted = joining.admit(first, asked.data, asked.digits, NewLaptop(f"Laptop {number}"))
    return joining.join(home / first.path.name, PASSPHRASE, admitted.data, admitted.digits, origin=origin)


def place_of(workspace: Workspace, folder: Path, name: str = "stick") -> Place:
    """A folder as a place of this workspace."""
    folder.mkdir(exist_ok=True)
    known = {one.name: one for one in stores.every(workspace)}
    return known.get(name) or stores.add(workspace, NewPlace(name, str(folder)), untried=True)


def sync(workspace: Workspace, folder: Path, **how: bool) -> Learned:
    """One sync with a folder, which is called by its own name."""
    return exchanging.sync_now(workspace, place_of(workspace, folder, folder.name), **how)


def meet(folder: Path, *found: Workspace) -> None:
    """Sync everybody until nobody has anything for anybody."""
    for _round in range(2):
        for one in found:
            sync(one, folder)


def view(workspace: Workspace) -> dict[str, Any]:
    """Everything that a laptop shows and keeps of every record, folded anew."""
    with workspace.reading() as session:
        ids = session.execute(select(RECORD.c.id).order_by(RECORD.c.id)).scalars().all()
        return {id: operations.state(session, id) for id in ids}


def rows(workspace: Workspace) -> list[object]:
    """What lists show, and every operation there is; how one is kept is a laptop's own business."""
    own = {"number", "many"}
    shown = select(*(column for column in RECORD.c if column.name not in own)).order_by(RECORD.c.id)
    with workspace.reading() as session:
        found = [tuple(row) for row in session.execute(shown)]
        return [*found, *((row[0], full(one)) for row in found for one in operations.of_record(session, row[0]))]


def alike(*found: Workspace) -> bool:
    """Whether these laptops show and keep the same, and each is sound in itself."""
    first, *others = found
    assert all(integrity.examine(one).sound for one in found)
    return all(rows(one) == rows(first) and view(one) == view(first) for one in others)


def later(workspace: Workspace, **by: float) -> datetime:
    """Let the clock of a laptop stand that much later."""
    moment = workspace.now() + timedelta(**by)
    workspace._origin = Origin(lambda: moment, workspace._origin.random)  # noqa: SLF001 - a test moves its clock
    return moment
