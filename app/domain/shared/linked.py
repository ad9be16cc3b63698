"""Activities that are one: which entries of which organisations tell of the same work."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.shared.reached import Reach

Identity = tuple[str, str]
"""An entry by its organisation and its own identity: what stays the same in every revision, call and order."""


@dataclass(frozen=True)
class Linked:
    """One activity that several entries tell of. They stay as they were told; the activity counts once."""

    members: tuple[Identity, ...]
    reach: Reach
    """How many people it reached: at least the largest number of one organisation, at most all of them added up."""
    number: str = ""
    """The number that they share by agreement; "" where a coordinator linked them."""
    differ: bool = False
    """Whether they give different numbers of people, which only people can settle: nobody takes an average."""
