"""A move onto a database server that is killed where it must not matter, and what has to be there afterwards."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from app.services.keeping import moving
from app.services.opening import workspace
from tests import laptops, postgresql
from tests.making import PASSPHRASE

ADDRESS, MOVED = "address.txt", "moved.groundwork"
MOVED_FILES = 4
"""Names that a move gives to files: of the one that names the server at first, of both keys, and its own at last."""


def prepare(folder: Path, number: int, address: str) -> None:
    """Say where to, and which of the kills it is."""
    (folder / ADDRESS).write_text(f"{number}\n{address}")


def move(path: Path, key: bytes, pipe: int) -> None:
    """Strikes itself: before one of the files of a move has its name, or as soon as all is copied."""
    number, address = (path.parent / ADDRESS).read_text().splitlines()
    left = [int(number) % (MOVED_FILES + 1) + 1, 1]

    def strike(place: int) -> None:
        left[place] -= 1
        if not left[place]:
            os.kill(os.getpid(), signal.SIGKILL)

    def renaming(event: str, _about: object) -> None:
        if event == "os.rename" and left[0] <= MOVED_FILES:
            strike(0)

    def copying(_done: int, _total: int) -> None:
        if left[0] > MOVED_FILES:
            strike(1)

    work = workspace.open_existing(path, PASSPHRASE)
    sys.addaudithook(renaming)
    os.write(pipe, b"begun\n")
    moving.move(work, address, path.with_name(MOVED), password=postgresql.PASSWORD, progress=copying)


def check(path: Path, key: bytes, told: list[str]) -> list[str]:
    """There is no file, or all is there; and the same move can be made again."""
    to = path.with_name(MOVED)
    address = (path.parent / ADDRESS).read_text().splitlines()[1]
    work = workspace.open_existing(path, PASSPHRASE)
    wrong = list(work.faults())
    if not to.exists():
        moving.move(work, address, to, password=postgresql.PASSWORD)
    there = workspace.open_existing(to, PASSPHRASE, server_password=postgresql.PASSWORD)
    wrong += [] if laptops.view(there) == laptops.view(work) else ["what was moved is not what was there"]
    there.close()
    work.close()
    left = {one.name.removeprefix(MOVED) for one in path.parent.glob(f"{MOVED}*")} - {"", ".keys", ".keys.bak"}
    return wrong + [f"{name} was left" for name in left]
