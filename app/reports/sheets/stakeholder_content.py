"""What a stakeholder report is made of: what was told about one mechanism, by one organisation or by several.

An activity is about a mechanism if somebody said so; where nobody named any, and for everything else, its objectives
say it. What is about no objective of the mechanism stays out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.compact import Mechanism
from app.domain.shared import (
    Picture,
    PublicOrganisation,
    SharedActivity,
    SharedChallenge,
    SharedEntry,
    SharedPractice,
    SharedRecommendation,
    Submission,
    Told,
)
from app.domain.wording import Wording
from app.i18n import N_, isolate
from app.reports.sheets import brief_content, parts
from app.reports.sheets.brief import Line
from app.reports.sheets.stakeholder import Content, Section


def of_submission(submission: Submission, mechanism: Mechanism, wording: Wording) -> Content:
    """The work of one organisation."""
    told = [Told(submission.organisation, entry) for entry in submission.entries]
    who = submission.organisation
    return Content(
        mechanism,
        submission.period,
        (who.name,),
        _sections(told, mechanism, wording, about=who.description, named=False),
        wording.cost(submission.disclosure.counts, submission.disclosure.counts_withheld),
    )


def of_picture(picture: Picture, mechanism: Mechanism, wording: Wording, about: str = "") -> Content:
    """What several organisations contributed; who said something is named."""
    told = (*picture.activities, *picture.further)
    names = tuple(dict.fromkeys(one.organisation.name for one in told if is_about(one.entry, mechanism)))
    return Content(
        mechanism,
        picture.period,
        names,
        _sections(told, mechanism, wording, about=about, named=True),
        wording.cost(picture.numbers, picture.withheld),
    )


def has_something(content: Content) -> bool:
    """Whether anything but who it is stands in it."""
    return any(one.lines for one in content.sections[1:])


def is_about(entry: SharedEntry, mechanism: Mechanism) -> bool:
    """Whether an entry belongs into a report to this mechanism."""
    if isinstance(entry, SharedActivity) and entry.mechanisms:
        return mechanism.code in entry.mechanisms
    numbers = getattr(entry, "objectives", ()) or getattr(entry, "topics", ())
    return bool(set(numbers) & set(mechanism.objectives))


def _sections(
    told: Sequence[Told], mechanism: Mechanism, wording: Wording, *, about: str, named: bool
) -> tuple[Section, ...]:
    wanted = [one for one in told if is_about(one.entry, mechanism)]
    who = tuple(Line(text) for text in (about,) if text)
    voices = brief_content.voices(wanted, wording, named=named)
    asks = brief_content.asks(wanted, wording, named=named)
    found = (
        ("who", N_("Who we are"), who),
        ("advice", N_("Advice given before, and what became of it"), _advice(wanted, wording, named=named)),
        ("obstacles", N_("What stands in the way"), _obstacles(wanted, wording, named=named)),
        ("voices", N_("What people told us"), voices),
        ("work", N_("What we did, and what came of it"), _work(wanted, wording, named=named)),
        ("practices", N_("Practices worth copying"), _practices(wanted, wording, named=named)),
        ("asks", N_("What we recommend"), asks),
    )
    return tuple(Section(anchor, title, tuple(dict.fromkeys(lines))) for anchor, title, lines in found)


def _advice(told: Iterable[Told], wording: Wording, *, named: bool) -> Iterator[Line]:
    for who, one in brief_content.newest(told, SharedRecommendation):
        status = wording.label("recommendation_status", one.status)
        notes = (isolate(one.source), wording.label("recommendation_sources", one.mechanism), status)
        yield Line(one.text, _note(who, (*notes, wording.when(one.date)), wording, named=named))


def _obstacles(told: Iterable[Told], wording: Wording, *, named: bool) -> Iterator[Line]:
    for who, one in brief_content.newest(told, SharedChallenge):
        if one.description:
            notes = (wording.label("challenge_types", one.type), _objectives(one.objectives, wording))
            yield Line(one.description, _note(who, notes, wording, named=named))


def _work(told: Iterable[Told], wording: Wording, *, named: bool) -> Iterator[Line]:
    say = wording.say.gettext
    for who, one in brief_content.newest(told, SharedActivity):
        text = "\n".join(part for part in (one.title, one.summary, one.result) if part)
        reach = ""
        if not one.reach.not_asked:
            reach = say("people reached: {count}").format(count=wording.count(one.reach))
        place = wording.place(one.place) if one.place else ""
        notes = (place, parts.span(one.start, one.end, wording), reach, _objectives(one.objectives, wording))
        yield Line(text, _note(who, notes, wording, named=named))


def _practices(told: Iterable[Told], wording: Wording, *, named: bool) -> Iterator[Line]:
    for who, one in brief_content.newest(told, SharedPractice):
        text = "\n".join(part for part in (one.title, one.summary, one.impact) if part)
        yield Line(text, _note(who, (parts.span(one.start, one.end, wording),), wording, named=named))


def _objectives(numbers: Iterable[int], wording: Wording) -> str:
    return wording.say.list_([wording.objective(number) for number in numbers])


def _note(who: PublicOrganisation, notes: Iterable[str], wording: Wording, *, named: bool) -> str:
    said = [isolate(who.name)] if named else []
    return wording.say.row([*said, *(one for one in notes if one)])
