"""Moving: a whole workspace onto a PostgreSQL server, for a coordinator who outgrows one file.

The file stays as it is. Beside it a small file names the server, with the same keys: the same passphrases open it and
every command goes on as before. On the server the rows are not encrypted by us (docs/scaling.md).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.files import put_in_place, write_whole
from app.i18n import N_
from app.progress import Progress, silent
from app.services.keeping.team import NoPassphraseUsedError
from app.services.opening.workspace import SUFFIX, Workspace, WorkspaceExistsError
from app.storage import copy_out, copy_parts, server, values
from app.storage.copy_readers import Beside, Here, Reader
from app.storage.server_refusals import ServerPasswordError as ServerPasswordError
from app.storage.session import Session
from app.vault import slot_file, slots

ENDING = f"-server{SUFFIX}"
MOST_BESIDE, WORTH_IT = 4, 20_000
"""Of processes that read; and of records from which on they are begun."""
BEGUN = ".moving"
"""The end of the name that the file which names the server has until everything is there."""


class AlreadyOnServerError(GroundworkError):
    """It was moved before."""

    message = N_("This workspace lies on a database server already.")


class NotEncryptedError(GroundworkError):
    """Nobody has said that it is known what a server can read."""

    message = N_(
        "On a database server Groundwork encrypts nothing: whoever runs the server, or takes a copy of its disk, can "
        "read all of it. If that is what you want, say --unencrypted-database."
    )


@dataclass(frozen=True)
class Moved:
    """What arrived, read back and compared."""

    path: Path
    """The file that names the server, to be opened from now on."""
    rows: Mapping[str, int]
    """Rows by table."""


def move(workspace: Workspace, address: str, to: Path, *, password: str = "", progress: Progress = silent) -> Moved:
    """Carry everything into an empty database at `address`, compare it row by row, and name the server in a file `to`.

    The workspace stays as it was; who opens `to` writes under a writer of its own. If anything fails, or `progress`
    stops it, the database is as empty as before and there is no file. `to` comes last: if the computer stops before it
    is there, the same move is done anew and takes the place of what nobody could open. Raises NotAllowedError,
    AddressError, PasswordInAddressError, ServerNotEmptyError, NotCopiedError, and what the server or the disk says.
    """
    workspace.may(Verb.TEAM)
    if workspace.opened is None:
        raise NoPassphraseUsedError
    if workspace.on_server:
        raise AlreadyOnServerError
    begun = to.with_name(to.name + BEGUN)
    is_again = begun.exists()
    if to.exists() or (slots.keys_path(to).exists() and not is_again):
        raise WorkspaceExistsError(name=to.name)
    key, is_kept = workspace.opened.key.raw, False
    is_anew = is_again and server.address_in(begun) == server.checked(address)
    try:
        with (
            _reading(workspace, key) as (source, reader),
            server.founding(to, key, address, password, anew=is_anew) as target,
        ):
            proofs = copy_out.copy_out(source, reader, target, progress)
            values.put(target, values.COPIED, True)
            write_whole(begun, server.naming(server.checked(address)), replace=True, private=True)
            held = slot_file.read(slots.keys_path(workspace.path))
            slot_file.write(slots.keys_path(to), held, replace=is_again)
            is_kept = True  # or so it may be: where the last word of the server is lost, nobody can tell
    finally:
        if not is_kept and not is_anew:
            _take_away(to, begun)
    put_in_place(begun, to)
    return Moved(to, {table: proof.rows for table, proof in proofs.items()})


@contextmanager
def _reading(workspace: Workspace, key: bytes) -> Iterator[tuple[Session, Reader]]:
    """One moment of the workspace, and who reads it: where there is much and a second core, processes beside."""
    with ExitStack() as stack:
        with workspace.noting() as session:  # nobody writes until all have begun to read
            count = beside(copy_parts.count(session), os.cpu_count() or 1)
            apart = stack.enter_context(Beside(workspace.path, key, count)) if count else None
            source = stack.enter_context(workspace.reading())
            copy_parts.look(source)
        yield source, apart or Here(source)


def beside(records: int, cores: int) -> int:
    """How many processes read beside this one; none where that would take longer than it saves."""
    return min(cores, MOST_BESIDE) if cores > 1 and records >= WORTH_IT else 0


def _take_away(to: Path, begun: Path) -> None:
    for path in (*to.parent.glob(slots.keys_path(to).name + "*"), begun):
        path.unlink(missing_ok=True)
