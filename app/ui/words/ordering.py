"""Names in the order in which readers of the language of the window look for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cmp_to_key
from typing import TypeVar

from PySide6.QtCore import QCollator, QLocale, Qt

from app.i18n import translation

T = TypeVar("T")


def by_name(things: Iterable[T], name: Callable[[T], str]) -> list[T]:
    """The things by their names, as the language orders letters; numbers in names by their value."""
    collator = QCollator(QLocale(translation().locale))
    collator.setNumericMode(True)
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    compared = cmp_to_key(collator.compare)
    return sorted(things, key=lambda one: compared(name(one)))
