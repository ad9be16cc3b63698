"""Markup: elements whose texts are always escaped, so that what people wrote can only ever be read."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from app.i18n import is_right_to_left
from app.reports.written import cleaned, language_tag

_EMPTY = frozenset({"meta", "img"})
_DRAWN = frozenset({"rect", "path"})


class Markup(str):
    """What is markup already and stands as it is; every other string is a text."""

    __slots__ = ()


def element(name: str, /, *content: str, **attributes: object) -> Markup:
    """An element. `class_` is class, `aria_label` is aria-label; an attribute of None is left out, of True is bare."""
    told = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None)
    if name in _EMPTY:
        return Markup(f"<{name}{told}>")
    if name in _DRAWN:
        return Markup(f"<{name}{told}/>")
    return Markup(f"<{name}{told}>{joined(content)}</{name}>")


def joined(content: Iterable[str]) -> Markup:
    """Markup and texts in a row."""
    return Markup("".join(one if isinstance(one, Markup) else text(one) for one in content))


def text(words: str) -> Markup:
    """A text as markup; where its writer began a new line, it has one."""
    return Markup("<br>".join(escape(line) for line in cleaned(words).split("\n")))


def spoken(language: str, around: str = "") -> dict[str, str]:
    """The attributes that tell of a language and its direction; none where it is that of what is around."""
    if not language or language == around:
        return {}
    return {"lang": language_tag(language), "dir": "rtl" if is_right_to_left(language) else "ltr"}


def _attribute(key: str, value: object) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(cleaned(str(value)))}"'
