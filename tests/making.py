"""Things that tests need made: workspaces with fixed time and chance, activities that are complete, calls."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from app.domain.filling import filled
from app.domain.records import Activity, Feedback
from app.domain.shared import Call
from app.domain.terms import Period
from app.services import calls, recording, workspace
from app.services.workspace import Founding, Organisation, Origin, Workspace
from app.vault.cost import Cost

NOW = datetime(2026, 10, 30, 9, 42, tzinfo=UTC)
PASSPHRASE = "river lamp seven bread"
PERIOD = Period.parse("2026-07..2026-09")


def make_workspace(
    folder: Path, name: str = "Tangier Network", *, coordinator: bool = False, seed: int = 1, **about: object
) -> Workspace:
    """A new workspace whose clock and chance are fixed."""
    organisation = Organisation(name, **{"types": ("ST-CSO",), "country": "MA", **about})  # type: ignore[arg-type]
    founding = Founding(organisation, "Samira B.", coordinator)
    path = folder / f"{name.lower().replace(' ', '-')}-{seed}{workspace.SUFFIX}"
    return workspace.create(path, PASSPHRASE, founding, origin=Origin.fixed(NOW, seed), cost=Cost.floor())


def log_activity(into: Workspace, **values: object) -> str:
    """A complete activity with these values changed; its id."""
    plain = {
        "title": "Legal aid desk at the bus station",
        "objectives": "4,7",
        "start": "2026-08-12",
        "type": "legal_support",
        "summary": "Two advisers answered questions about papers.",
        **values,
    }
    return recording.save(into, filled(recording.new(into, Activity), plain)).id  # type: ignore[arg-type]


def hear_feedback(into: Workspace, **values: object) -> str:
    """A complete message with these values changed; its id."""
    plain = {
        "type": "question",
        "topics": "4",
        "channel": "help_desk",
        "month": "2026-08",
        "consent": "C2",
        "paraphrase": "Somebody asked how long papers take.",
        **values,
    }
    return recording.save(into, filled(recording.new(into, Feedback), plain)).id  # type: ignore[arg-type]


def make_call(coordinator: Workspace, *takers: Workspace, **changes: object) -> Call:
    """A call for the third quarter, taken by everybody."""
    call, data = calls.make(coordinator, Call("", "", PERIOD, due="2026-11-08", **changes))  # type: ignore[arg-type]
    for taker in takers:
        calls.take(taker, data)
    return call
