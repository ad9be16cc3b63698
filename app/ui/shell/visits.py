"""Where a person has been: back and forward among pages."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Visits:
    """Names of pages in the order visited, and the place in it; going somewhere new forgets what lay ahead."""

    _names: list[str] = field(default_factory=list)
    _place: int = -1

    def went(self, name: str) -> None:
        """A page was opened; the same one twice counts once."""
        if self._names and self._names[self._place] == name:
            return
        self._names = [*self._names[: self._place + 1], name]
        self._place = len(self._names) - 1

    def back(self) -> str:
        """The page before; empty if there is none."""
        return self._step(-1)

    def forward(self) -> str:
        """The page after; empty if there is none."""
        return self._step(1)

    def recent(self) -> list[str]:
        """The pages visited, the last one first and each once, without the one in force."""
        here = self._names[self._place] if self._names else ""
        seen = dict.fromkeys(reversed(self._names[: self._place + 1]))
        return [name for name in seen if name != here]

    def _step(self, step: int) -> str:
        place = self._place + step
        if not 0 <= place < len(self._names):
            return ""
        self._place = place
        return self._names[place]
