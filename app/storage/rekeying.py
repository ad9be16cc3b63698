"""Rekeying: the file encrypted anew under another key, in a copy that is proven before it takes the place.

Killed at any moment, the file in its place is whole, under the old key or the new one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from app.errors import GroundworkError
from app.files import explained, sync_folder
from app.i18n import N_
from app.progress import Progress, silent
from app.storage.database import Database, NoRoomError, WorkspaceBusyError, refused_plainly

_ENDING = ".renewed"
_PATIENCE_MS = 2000


class NotRenewedError(GroundworkError):
    """The new file does not hold what the old one holds; it was thrown away."""

    message = N_("The workspace could not be encrypted anew. Everything is as it was; please try again.")


STEPS = 3
"""How many steps are told: the copy is made, encrypted anew, and proven."""


def renew(path: Path, old: bytes, new: bytes, *, ready: Callable[[], None], progress: Progress = silent) -> None:
    """Encrypt the closed file at `path` anew; `ready` keeps the new key, and is called once the new file is proven.

    Nobody else can write meanwhile. `progress` may stop it until then, and all is as it was.
    Raises WorkspaceBusyError, NoRoomError, NotRenewedError or what the disk says.
    """
    progress(0, STEPS)
    if shutil.disk_usage(path.parent).free < 2.2 * path.stat().st_size:
        raise NoRoomError()
    clear(path)
    fresh = path.with_name(path.name + _ENDING)
    try:
        with refused_plainly(path.name), _alone(path, old) as held:
            held.execute("vacuum into ?", (str(fresh),))
            progress(1, STEPS)
            _encrypt(fresh, old, new)
            progress(2, STEPS)
            _prove(fresh, new, _counts(held))
            progress(STEPS, STEPS)
            ready()
            if os.name == "nt":
                held.close()  # an open file cannot be replaced there
            fresh.replace(path)
    except OSError as failure:
        raise explained(failure, path) from failure
    finally:
        clear(path)
    sync_folder(path.parent)


def clear(path: Path) -> None:
    """Take away what a renewal that was killed left beside the file."""
    for left in path.parent.glob(f"{path.name}{_ENDING}*"):
        left.unlink(missing_ok=True)


def forget_older(path: Path) -> None:
    """Take away the copies that were made before a change of form: only the old key opens them."""
    for left in path.parent.glob(f"{path.name}.before-*"):
        left.unlink(missing_ok=True)


@contextmanager
def _alone(path: Path, key: bytes) -> Iterator[sqlcipher.Connection]:
    """A connection that keeps every other one out, with all that was written in the one file."""
    connection = _connected(path, key)
    try:
        # in this order: a journal that is switched under an exclusive lock stays beside the file until it is let go
        connection.execute("pragma journal_mode=delete")
        connection.execute("pragma locking_mode=exclusive")
        connection.execute("begin exclusive")
        connection.execute("commit")
        if connection.execute("pragma journal_mode").fetchone() != ("delete",):
            raise WorkspaceBusyError(detail="opened again in between")
        # nobody writes and nothing is half written, so a journal that a kill left says nothing; the new file has none
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
        yield connection
    finally:
        connection.close()


def _connected(path: Path, key: bytes) -> sqlcipher.Connection:
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute("pragma cipher_log_level=NONE")
    connection.execute(f"pragma key=\"x'{key.hex()}'\"")
    connection.execute(f"pragma busy_timeout={_PATIENCE_MS}")
    connection.execute("pragma temp_store=memory")
    return connection


def _encrypt(fresh: Path, old: bytes, new: bytes) -> None:
    connection = _connected(fresh, old)
    try:
        connection.execute("pragma synchronous=full")
        connection.execute(f"pragma rekey=\"x'{new.hex()}'\"")
    finally:
        connection.close()


def _prove(fresh: Path, new: bytes, wanted: dict[str, int]) -> None:
    opened = Database(fresh, new)
    try:
        faults = opened.faults()
    finally:
        opened.close()
    connection = _connected(fresh, new)
    try:
        is_same = _counts(connection) == wanted
    finally:
        connection.close()
    left_over = [beside for beside in fresh.parent.glob(f"{fresh.name}-*") if beside.stat().st_size]
    if faults or not is_same or left_over:
        raise NotRenewedError(detail="; ".join(faults))


def _counts(connection: sqlcipher.Connection) -> dict[str, int]:
    names = [name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")]
    return {name: connection.execute(f'select count(*) from "{name}"').fetchone()[0] for name in names}
