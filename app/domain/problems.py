"""Problems are data: something a person can fix in a draft, never an exception."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.i18n import Translation, translation


class Level(StrEnum):
    """How much a problem weighs: a blocking one keeps the record a draft, a warning does not."""

    BLOCKING = "blocking"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One thing to fix. `message` is a template marked for translation, filled from `values` where it is shown."""

    code: str
    level: Level
    field: str
    message: str
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)

    def sentence(self, into: Translation | None = None) -> str:
        """The problem in words of the active language, or of `into`."""
        return (into or translation()).gettext(self.message).format(**self.values)


def blocking(problems: tuple[Problem, ...]) -> bool:
    """Whether any of these keeps the record a draft."""
    return any(problem.level is Level.BLOCKING for problem in problems)
