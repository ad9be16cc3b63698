"""What is known about a submission before anybody reads it: pure sentences from what it says and what is held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.compact import Pack
from app.domain.shared import (
    Audience,
    Call,
    FeedbackCount,
    Question,
    SharedActivity,
    SharedAssessment,
    SharedFeedback,
    SharedIndicatorValue,
    Submission,
)
from app.domain.terms import When
from app.i18n import _, format_list, format_number, isolate, ngettext
from app.services.coordinating.triage import InboxLine, Key, Verdict
from app.services.submitting import revisions
from app.ui.inbox.told import Telling
from app.ui.words import choices, wording


@dataclass(frozen=True)
class Asked:
    """The call that a submission answers, and the version of it that counts now; None: none of ours."""

    call: Call | None = None
    newest: Call | None = None

    @classmethod
    def of(cls, call: str, known: Mapping[str, Call]) -> Asked:
        """What is known of the call with this id."""
        found = known.get(call)
        if found is None:
            return cls()
        same = [one for one in known.values() if (one.series, one.signing) == (found.series, found.signing)]
        return cls(found, max(same, key=lambda one: one.version))


def checks(
    line: InboxLine, submission: Submission, *, asked: Asked, others: Sequence[InboxLine], pack: Pack
) -> list[Telling]:
    """Every check in the order in which a coordinator asks: who, whole, safe, complete, other files."""
    told = [_sender(line), _whole(line, submission, others), _small_numbers(submission)]
    if (older := _older_call(asked)) is not None:
        told.append(older)
    told.append(_objectives(submission, asked.call, pack))
    if still_open := open_questions(submission, asked.call):
        told.append(_questions(still_open, asked.call))
    if no_value := missing_indicators(submission, asked.call):
        told.append(_indicators(no_value, asked.call))
    if clash := _beside(line, others):
        told.append(clash)
    return told


def holds(submission: Submission) -> str:
    """38 activities, 64 lines of feedback, 9 objectives."""
    activities = sum(1 for _entry in submission.of(SharedActivity))
    feedback = sum(1 for entry in submission.entries if isinstance(entry, SharedFeedback | FeedbackCount))
    parts = [_activities(activities)]
    if feedback:
        lines = ngettext("{count} line of feedback", "{count} lines of feedback", feedback)
        parts.append(lines.format(count=format_number(feedback)))
    about = len(objectives_of(submission))
    named = ngettext("{count} objective", "{count} objectives", about)
    return format_list([*parts, named.format(count=format_number(about))])


def objectives_of(submission: Submission) -> frozenset[int]:
    """The objectives about which the submission says anything but that they were chosen."""
    found: set[int] = set()
    for entry in submission.entries:
        found.update(getattr(entry, "objectives", ()))
        if isinstance(entry, SharedFeedback):
            found.update(entry.topics)
        if isinstance(entry, FeedbackCount | SharedAssessment):
            found.add(entry.objective)
    return frozenset(found)


def open_questions(submission: Submission, call: Call | None) -> tuple[Question, ...]:
    """The questions about an objective of which the submission says nothing; of other questions nothing is known."""
    about = objectives_of(submission)
    asked = call.questions if call is not None else ()
    return tuple(one for one in asked if one.objective and one.objective not in about)


def missing_indicators(submission: Submission, call: Call | None) -> tuple[str, ...]:
    """The indicators that the call asks for and of which the submission tells no value."""
    told = {one.code for one in submission.of(SharedIndicatorValue)}
    return tuple(code for code in (call.indicators if call is not None else ()) if code not in told)


def _sender(line: InboxLine) -> Telling:
    known = _("Signed by a sender you know")
    if line.key is Key.NAMED:
        said = _("Their key changed on {day}. The key before signed that, so nothing has to be compared.")
        return Telling("good", known, said.format(day=wording.when(When.parse(line.named_on))))
    if line.key is Key.OLDER:
        said = _("They sign with a newer one since. If this is no file from before, call them.")
        return Telling("warn", _("Signed with a key they used before"), said)
    if line.key is Key.TORN:
        said = _("Two different keys say that they follow this one: somebody has it who should not. Call them.")
        return Telling("warn", known, said)
    if line.trusted:
        why = _("Why it replaced another key: {reason}").format(reason=isolate(line.reason)) if line.reason else ""
        return Telling("good", known, _("You have compared the digits of this key."), why)
    return Telling(
        "bad", _("Nobody has confirmed this sender"), _("Compare the digits above. Until then nothing of it counts.")
    )


def _whole(line: InboxLine, submission: Submission, others: Sequence[InboxLine]) -> Telling:
    count = len(submission.entries)
    records = ngettext("{count} record", "{count} records", count).format(count=format_number(count))
    older = [one.revision for one in others if one.revision < line.revision]
    if not older:
        return Telling("good", _("Whole and unchanged"), _("{records}, as they were signed.").format(records=records))
    said = _("{records}. Version {version} replaces version {older}.")
    numbers = {"version": format_number(line.revision), "older": format_number(max(older))}
    return Telling("good", _("Whole and unchanged"), said.format(records=records, **numbers))


def _small_numbers(submission: Submission) -> Telling:
    disclosure = submission.disclosure
    hidden = _("Groups under {count} people are hidden.").format(count=format_number(disclosure.threshold))
    if disclosure.records_held_back:
        kept = disclosure.records_held_back
        stayed = ngettext(
            "{hidden} {count} record stayed with the organisation.",
            "{hidden} {count} records stayed with the organisation.",
            kept,
        )
        hidden = stayed.format(hidden=hidden, count=format_number(kept))
    if disclosure.threshold < Audience.COORDINATOR.smallest:
        return Telling("warn", _("Small numbers may be shown"), hidden)
    return Telling("good", _("Small numbers are protected"), hidden)


def _older_call(asked: Asked) -> Telling | None:
    """That the call was changed since: nobody takes this for an answer to what is asked now."""
    call, newest = asked.call, asked.newest
    if call is None or newest is None or call.id == newest.id or not call.made_on:
        return None
    title = _("It answers the call of {day}").format(day=wording.when(When.parse(call.made_on)))
    if newest.withdrawn:
        return Telling("info", title, _("You have withdrawn that call since."))
    parts = revisions.words(revisions.changes(call, newest))
    said = _("Since then changed in: {parts}.").format(parts=parts)
    return Telling(
        "warn", title, said, ask=_("Our call was changed in: {parts}. Please answer again.").format(parts=parts)
    )


def _objectives(submission: Submission, call: Call | None, pack: Pack) -> Telling:
    if call is None:
        own = _("It was made for another call, or for none. Its period still counts.")
        return Telling("info", _("It answers no call of yours"), own)
    asked = [one.number for one in pack.objectives if call.asks_for(one.number)]
    said = objectives_of(submission).intersection(asked)
    numbers = {"said": format_number(len(said)), "asked": format_number(len(asked))}
    title = _("It says something about {said} of {asked} objectives of the call").format(**numbers)
    return Telling("info", title, format_list([choices.objective_name(pack, number) for number in sorted(said)]))


def _questions(asked: Sequence[Question], call: Call | None) -> Telling:
    total = len(call.questions) if call is not None else 0
    numbers = {"open": format_number(len(asked)), "total": format_number(total)}
    title = ngettext(
        "{open} of {total} question of the call is open", "{open} of {total} questions of the call are open", total
    )
    listed = format_list([one.text for one in asked])
    return Telling("warn", title.format(**numbers), listed, ask=listed)


def _indicators(missing: Sequence[str], call: Call | None) -> Telling:
    total = len(call.indicators) if call is not None else 0
    numbers = {"open": format_number(len(missing)), "total": format_number(total)}
    title = ngettext(
        "{open} of {total} indicator of the call has no value",
        "{open} of {total} indicators of the call have no value",
        total,
    )
    listed = format_list([wording.indicator(code) for code in missing])
    return Telling("warn", title.format(**numbers), listed, ask=listed)


def _beside(line: InboxLine, others: Sequence[InboxLine]) -> Telling | None:
    if any(one.revision == line.revision for one in others):
        said = _("Their content differs. Only one of them can count; ask the organisation which.")
        return Telling("warn", _("Two files have this number"), said)
    newer = max((one.revision for one in others if one.revision > line.revision), default=0)
    if newer and line.verdict is not Verdict.RETURNED:
        said = _("Version {version} is here already; it counts as soon as it is accepted.")
        return Telling("info", _("There is a newer version"), said.format(version=format_number(newer)))
    return None


def _activities(count: int) -> str:
    return ngettext("{count} activity", "{count} activities", count).format(count=format_number(count))
