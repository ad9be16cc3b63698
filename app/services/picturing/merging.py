"""Merging: what submissions say together, a pure function of them, of their readers and of what is known already."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.compact import Pack
from app.domain.coverage import cell, state_of
from app.domain.once import Answers, with_each_once
from app.domain.parts import Part, Tells, part_of, together
from app.domain.reach import reach_of
from app.domain.shared import (
    Audience,
    Contributor,
    FeedbackCount,
    ObjectiveView,
    Picture,
    PlaceView,
    PublicOrganisation,
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
from app.privacy.suppression import Cost, cost_of
from app.privacy.widening import told, widened
from app.services.picturing import messages
from app.services.submitting.published import NOTHING, Before
from app.sync.picture_text import digest

MERGED = (SharedActivity, SharedAssessment, SharedChoice, SharedFeedback, FeedbackCount, Withdrawal)


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
    facts = _facts(printed(ordered, reader, known), reader, known)
    """Everything is added up from the printed numbers, so no sum says more than they do."""
    facts = replace(facts, exact=_facts(exactly(ordered, reader, known), reader, known).counts)
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
        voices=tuple(
            Told(one.organisation, entry)
            for one in ordered
            for entry in one.of(SharedFeedback)
            if is_heard_in(entry, reader.period)
        ),
        absent_types=absent((one.organisation for one in ordered), pack),
    )
    return each_once(whole, Answers())


def printed(readable: Iterable[Submission], reader: Reader, known: Before) -> list[Submission]:
    """Submissions that this audience may read, as they are printed beside what is known, each for its own period."""
    return [known.printed(one, replace(reader, period=one.period)) for one in readable]


def exactly(readable: Iterable[Submission], reader: Reader, known: Before) -> list[Submission]:
    """For the public the same before its numbers are rounded; nothing for anybody else."""
    if reader.audience is not Audience.PUBLIC:
        return []
    return printed(readable, replace(reader, audience=Audience.PEERS), known)


def each_once(shown: Picture, answers: Answers) -> Picture:
    """The picture in which each activity counts once, with its sums, its cost and the digest of its facts."""
    added = together(_parts(shown, answers), answers, shown.threshold, (), shown.period)
    whole = replace(
        with_each_once(shown, answers),
        activities_once=added.activities_once,
        further_kinds=added.further_kinds,
        sums=added.sums,
    )
    spent = _cost(whole)
    whole = replace(whole, numbers=spent.numbers, withheld=spent.withheld)
    return replace(whole, digest=digest(whole))


def _parts(shown: Picture, answers: Answers) -> dict[str, Part]:
    """By organisation what its entries add to the sums of a picture."""
    told: dict[str, tuple[list[Told], ...]] = {}
    for at, entries in enumerate((shown.activities, shown.assessments, shown.further, shown.voices)):
        for one in entries:
            told.setdefault(one.organisation.id, ([], [], [], []))[at].append(one)
    answered, found = answers.answered(), {}
    for owner, lists in told.items():
        activities, judged, further, _voices = lists
        part = part_of(Tells(activities, judged, further), answered.get(owner, frozenset()), shown.period)
        found[owner] = replace(part, entries=sum(map(len, lists)))
    return found


def _cost(shown: Picture) -> Cost:
    """What protection costs: of people in the listed activities, of messages, and of people by objective."""
    listed = cost_of(one.entry.reach for one in shown.activities if isinstance(one.entry, SharedActivity))
    return listed + cost_of_views(shown.objectives)


def cost_of_views(views: Iterable[ObjectiveView]) -> Cost:
    """What protection costs of messages and of people by objective."""
    counts: list[Count] = []
    for view in views:
        counts += [count for _kind, count in view.feedback]
        counts.append(WITHHELD if view.reach.low is None and view.reach.withheld else Count(view.reach.low))
    return cost_of(counts)


def in_period(entry: SharedActivity, period: Period) -> bool:
    """Whether an activity belongs to the period; one without a date belongs to every one."""
    return entry.start is None or period.overlaps(entry.start, entry.end)


def is_heard_in(entry: SharedFeedback, period: Period) -> bool:
    """Whether a message that is told in words belongs to the period; one without a month belongs to every one."""
    return entry.month is None or period.contains(entry.month)


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
            if in_period(entry, reader.period)
        ),
        judged=tuple(Told(one.organisation, entry) for one in ordered for entry in one.of(SharedAssessment)),
        counts=tuple(entry for one in ordered for entry in one.of(FeedbackCount)),
        further=tuple(
            Told(one.organisation, entry) for one in ordered for entry in one.entries if not isinstance(entry, MERGED)
        ),
        reader=reader,
        known=known,
    )


def _objective(number: int, facts: _Facts) -> ObjectiveView:
    about = [one for one in facts.told if isinstance(one.entry, SharedActivity) and number in one.entry.objectives]
    entries = [one.entry for one in facts.judged if isinstance(one.entry, SharedAssessment)]
    views = [entry for entry in entries if entry.objective == number]
    heard = [one for one in facts.counts if one.objective == number]
    exact = [one for one in facts.exact if one.objective == number]
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
        feedback=messages.told(heard, exact, facts.reader, facts.known),
        feedback_withheld=messages.left_out(heard),
        nothing_done=nothing,
    )


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


def absent(organisations: Iterable[PublicOrganisation], pack: Pack) -> tuple[str, ...]:
    """The types of organisation in the Compact that none of these has."""
    present = {code for one in organisations for code in one.types}
    return tuple(
        kind.code for kind in pack.stakeholder_types if kind.code.startswith("ST-") and kind.code not in present
    )
