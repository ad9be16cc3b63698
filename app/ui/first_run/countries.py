"""Countries by ISO 3166 code, named in the language of the window and in its order."""

from __future__ import annotations

from babel import Locale

from app.i18n import language, translation
from app.ordering import by_name
from app.ui.words.choice import Choice

_NOT_COUNTRIES = frozenset({"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "DG", "EA", "IC", "TA", "CQ"})


def countries() -> tuple[Choice, ...]:
    """Every country and territory, by name as the language orders them."""
    names = Locale.parse(translation().locale).territories
    found = [Choice(code, name) for code, name in names.items() if _is_country(code)]
    return tuple(by_name(found, lambda choice: choice.label, language()))


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
