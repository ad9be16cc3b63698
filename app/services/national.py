"""The national picture: every figure a pure function of the submissions that count, for one period and audience.

Two coordinators with the same files and decisions get the same bytes; order, repetition and clocks do not enter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from app.compact import Pack
from app.domain.coverage import cell, state_of
from app.domain.reach import reach_of
from app.domain.shared import (
    Audience,
    Contributor,
    FeedbackCount,
    ObjectiveView,
    Picture,
    PlaceView,
    Reach,
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
from app.privacy.suppression import rounded, single
from app.privacy.widening import told, widened
from app.progress import Progress, silent
from app.services import honouring, pages
from app.services.pages import Pages
from app.services.triage import stands
from app.services.workspace import Workspace
from app.storage.exchange import Received
from app.sync.picture_text import as_plain, canonical, digest

__all__ = ["as_plain", "canonical", "drawn", "merged", "picture", "tabled"]

_MERGED = (SharedActivity, SharedAssessment, SharedChoice, SharedFeedback, FeedbackCount, Withdrawal)
_ROUNDED = 5
"""Public figures are given in fives (disclosure rule 3)."""


def picture(
    workspace: Workspace, period: Period, audience: Audience = Audience.COORDINATOR, progress: Progress = silent
) -> Picture:
    """What all counted submissions of the period say, merged; what is not counted is listed with its reason."""
    held, found = stands(workspace)
    counted = {one.id for one in found.counted}
    replaced = {one.id for one in found.replaced}
    clashes = {one.id for one in found.clashes}
    submissions: list[Submission] = []
    contributors: list[Contributor] = []
    ordered = sorted(held, key=lambda kept: (kept.organisation, kept.revision, kept.id))
    for done, (one, submission) in enumerate(honouring.readings(workspace, ordered)):
        progress(done, len(held))
        inside = period.covers(Period.parse(one.period))
        if one.id in counted and inside:
            submissions.append(submission)
        fate = _fate(one, inside=inside, found=(counted, replaced, clashes), left_out=found.left_out)
        activities = sum(1 for _entry in submission.of(SharedActivity))
        taken_back = len({notice.target for notice in submission.honoured})
        contributors.append(Contributor(submission.organisation, one.id, one.revision, fate, activities, taken_back))
    progress(len(held), len(held))
    return merged(submissions, contributors, period=period, audience=audience, pack=workspace.pack)


def merged(
    submissions: Iterable[Submission],
    contributors: Iterable[Contributor],
    *,
    period: Period,
    audience: Audience,
    pack: Pack,
) -> Picture:
    """The picture of these submissions, whatever order they are given in."""
    readable = (widened(one, audience) for one in submissions)
    ordered = sorted(readable, key=lambda one: (one.organisation.id, one.call))
    facts = _facts(ordered, period, audience)
    numbers = [objective.number for objective in pack.objectives]
    whole = Picture(
        period=period,
        audience=audience,
        threshold=facts.smallest,
        reference=pack.version,
        contributors=tuple(contributors),
        objectives=tuple(_objective(number, facts) for number in numbers),
        places=_places(numbers, facts),
        activities=tuple(replace(one, entry=told(one.entry, audience)) for one in facts.told),
        assessments=facts.judged,
        further=tuple(replace(one, entry=told(one.entry, audience)) for one in facts.further),
        absent_types=_absent(ordered, pack),
    )
    return replace(whole, digest=digest(whole))


def drawn(workspace: Workspace, shown: Picture, language: str = "", *, progress: Progress = silent) -> Pages:
    """The national report of a picture as PDF pages."""
    from app.reports.national import document

    spoken, author = language or workspace.language, workspace.organisation.name
    whole = partial(document, shown, workspace.pack, spoken, author=author)
    return pages.drawn(whole, month=shown.period.end, progress=progress)


def tabled(workspace: Workspace, shown: Picture, language: str = "") -> bytes:
    """The workbook of a picture (XLSX)."""
    from app.reports.workbook import national

    return national(shown, workspace.pack, language or workspace.language)


def _in_period(entry: SharedActivity, period: Period) -> bool:
    return entry.start is None or period.overlaps(entry.start, entry.end)


def _fate(
    one: Received, *, inside: bool, found: tuple[set[str], set[str], set[str]], left_out: Mapping[str, object]
) -> str:
    counted, replaced, clashes = found
    if not inside:
        return "outside-period"
    if one.id in counted:
        return "accepted"
    if one.id in replaced:
        return "replaced"
    return "clash" if one.id in clashes else str(left_out.get(one.id, "waiting"))


@dataclass(frozen=True)
class _Facts:
    """All entries of all counted submissions that belong to the period."""

    told: tuple[Told, ...]
    judged: tuple[Told, ...]
    counts: tuple[FeedbackCount, ...]
    further: tuple[Told, ...]
    """Entries of all other kinds: listed, and not yet merged."""
    smallest: int
    audience: Audience


def _facts(ordered: list[Submission], period: Period, audience: Audience) -> _Facts:
    return _Facts(
        told=tuple(
            Told(one.organisation, entry)
            for one in ordered
            for entry in one.of(SharedActivity)
            if _in_period(entry, period)
        ),
        judged=tuple(Told(one.organisation, entry) for one in ordered for entry in one.of(SharedAssessment)),
        counts=tuple(entry for one in ordered for entry in one.of(FeedbackCount)),
        further=tuple(
            Told(one.organisation, entry) for one in ordered for entry in one.entries if not isinstance(entry, _MERGED)
        ),
        smallest=max([audience.smallest, *(one.disclosure.threshold for one in ordered)]),
        audience=audience,
    )


def _objective(number: int, facts: _Facts) -> ObjectiveView:
    about = [one for one in facts.told if isinstance(one.entry, SharedActivity) and number in one.entry.objectives]
    entries = [one.entry for one in facts.judged if isinstance(one.entry, SharedAssessment)]
    views = [entry for entry in entries if entry.objective == number]
    nothing = sum(view.nothing_done for view in views)
    values: dict[str, int] = {}
    for view in views:
        values[view.value] = values.get(view.value, 0) + bool(view.value)
    return ObjectiveView(
        objective=number,
        state=state_of(len(about), nothing_done=nothing > 0),
        activities=len(about),
        organisations=len({one.organisation.id for one in about}),
        reach=_rounded(reach_of(about, facts.smallest), facts.audience),
        assessments=tuple(sorted((code, n) for code, n in values.items() if n)),
        feedback=_feedback(number, facts),
        nothing_done=nothing,
    )


def _rounded(reach: Reach, audience: Audience) -> Reach:
    if audience is not Audience.PUBLIC or reach.low is None or reach.high is None:
        return reach
    return replace(reach, low=reach.low // _ROUNDED * _ROUNDED, high=-(-reach.high // _ROUNDED) * _ROUNDED)


def _feedback(number: int, facts: _Facts) -> tuple[tuple[str, Count], ...]:
    """Messages by type; a sum over organisations of which one number is withheld is a lower end, protected again."""
    sums: dict[str, int | None] = {}
    for one in facts.counts:
        if one.objective == number:
            known = one.count.value
            sums[one.type] = known if sums.get(one.type) is None else (sums[one.type] or 0) + (known or 0)
    counts = {kind: WITHHELD if n is None else single(n, facts.smallest) for kind, n in sorted(sums.items())}
    public = facts.audience is Audience.PUBLIC
    return tuple((kind, rounded(count) if public else count) for kind, count in counts.items())


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
