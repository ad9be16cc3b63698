"""Private areas: what only its writer, or only the focal points, can read in a workspace that others open too.

A record of a sealed kind is kept as two entries: who may read it, and a text sealed for their keys. Title,
month and search hold nothing of it; whoever opens the workspace sees that it is there, and when it came.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from app.domain.drafts import Draft
from app.domain.fold import Value
from app.domain.records import OWNER, SEALED, WRITER, Record, unflat
from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening.judging import judge
from app.services.opening.workspace import Workspace
from app.storage.pages import Line
from app.vault import sealing
from app.vault.sealing import SealedForOthersError

R = TypeVar("R", bound=Record)
_LARGEST_BYTES = 1 << 20


class AreaClosedError(GroundworkError):
    """The workspace was opened without the passphrase of a person, or nobody is there to seal for."""

    message = N_(
        "This is kept in a private area, and none is open. Please open the workspace with your own passphrase."
    )


def readers(workspace: Workspace, record_class: type[Record]) -> tuple[str, ...]:
    """The ids of those for whom a new record of a sealed kind is sealed."""
    if record_class.SEALED_FOR == WRITER:
        return (workspace.profile.id,)
    return tuple(sorted(workspace.team.holders(Verb.READ_SENSITIVE)))


def entries(workspace: Workspace, draft: Draft[R]) -> dict[str, Value]:
    """What an operation holds of a draft of a sealed kind. Raises AreaClosedError."""
    who = readers(workspace, type(draft.record))
    whole = {**draft.before, **draft.changes()}
    plain = {name: value for name, value in whole.items() if value is not None and value is not False}
    return {OWNER: " ".join(who), SEALED: _seal(workspace, msgspec.json.encode(plain), who)}


def plain(workspace: Workspace, kept: Mapping[str, Value]) -> dict[str, Value] | None:
    """The entries that were sealed; None if they are not for whoever is working."""
    try:
        found: dict[str, Value] = msgspec.json.decode(_open(workspace, str(kept.get(SEALED) or "")))
    except (AreaClosedError, SealedForOthersError):
        return None
    return found


def opened(workspace: Workspace, line: Line) -> Line:
    """A line of a list, opened if it is for whoever is working; else as it is, and its record is empty."""
    found = plain(workspace, {SEALED: line.sealed}) if line.sealed else None
    if found is None:
        return line
    record = unflat(type(line.record), line.record.id, found)
    return line._replace(record=record, sealed="", complete=judge(workspace.pack)(record.KIND, found).complete)


def cover(workspace: Workspace, text: str) -> str:
    """What is being typed, sealed for its writer. Raises AreaClosedError."""
    return _seal(workspace, text.encode(), (workspace.profile.id,))


def uncover(workspace: Workspace, text: str) -> str:
    """What `cover` sealed. Raises AreaClosedError and what sealing raises."""
    return _open(workspace, text).decode()


def seal_for(workspace: Workspace, text: str, record_class: type[Record]) -> str:
    """A text sealed for those who read records of this kind. Raises AreaClosedError."""
    return _seal(workspace, text.encode(), readers(workspace, record_class))


def opened_text(workspace: Workspace, text: str) -> str:
    """What `seal_for` sealed; "" if it is not for whoever is working."""
    try:
        return _open(workspace, text).decode()
    except (AreaClosedError, SealedForOthersError):
        return ""


def _seal(workspace: Workspace, whole: bytes, who: tuple[str, ...]) -> str:
    known = workspace.team.area_keys
    keys = [known[one] for one in who if one in known]
    if not keys:
        raise AreaClosedError
    return base64.b64encode(sealing.seal(whole, keys)).decode()


def _open(workspace: Workspace, text: str) -> bytes:
    if workspace.area is None or not text:
        raise AreaClosedError
    return sealing.open_sealed(base64.b64decode(text), workspace.area, limit=_LARGEST_BYTES)
