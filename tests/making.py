"""Things that tests need made: workspaces with fixed time and chance, activities that are complete, calls."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from app.domain.filling import filled
from app.domain.records import Activity, Feedback, Record
from app.domain.shared import Call
from app.domain.terms import Period
from app.services.opening import workspace
from app.services.opening.people import Profile
from app.services.opening.workspace import Founding, Organisation, Origin, Workspace
from app.services.records import commenting, recording
from app.services.submitting import calls
from app.storage import database
from app.vault import slots
from app.vault.cost import Cost

NOW = datetime(2026, 10, 30, 9, 42, tzinfo=UTC)
PASSPHRASE = "river lamp seven bread"
PERIOD = Period.parse("2026-07..2026-09")
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
"""Translates digits to those of Arabic keyboards."""
_ENDINGS = ("", ".keys", ".keys.bak")
_TEMPLATES = tempfile.TemporaryDirectory(prefix="groundwork-templates-")


def make_workspace(
    folder: Path, name: str = "Tangier Network", *, coordinator: bool = False, seed: int = 1, **about: object
) -> Workspace:
    """A new workspace with fixed clock and chance; founded once per process and copied, as deriving keys is slow."""
    organisation = Organisation(name, **{"types": ("ST-CSO",), "country": "MA", **about})  # type: ignore[arg-type]
    path = folder / f"{name.lower().replace(' ', '-')}-{seed}{workspace.SUFFIX}"
    founding = Founding(organisation, "Samira B.", coordinator)
    return found(path, founding, PASSPHRASE, origin=Origin.fixed(NOW, seed), seed=seed)


def found(path: Path, founding: Founding, passphrase: str, *, origin: Origin, seed: int = 0) -> Workspace:
    """A new workspace as `workspace.create` makes it, copied from one that was founded before in this process."""
    assert not path.exists(), "a test makes each workspace once"
    template = _founded(founding, passphrase, seed)
    copy_files(template.path, path)
    return Workspace(path, database.open_existing(path, template.opened.key.raw), origin, template.opened)


def copy_of(made: Path, folder: Path, *, seed: int = 1) -> Workspace:
    """A closed workspace copied into another folder and opened there."""
    copy_files(made, folder / made.name)
    return workspace.open_existing(folder / made.name, PASSPHRASE, origin=Origin.fixed(NOW, seed + 1000))


def new_folder() -> Path:
    """A folder for what is made once and copied, as long as this process lives."""
    return Path(tempfile.mkdtemp(dir=_TEMPLATES.name))


def copy_files(made: Path, to: Path) -> None:
    """The files of a closed workspace, under another name."""
    for ending in _ENDINGS:
        shutil.copyfile(f"{made}{ending}", f"{to}{ending}")


@dataclass(frozen=True)
class _Template:
    path: Path
    opened: slots.Opened


@lru_cache(maxsize=64)
def _founded(founding: Founding, passphrase: str, seed: int) -> _Template:
    """Equal seeds give equal ids and keys, whatever the organisation is called."""
    path = new_folder() / f"template{workspace.SUFFIX}"
    origin = Origin.fixed(NOW, seed)
    workspace.create(path, passphrase, founding, origin=origin, cost=Cost.floor()).close()
    return _Template(path, slots.open_slot(path, passphrase))


def work_as(opened: Workspace, profile: Profile) -> None:
    """Let somebody else of the organisation sit at this workspace."""
    with opened.noting() as session:
        opened.take_team(session, opened.team.with_profile(profile))
    opened.profile = profile


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


def write_down(into: Workspace, record_class: type[Record], /, **values: object) -> str:
    """A record of any kind with these values, given as they are typed; its id."""
    plain = {name: str(value) for name, value in values.items()}
    return recording.save(into, filled(recording.new(into, record_class), plain)).id


def approve(into: Workspace, record: str) -> None:
    """Let whoever is working approve a record as it is now."""
    commenting.answer(into, record, approved=True)
