"""A look at work that was put aside, before somebody lets it count: which records it is about, and what it would do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.fold import DELETED, ERASED, Operation
from app.domain.records import KINDS
from app.errors import GroundworkError
from app.services.opening.workspace import Workspace
from app.services.syncing import spaces, taking, unsealing
from app.services.syncing.devices import SegmentMissingError
from app.storage import records, segments
from app.storage.naming import name_of
from app.storage.segments import State
from app.storage.session import Session


@dataclass(frozen=True)
class Piece:
    """One record that it changes."""

    record: str
    kind: str
    title: str
    """"" where nothing names it."""
    deed: str
    """new, changed or deleted."""


@dataclass(frozen=True)
class Inside:
    """What one file that was put aside says."""

    id: str
    laptop: str
    made: datetime
    """When, by the clock of that laptop."""
    pieces: tuple[Piece, ...]
    others: int
    """Things in it beside records, such as settings."""
    is_readable: bool
    """Whether this laptop can open it at all."""
    may_count: bool
    """Whether it was put aside only because its laptop was taken out, so that it can be adopted."""


def look(workspace: Workspace, id: str) -> Inside:
    """What is inside; nothing is changed. Raises SegmentMissingError."""
    with workspace.reading() as session:
        space = spaces.loaded(session)
        found = (one for one in segments.every(session, State.QUARANTINED) if id in (one.id, one.digest))
        kept = next(found, None)
        if kept is None:
            raise SegmentMissingError(id=id)
        try:
            opened = unsealing.opened(session, space, kept.digest)
        except GroundworkError:
            opened = None
        said = opened.segment.operations if opened else ()
        pieces = tuple(_piece(session, one) for one in _by_record(said).values())
        others = sum(one.kind not in {*KINDS, ERASED} for one in said) + len(opened.segment.rows if opened else ())
        laptop = ", ".join(spaces.names_of(space, [kept.device]))
    made = datetime.fromtimestamp(kept.made_ms / 1000, UTC)
    may_count = opened is not None and kept.reason == taking.REVOKED
    return Inside(kept.id or kept.digest, laptop, made, pieces, others, opened is not None, may_count)


def _by_record(said: tuple[Operation, ...]) -> dict[str, list[Operation]]:
    found: dict[str, list[Operation]] = {}
    for one in said:
        if one.kind in KINDS or one.kind == ERASED:
            found.setdefault(one.record, []).append(one)
    return found


def _piece(session: Session, said: list[Operation]) -> Piece:
    """The last words of several changes to one record; what it is called here where they do not say."""
    known = records.brief(session, said[0].record)
    entries = {name: value for one in said for name, value in one.fields.items()}
    kind = next((one.kind for one in said if one.kind != ERASED), known.kind if known else "")
    is_gone = any(one.kind == ERASED for one in said) or bool(entries.get(DELETED))
    deed = "deleted" if is_gone else ("changed" if known else "new")
    return Piece(said[0].record, kind, name_of(entries) or (known.title if known else ""), deed)
