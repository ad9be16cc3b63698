"""What a block needs to know to be drawn: its language, what surrounds it, and where headings can be gone to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.i18n import is_right_to_left
from app.reports.document import Document, Heading
from app.reports.plainer import plainer
from app.reports.web.markup import Markup, element, text
from app.reports.written import base_right, runs_against


@dataclass(frozen=True)
class Setting:
    """The place of the blocks of one document."""

    language: str
    places: Mapping[int, str]
    """The id of every heading that can be gone to, by the number of its block."""
    listed: tuple[tuple[Heading, str], ...]
    """The headings of the contents with their ids."""
    name: str
    """What begins every id, so that two documents on one page do not share any."""
    above: int = 0
    """Levels of headings that the document has none of, above those that it has."""

    def said(self, words: str) -> Markup:
        """A text; one that runs against the page keeps to itself, so that its signs stand on the right side."""
        right = is_right_to_left(self.language)
        against = runs_against(words, right_to_left=right) or base_right(words, right_to_left=right) != right
        return element("bdi", words) if against else text(words)

    @classmethod
    def of(cls, document: Document, name: str = "part") -> Setting:
        """The setting of a whole document."""
        headings = [
            (at, one) for at, one in enumerate(document.blocks) if isinstance(one, Heading) and one.text.strip()
        ]
        places = {at: f"{name}-{number}" for number, (at, _one) in enumerate(headings, start=1)}
        listed = tuple((one, places[at]) for at, one in headings if one.is_listed)
        every = [one for block in document.blocks for one in plainer(block) if isinstance(one, Heading)]
        above = min((max(one.level, 1) - 1 for one in every if one.text.strip()), default=0)
        return cls(document.language, places, listed, name, above)
