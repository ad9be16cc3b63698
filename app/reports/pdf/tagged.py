"""The structure tree: what the parts of a document are, in reading order, and where on the pages each is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of an element on a page: the page (from 0) and the number of the piece on it."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation (a link) that belongs to an element."""

    page: int
    reference: Any


@dataclass(slots=True, eq=False)
class Element:
    """A part of the document, such as P or TD; `attributes` are the rest of its dictionary, ready to write."""

    tag: str
    parent: Element | None
    attributes: bytes = b""
    kids: list[Element | Marked | Annotated] = field(default_factory=list)
    number: int = 0

    def first_page(self) -> int | None:
        """The page of the first piece that is drawn for this element itself."""
        return next((kid.page for kid in self.kids if isinstance(kid, Marked)), None)


class Tree:
    """All elements of a document. Elements are made in reading order; drawing only adds pieces to them."""

    def __init__(self) -> None:
        self.root = Element("Document", None)
        self.pages: list[list[Element]] = []
        self.annotations: list[Element] = []
        self._level = 0

    def add(self, tag: str, parent: Element | None = None, attributes: bytes = b"") -> Element:
        """A new last child of `parent` (of the document if not given)."""
        above = parent or self.root
        element = Element(tag, above, attributes)
        above.kids.append(element)
        return element

    def add_heading(self, level: int) -> Element:
        """A heading at most one level under the one before: who hears a document gets lost in a gap."""
        self._level = min(level, self._level + 1)
        return self.add(f"H{self._level}")

    def begin_page(self) -> None:
        """What is marked from now on is on a new page."""
        self.pages.append([])

    def mark(self, element: Element) -> int:
        """Note that a piece of the element follows on this page; its number on the page."""
        pieces = self.pages[-1]
        element.kids.append(Marked(len(self.pages) - 1, len(pieces)))
        pieces.append(element)
        return len(pieces) - 1

    def annotate(self, element: Element, reference: Any) -> None:
        """Note an annotation of the element on this page."""
        element.kids.append(Annotated(len(self.pages) - 1, reference))
        self.annotations.append(element)

    def elements(self) -> Iterator[Element]:
        """Every element, parents before children."""
        waiting = [self.root]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]


# Far above the numbers of pages, so that the two kinds of keys in the parent tree never meet.
FIRST_ANNOTATION = 1 << 20


def artifact(kind: str = "") -> str:
    """The operator that begins something that is no content: a rule, a fill, a header, a repeated heading."""
    return f"/Artifact <<{kind}>> BDC"
