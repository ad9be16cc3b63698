"""What travels back: that a submission was read, what was decided, what is asked, and what became of every input."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Receipt:
    """What a coordinator answers to one submission. A later receipt of the same submission replaces an earlier one.

    `fate` is what became of its entries; it is one of the words of `Wording.fate`.
    """

    submission: str
    """Identity of the submission it answers."""
    call: str
    revision: int
    organisation: str
    """Identity of the organisation that it is for."""
    reader: str
    """Who read it, as its sender knows them: the coordinator's name."""
    read_on: str
    """The day of the decision, as ISO text."""
    verdict: str
    comment: str = ""
    decided: int = 0
    """The how manieth decision on this submission it tells, so that two of one day are told apart."""
    questions: Mapping[str, str] = field(default_factory=dict)
    """`entry.field` to the question about it."""
    fate: str = ""
    fates: Mapping[str, str] = field(default_factory=dict)
    """Entry to what became of it, in the words of `Wording.fate`; empty in receipts of a reader that tells none."""

    def fate_of(self, entry: str) -> str:
        """What became of one entry: its own fate, else that of the whole, else what was decided."""
        return self.fates.get(entry) or self.fate or self.verdict
