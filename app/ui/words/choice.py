"""What a field offers to choose from: a code that is kept, and words that are shown."""

from __future__ import annotations

from dataclasses import dataclass

from app.folding import fold


@dataclass(frozen=True)
class Choice:
    """One thing to choose: `code` is kept, `label` is shown, `words` are also found when typing."""

    code: str
    label: str
    icon: str = ""
    words: str = ""


def matching(choices: tuple[Choice, ...], typed: str) -> tuple[Choice, ...]:
    """The choices whose label starts with, then holds, then whose words hold what was typed."""
    wanted = fold(typed).strip()
    if not wanted:
        return choices
    ranked = [(rank, place, choice) for place, choice in enumerate(choices) if (rank := _rank(choice, wanted)) < 9]
    return tuple(choice for _rank_, _place, choice in sorted(ranked, key=lambda found: found[:2]))


def _rank(choice: Choice, wanted: str) -> int:
    label = fold(choice.label)
    if label.startswith(wanted) or choice.code == wanted:
        return 0
    if any(word.startswith(wanted) for word in label.split()):
        return 1
    if any(word.startswith(wanted) for word in fold(choice.words).split()):
        return 2
    return 3 if wanted in label else 9
