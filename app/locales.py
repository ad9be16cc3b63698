"""Which data on dates, numbers and names a catalogue gets, also one whose language nobody has described yet.

Catalogues are named as translators name them: pt_BR, pt-BR, uz_Latn, sr@latin, din. CLDR knows about 300 languages of
7,000; for any other, days and numbers are written as in English until its data is there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

OTHERWISE = "en_GB"
"""Where there is no data of a language."""
_OURS = {"en": "en_GB", "zh": "zh_Hans_CN", "qps": OTHERWISE}
_KNOWN_AS = {"prs": "fa_AF", "pes": "fa", "pbt": "ps", "pbu": "ps", "arb": "ar", "apc": "ar", "ary": "ar_MA"}
"""Languages that CLDR describes under the name of a wider one."""
_MODIFIERS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab"}
_FROM_THE_RIGHT = frozenset(
    "ar arb arc apc ary azb bal ckb dv fa glk he khw ks lrc mzn nqo ota pbt pbu pes pnb prs ps rhg sd skr syr ug "
    "ur yi".split()
)
_SCRIPTS_FROM_THE_RIGHT = frozenset({"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})


@lru_cache(maxsize=64)
def data_for(code: str) -> str:
    """The name of the locale of Babel for a catalogue of this name; English where there is none."""
    from babel import Locale, UnknownLocaleError

    if code in _OURS:
        return _OURS[code]
    for name in _from_narrow_to_wide(code):
        known = _KNOWN_AS.get(name, name)
        try:
            Locale.parse(known)
        except (UnknownLocaleError, ValueError):
            continue
        return known
    return OTHERWISE


def is_described(code: str) -> bool:
    """Whether there is data of this very language, so that it has a name of its own."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(_parts(code)).language == base(code)
    except (UnknownLocaleError, ValueError):
        return False


def base(code: str) -> str:
    """The language alone, without script and country."""
    return _parts(code).partition("_")[0]


def nearest(wished: str, known: Collection[str]) -> str:
    """Which of these catalogues serves a system or a person that asks for this language; "" for none."""
    named = {_parts(code): code for code in known}
    return next((named[name] for name in _from_narrow_to_wide(wished) if name in named), "")


@lru_cache(maxsize=64)
def is_from_the_right(code: str) -> bool:
    """Whether this language is written from right to left: its script says so, else what is usual for it."""
    language, *parts = _parts(code).split("_")
    script = next((part for part in parts if len(part) == 4 and part.isalpha()), "")
    return script in _SCRIPTS_FROM_THE_RIGHT if script else language in _FROM_THE_RIGHT


def _from_narrow_to_wide(code: str) -> Iterator[str]:
    """The name itself, then without its last part, and so on: uz_Latn_UZ, uz_Latn, uz."""
    parts = _parts(code).split("_")
    return ("_".join(parts[:length]) for length in range(len(parts), 0, -1))


def _parts(code: str) -> str:
    """The name with underscores, its script after the language, in the usual capitals, without an encoding."""
    plain, _at, modifier = code.partition("@")
    language, *rest = plain.partition(".")[0].replace("-", "_").split("_")
    script = [_MODIFIERS[modifier]] if modifier in _MODIFIERS else []
    sized = (part.title() if len(part) == 4 else part.upper() for part in rest)
    return "_".join((language.lower(), *script, *sized))
