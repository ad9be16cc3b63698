"""A PostgreSQL server of one's own, for as long as something is measured or tested; on a socket, nowhere else."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.errors import GroundworkError
from app.i18n import N_

_PLACES = Path("/usr/lib/postgresql")
_RIGHTS = "local all postgres trust\nlocal all all scram-sha-256\n"


class ServerProgramsMissingError(GroundworkError):
    """No server can be started here."""

    message = N_("This needs a PostgreSQL server of its own, and its programs are not here. Install “postgresql”.")


@dataclass(frozen=True)
class OwnServer:
    """A server that runs. The user `postgres` needs no password, every other one does."""

    folder: Path
    programs: Path

    def tell(self, words: str, name: str = "postgres") -> str:
        """What the server's own program answers."""
        at = ("-h", str(self.folder), "-U", "postgres", "-d", name)
        asked = [str(self.programs / "psql"), *at, "-qAtc", words]
        return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


@contextmanager
def running(settings: Sequence[str] = ()) -> Iterator[OwnServer]:
    """A server in a folder of its own; as root it runs as the user `postgres`, as it refuses root.

    Raises ServerProgramsMissingError.
    """
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="gwpg-", dir="/tmp"))  # a path of a socket has to be short
    as_user = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
    if as_user:
        shutil.chown(folder, "postgres", "postgres")

    def run(program: str, *words: str) -> None:
        told = [programs / program, "-D", folder / "data", *words]
        nothing = subprocess.DEVNULL
        subprocess.run(told, check=True, stdout=nothing, stderr=nothing, cwd=folder, **as_user)  # type: ignore[call-overload]

    try:
        run("initdb", "--no-sync", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        (folder / "data" / "pg_hba.conf").write_text(_RIGHTS)
        told = ("listen_addresses=", f"unix_socket_directories={folder}", *settings)
        options = " ".join(f"-c {one}" for one in told)
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield OwnServer(folder, programs)
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    for place in sorted(_PLACES.glob("*/bin"), reverse=True):
        if (place / "initdb").exists():
            return place
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    raise ServerProgramsMissingError
