"""What an organisation did, heard and said about objectives: the checks of these records."""

from __future__ import annotations

from app.domain.checks.dates import ends_before_start, is_period
from app.domain.problems import Level, Problem
from app.domain.records import Activity, Assessment, Feedback, ObjectiveChoice, Record
from app.domain.records.activity import AMONG, REACH_GROUPS
from app.domain.records.feedback import SENSITIVE
from app.i18n import N_


def _activity(record: Record) -> list[Problem]:
    assert isinstance(record, Activity)
    found = ends_before_start(record.start, record.end, "end")
    if len(record.objectives) > 3:
        found.append(
            Problem(
                "many-objectives",
                Level.WARNING,
                "objectives",
                N_("More than three objectives: keep the main ones."),
            )
        )
    groups = [n for n in (getattr(record, name) for name in REACH_GROUPS) if n is not None]
    counted = record.counted
    if record.reach_total is not None and sum(groups) > record.reach_total:
        found.append(
            Problem(
                "groups-exceed-total",
                Level.BLOCKING,
                "reach_total",
                N_("The groups add up to {sum}, more than the total."),
                {"sum": sum(groups)},
            )
        )
    for name in AMONG:
        if (some := getattr(record, name)) is not None and counted is not None and some > counted:
            sentence = N_("These are more than the people reached in all ({sum}).")
            found.append(Problem("among-exceeds-total", Level.BLOCKING, name, sentence, {"sum": counted}))
    if counted is not None and not record.reach_method:
        found.append(
            Problem(
                "no-method",
                Level.WARNING,
                "reach_method",
                N_("Say how people were counted, so that the number can be used."),
            )
        )
    return found


def _feedback(record: Record) -> list[Problem]:
    assert isinstance(record, Feedback)
    found = []
    if record.type == SENSITIVE and (record.own_words or record.paraphrase):
        found.append(
            Problem(
                "sensitive",
                Level.BLOCKING,
                "type",
                N_("A sensitive report is never typed in. Call the focal point now."),
            )
        )
    if record.month and record.month.day:
        found.append(Problem("day-told", Level.WARNING, "month", N_("Only the month is kept.")))
    if record.own_words and record.consent not in ("C3", "C4"):
        found.append(
            Problem(
                "own-words-stay",
                Level.WARNING,
                "own_words",
                N_("These words stay with you: the person did not agree to share them."),
            )
        )
    return found


def _choice(record: Record) -> list[Problem]:
    assert isinstance(record, ObjectiveChoice)
    if record.priority is not None and not 1 <= record.priority <= 3:
        return [Problem("priority", Level.BLOCKING, "priority", N_("The priority is 1, 2 or 3."))]
    return []


def _assessment(record: Record) -> list[Problem]:
    assert isinstance(record, Assessment)
    if not record.value and not record.nothing_done:
        return [Problem("missing", Level.BLOCKING, "value", N_("Say how far you are, or that nothing was done."))]
    return is_period(record.period)


CHECKS = {
    "activity": _activity,
    "feedback": _feedback,
    "choice": _choice,
    "assessment": _assessment,
}
