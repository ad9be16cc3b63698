"""Countries by ISO 3166 code, named in the language of the window and in its order."""

from __future__ import annotations

from babel import Locale

from app.folding import fold
from app.i18n import translation
from app.ui.words.choice import Choice

_NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "DG", "EA", "IC", "TA", "CQ"})


def countries() -> tuple[Choice, ...]:
    """Every country and territory, sorted by its name without accents."""
    names = Locale.parse(translation().locale).territories
    found = [Choice(code, name) for code, name in names.items() if _is_country(code)]
    return tuple(sorted(found, key=lambda choice: fold(choice.label)))


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
