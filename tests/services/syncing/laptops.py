"""Laptops of one organisation for tests: founded, joined, and with what travels between them carried by hand."""

from __future__ import annotations

from pathlib import Path

from app.services.opening.workspace import Origin, Workspace
from app.services.syncing import joining, spaces
from app.services.syncing.joining import NewLaptop
from app.storage import key_entries
from app.vault.cost import Cost
from tests.making import NOW

LATER = "three blue paper cups"


def joined(admin: Workspace, folder: Path, new: NewLaptop, *, seed: int = 50) -> Workspace:
    """A further laptop of the organisation of `admin`, after everybody compared the digits."""
    path = folder / f"laptop-{seed}.groundwork"
    origin = Origin.fixed(NOW, seed)
    asked = joining.request(path, LATER, origin=origin, cost=Cost.floor())
    admitted = joining.admit(admin, asked.data, asked.digits, new)
    return joining.join(path, LATER, admitted.data, admitted.digits, origin=origin)


def space_of(laptop: Workspace) -> spaces.Space:
    """Its space as it knows it now."""
    with laptop.reading() as session:
        return spaces.loaded(session)


def entries(laptop: Workspace) -> list[bytes]:
    """The key log as it lies there."""
    with laptop.reading() as session:
        return list(key_entries.every(session).values())


def carry(*laptops: Workspace) -> None:
    """Let every laptop have every entry."""
    for to in laptops:
        with to.writing() as session:
            space = spaces.loaded(session)
            for data in [one for laptop in laptops for one in entries(laptop)]:
                spaces.take(session, space, data)
