"""Meeting places: where the laptops meet is told to a new one in its welcome, so that nobody types it again.

Never with a password: that is asked for at the new laptop. A folder is taken over only where laptops of the same
space met in it, as two machines may mean different folders by one name.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.services.opening import stores
from app.services.opening.stores import Kind, NewPlace, Place
from app.services.opening.workspace import Workspace
from app.services.syncing import spaces
from app.storage import values
from app.sync.space import names

LAST = "last sync"
"""The value that says with which place this laptop synced last."""
_LEVELS = 3
"""How far above a file a meeting place is looked for: the welcome may lie in a folder of its own."""


def told(workspace: Workspace) -> dict[str, str]:
    """The place of the last sync, else the only one, as a welcome tells it; empty where that is not clear."""
    every = stores.every(workspace)
    with workspace.reading() as session:
        last = str((values.get(session, LAST) or {}).get("place", ""))
    found = [one for one in every if one.name == last] or list(every)
    if len(found) != 1:
        return {}
    (one,) = found
    about = {"name": one.name, "address": one.address, "region": one.region, "host_key": one.host_key}
    return {name: value for name, value in about.items() if value}


def keep(workspace: Workspace, said: Mapping[str, str]) -> Place | None:
    """Keep the place of a welcome, untried and without a password; None where there is none, or nothing lies in it."""
    if not said.get("address") or not said.get("name"):
        return None
    fresh = NewPlace(said["name"], said["address"], region=said.get("region", ""), host_key=said.get("host_key", ""))
    kind, address = stores.kind_of(fresh)
    if kind is Kind.FOLDER and not _has_met(workspace, Path(address)):
        return None
    return stores.take_over(workspace, fresh)


def beside(workspace: Workspace, file: Path) -> Place | None:
    """The folder or stick in which a file lies, kept as a place, if laptops of this space met in it."""
    for folder in file.absolute().parents[:_LEVELS]:
        if _has_met(workspace, folder):
            return stores.take_over(workspace, NewPlace(folder.name or str(folder), str(folder)))
    return None


def _has_met(workspace: Workspace, folder: Path) -> bool:
    with workspace.reading() as session:
        space = spaces.loaded(session)
    return (folder / names.home(space.id)).is_dir()
