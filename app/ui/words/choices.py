"""What the pack offers, as choices of fields, in the language of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.i18n import _, format_number, language
from app.ui.look import icons
from app.ui.words.choice import Choice

if TYPE_CHECKING:
    from app.compact import Pack


def objectives(pack: Pack) -> tuple[Choice, ...]:
    """The 23 by number, found also by the everyday words of the pack."""
    spoken = language()
    return tuple(
        Choice(str(one.number), one.name(spoken), icons.objective(one.number), " ".join(one.keywords(spoken)))
        for one in pack.objectives
    )


def codes(pack: Pack, name: str) -> tuple[Choice, ...]:
    """The codes of a list, in its order."""
    return tuple(Choice(code, label) for code, label in pack.code_list(name).choices(language()))


def name_of(pack: Pack, name: str, code: str) -> str:
    """What a code of a list is called; one that is gone from the pack as it was called before."""
    return pack.code_list(name).label(code, language())


def objective_name(pack: Pack, number: int) -> str:
    """The number with our short name, such as "7 Vulnerability"."""
    return _("{number} {name}").format(number=format_number(number), name=pack.objective(number).name(language()))


def gone_objective(pack: Pack, number: int) -> str:
    """One that cannot be chosen any more as it was called before; its number where no pack here has its name."""
    return objective_name(pack, number) if pack.objective(number).names else format_number(number)
