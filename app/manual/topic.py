"""A topic of the help."""

from __future__ import annotations

from dataclasses import dataclass

from app.i18n import Translation
from app.ordering import by_name

FIRST, PAGES, MORE, TROUBLE, SAFETY = "first", "pages", "more", "trouble", "safety"
LOOK_UP, SAID = "look-up", "said"


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
    by_name: bool = False
    """Whether its entries stand in the order in which readers of a language look for words."""
    group: str = ""
    """Where it stands in the help; without one it goes by its page."""

    def ordered(self, say: Translation) -> tuple[Row, ...]:
        """Its entries in the order in which they are shown in this language."""
        if not self.by_name:
            return self.rows
        return tuple(by_name(self.rows, lambda row: say.gettext(row.term), say.language))
