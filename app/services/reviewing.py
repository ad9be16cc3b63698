"""Reviewing: what is still missing for a call, and every item that would leave, with what a person should look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain.checks import check
from app.domain.problems import Problem, blocking
from app.domain.records import Activity, Assessment, Feedback, ObjectiveChoice, Record, rule
from app.domain.shared import Call, FeedbackCount, SharedEntry
from app.errors import GroundworkError
from app.i18n import N_, Translation, translation
from app.places import load as load_places
from app.privacy import border
from app.privacy.border import Passage
from app.services import known_names
from app.services.findings import KEEP, REASONS, RELEASE, Eye, Finding, findings_in
from app.services.workspace import Workspace
from app.storage import decisions, records, values
from app.storage.session import Session
from app.vault.identity import pseudonym


class FindingMissingError(GroundworkError):
    """No finding with that id in the review of this call."""

    message = N_("There is nothing to decide under {finding}.")


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


@dataclass(frozen=True)
class Item:
    """One record as its recipient would read it, and what to look at in it."""

    record: str
    """Our own id; the recipient sees `entry.id`."""
    title: str
    entry: SharedEntry
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Review:
    """Everything that would leave for a call, and everything that would not."""

    call: Call
    items: tuple[Item, ...]
    counts: tuple[FeedbackCount, ...]
    held_back: tuple[tuple[str, str], ...]
    """(record, reason) of what stays: draft, outside, private."""

    @property
    def undecided(self) -> tuple[Finding, ...]:
        """Findings that still wait for a person."""
        return tuple(finding for item in self.items for finding in item.findings if not finding.answer)

    @property
    def entries(self) -> tuple[SharedEntry, ...]:
        """All that would leave."""
        return (*(item.entry for item in self.items), *self.counts)


def review(workspace: Workspace, call: Call, *, accept_findings: bool = False) -> Review:
    """What would leave for this call, exactly as it would be read; nothing is changed.

    With `accept_findings` every undecided finding counts as released, for scripts whose owner read everything.
    """
    with workspace.reading() as session:
        found = _of_period(session, call)
    eye = _eye(workspace, call, accept=accept_findings)
    kept: list[tuple[str, str]] = []
    items: list[Item] = []
    for record in found:
        if border.stays(record):
            kept.append((record.id, "private"))
        elif blocking(check(record, workspace.pack)):
            kept.append((record.id, "draft"))
        else:
            findings = findings_in(record, eye)
            entry = border.share(record, _passage(workspace, call, findings))
            items += [Item(record.id, _title(record), entry, findings)] if entry is not None else []
    heard = [record for record in found if isinstance(record, Feedback)]
    counts = border.count_feedback(heard, _passage(workspace, call, ()))
    return Review(call, tuple(items), counts, tuple(kept))


def decide(workspace: Workspace, call: Call, finding: str, *, release: bool, reason: str = "") -> None:
    """Keep a person's answer to one finding: the text leaves as it is, for a reason of REASONS, or stays here.

    Raises FindingMissingError, also for a text that cannot be scanned: it stays whatever anybody decides.
    """
    found = [one for item in review(workspace, call).items for one in item.findings if one.id == finding]
    if not found or found[0].is_unreadable or reason not in ("", *REASONS):
        raise FindingMissingError(finding=finding)
    answer = RELEASE if release else KEEP
    given = decisions.FindingAnswer(call.id, finding, answer, workspace.profile.id, workspace.now_ms())
    with workspace.writing() as session:
        decisions.answer_finding(session, given)
        values.put(session, _reasons(call), {**(values.get(session, _reasons(call)) or {}), finding: reason})


def checklist(workspace: Workspace, call: Call) -> tuple[Point, ...]:
    """What is missing or advisable before answering this call: what blocks first, then warnings, then what is done."""
    seen = review(workspace, call)
    with workspace.reading() as session:
        found = _of_period(session, call)
    points = [
        *_privacy_points(seen),
        *_content_points(workspace, call, found),
        *_draft_points(workspace, found),
        *_done_points(seen, found),
    ]
    order = {"blocking": 0, "warning": 1, "done": 2}
    return tuple(sorted(points, key=lambda point: order[point.level]))


def _eye(workspace: Workspace, call: Call, *, accept: bool) -> Eye:
    with workspace.reading() as session:
        answers = decisions.finding_answers(session, call.id)
        reasons = values.get(session, _reasons(call)) or {}
    return Eye(workspace.organisation.country, known_names.known(workspace), answers, reasons, accept)


def _reasons(call: Call) -> str:
    return f"reasons:{call.id}"


def _of_period(session: Session, call: Call) -> tuple[Record, ...]:
    """Every record that belongs to the call's period, oldest first; without a date a draft belongs to every period."""
    activities = [one for one in records.every(session, Activity) if _belongs(one, call)]
    heard = [one for one in records.every(session, Feedback) if one.month is None or call.period.contains(one.month)]
    chosen = [
        one for one in records.every(session, ObjectiveChoice) if one.chosen and call.asks_for(one.objective or 0)
    ]
    judged = [one for one in records.every(session, Assessment) if one.period == call.period.iso]
    return (*activities, *heard, *chosen, *judged)


def _belongs(activity: Activity, call: Call) -> bool:
    asked = any(call.asks_for(number) for number in activity.objectives) or not activity.objectives
    return asked and (activity.start is None or call.period.overlaps(activity.start, activity.end))


def _passage(workspace: Workspace, call: Call, findings: tuple[Finding, ...]) -> Passage:
    recipient = call.signing.hex()
    return Passage(
        audience=call.audience,
        pseudonym=lambda record: _pseudonym(workspace.disclosure_secret, recipient, record),
        gazetteer=load_places(),
        held_back=frozenset((one.record, one.field) for one in findings if one.answer == KEEP),
        released=frozenset((one.record, one.field) for one in findings if one.answer == RELEASE),
    )


def _pseudonym(secret: bytes, recipient: str, record: str) -> str:
    """The month the record was begun (UTC), then what nobody can follow back or join with what others received."""
    month = datetime.fromtimestamp(int(record[:12], 16) / 1000, UTC).strftime("%Y%m")
    return month + pseudonym(secret, recipient, record)[:26]


def _title(record: Record) -> str:
    for name in ("title", "paraphrase", "note", "why"):
        if text := getattr(record, name, ""):
            return str(text)[:80]
    return type(record).KIND


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


def _content_points(workspace: Workspace, call: Call, found: tuple[Record, ...]) -> Iterator[Point]:
    chosen = {one.objective for one in found if isinstance(one, ObjectiveChoice)}
    touched = {number for one in found if isinstance(one, Activity) for number in one.objectives}
    told = {one.objective for one in found if isinstance(one, Assessment)}
    if not any(isinstance(one, Activity) for one in found) and not told:
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
    for question in call.questions:
        yield Point("question", "warning", N_("The call asks: {text}"), values=(("text", question.text),))


def _draft_points(workspace: Workspace, found: tuple[Record, ...]) -> Iterator[Point]:
    for record in found:
        problems = check(record, workspace.pack)
        for problem in problems:
            yield _problem_point(record, problem)


def _problem_point(record: Record, problem: Problem) -> Point:
    values = (("title", _title(record)), ("field", translation().gettext(_label(record, problem))))
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
        values=(("count", seen.call.audience.smallest),),
    )
