"""A topic of the help."""

from __future__ import annotations

from dataclasses import dataclass

FIRST, PAGES, MORE, TROUBLE, SAFETY, LOOK_UP = "first", "pages", "more", "trouble", "safety", "look-up"


@dataclass(frozen=True)
class Row:
    """One entry of a topic in which one looks things up; all marked with N_, "" where there is nothing to say."""

    term: str
    told: str = ""
    advice: str = ""
    """What to do, where the entry does not say it itself."""
    code: str = ""
    """What stands before it and is never translated: a key, a command, the code of a problem."""


@dataclass(frozen=True)
class Topic:
    """One short text; `page` is the page it belongs to, "" for none."""

    code: str
    title: str
    paragraphs: tuple[str, ...] = ()
    page: str = ""
    steps: tuple[str, ...] = ()
    """What is done one after the other."""
    rows: tuple[Row, ...] = ()
    group: str = ""
    """Where it stands in the help; without one it goes by its page."""
