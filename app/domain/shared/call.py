"""A call: what a coordinator asks for, and the key that answers are sealed for."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.shared.submission import Audience
from app.domain.terms import Period


@dataclass(frozen=True)
class Question:
    """One question of a call, in the coordinator's words."""

    code: str
    text: str
    objective: int = 0


@dataclass(frozen=True)
class Call:
    """A coordinator's request for one period. It may ask for less than the disclosure rules allow, never for more."""

    id: str
    coordinator: str
    """The coordinator's public name."""
    period: Period
    due: str = ""
    """A day as ISO text, "" for none."""
    objectives: tuple[int, ...] = ()
    """Empty: all 23."""
    questions: tuple[Question, ...] = ()
    languages: tuple[str, ...] = ()
    audience: Audience = Audience.COORDINATOR
    title: str = ""
    signing: bytes = b""
    """The coordinator's public signing key."""
    recipient: str = ""
    """The coordinator's sealing key (age), "" where answers need not be sealed."""

    def asks_for(self, objective: int) -> bool:
        """Whether the call is about this objective."""
        return not self.objectives or objective in self.objectives
