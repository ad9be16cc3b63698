"""How a field leaves: the words that the tables of the border are written in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class Leaves(Enum):
    """How a field leaves."""

    AS_WRITTEN = "as written"
    MONTH = "month"
    """A day becomes its month, unless an activity is marked as a public event."""
    COARSE_PLACE = "coarse place"
    READ = "read by a person"
    """A text of somebody's own: in the window it is shown whole before it leaves."""
    REVIEWED = "reviewed by a person"
    """A text that leaves only after somebody approved its record, or read it and let it go for this recipient."""
    RELEASED = "released by a person"
    """A text that leaves only after somebody read it and let it go for this recipient."""
    AS_COUNT = "protected count"
    """People reached: its maker protects the total and the groups together."""
    AS_NUMBER = "protected number"
    """A number of people on its own."""
    AS_AMOUNT = "protected amount"
    """An amount that is withheld where it counts few people."""
    NAMES = "names of organisations"
    """Without those of partners that did not agree to be named."""
    OF_FILE = "of a cleaned file"
    """What the program itself says of a file that was let go; anything else that stands there is left out."""
    REFERENCE = "reference"
    """The pseudonym of another record, if that record leaves as well."""


Table = Mapping[str, Leaves]
WORDS = frozenset({Leaves.READ, Leaves.REVIEWED, Leaves.RELEASED})
"""Texts of somebody's own."""
