"""Which incarnation of this laptop writes: a cloned disk or a restored backup goes on as a writer of its own.

The number of the last segment stands in the workspace and in a small file beside it, which is written first. Where
the two differ, where the machine or the folder is another one, or where a place holds what this writer never made,
somebody else may write under the same name; so a new name is taken before anything is sent, and nothing is lost.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from app.files import write_whole
from app.services.opening.workspace import Workspace
from app.services.syncing import spaces, unsealing
from app.services.syncing.spaces import Signing, Space
from app.storage import segments, values
from app.storage.session import Session
from app.sync.space import names
from app.sync.space.entry import Kind, Said
from app.sync.stores.store import Entry

ENDING = ".writer"
_CHAIN = "chain"
_MACHINES = (Path("/etc/machine-id"), Path("/var/lib/dbus/machine-id"))


@dataclass(frozen=True)
class Chain:
    """How far the chain of a writer has come."""

    writer: str
    seq: int = 0
    last: str = ""
    """The id of its last segment."""


@dataclass(frozen=True)
class Beside:
    """What stands in the file beside the workspace."""

    writer: str
    seq: int
    machine: str
    """A hash of what names this machine and this folder."""


def chain(session: Session) -> Chain:
    """The chain of whoever writes here now."""
    writer = str(values.get(session, "writer"))
    kept = values.get(session, _CHAIN) or {}
    return Chain(**kept) if kept.get("writer") == writer else Chain(writer)


def reserve(workspace: Workspace, session: Session) -> Chain:
    """Take the next number, written down beside the workspace before anything is sealed with it."""
    found = chain(session)
    _write(workspace, Beside(found.writer, found.seq + 1, _machine(workspace)))
    return Chain(found.writer, found.seq + 1, found.last)


def sealed(session: Session, reserved: Chain, segment: str) -> None:
    """The number was used, for the segment with this id."""
    values.put(session, _CHAIN, asdict(Chain(reserved.writer, reserved.seq, segment)))


def settle(workspace: Workspace, session: Session, space: Space, listed: Iterable[Entry]) -> bool:
    """Take a new writer if another one may write as this one; whether that was needed.

    What was sealed and seen by nobody is taken apart and goes out anew; what was sent stays as it was sent.
    """
    found = chain(session)
    is_doubtful = _differs(workspace, session, found) or _is_elsewhere(session, found, listed)
    if is_doubtful:
        unsealing.take_apart(session, space)
        found = Chain(workspace.random(8).hex())
        values.put(session, "writer", found.writer)
        values.put(session, _CHAIN, asdict(found))
        values.put(session, values.COPIED, False)
    if is_doubtful or beside(workspace) is None:
        _write(workspace, Beside(found.writer, found.seq, _machine(workspace)))
    if space.membership.owners.get(found.writer) != space.device.fingerprint:
        said = Said(Kind.WRITER, writer=found.writer)
        spaces.say(session, space, said, Signing(space.device, workspace.now().date().isoformat()))
    return is_doubtful


def beside(workspace: Workspace) -> Beside | None:
    """What stands beside the workspace; None where there is nothing, or nothing that can be read."""
    with suppress(OSError, ValueError, TypeError):
        return Beside(**json.loads(_path(workspace).read_text("utf-8")))
    return None


def _differs(workspace: Workspace, session: Session, found: Chain) -> bool:
    kept = beside(workspace)
    if kept is None:
        return values.get(session, _CHAIN) is not None
    return (kept.writer, kept.seq, kept.machine) != (found.writer, found.seq, _machine(workspace))


def _is_elsewhere(session: Session, found: Chain, listed: Iterable[Entry]) -> bool:
    known = segments.digests(session)
    numbered = names.numbers_of(found.writer, listed)
    return any(digest not in known for some in numbered.values() for digest in some)


def _write(workspace: Workspace, fresh: Beside) -> None:
    write_whole(_path(workspace), json.dumps(asdict(fresh)).encode(), replace=True, private=True)


def _path(workspace: Workspace) -> Path:
    return workspace.path.with_name(workspace.path.name + ENDING)


def _machine(workspace: Workspace) -> str:
    named = platform.node()
    for path in _MACHINES:
        with suppress(OSError):
            named = path.read_text("utf-8").strip() or named
            break
    folder = str(workspace.path.absolute())
    return hashlib.sha256(f"groundwork-machine\0{named}\0{folder}".encode()).hexdigest()[:32]
