"""Sheets about people: organisations in their own words, what they sent and what became of it; what people told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.compact.objective import code_of
from app.domain.picture.heard import Voice
from app.domain.picture.heard import voices as heard
from app.domain.picture.words import contributors
from app.domain.shared import Picture, PublicOrganisation, Submission
from app.domain.wording import Wording
from app.ordering import by_name
from app.reports.tables import Cell
from app.reports.workbook.book import Sheet


def contributions(picture: Picture, wording: Wording) -> Sheet:
    """What was sent: who, which version, and what became of it."""
    say = wording.say.gettext
    heads = (
        say("Organisation"),
        say("Version"),
        say("Activities"),
        say("What became of it"),
        say("Submission"),
        say("Entries taken back"),
        *_profile_heads(wording),
    )
    rows: list[Sequence[Cell]] = [
        (
            one.organisation.name,
            one.revision,
            one.activities,
            wording.fate(one.fate),
            one.submission,
            one.taken_back,
            *_profile(one.organisation, wording),
        )
        for one in contributors(picture, wording)
    ]
    return Sheet("submissions", say("Submissions"), heads, rows)


def organisations(submissions: Iterable[Submission], wording: Wording) -> Sheet:
    """Who the organisations are, in their own words, each once."""
    found = {one.organisation.id: one.organisation for one in submissions}
    ordered = by_name(found.values(), lambda one: one.name, wording.language)
    rows = [(one.name, *_profile(one, wording)) for one in ordered]
    say = wording.say.gettext
    return Sheet("organisations", say("Organisations"), (say("Organisation"), *_profile_heads(wording)), rows)


def counted(picture: Picture, wording: Wording) -> Sheet:
    """Who the organisations in the figures are, in their own words, each once."""
    say = wording.say.gettext
    found = {one.organisation.id: one for one in picture.counted}
    ordered = by_name(found.values(), lambda one: one.organisation.name, wording.language)
    rows: list[Sequence[Cell]] = [
        (one.organisation.name, one.activities, *_profile(one.organisation, wording)) for one in ordered
    ]
    heads = (say("Organisation"), say("Activities"), *_profile_heads(wording))
    return Sheet("organisations", say("Organisations"), heads, rows)


def voices(picture: Picture, wording: Wording) -> Sheet:
    """What people told in words that these readers may read: one row for the same words heard by one organisation."""
    say = wording.say.gettext
    heads = (
        *(say("In words"), say("Kind of message"), say("Objectives"), say("When")),
        *(say("Heard by"), say("Whose words"), say("Language")),
    )
    return Sheet("voices", say("Voices"), heads, [_voice(one, wording) for one in heard(picture)])


def _voice(one: Voice, wording: Wording) -> tuple[str, ...]:
    say = wording.say.gettext
    return (
        one.words,
        wording.label("feedback_types", one.type),
        "; ".join(map(code_of, one.objectives)),
        "; ".join(month.only_month.iso for month in one.months),
        one.told[0].organisation.name,
        say("in their own words") if one.own_words else say("in our words"),
        wording.say.language_name(one.language) if one.language and one.own_words else "",
    )


def _profile_heads(wording: Wording) -> tuple[str, ...]:
    labels = (label for label, _value in wording.profile(PublicOrganisation("", "")))
    return (*labels, wording.say.gettext("What it does"))


def _profile(organisation: PublicOrganisation, wording: Wording) -> tuple[str, ...]:
    return (*(value for _label, value in wording.profile(organisation)), organisation.description)
