"""Matching: what one organisation needs beside what another one offers, each pair with its reason; nobody is ranked."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.shared import Picture, SharedChallenge, SharedNeedOffer, Told

NEED, OFFER = "need", "offer"
_ANYTHING = "other"
"""A category that says nothing, so it is no reason."""


@dataclass(frozen=True)
class Offer:
    """What somebody offers, and why it may help: objectives in common, and whether both are about the same."""

    told: Told
    objectives: tuple[int, ...]
    same_category: bool


@dataclass(frozen=True)
class Match:
    """A need, or something that stands in the way, and every offer of another organisation that may help."""

    asked: Told
    offers: tuple[Offer, ...]


def matched(picture: Picture) -> tuple[Match, ...]:
    """Every need and every challenge, in the order in which they were told, with the offers that may help.

    An offer may help if it shares an objective, or is about the same thing; a need without an offer stays in the list.
    """
    entries = [told for told in picture.further if isinstance(told.entry, SharedNeedOffer)]
    asked = [told for told in entries if _kind(told) != OFFER]
    asked += [told for told in picture.further if isinstance(told.entry, SharedChallenge)]
    offered = [told for told in entries if _kind(told) == OFFER]
    return tuple(Match(one, _offers(one, offered)) for one in asked)


def unasked(picture: Picture) -> tuple[Told, ...]:
    """Offers that help with nothing that somebody asked for."""
    taken = {id(offer.told) for match in matched(picture) for offer in match.offers}
    entries = (told for told in picture.further if isinstance(told.entry, SharedNeedOffer))
    return tuple(told for told in entries if _kind(told) == OFFER and id(told) not in taken)


def _offers(asked: Told, offered: list[Told]) -> tuple[Offer, ...]:
    found = [
        Offer(one, _common(asked, one), _category(asked) == _category(one) != "")
        for one in offered
        if one.organisation.id != asked.organisation.id
    ]
    helping = [one for one in found if one.objectives or one.same_category]
    return tuple(
        sorted(
            helping,
            key=lambda one: (not (one.objectives and one.same_category), one.told.organisation.name, one.told.entry.id),
        )
    )


def _common(one: Told, other: Told) -> tuple[int, ...]:
    return tuple(sorted({*_objectives(one)} & {*_objectives(other)}))


def _objectives(told: Told) -> tuple[int, ...]:
    return told.entry.objectives if isinstance(told.entry, SharedNeedOffer | SharedChallenge) else ()


def _category(told: Told) -> str:
    found = told.entry.category if isinstance(told.entry, SharedNeedOffer) else ""
    return "" if found == _ANYTHING else found


def _kind(told: Told) -> str:
    return told.entry.kind if isinstance(told.entry, SharedNeedOffer) else ""
