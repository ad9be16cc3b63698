"""What any record is called, in one line: above its form, in lists, where another record points at it."""

from __future__ import annotations

from app.domain.records import Record, Shape, rule, rules
from app.domain.terms import When
from app.i18n import _, format_date, format_month, format_number, isolate, language
from app.services.records import recording
from app.ui.process.session import Session
from app.ui.words import offers
from app.ui.words.choice import Choice

_SAID_IN = (
    "title",
    "name",
    "term",
    "code",
    "paraphrase",
    "purpose",
    "text",
    "description",
    "said",
    "service",
    "what",
    "in_kind",
    "note",
)
_LONGEST = 90
_MOST_OFFERED = 8


def called(session: Session, record: Record) -> str:
    """The first line of what the record says; else its kind of thing; else words that say so."""
    for name in _SAID_IN:
        first, _end, _rest = _said(session, record, name).strip().partition("\n")
        if first:
            return first if len(first) <= _LONGEST else first[:_LONGEST].rstrip() + "…"
    sums = [value for name in ("budget", "spent") if (value := getattr(record, name, None)) is not None]
    if sums:
        return isolate(f"{format_number(sums[0])} {getattr(record, 'currency', '')}".strip())
    return _first_code(session, record) or _("Without a title")


def _said(session: Session, record: Record, name: str) -> str:
    said = str(getattr(record, name, ""))
    offered = rule(type(record), name).offers if said else ""
    return offers.name_of(session, offered, said) if offered else said


def written(when: When) -> str:
    """A day or a month in words."""
    return format_date(when.first_day, style="medium") if when.day else format_month(when.first_day)


def name_of(session: Session, id: str) -> str:
    """What the record with this id is called; the id itself if there is none."""
    try:
        kind = recording.kind_of(session.workspace, id)
        return called(session, recording.open_draft(session.workspace, kind, id).record)
    except recording.RecordMissingError:
        return id


def offered(session: Session, kinds: tuple[str, ...], typed: str) -> tuple[Choice, ...]:
    """Records of these kinds that have words beginning like what was typed."""
    found: list[Choice] = []
    for kind in kinds:
        query = recording.Query(kind, words=typed)
        lines = recording.lines(session.workspace, query, limit=_MOST_OFFERED - len(found))
        found += [Choice(line.record.id, called(session, line.record)) for line in lines]
        if len(found) >= _MOST_OFFERED:
            break
    return tuple(found)


def _first_code(session: Session, record: Record) -> str:
    for one in rules(type(record)):
        code = getattr(record, one.name) if one.shape is Shape.CODE else ""
        if code:
            return str(session.pack.code_list(one.codes).label(code, language()))
    return ""
