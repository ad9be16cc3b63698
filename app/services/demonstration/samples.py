"""A workspace to look around in: made-up work of one organisation, and what two others sent to it.

It lies in the cache folder, is made anew each time it is opened, and opens with a passphrase that everybody knows.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from app import paths
from app.domain import periods
from app.domain.shared import Call
from app.domain.terms import Period, When
from app.files import write_whole
from app.i18n import N_, language, translation
from app.services.coordinating import receiving, triage
from app.services.demonstration import made_up, notebook
from app.services.demonstration.participants import Participant
from app.services.opening import workspace
from app.services.opening.workspace import Founding, Workspace
from app.services.submitting import calls, submissions

PASSPHRASE = "only sample data"
"""Told on the screen: nothing in it needs protection."""
_NAME = N_("{name} (sample data)")
_RECORDS = 40
_COUNTRY = "MA"


def open_sample() -> Workspace:
    """A fresh sample workspace that also coordinates, so that every page has something on it."""
    folder = paths.cache() / "sample"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    until_now = replace(_period(), end=When.of(datetime.now(UTC).date()).only_month)
    own = _in_our_language(made_up.participants(3, _RECORDS, period=until_now, seed=1, country=_COUNTRY))[0]
    others = _in_our_language(made_up.participants(3, _RECORDS, period=_period(), seed=1, country=_COUNTRY))[1:]
    made = _create(folder, own, coordinator=True)
    call, data = calls.make(made, Call("", "", _period(), due=datetime.now(UTC).date().isoformat()))
    own.write(made)
    notebook.write(made)
    files = [_answer(folder, other, data) for other in others]
    receiving.receive(made, files)
    triage.trust(made, others[0].organisation.name)
    triage.accept_all(made)
    return made


def _in_our_language(found: tuple[Participant, ...]) -> list[Participant]:
    """The participants, one that writes in the active language first, if there is one."""
    return sorted(found, key=lambda one: one.language != language())


def _create(folder: Path, one: Participant, *, coordinator: bool) -> Workspace:
    name = translation().gettext(_NAME).format(name=one.organisation.name)
    organisation = replace(one.organisation, name=name) if coordinator else one.organisation
    founding = Founding(organisation, "Samira B.", coordinator, language() if coordinator else one.language)
    path = folder / f"{'sample' if coordinator else one.language}{workspace.SUFFIX}"
    return workspace.create(path, PASSPHRASE, founding, cost=workspace.quick_cost())


def _answer(folder: Path, one: Participant, call: bytes) -> Path:
    """What one organisation sends in; its workspace stays behind in the folder."""
    other = _create(folder, one, coordinator=False)
    try:
        one.write(other)
        made = submissions.make(other, calls.take(other, call), accept_findings=True)
        path = folder / f"{other.path.stem}.gwb"
        write_whole(path, made.bundle)
        return path
    finally:
        other.close()


def _period() -> Period:
    """The quarter before this one."""
    return periods.usual(periods.QUARTER, datetime.now(UTC).date())
