"""Readying: what a new file begins with; and an older one is brought up to date, in parts that are each kept.

Whoever stops it, or pulls the plug, loses nothing: the next opening goes on where this one ended.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path

from app.compact import load
from app.progress import Progress, silent
from app.services import judging
from app.services.founding import Founding
from app.services.origin import Origin
from app.services.people import Profile
from app.storage import database, values
from app.storage.database import Database
from app.vault import identity


def first_values(founding: Founding, origin: Origin) -> Mapping[str, object]:
    """What a new workspace holds before anything is written in it, with keys of its own."""
    named = replace(founding.organisation, id=origin.random(16).hex())
    profile = Profile(origin.random(8).hex(), founding.profile_name)
    return {
        "organisation": asdict(named),
        "profile": asdict(profile),
        "coordinator": founding.coordinator,
        "language": founding.language,
        "keys": identity.OrganisationKeys.generate(origin.random).as_dict(),
        "disclosure_secret": origin.random(32).hex(),
        "writer": origin.random(8).hex(),
        judging.NAME: judging.version(load()),
    }


def is_ready(path: Path, key: bytes) -> bool:
    """Whether the file can be opened at once, without tables to change and records to judge."""
    if not database.is_up_to_date(path, key):
        return False
    kept = database.open_existing(path, key)
    try:
        return judging.is_done(kept, load())
    finally:
        kept.close()


def ready(path: Path, key: bytes, origin: Origin, progress: Progress = silent) -> Database:
    """The file, up to date; `progress` counts the records that are judged and indexed, and may stop it."""
    kept = database.open_existing(path, key)
    try:
        _take_own_writer(kept, origin)
        judging.catch_up(kept, load(), progress)
    except BaseException:
        kept.close()
        raise
    return kept


def _take_own_writer(kept: Database, origin: Origin) -> None:
    """A copy that is opened for the first time writes on as somebody else than the workspace it was made of."""
    with kept.reading() as session:
        is_copy = values.get(session, values.COPIED) is True
    if is_copy:
        with kept.writing() as session:
            values.put(session, "writer", origin.random(8).hex())
            values.put(session, values.COPIED, False)
