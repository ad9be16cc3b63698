"""Where a line may end: after spaces, between Chinese characters, after a hyphen, slash or stop between letters.

Closing punctuation never begins a line and opening punctuation never ends one (kinsoku), not even where
a plain space stands between it and its word, as people write French.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.reports.written import cleaned as cleaned

_SPACES = " \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000\u200b"  # without those that must not break
_HAN = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_OPENING = "\u2018\u201c\u3008\u300a\u300c\u300e\u3010\u3014\u3016\u3018\u301a\uff08\uff3b\uff5b\uff5f(\\[{"
_CLOSING = (
    "\u2019\u201d\u2026\u2014\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u3019\u301b\u301c\u30fb"
    "\uff01\uff05\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d\uff5e\uff60\u00b7)\\]}!%,.:;?"
)
_HAN_TOKEN = f"[{_OPENING}]*[{_HAN}][{_CLOSING}]*"
_WORD = f"[^{_SPACES}]+"
_WORD_BESIDE_HAN = f"(?:(?![{_OPENING}]*[{_HAN}])[^{_SPACES}])+"
_LAST = f"[^{_SPACES}]+?"  # whatever neither of the two took: opening brackets at the very end
_HAS_HAN = re.compile(f"[{_HAN}]")
_PLAIN = re.compile(f"({_WORD})([{_SPACES}]*)|([{_SPACES}]+)")
_MIXED = re.compile(f"({_HAN_TOKEN}|{_WORD_BESIDE_HAN}|{_LAST})([{_SPACES}]*)|([{_SPACES}]+)")
_STOPS = "\u0964\u0965\u104a\u104b\u1361-\u1368\u17d4\u17d5"  # of India, Burmese, Ethiopic (also between words), Khmer
_INSIDE = re.compile(rf"(?<=[^\W\d_][-/\u2010])(?=[^\W\d_])|(?<=[{_STOPS}])(?=[^\W_])")
_JOINT = f"[^\\W\\d_][-/\u2010][^\\W\\d_]|[{_STOPS}][^\\W_]"
_LONE = f"(?:^| )[)\\]\u00bb\u203a;:!?%.,{_STOPS}]|[(\\[\u00ab\u2039](?: |$)"
_NEEDS_CUTTING = re.compile(f"[{_HAN}{_SPACES[1:]}]|^ |  | $|{_JOINT}|{_LONE}")
_OPENS = re.compile("[(\\[\u00ab\u2039]+")
_CLOSES = re.compile(f"[)\\]\u00bb\u203a;:!?%.,{_STOPS}]+")
_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad\u200b]")


@dataclass(frozen=True, slots=True)
class Token:
    """What must stay together: a word from `start` to `end`, and the spaces after it up to `after`."""

    start: int
    end: int
    after: int


def plain_words(text: str) -> list[str] | None:
    """The words of a text that has nothing between them but single spaces, where nothing else ends a line.

    None for any other text: `cut` knows all that this leaves out.
    """
    return None if _NEEDS_CUTTING.search(text) else text.split(" ")


@lru_cache(maxsize=1024)
def cut(text: str) -> tuple[Token, ...]:
    """The text of one paragraph cut wherever a line may end; together the tokens are the text."""
    found: list[Token] = []
    for match in (_MIXED if _HAS_HAN.search(text) else _PLAIN).finditer(text):
        if match.end(1) < 0:
            found.append(Token(match.start(), match.start(), match.end()))
            continue
        start, end = match.span(1)
        for inside in _INSIDE.finditer(text, start, end):
            found.append(Token(start, inside.start(), inside.start()))
            start = inside.start()
        found.append(Token(start, end, match.end()))
        if len(found) > 1 and _belong_together(text, *found[-2:]):
            found[-2:] = [Token(found[-2].start, end, match.end())]
    return tuple(found)


def _belong_together(text: str, before: Token, after: Token) -> bool:
    """Whether a mark that opens or closes stands alone between spaces beside its word."""
    opens = _OPENS.fullmatch(text, before.start, before.end)
    return bool(opens or (before.end > before.start and _CLOSES.fullmatch(text, after.start, after.end)))


def visible(text: str) -> str:
    """The text without the marks that only steer direction and breaking."""
    return text if text.isascii() else _CONTROLS.sub("", text)
