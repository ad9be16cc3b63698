"""Taking back what was sent: a notice that every recipient honours, whatever order files come in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.shared.entries.entry import SharedEntry
from app.domain.terms import When

WORDS, RECORD = "words", "record"
"""Somebody's own words are taken back; or the whole entry is."""


@dataclass(frozen=True)
class Withdrawal(SharedEntry):
    """`target` is the identity under which this recipient received an entry.

    A withdrawal is never taken back. A scope that a newer program gives takes back the whole entry.
    """

    KIND: ClassVar[str] = "withdrawal"

    target: str = ""
    scope: str = ""
    date: When | None = None
    """The month of the notice."""
