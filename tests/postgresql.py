"""A real PostgreSQL server for tests: made once for each process, on a socket, without waiting for any disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count

from app.bench import database_server
from app.storage import server

USER = "groundwork"
PASSWORD = "salt wind harbour"
_FAST = "fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=20"
_numbers = count(1)


@dataclass(frozen=True)
class Server(database_server.OwnServer):
    """A server that runs, with a superuser of this machine and one user who needs a password."""

    def database(self, locale: str = "C.UTF-8") -> str:
        """The address of a new, empty database."""
        name = f"test_{next(_numbers)}"
        template = f"LOCALE '{locale}' ENCODING 'UTF8' TEMPLATE template0"
        self.tell(f"CREATE DATABASE {name} OWNER {USER} {template}")
        return f"postgresql+psycopg://{USER}@/{name}?host={self.folder}"

    def store(self) -> server.ServerDatabase:
        """A new, empty store."""
        path, address = self.folder / "nowhere", self.database()
        with server.founding(path, b"k" * 32, address, PASSWORD):
            pass
        return server.ServerDatabase(path, b"k" * 32, address, PASSWORD)


@contextmanager
def running() -> Iterator[Server]:
    """A server with one user."""
    with database_server.running(_FAST) as own:
        made = Server(own.folder, own.programs)
        made.tell(f"CREATE ROLE {USER} LOGIN PASSWORD '{PASSWORD}'")
        yield made
