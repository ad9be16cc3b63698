"""What to mend before publishing in IATI, in three weights: what stops, what is wrong, what would help.

The rules are those of the standard that its schema cannot express, and what publishers are most often told afterwards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.shared import SharedActivity, Submission
from app.i18n import N_, Translation, translation
from app.places import load
from app.reports.exchange.iati import HAPPENED, Publisher, dates, identifier

_REGISTERED = re.compile(r"[A-Z]{2,3}-[A-Z0-9]{2,12}-[^\s/&|?]{1,80}", re.ASCII)
_SHORT = 20


class Weight(StrEnum):
    """How much a finding weighs."""

    STOPS = "stops"
    """No file is written."""
    WRONG = "wrong"
    """The file would be refused or would say something untrue."""
    ADVICE = "advice"


@dataclass(frozen=True)
class Finding:
    """One thing to look at. `title` names the activity, "" where it is about the whole file."""

    weight: Weight
    message: str
    title: str = ""
    value: str = ""

    def sentence(self, into: Translation | None = None) -> str:
        """The finding in words of the active language, or of `into`."""
        return (into or translation()).gettext(self.message).format(value=self.value)


def check(submissions: Iterable[Submission], publisher: Publisher, today: date) -> tuple[Finding, ...]:
    """Everything to look at before these are written for this publisher, the heaviest first."""
    told = [(one, entry) for one in submissions for entry in one.of(SharedActivity)]
    found = [*_about_publisher(publisher), *_about_all(told, publisher)]
    for submission, entry in told:
        found += _about_one(submission, entry, today)
    return tuple(sorted(found, key=lambda one: list(Weight).index(one.weight)))


def _about_publisher(publisher: Publisher) -> Iterator[Finding]:
    if not publisher.identifier:
        yield Finding(
            Weight.STOPS,
            N_(
                "IATI needs your organisation's identifier: the code of a register, a hyphen, and your number "
                "there, such as KE-NCB-12345."
            ),
        )
    elif not _REGISTERED.fullmatch(publisher.identifier):
        message = N_("“{value}” is not an organisation identifier of IATI; one looks like KE-NCB-12345.")
        yield Finding(Weight.STOPS, message, value=publisher.identifier)


def _about_all(told: list[tuple[Submission, SharedActivity]], publisher: Publisher) -> Iterator[Finding]:
    if not told:
        yield Finding(Weight.STOPS, N_("There is no activity to write."))
    if len({one.organisation.id for one, _entry in told}) > 1:
        yield Finding(Weight.STOPS, N_("An IATI file is written by one organisation about its own work."))
    times = Counter(identifier(publisher, entry) for _one, entry in told)
    for known, count in times.items():
        if count > 1:
            titles = ", ".join(entry.title for _one, entry in told if identifier(publisher, entry) == known)
            yield Finding(Weight.WRONG, N_("{value} have the same identifier."), value=titles)


def _about_one(submission: Submission, entry: SharedActivity, today: date) -> Iterator[Finding]:
    for weight, message, value in (*_wrong(submission, entry, today), *_advisable(entry)):
        yield Finding(weight, message, entry.title, value)


def _wrong(submission: Submission, entry: SharedActivity, today: date) -> Iterator[tuple[Weight, str, str]]:
    if not load().place(entry.place or submission.organisation.country).country:
        yield Weight.WRONG, N_("It names no country, and your organisation has none either."), ""
    if not entry.title:
        yield Weight.WRONG, N_("It has no title."), ""
    if not entry.summary:
        yield Weight.WRONG, N_("It has no description."), ""
    if not entry.start:
        yield Weight.WRONG, N_("It has no date."), ""
    elif entry.end and entry.end < entry.start:
        yield Weight.WRONG, N_("It ends before it begins."), ""
    for kind, day in dates(entry, today):
        if kind in HAPPENED and day > today:
            yield Weight.WRONG, N_("It is said to have happened on {value}, which is still to come."), str(day)


def _advisable(entry: SharedActivity) -> Iterator[tuple[Weight, str, str]]:
    if entry.summary and len(entry.summary) < _SHORT:
        yield Weight.ADVICE, N_("Its description is very short."), ""
    if not entry.status:
        yield Weight.ADVICE, N_("Its stage is not told; it is written as under way."), ""
    if not entry.place:
        yield Weight.ADVICE, N_("It has no place; it is written as country-wide."), ""
    if entry.reach.not_asked:
        yield Weight.ADVICE, N_("It has no result; people reached would be one."), ""
