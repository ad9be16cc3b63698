"""Reasons: why two entries are proposed as one activity, or what speaks against it, each with the values compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """One kind of reason; its sentence is in `services.coordinating.duplicates`."""

    PARTNER = "partner"
    BOTH_PARTNERS = "both-partners"
    SAME_PARTNER = "same-partner"
    TITLES_EQUAL = "titles-equal"
    TITLES_ALIKE = "titles-alike"
    NAMES_ALIKE = "names-alike"
    TEXTS_ALIKE = "texts-alike"
    SAME_PLACE = "same-place"
    SAME_REGION = "same-region"
    SAME_MONTH = "same-month"
    MONTHS_MEET = "months-meet"
    PEOPLE_EQUAL = "people-equal"
    PEOPLE_CLOSE = "people-close"
    AGAINST_PEOPLE = "against-people"
    AGAINST_MONTHS = "against-months"


@dataclass(frozen=True)
class Reason:
    """A reason with what it compares; which values it has follows from its kind."""

    why: Why
    one: str = ""
    other: str = ""
