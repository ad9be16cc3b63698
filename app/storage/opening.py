"""Opening whichever store a workspace has: its own file, or the server that its file names."""

from __future__ import annotations

from pathlib import Path

from app.progress import Progress, silent
from app.storage import database
from app.storage.database import Database

_SMALLEST_BYTES = 1 << 14
"""No encrypted workspace is smaller; a file that names a server always is."""


def open_existing(path: Path, key: bytes, progress: Progress = silent, *, password: str = "") -> Database:
    """The store of the workspace at `path`. Raises as `database.open_existing` and `server.open_existing`.

    `password` is for a database server; "" lets its own library look for one.
    """
    if is_on_server(path):
        from app.storage import server  # a driver that nearly nobody needs

        return server.open_existing(path, key, password)
    return database.open_existing(path, key, progress)


def is_on_server(path: Path) -> bool:
    """Whether the file at `path` only names a server."""
    if path.stat().st_size >= _SMALLEST_BYTES:
        return False
    from app.storage import server

    return server.address_in(path) != ""
