"""Which records a list shows, as a question to the tables: by kind, objective, time, words, and what is judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from app.domain.records import KINDS, rules
from app.domain.terms import Period
from app.storage import search
from app.storage.tables import ELEMENT, RECORD


@dataclass(frozen=True)
class Query:
    """Which records a list shows, newest month first."""

    kind: str
    objective: int | None = None
    period: Period | None = None
    words: str = ""
    deleted: bool = False
    points_at: str = ""
    """Only records that point at the record with this id."""
    complete: bool | None = None
    """Only what is complete, or only drafts; None: both."""
    open_loop: bool | None = None
    """Only messages that wait for an answer, or only the others; None: both."""


def where(chosen: Select[Any], query: Query) -> Select[Any]:
    """The selection narrowed to what the query asks for."""
    chosen = chosen.where(RECORD.c.kind == query.kind, RECORD.c.deleted.is_(query.deleted))
    if query.complete is not None:
        chosen = chosen.where(RECORD.c.complete.is_(query.complete))
    if query.open_loop is not None:
        chosen = chosen.where(RECORD.c.open_loop.is_(query.open_loop))
    if query.objective is not None:
        chosen = chosen.where(_names(query.kind, query.objective))
    if query.points_at:
        chosen = chosen.where(RECORD.c.body.contains(f':"{query.points_at}"', autoescape=True))
    if query.period is not None:
        start, end = query.period.start.month_iso, query.period.end.month_iso
        chosen = chosen.where(RECORD.c.month >= start, func.substr(RECORD.c.month, 1, 7) <= end)
    if query.words.strip():
        chosen = chosen.where(search.condition(query.words))
    return chosen


def _names(kind: str, objective: int) -> ColumnElement[bool]:
    """Whether a record names this objective: in a set, or in the one field that choices and assessments have."""
    found = select(ELEMENT.c.record).where(
        ELEMENT.c.name.in_(("objectives", "topics")), ELEMENT.c.element == str(objective)
    )
    named = RECORD.c.id.in_(found)
    if kind in KINDS and all(one.name != "objective" for one in rules(KINDS[kind])):
        return named
    written = f'"objective":{objective}'
    return named | RECORD.c.body.contains(written + ",") | RECORD.c.body.contains(written + "}")
