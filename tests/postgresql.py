"""A real PostgreSQL server for tests: made once for each process, on a socket, without waiting for any disk."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from app.storage import server

USER = "groundwork"
PASSWORD = "salt wind harbour"
_FAST = "fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=20"
_numbers = count(1)


class PostgresqlMissingError(RuntimeError):
    """The tests need it; `dev.py` brings it where it can."""


@dataclass(frozen=True)
class Server:
    """A server that runs, with a superuser of this machine and one user who needs a password."""

    folder: Path
    programs: Path

    def database(self, locale: str = "C.UTF-8") -> str:
        """The address of a new, empty database."""
        name = f"test_{next(_numbers)}"
        template = f"LOCALE '{locale}' ENCODING 'UTF8' TEMPLATE template0"
        self.tell(f"CREATE DATABASE {name} OWNER {USER} {template}")
        return f"postgresql+psycopg://{USER}@/{name}?host={self.folder}"

    def tell(self, words: str, name: str = "postgres") -> str:
        """What the server's own program answers."""
        asked = [self.programs / "psql", "-h", self.folder, "-U", "postgres", "-d", name, "-qAtc", words]
        return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()

    def store(self) -> server.ServerDatabase:
        """A new, empty store."""
        path, address = self.folder / "nowhere", self.database()
        with server.founding(path, b"k" * 32, address, PASSWORD):
            pass
        return server.ServerDatabase(path, b"k" * 32, address, PASSWORD)


@contextmanager
def running() -> Iterator[Server]:
    """A server in a folder of its own; as root it runs as the user `postgres`, as it refuses root."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="gwpg-", dir="/tmp"))
    as_user = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    if as_user:
        shutil.chown(folder, "postgres", "postgres")
    told = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder, **as_user}
    data = folder / "data"
    try:
        making = ("--no-sync", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        subprocess.run([programs / "initdb", "-D", data, *making], **told)
        (data / "pg_hba.conf").write_text("local all postgres trust\nlocal all all scram-sha-256\n")
        options = " ".join(f"-c {one}" for one in (*_FAST, f"unix_socket_directories={folder}"))
        subprocess.run([programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"], **told)
        made = Server(folder, programs)
        made.tell(f"CREATE ROLE {USER} LOGIN PASSWORD '{PASSWORD}'")
        try:
            yield made
        finally:
            subprocess.run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **told)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    for place in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        if (place / "initdb").exists():
            return place
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    raise PostgresqlMissingError("the tests need PostgreSQL: install the package `postgresql`")
