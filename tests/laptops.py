"""Laptops of one organisation, made as founding and joining make them, and folders where they meet."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.services import integrity
from app.services.opening import stores
from app.services.opening.open_workspace import Workspace
from app.services.opening.origin import Origin
from app.services.opening.stores import NewPlace, Place
from app.services.syncing import exchanging, spaces
from app.services.syncing.exchanging import Learned
from app.services.syncing.spaces import Signing
from app.storage import key_entries, operations, values
from app.storage.tables import OPERATION, RECORD
from app.sync.space.entry import Kind, Said
from app.vault.identity import OrganisationKeys
from tests.making import NOW, make_workspace

DAY = NOW.date().isoformat()


def laptops(folder: Path, count: int = 2, name: str = "Tangier Network", **about: Any) -> list[Workspace]:
    """So many laptops of one organisation; the first founded the space and admitted the others."""
    first = make_workspace(folder, name, **about)
    spaces.found(first, "Samira's laptop")
    return [first, *(joined(folder, first, number) for number in range(2, count + 1))]


def joined(folder: Path, first: Workspace, number: int) -> Workspace:
    """One more laptop, with the keys of the organisation and the key log, and nothing else of it."""
    made = make_workspace(folder, first.organisation.name, seed=number, coordinator=first.coordinator)
    device = OrganisationKeys.generate(made.random)
    with made.reading() as session:
        writer = str(values.get(session, "writer"))
    with first.writing() as session:
        space = spaces.loaded(session)
        shared = {name: values.get(session, name) for name in ("keys", "disclosure_secret")}
        grants = spaces.granted(space.epochs.values(), [device.public])
        signing = Signing(space.device, DAY)
        space = spaces.say(session, space, Said(Kind.ADD, device=device.public, writer=writer, grants=grants), signing)
        about = spaces.named(f"Laptop {number}", space.current or device.public)
        spaces.say(session, space, Said(Kind.NAME, subject=device.fingerprint, about=about), signing)
        log = key_entries.every(session)
    with made.writing() as session:
        spaces.keep(session, replace(space, device=device))
        for name, value in shared.items():
            values.put(session, name, value)
        values.put(session, "organisation", {**asdict(made.organisation), "id": first.organisation.id})
        for id, data in log.items():
            key_entries.put(session, id, data)
    made.keys = OrganisationKeys.from_dict(shared["keys"])
    made.disclosure_secret = bytes.fromhex(shared["disclosure_secret"])
    made.refresh()
    return made


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


def rows(workspace: Workspace) -> list[tuple[Any, ...]]:
    """What lists show, and every operation of records with several."""
    shown = select(*(column for column in RECORD.c if column.name != "number")).order_by(RECORD.c.id)
    held = select(OPERATION).order_by(OPERATION.c.record, OPERATION.c.stamp)
    with workspace.reading() as session:
        return [tuple(row) for chosen in (shown, held) for row in session.execute(chosen)]


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
