"""What people call languages: every language by its name in another one, and the code that a name means."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from app import locales
from app.i18n import OWN_NAMES, SIX, languages


@lru_cache(maxsize=8)
def language_names(code: str) -> Mapping[str, str]:
    """What every language is called in this one, by its code."""
    from babel import Locale

    names = Locale.parse(locales.data_for(code)).languages
    return {str(one): str(name) for one, name in names.items() if len(str(one)) in (2, 3)}


def code_called(name: str) -> str:
    """The code of the language that somebody calls so, in any of the six or as a code; "" for an unknown name."""
    typed = " ".join(name.split()).casefold()
    return _called().get(typed) or _called().get(typed.partition("_")[0].partition("-")[0], "")


def own_code_called(name: str) -> str:
    """The same for the languages of the program alone; "" for any other."""
    code = code_called(name)
    return code if code in {one.code for one in languages()} else ""


@lru_cache(maxsize=1)
def _called() -> dict[str, str]:
    told: dict[str, str] = {}
    for spoken in SIX:
        for code, name in language_names(spoken).items():
            told.setdefault(name.casefold(), code)
            told.setdefault(code, code)
    return told | {name.casefold(): code for code, name in OWN_NAMES.items()}
