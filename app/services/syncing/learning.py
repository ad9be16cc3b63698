"""What this laptop learned, kept until somebody has read it: several syncs in a row are told as one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from app.services.opening.workspace import Workspace
from app.services.syncing.exchanging import Fact, Learned
from app.storage import values

_KEPT = "learned"


@dataclass(frozen=True)
class Lesson:
    """What came since somebody last said that they have read it."""

    place: str
    at: datetime
    sent: int
    """Files of changes that went out."""
    received: int
    facts: tuple[Fact, ...]
    new_writer: bool
    """Whether this laptop took another name to write under, as after a restored backup."""
    vanished: int = 0
    """Files of changes that had vanished from a place and were put there again."""


def note(workspace: Workspace, learned: Learned) -> Lesson | None:
    """Add what a sync did to what was not read yet. None, and nothing is kept, where it taught nothing."""
    before, vanished = _kept(workspace), learned.standing.vanished
    if learned.facts or learned.new_writer or vanished or before is not None:
        counted = Counter({(one.laptop, one.kind, one.deed): one.count for one in learned.facts})
        counted.update({(one["laptop"], one["kind"], one["deed"]): one["count"] for one in _facts(before)})
        kept = {
            "place": learned.place,
            "ms": workspace.now_ms(),
            "sent": learned.sent.segments + (before["sent"] if before else 0),
            "received": learned.received + (before["received"] if before else 0),
            "facts": [asdict(Fact(*key, count)) for key, count in sorted(counted.items())],
            "new_writer": learned.new_writer or bool(before and before["new_writer"]),
            "vanished": vanished + (before.get("vanished", 0) if before else 0),
        }
        with workspace.writing() as session:
            values.put(session, _KEPT, kept)
    return unread(workspace)


def unread(workspace: Workspace) -> Lesson | None:
    """What nobody has read yet; None where there is nothing."""
    kept = _kept(workspace)
    if kept is None:
        return None
    facts = tuple(Fact(**one) for one in kept["facts"])
    at = datetime.fromtimestamp(kept["ms"] / 1000, UTC)
    told = (kept["place"], at, kept["sent"], kept["received"], facts, kept["new_writer"])
    return Lesson(*told, vanished=kept.get("vanished", 0))


def read(workspace: Workspace) -> None:
    """Somebody has read it."""
    with workspace.writing() as session:
        values.put(session, _KEPT, None)


def _kept(workspace: Workspace) -> dict[str, Any] | None:
    with workspace.reading() as session:
        return values.get(session, _KEPT) or None


def _facts(kept: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    return kept["facts"] if kept else []
