"""Selecting: which records belong to a call's period and objectives; what has no date belongs to every period."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set

from app.domain.records import (
    KINDS,
    Activity,
    Assessment,
    Attachment,
    Feedback,
    IndicatorValue,
    ObjectiveChoice,
    Record,
    Resources,
)
from app.domain.shared import Call
from app.domain.terms import Period, When
from app.privacy import border
from app.storage import attachments, records
from app.storage.session import Session


def of_call(session: Session, call: Call) -> tuple[Record, ...]:
    """Every record that belongs to the call's period, kind by kind, oldest first; the files that may go along last."""
    kinds = [KINDS[kind] for kind in border.TABLES if kind != Attachment.KIND]
    found = tuple(one for kind in kinds for one in records.every(session, kind) if belongs(one, call))
    return found + _going_along(session, {one.id for one in found})


def _going_along(session: Session, with_these: Set[str]) -> tuple[Attachment, ...]:
    """The files that somebody said may go along, and whose bytes are here, of these records."""
    here = attachments.hashes(session)
    told = (one for one in records.every(session, Attachment) if one.goes_along and one.hash in here)
    return tuple(one for one in told if not with_these.isdisjoint(one.about))


def resources_of(session: Session, found: Iterable[Record]) -> tuple[Resources, ...]:
    """Money and help in kind of these records."""
    wanted = {one.id for one in found}
    return tuple(one for one in records.every(session, Resources) if one.of in wanted)


def belongs(record: Record, call: Call) -> bool:
    """Whether a record is about an objective and a time that the call asks about."""
    if isinstance(record, ObjectiveChoice):
        return record.chosen and call.asks_for(record.objective or 0)
    if isinstance(record, Assessment):
        return record.period == call.period.iso
    if isinstance(record, IndicatorValue) and record.code in call.indicators:
        return _overlaps(record.period, call.period)
    about = _objectives(record)
    if about and not any(call.asks_for(number) for number in about):
        return False
    if isinstance(record, IndicatorValue):
        return _overlaps(record.period, call.period)
    return _TIMES.get(type(record).KIND, _always)(record, call.period)


def _objectives(record: Record) -> tuple[int, ...]:
    """What an activity or another record is about; messages are told whatever they are about."""
    return () if isinstance(record, Feedback) else getattr(record, "objectives", ())


def _always(record: Record, period: Period) -> bool:
    return True


def _ran(record: Record, period: Period) -> bool:
    """It began before the period was over, and was not over when the period began."""
    begins, ends = _first(record, ("start",)), _first(record, ("end", "due", "until"))
    if isinstance(record, Activity):
        return begins is None or period.overlaps(begins, ends)
    return (begins is None or begins.only_month <= period.end) and (ends is None or ends.only_month >= period.start)


def _in_month(record: Record, period: Period) -> bool:
    month = _first(record, ("month", "date"))
    return month is None or period.contains(month)


def _first(record: Record, names: Iterable[str]) -> When | None:
    return next(_dates(record, names), None)


def _dates(record: Record, names: Iterable[str]) -> Iterator[When]:
    for name in names:
        if isinstance(value := getattr(record, name, None), When):
            yield value


def _overlaps(written: str, period: Period) -> bool:
    try:
        other = Period.parse(written)
    except ValueError:
        return True
    return period.overlaps(other.start, other.end)


_TIMES: Mapping[str, Callable[[Record, Period], bool]] = {
    **dict.fromkeys(("activity", "plan_item", "commitment", "practice", "need_offer"), _ran),
    **dict.fromkeys(
        ("feedback", "rumour", "challenge", "proposal", "consultation", "recommendation", "commitment_update"),
        _in_month,
    ),
}
"""Kinds that are tied to a time; all others belong to every period."""
