"""A call: what a coordinator asks for, and the key that answers are sealed for."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.shared.entries.evidence import SharedAttachment
from app.domain.shared.entries.figures import SharedIndicatorValue
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
    sections: tuple[str, ...] = ()
    """The kinds of entry that are asked for; empty: all."""
    threshold: int = 0
    """A larger k than the audience's; a smaller one changes nothing."""
    replaces: tuple[str, ...] = ()
    """The ids of the versions before this one, the first one first; empty for a first version."""
    withdrawn: bool = False
    """Whether nobody is asked any more."""
    indicators: tuple[str, ...] = ()
    """Codes of the reference pack, or names of the coordinator's own, of which a value is asked for."""
    made_on: str = ""
    """The day of its file, as ISO text; "" before there is one."""

    @property
    def series(self) -> str:
        """What all versions of one call have in common: the id of the first."""
        return self.replaces[0] if self.replaces else self.id

    @property
    def version(self) -> int:
        """1 for the first."""
        return len(self.replaces) + 1

    @property
    def smallest(self) -> int:
        """k: never below the audience's."""
        return max(self.threshold, self.audience.smallest)

    def wants(self, kind: str) -> bool:
        """Whether entries of this kind are asked for."""
        asked = kind == SharedIndicatorValue.KIND and bool(self.indicators)
        goes_along = kind == SharedAttachment.KIND  # with whatever it belongs to
        return not self.sections or kind in self.sections or asked or goes_along

    def asks_for(self, objective: int) -> bool:
        """Whether the call is about this objective."""
        return not self.objectives or objective in self.objectives
