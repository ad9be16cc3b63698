"""Indicators: the values that organisations told of each, side by side; values of several are never added up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.domain.shared import Picture, SharedIndicatorValue, Told
from app.domain.terms import Amount


@dataclass(frozen=True)
class Indicated:
    """One indicator in one unit."""

    code: str
    unit: str = ""
    told: tuple[Told, ...] = ()
    """Each value as it was told, by organisation and period; empty where it was asked for and nobody told any."""
    asked: bool = False
    """Whether a call of the coordinator asked for it."""

    @property
    def known(self) -> tuple[Decimal, ...]:
        """The values that may be read, the smallest first."""
        amounts = (value_of(one) for one in self.told)
        return tuple(sorted(one.value for one in amounts if one.value is not None))

    @property
    def withheld(self) -> int:
        """How many values are withheld for safety."""
        return sum(value_of(one).withheld for one in self.told)

    @property
    def organisations(self) -> int:
        """How many organisations told a value, also one that is withheld."""
        return len({one.organisation.id for one in self.told})


def indicated(picture: Picture, asked: Iterable[str] = ()) -> tuple[Indicated, ...]:
    """Those that were asked for, in that order and also where nobody answered; then all others by code."""
    groups: dict[tuple[str, str], list[Told]] = {}
    for told in picture.further:
        if isinstance(told.entry, SharedIndicatorValue):
            groups.setdefault((told.entry.code, told.entry.unit), []).append(told)
    wanted = tuple(dict.fromkeys(asked))
    found: list[Indicated] = []
    for code in (*wanted, *sorted({code for code, _unit in groups} - set(wanted))):
        units = sorted(unit for known, unit in groups if known == code)
        for unit in units:
            values = tuple(sorted(groups[code, unit], key=_place))
            found.append(Indicated(code, unit, values, asked=code in wanted))
        if not units:
            found.append(Indicated(code, asked=True))
    return tuple(found)


def value_of(told: Told) -> Amount:
    """The value that was told."""
    assert isinstance(told.entry, SharedIndicatorValue)
    return told.entry.value


def _place(told: Told) -> tuple[str, str, str, str]:
    assert isinstance(told.entry, SharedIndicatorValue)
    return told.organisation.name, told.organisation.id, told.entry.period, told.entry.id
