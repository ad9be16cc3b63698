"""The border: the only place where a private record becomes a shared one, field by allowed field.

Each kind has a table of what may leave and how. A field that is not in its table stays, also one that
somebody adds tomorrow. Whoever adds a line here decides that these words may be read by others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from app.domain.records import Activity, Assessment, Feedback, ObjectiveChoice, Record
from app.domain.records.activity import REACH_GROUPS
from app.domain.records.feedback import SENSITIVE
from app.domain.records.fields import Shape, rule
from app.domain.shared import (
    Audience,
    FeedbackCount,
    SharedActivity,
    SharedAssessment,
    SharedChoice,
    SharedEntry,
    SharedFeedback,
)
from app.domain.terms import Count, When
from app.places import SMALL_GROUP, Gazetteer, coarsen
from app.privacy.suppression import protect, rounded, single


class Leaves(Enum):
    """How a field leaves."""

    AS_WRITTEN = "as written"
    MONTH = "month"
    """A day becomes its month, unless the activity is marked as a public event."""
    COARSE_PLACE = "coarse place"
    READ = "read by a person"
    """A text of somebody's own: in the window it is shown whole before it leaves."""
    AS_COUNT = "protected count"


ACTIVITY: Mapping[str, Leaves] = {
    "title": Leaves.READ,
    "objectives": Leaves.AS_WRITTEN,
    "start": Leaves.MONTH,
    "end": Leaves.MONTH,
    "type": Leaves.AS_WRITTEN,
    "status": Leaves.AS_WRITTEN,
    "place": Leaves.COARSE_PLACE,
    "level": Leaves.AS_WRITTEN,
    "role": Leaves.AS_WRITTEN,
    "summary": Leaves.READ,
    "result": Leaves.READ,
    "reach_total": Leaves.AS_COUNT,
    **dict.fromkeys(REACH_GROUPS, Leaves.AS_COUNT),
    "reach_method": Leaves.AS_WRITTEN,
    "partners": Leaves.AS_WRITTEN,
    "departments": Leaves.AS_WRITTEN,
    "participation_level": Leaves.AS_WRITTEN,
    "population_groups": Leaves.AS_WRITTEN,
    "stage": Leaves.AS_WRITTEN,
    "action_refs": Leaves.AS_WRITTEN,
    "principles": Leaves.AS_WRITTEN,
    "mechanisms": Leaves.AS_WRITTEN,
    "sdg": Leaves.AS_WRITTEN,
    "started_by": Leaves.AS_WRITTEN,
    "joint_id": Leaves.AS_WRITTEN,
}
FEEDBACK: Mapping[str, Leaves] = {
    "type": Leaves.AS_WRITTEN,
    "topics": Leaves.AS_WRITTEN,
    "channel": Leaves.AS_WRITTEN,
    "month": Leaves.MONTH,
    "place": Leaves.COARSE_PLACE,
    "language": Leaves.AS_WRITTEN,
    "consent": Leaves.AS_WRITTEN,
    "paraphrase": Leaves.READ,
    "own_words": Leaves.READ,
}
CHOICE: Mapping[str, Leaves] = {
    "objective": Leaves.AS_WRITTEN,
    "priority": Leaves.AS_WRITTEN,
    "why": Leaves.READ,
    "target": Leaves.MONTH,
}
ASSESSMENT: Mapping[str, Leaves] = {
    "objective": Leaves.AS_WRITTEN,
    "period": Leaves.AS_WRITTEN,
    "value": Leaves.AS_WRITTEN,
    "nothing_done": Leaves.AS_WRITTEN,
    "note": Leaves.READ,
}
TABLES: Mapping[str, Mapping[str, Leaves]] = {
    "activity": ACTIVITY,
    "feedback": FEEDBACK,
    "choice": CHOICE,
    "assessment": ASSESSMENT,
}
_WORDS = frozenset({Shape.TEXT, Shape.LONG_TEXT, Shape.NAMES, Shape.CODE, Shape.CODES})
"""Shapes that can hold any words: codes too, because unknown ones are kept as they were written."""
_IS_COUNTED = frozenset({"C1", "C2", "C3", "C4"})
"""Without recorded consent, and where somebody said no, not even the number leaves."""
_SHARES_WORDS = frozenset({"C2", "C3", "C4"})
_SHARES_OWN_WORDS = frozenset({"C3", "C4"})
_STAYS = frozenset({"S3", "S4", "sensitive_protection", "sensitive_sea_or_abuse", "urgent_danger"})


@dataclass(frozen=True)
class Passage:
    """Under which conditions records cross: for whom, how small a group may be told, what a person held back."""

    audience: Audience
    pseudonym: Callable[[str], str]
    """From a record's own id to the one this recipient sees."""
    gazetteer: Gazetteer
    threshold: int = 0
    """An organisation's own k; the audience's k holds where it is higher."""
    held_back: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """(record id, field) pairs that a person decided to keep."""
    released: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    """(record id, field) pairs that a person read and let go, where the rule asks for that."""

    @property
    def smallest(self) -> int:
        """k: an organisation may raise it, never lower it."""
        return max(self.threshold, self.audience.smallest)

    def told(self, count: Count) -> Count:
        """The protected number as this audience reads it: the public in fives."""
        return rounded(count) if self.audience is Audience.PUBLIC else count


def text_fields(record: Record) -> tuple[str, ...]:
    """The fields of this record whose words are scanned before they leave: every one that can hold any."""
    table = TABLES.get(type(record).KIND, {})
    return tuple(name for name, how in table.items() if _holds_words(record, name, how) and _may_leave(record, name))


def stays(record: Record) -> bool:
    """Whether the whole record stays with the organisation, whatever anybody decides."""
    if getattr(record, "sensitivity", "") in _STAYS:
        return True
    if isinstance(record, Feedback):
        return record.type == SENSITIVE or record.consent not in _SHARES_WORDS
    return type(record).KIND not in TABLES


def share(record: Record, passage: Passage) -> SharedEntry | None:
    """The shared form of one record for this passage, or None if it stays."""
    if stays(record):
        return None
    return _MAKERS[type(record).KIND](record, passage)


def count_feedback(records: Iterable[Feedback], passage: Passage) -> tuple[FeedbackCount, ...]:
    """How many messages of each type about each objective came; sensitive reports and C0 are not among them."""
    counted: dict[tuple[str, int], int] = {}
    for record in records:
        if record.type == SENSITIVE or record.sensitivity in _STAYS or record.consent not in _IS_COUNTED:
            continue
        for topic in record.topics:
            counted[record.type, topic] = counted.get((record.type, topic), 0) + 1
    return tuple(
        FeedbackCount(f"{kind}:{topic}", kind, topic, passage.told(single(number, passage.smallest)))
        for (kind, topic), number in sorted(counted.items())
    )


def place_that_leaves(place: str, people: int | None, gazetteer: Gazetteer) -> str:
    """The district or larger that may be told beside so many people (None: nobody counted); "" for an unknown place."""
    found = gazetteer.place(place) if place else None
    if found is None or found.level is None:
        return ""
    return coarsen(found, SMALL_GROUP if people is None else people).code


def _holds_words(record: Record, name: str, how: Leaves) -> bool:
    return how is Leaves.READ or (how is Leaves.AS_WRITTEN and rule(type(record), name).shape in _WORDS)


def _may_leave(record: Record, name: str) -> bool:
    if isinstance(record, Feedback) and name == "own_words":
        return record.consent in _SHARES_OWN_WORDS
    return True


def _activity(record: Record, passage: Passage) -> SharedActivity:
    assert isinstance(record, Activity)
    reach = protect(record.counted, {name: getattr(record, name) for name in REACH_GROUPS}, passage.smallest)
    values = _values(record, passage, people=record.counted)
    values.update((name, passage.told(count)) for name, count in reach.cells.items())
    if record.public_event:
        values.update(start=record.start, end=record.end)
    return SharedActivity(passage.pseudonym(record.id), reach=passage.told(reach.total), **values)  # type: ignore[arg-type]


def _feedback(record: Record, passage: Passage) -> SharedFeedback:
    values = _values(record, passage, people=1)
    if (record.id, "own_words") not in passage.released:
        values["own_words"] = ""
    return SharedFeedback(passage.pseudonym(record.id), **values)  # type: ignore[arg-type]


def _choice(record: Record, passage: Passage) -> SharedChoice | None:
    assert isinstance(record, ObjectiveChoice)
    if not record.chosen:
        return None
    values = _values(record, passage)
    values["priority"] = record.priority or 0
    return SharedChoice(f"choice:{record.objective}", **values)  # type: ignore[arg-type]


def _assessment(record: Record, passage: Passage) -> SharedAssessment:
    assert isinstance(record, Assessment)
    identity = f"assessment:{record.objective}:{record.period}"
    return SharedAssessment(identity, **_values(record, passage))  # type: ignore[arg-type]


def _values(record: Record, passage: Passage, people: int | None = None) -> dict[str, object]:
    """Every allowed field in the way its table says; counts are made elsewhere, together."""
    values: dict[str, object] = {}
    for name, how in TABLES[type(record).KIND].items():
        value = getattr(record, name)
        if how is Leaves.MONTH:
            values[name] = value.only_month if isinstance(value, When) else None
        elif how is Leaves.COARSE_PLACE:
            values[name] = place_that_leaves(value, people, passage.gazetteer)
        elif how in (Leaves.READ, Leaves.AS_WRITTEN):
            kept = (record.id, name) in passage.held_back or not _may_leave(record, name)
            values[name] = type(value)() if kept else value
    return values


_MAKERS: Mapping[str, Callable[[Record, Passage], SharedEntry | None]] = {
    "activity": _activity,
    "feedback": _feedback,
    "choice": _choice,
    "assessment": _assessment,
}
