"""The checklist of a call: what blocks, what is advised, what is done; each point with where it is settled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from app.domain.checks import check
from app.domain.problems import Problem, blocking
from app.domain.records import Activity, Assessment, IndicatorValue, ObjectiveChoice, Record, rule
from app.domain.shared import Call
from app.domain.wording import Wording
from app.i18n import N_, Translation, isolate, translation
from app.privacy import border
from app.services.opening.workspace import Workspace
from app.services.pages import undrawable
from app.services.submitting import selecting
from app.services.submitting.reviewing import Review, review, title_of

_MOST_LETTERS = 12
INDICATOR = "indicator"
"""The code of a point about an indicator that the call asks for; its values name the code and the period."""


@dataclass(frozen=True)
class Point:
    """One point of the checklist: what blocks, what is advised, what is done."""

    code: str
    level: str
    """blocking, warning or done."""
    message: str
    record: str = ""
    field: str = ""
    values: tuple[tuple[str, object], ...] = ()

    def sentence(self, into: Translation | None = None) -> str:
        """The point in words."""
        return (into or translation()).gettext(self.message).format(**dict(self.values))


def points(workspace: Workspace, call: Call, seen: Review | None = None) -> tuple[Point, ...]:
    """What is missing or advisable before answering this call: what blocks first, then warnings, then what is done.

    Whoever has its review already gives it as `seen`, so that nothing is looked at twice.
    """
    seen = seen or review(workspace, call)
    with workspace.reading() as session:
        found = selecting.of_call(session, call)
    found_points = [
        *_privacy_points(seen),
        *_content_points(workspace, seen, found),
        *_staying_points(seen, found),
        *_letter_points(seen),
        *_draft_points(workspace, found),
        *_done_points(seen, found),
    ]
    order = {"blocking": 0, "warning": 1, "done": 2}
    return tuple(sorted(found_points, key=lambda point: order[point.level]))


def _privacy_points(seen: Review) -> Iterator[Point]:
    for finding in seen.undecided:
        yield Point(
            f"finding:{finding.kind}",
            "blocking",
            finding.message,
            finding.record,
            finding.field,
            (("text", finding.matched),),
        )


def _content_points(workspace: Workspace, seen: Review, found: tuple[Record, ...]) -> Iterator[Point]:
    call = seen.call
    chosen = {one.objective for one in found if isinstance(one, ObjectiveChoice)}
    touched = {number for one in found if isinstance(one, Activity) for number in one.objectives}
    told = {one.objective for one in found if isinstance(one, Assessment)}
    if not seen.entries and not any(isinstance(one, Activity) for one in found) and not told:
        yield Point(
            "empty", "blocking", N_("Nothing is written yet for {period}."), values=(("period", call.period.iso),)
        )
    for number in sorted(one for one in chosen - touched - told if one):
        name = workspace.pack.objective(number).name(translation().language)
        yield Point(
            "no-activity",
            "warning",
            N_("{number} {name} is chosen and has no activity. Add one, or say that nothing was done."),
            values=(("number", number), ("name", name)),
        )
    yield from _indicator_points(workspace, call, found)
    for question in call.questions:
        yield Point("question", "warning", N_("The call asks: {text}"), values=(("text", question.text),))


def _indicator_points(workspace: Workspace, call: Call, found: tuple[Record, ...]) -> Iterator[Point]:
    """Every indicator that is asked for: whether there is a value."""
    told = {one.code for one in found if isinstance(one, IndicatorValue) and one.value is not None}
    wording = Wording.here(workspace.pack)
    for code in call.indicators:
        values = (("code", code), ("name", isolate(wording.indicator(code))), ("period", call.period.iso))
        if code in told:
            yield Point(INDICATOR, "done", N_("There is a value of {name}."), values=values)
        else:
            yield Point(INDICATOR, "warning", N_("The call asks for a value of {name}."), values=values)


def _staying_points(seen: Review, found: tuple[Record, ...]) -> Iterator[Point]:
    """What waits for an approval, and what is taken back."""
    titles = {record.id: title_of(record) for record in found}
    for record, reason in seen.held_back:
        if reason == border.UNSIGNED:
            words = N_("“{title}” waits for somebody's approval and stays here.")
            yield Point("unsigned", "warning", words, record, values=(("title", titles[record]),))
    if seen.withdrawals:
        words = N_("Taken back for good of what was sent before: {count}.")
        yield Point("withdrawals", "warning", words, values=(("count", len(seen.withdrawals)),))


def _letter_points(seen: Review) -> Iterator[Point]:
    """What leaves whole in the data and cannot be drawn on the pages, told before they are made."""
    for item in seen.items:
        if letters := undrawable((msgspec.json.encode(item.entry).decode(),)):
            words = N_("“{title}” has letters that the PDF cannot show: {letters}. Its data keeps them all.")
            values = (("title", item.title), ("letters", " ".join(letters[:_MOST_LETTERS])))
            yield Point("letters", "warning", words, item.record, values=values)


def _draft_points(workspace: Workspace, found: tuple[Record, ...]) -> Iterator[Point]:
    for record in found:
        problems = check(record, workspace.pack)
        for problem in problems:
            yield _problem_point(record, problem)


def _problem_point(record: Record, problem: Problem) -> Point:
    values = (("title", title_of(record)), ("field", translation().gettext(_label(record, problem))))
    return Point(
        f"draft:{problem.code}" if blocking((problem,)) else problem.code,
        "warning",
        N_("“{title}” is not complete and stays here: {field}.")
        if blocking((problem,))
        else N_("“{title}”: look at {field} again."),
        record.id,
        problem.field,
        values,
    )


def _label(record: Record, problem: Problem) -> str:
    return rule(type(record), problem.field).label


def _done_points(seen: Review, found: tuple[Record, ...]) -> Iterator[Point]:
    activities = [one for one in found if isinstance(one, Activity)]
    counted = sum(one.counted is not None for one in activities)
    if activities:
        yield Point(
            "counted",
            "done",
            N_("People reached is filled in for {counted} of {all} activities."),
            values=(("counted", counted), ("all", len(activities))),
        )
    if not seen.undecided:
        yield Point("read", "done", N_("No telephone number, address or name is waiting to be looked at."))
    yield Point(
        "small-numbers",
        "done",
        N_("Groups smaller than {count} people are hidden."),
        values=(("count", seen.smallest),),
    )
