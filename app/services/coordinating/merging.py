"""Merging: what submissions say together, a pure function of them, of their readers and of what is known already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.compact import Pack
from app.domain.coverage import cell, state_of
from app.domain.once import Answers, with_each_once
from app.domain.reach import reach_of
from app.domain.shared import (
    Audience,
    Contributor,
    FeedbackCount,
    ObjectiveView,
    Picture,
    PlaceView,
    SharedActivity,
    SharedAssessment,
    SharedChoice,
    SharedFeedback,
    Submission,
    Told,
    Withdrawal,
)
from app.domain.terms import WITHHELD, Count, Period
from app.places import load as load_places
from app.places import region
from app.privacy.beside import Reader
from app.privacy.suppression import Cost, cost_of, single
from app.privacy.widening import told, widened
from app.services.submitting.published import EVERYBODY, NOTHING, Before
from app.sync.picture_text import digest

_MERGED = (SharedActivity, SharedAssessment, SharedChoice, SharedFeedback, FeedbackCount, Withdrawal)


def merged(
    submissions: Iterable[Submission],
    contributors: Iterable[Contributor],
    *,
    period: Period,
    audience: Audience,
    pack: Pack,
) -> Picture:
    """The picture of these submissions, whatever order they are given in, where nothing was published before."""
    asked = Reader(period, audience, audience.smallest)
    return merged_beside(submissions, contributors, asked, pack=pack, known=NOTHING)


def merged_beside(
    submissions: Iterable[Submission], contributors: Iterable[Contributor], asked: Reader, *, pack: Pack, known: Before
) -> Picture:
    """The picture beside what is known already; the strictest k of all that counts holds for everything."""
    readable = (widened(one, asked.audience) for one in submissions)
    ordered = sorted(readable, key=lambda one: (one.organisation.id, one.call))
    reader = replace(asked, smallest=max([asked.smallest, *(one.disclosure.threshold for one in ordered)]))
    facts = _facts([known.printed(one, replace(reader, period=one.period)) for one in ordered], reader, known)
    """Everything is added up from the printed numbers, so no sum says more than they do."""
    if reader.audience is Audience.PUBLIC:
        exact = replace(reader, audience=Audience.PEERS)
        exactly = [known.printed(one, replace(exact, period=one.period)) for one in ordered]
        facts = replace(facts, exact=_facts(exactly, reader, known).counts)
    numbers = [objective.number for objective in pack.objectives]
    whole = Picture(
        period=reader.period,
        audience=reader.audience,
        threshold=reader.smallest,
        reference=pack.version,
        contributors=tuple(contributors),
        objectives=tuple(_objective(number, facts) for number in numbers),
        places=_places(numbers, facts),
        activities=facts.told,
        assessments=facts.judged,
        further=tuple(replace(one, entry=told(one.entry, reader.audience)) for one in facts.further),
        voices=tuple(Told(one.organisation, entry) for one in ordered for entry in _voices(one, reader.period)),
        absent_types=_absent(ordered, pack),
    )
    return each_once(whole, Answers())


def each_once(shown: Picture, answers: Answers) -> Picture:
    """The picture in which each activity counts once, with what protection costs and the digest of its facts."""
    whole = with_each_once(shown, answers)
    spent = _cost(whole)
    whole = replace(whole, numbers=spent.numbers, withheld=spent.withheld)
    return replace(whole, digest=digest(whole))


def total(kind: str, objective: int, count: Count) -> FeedbackCount:
    """How many messages of one type everybody together heard about an objective."""
    return FeedbackCount(f"{kind}:{objective}", kind, objective, count)


def _cost(shown: Picture) -> Cost:
    """What protection costs: of people in the listed activities, of messages, and of people by objective."""
    counts = [one.entry.reach for one in shown.activities if isinstance(one.entry, SharedActivity)]
    for view in shown.objectives:
        counts += [count for _kind, count in view.feedback]
        counts.append(WITHHELD if view.reach.low is None and view.reach.withheld else Count(view.reach.low))
    return cost_of(counts)


def _voices(submission: Submission, period: Period) -> Iterable[SharedFeedback]:
    """The messages of the period that are told in words; `widened` has left out what this audience may not read."""
    return (one for one in submission.of(SharedFeedback) if one.month is None or period.contains(one.month))


def _in_period(entry: SharedActivity, period: Period) -> bool:
    return entry.start is None or period.overlaps(entry.start, entry.end)


@dataclass(frozen=True)
class _Facts:
    """All entries of all counted submissions that belong to the period."""

    told: tuple[Told, ...]
    judged: tuple[Told, ...]
    counts: tuple[FeedbackCount, ...]
    further: tuple[Told, ...]
    """Entries of all other kinds: listed, and not yet merged."""
    reader: Reader
    known: Before
    exact: tuple[FeedbackCount, ...] = ()
    """For the public: the message counts before they were rounded."""


def _facts(ordered: list[Submission], reader: Reader, known: Before) -> _Facts:
    return _Facts(
        told=tuple(
            Told(one.organisation, entry)
            for one in ordered
            for entry in one.of(SharedActivity)
            if _in_period(entry, reader.period)
        ),
        judged=tuple(Told(one.organisation, entry) for one in ordered for entry in one.of(SharedAssessment)),
        counts=tuple(entry for one in ordered for entry in one.of(FeedbackCount)),
        further=tuple(
            Told(one.organisation, entry) for one in ordered for entry in one.entries if not isinstance(entry, _MERGED)
        ),
        reader=reader,
        known=known,
    )


def _objective(number: int, facts: _Facts) -> ObjectiveView:
    about = [one for one in facts.told if isinstance(one.entry, SharedActivity) and number in one.entry.objectives]
    entries = [one.entry for one in facts.judged if isinstance(one.entry, SharedAssessment)]
    views = [entry for entry in entries if entry.objective == number]
    heard = [one for one in facts.counts if one.objective == number]
    nothing = sum(view.nothing_done for view in views)
    values: dict[str, int] = {}
    for view in views:
        values[view.value] = values.get(view.value, 0) + bool(view.value)
    return ObjectiveView(
        objective=number,
        state=state_of(len(about), nothing_done=nothing > 0),
        activities=len(about),
        organisations=len({one.organisation.id for one in about}),
        reach=reach_of(about, facts.reader.smallest),
        assessments=tuple(sorted((code, n) for code, n in values.items() if n)),
        feedback=_feedback(heard, facts) if heard else (),
        feedback_withheld=_left_out(heard),
        nothing_done=nothing,
    )


def _feedback(heard: list[FeedbackCount], facts: _Facts) -> tuple[tuple[str, Count], ...]:
    """Messages by type, added up from the numbers that are told; what is withheld from us stays unknown here too."""
    objective = heard[0].objective
    exactly = _sums((one for one in facts.exact if one.objective == objective), facts)
    found = []
    for kind, one in sorted(_sums(heard, facts).items()):
        now = facts.known.beside(one, facts.reader, organisation=EVERYBODY, exact=exactly.get(kind))
        found.append((kind, now.count))
    return tuple(found)


def _sums(heard: Iterable[FeedbackCount], facts: _Facts) -> dict[str, FeedbackCount]:
    """Of one objective the sum of each type."""
    sums: dict[tuple[str, int], int | None] = {}
    for one in heard:
        key, value = (one.type, one.objective), one.count.value
        sums[key] = value if sums.get(key) is None else (sums[key] or 0) + (value or 0)
    smallest = facts.reader.smallest
    return {
        kind: total(kind, objective, WITHHELD if number is None else single(number, smallest))
        for (kind, objective), number in sums.items()
    }


def _left_out(heard: list[FeedbackCount]) -> tuple[tuple[str, int], ...]:
    withheld = Counter(one.type for one in heard if one.count.withheld)
    return tuple(sorted(withheld.items()))


def _places(numbers: list[int], facts: _Facts) -> tuple[PlaceView, ...]:
    """Regions by objectives. What an organisation said of itself as a whole holds where no place is told."""
    gazetteer = load_places()
    done: dict[str, dict[int, int]] = {}
    for one in facts.told:
        assert isinstance(one.entry, SharedActivity)
        found = region(gazetteer.place(one.entry.place)) if one.entry.place else None
        place = found.code if found else ""
        for number in one.entry.objectives:
            done.setdefault(place, {})[number] = done.get(place, {}).get(number, 0) + 1
    entries = [one.entry for one in facts.judged if isinstance(one.entry, SharedAssessment)]
    nothing = {entry.objective for entry in entries if entry.nothing_done}
    if nothing:
        done.setdefault("", {})
    return tuple(
        PlaceView(
            place,
            tuple(cell(cells.get(number, 0), nothing_done=place == "" and number in nothing) for number in numbers),
        )
        for place, cells in sorted(done.items(), key=lambda item: (item[0] == "", item[0]))
    )


def _absent(submissions: list[Submission], pack: Pack) -> tuple[str, ...]:
    present = {code for one in submissions for code in one.organisation.types}
    return tuple(
        kind.code for kind in pack.stakeholder_types if kind.code.startswith("ST-") and kind.code not in present
    )
