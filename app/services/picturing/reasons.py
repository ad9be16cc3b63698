"""Reasons as whole sentences: why two entries are proposed as one activity, and what linking them would do."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.once import Proposal, Reason, Why
from app.domain.reach import reach_of
from app.domain.shared import Told
from app.domain.wording import Wording
from app.i18n import N_, isolate

_SENTENCES = {
    Why.PARTNER: N_("{one} names {other} as its partner."),
    Why.BOTH_PARTNERS: N_("Each names the other as its partner."),
    Why.SAME_PARTNER: N_("Both name the same partner."),
    Why.TITLES_EQUAL: N_("The titles have the same words: “{one}” / “{other}”."),
    Why.TITLES_ALIKE: N_("The titles are alike: “{one}” / “{other}”."),
    Why.NAMES_ALIKE: N_("The titles have words that sound the same: “{one}” / “{other}”."),
    Why.TEXTS_ALIKE: N_("What is told about them is alike."),
    Why.SAME_PLACE: N_("Both were in {one}."),
    Why.SAME_REGION: N_("Both were in {one}; one of them tells the place more closely."),
    Why.SAME_MONTH: N_("Both began in the same month."),
    Why.MONTHS_MEET: N_("Their times overlap."),
    Why.PEOPLE_EQUAL: N_("Both reached {one} people."),
    Why.PEOPLE_CLOSE: N_("They reached nearly as many people: {one} and {other}."),
    Why.AGAINST_PEOPLE: N_("Against it: they reached very different numbers of people, {one} and {other}."),
    Why.AGAINST_MONTHS: N_("Against it: one was in the month after the other."),
}
_PLACES = (Why.SAME_PLACE, Why.SAME_REGION)
_NUMBERS = (Why.PEOPLE_EQUAL, Why.PEOPLE_CLOSE, Why.AGAINST_PEOPLE)
_OWN = 1
"""A coordinator sees what was sent: nothing more is withheld in its own workspace."""


def sentences(proposal: Proposal, wording: Wording) -> tuple[str, ...]:
    """Every reason of a proposal, the weightiest first, what speaks against it last."""
    ordered = sorted(proposal.reasons, key=lambda one: one.why in (Why.AGAINST_PEOPLE, Why.AGAINST_MONTHS))
    return tuple(sentence(one, wording) for one in ordered)


def sentence(reason: Reason, wording: Wording) -> str:
    """One reason in words."""
    one, other = (_value(reason.why, value, wording) for value in (reason.one, reason.other))
    return wording.say.gettext(_SENTENCES[reason.why]).format(one=one, other=other)


def effect(told: Sequence[Told], wording: Wording) -> str:
    """What linking these does to the numbers: one activity, and people as a range with its method."""
    say = wording.say.gettext
    reach = reach_of(told, _OWN)
    if reach.low is None and not reach.withheld:
        return say("Linked, they count as one activity. Nobody counted people.")
    words = say(
        "Linked, they count as one activity with {people} people: at least the larger number, at most both added up."
    )
    return words.format(people=isolate(wording.reach(reach)))


def _value(why: Why, value: str, wording: Wording) -> str:
    if why in _PLACES:
        return isolate(wording.place(value))
    if why in _NUMBERS and value.isdigit():
        return wording.say.number(int(value))
    return isolate(value)
