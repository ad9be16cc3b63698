"""Dating: what today is where this workspace is used, and records that begin by knowing it."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from app.domain.drafts import Draft
from app.domain.records import Record, rules
from app.domain.terms import When
from app.services.opening.workspace import Workspace
from app.services.records import recording

R = TypeVar("R", bound=Record)


def today(workspace: Workspace) -> date:
    """The day on the wall here, by the clock of the workspace."""
    return workspace.now().astimezone().date()


def this_month(workspace: Workspace) -> When:
    """The month on the wall here."""
    return When.of(today(workspace)).only_month


def begin(workspace: Workspace, record_class: type[R], **fields: object) -> Draft[R]:
    """A new draft that knows when it is: its `date` is today and its `month` this one. `fields` are filled in too."""
    day = When.of(today(workspace))
    known: dict[str, object] = {"date": day, "month": day.only_month}
    names = {one.name for one in rules(record_class)}
    told = {name: value for name, value in known.items() if name in names}
    return recording.new(workspace, record_class, **told, **fields)
