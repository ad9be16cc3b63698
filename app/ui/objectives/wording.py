"""What an objective is called and explained with: plain words, or the official text where it is verified."""

from __future__ import annotations

from app.compact import Objective
from app.i18n import _, format_number, language

PLAIN = "plain"
OFFICIAL = "official"


def sentence(objective: Objective, words: str) -> str:
    """The line under the name: our plain sentence, or the title, marked where it is not verified."""
    if words == PLAIN:
        return objective.plain(language())
    title = objective.title(language())
    return title.text if title.official else _("{text} (working translation)").format(text=title.text)


def name(objective: Objective) -> str:
    """The number with our short name, such as "15 Basic services"."""
    return _("{number} {name}").format(number=format_number(objective.number), name=objective.name(language()))
