"""The structure tree: what the parts of a document are, in reading order, and where on the pages each is drawn.

Kept in rows of plain numbers: a long table has as many parts as it has cells, and all of them wait for the end.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

ROOT = 0
_NONE = 0
# Far above the numbers of pages, so that the two kinds of keys in the parent tree never meet.
FIRST_ANNOTATION = 1 << 20


class Element:
    """A part of the document, such as P or TD; whoever draws it holds it, the tree does not."""

    __slots__ = ("_tree", "number", "tag")

    def __init__(self, tree: Tree, number: int, tag: str) -> None:
        self._tree, self.number, self.tag = tree, number, tag

    @property
    def attributes(self) -> bytes:
        """The rest of its dictionary, ready to write."""
        return self._tree.attributes_of(self.number)

    @attributes.setter
    def attributes(self, written: bytes) -> None:
        self._tree.set_attributes(self.number, written)


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation (a link) that belongs to an element, and the key of its page."""

    element: int
    page: int
    reference: Any


@dataclass(frozen=True, slots=True)
class Part:
    """An element as it is written: its tag, its parent, its attributes and all that it holds.

    `pieces` are (key of the page, number of the piece on it), in the order of the pages.
    """

    number: int
    tag: str
    parent: int
    attributes: bytes
    children: tuple[int, ...]
    pieces: tuple[tuple[int, int], ...]
    annotations: tuple[Annotated, ...]


class Tree:
    """All elements of a document. Elements are made in reading order; drawing only adds pieces to them.

    A page has a key: its place in the order of drawing, which may differ from that of the pages.
    """

    def __init__(self, tag: str = "Document") -> None:
        self.annotations: list[Annotated] = []
        self.pages: list[array[int]] = []
        self._tags: dict[str, int] = {}
        self._places: dict[bytes, int] = {b"": 0}
        self._written = [b""]
        self._tag, self._parent, self._attributes = array("H"), array("I"), array("I")
        self._first, self._next, self._last = array("I"), array("I"), array("I")
        self.root = self._made(tag, ROOT, b"")

    def __len__(self) -> int:
        return len(self._tag)

    def add(self, tag: str, parent: Element | None = None, attributes: bytes = b"") -> Element:
        """A new last child of `parent` (of the document if not given)."""
        above = ROOT if parent is None else parent.number
        element = self._made(tag, above, attributes)
        last = self._last[above]
        if last == _NONE:
            self._first[above] = element.number
        else:
            self._next[last] = element.number
        self._last[above] = element.number
        return element

    def begin_page(self) -> None:
        """What is marked from now on is on a new page."""
        self.pages.append(array("I"))

    def mark(self, element: Element) -> int:
        """Note that a piece of the element follows on this page; its number on the page."""
        pieces = self.pages[-1]
        pieces.append(element.number)
        return len(pieces) - 1

    def annotate(self, element: Element, reference: Any) -> None:
        """Note an annotation of the element on this page."""
        self.annotations.append(Annotated(element.number, len(self.pages) - 1, reference))

    def attributes_of(self, number: int) -> bytes:
        """What was noted of an element."""
        return self._written[self._attributes[number]]

    def set_attributes(self, number: int, written: bytes) -> None:
        """Note something else of an element."""
        self._attributes[number] = self._place_of(written)

    def parts(self, order: Sequence[int]) -> Iterator[Part]:
        """Every element as it is written, where `order` tells the keys of the pages in the order of the pages."""
        tags = list(self._tags)
        starts, pieces = self._pieces(order)
        linked: dict[int, list[Annotated]] = {}
        for one in self.annotations:
            linked.setdefault(one.element, []).append(one)
        for number in range(len(self)):
            first, end = starts[number], starts[number + 1]
            yield Part(
                number,
                tags[self._tag[number]],
                self._parent[number],
                self.attributes_of(number),
                tuple(self._children(number)),
                tuple((one >> 32, one & 0xFFFFFFFF) for one in pieces[first:end]),
                tuple(linked.get(number, ())),
            )

    def _pieces(self, order: Sequence[int]) -> tuple[array[int], array[int]]:
        """The pieces of all elements one after the other, and where those of each begin."""
        starts = array("I", bytes(4 * (len(self) + 1)))
        for page in self.pages:
            for number in page:
                starts[number + 1] += 1
        for number in range(len(self)):
            starts[number + 1] += starts[number]
        free, pieces = array("I", starts), array("Q", bytes(8 * starts[-1]))
        for key in order:
            for piece, number in enumerate(self.pages[key]):
                pieces[free[number]] = key << 32 | piece
                free[number] += 1
        return starts, pieces

    def _children(self, number: int) -> Iterator[int]:
        child = self._first[number]
        while child != _NONE:
            yield child
            child = self._next[child]

    def _made(self, tag: str, parent: int, attributes: bytes) -> Element:
        number = len(self._tag)
        self._tag.append(self._tags.setdefault(tag, len(self._tags)))
        self._parent.append(parent)
        self._attributes.append(self._place_of(attributes))
        self._first.append(_NONE)
        self._next.append(_NONE)
        self._last.append(_NONE)
        return Element(self, number, tag)

    def _place_of(self, attributes: bytes) -> int:
        place = self._places.get(attributes)
        if place is None:
            place = self._places[attributes] = len(self._written)
            self._written.append(attributes)
        return place


class Branch:
    """Where the elements of one document go: the whole tree, or one part of it in its own language."""

    def __init__(self, tree: Tree, root: Element | None = None) -> None:
        self._tree, self.root = tree, root or tree.root
        self._level = 0

    @property
    def pages(self) -> list[array[int]]:
        """The pages begun so far."""
        return self._tree.pages

    def add(self, tag: str, parent: Element | None = None, attributes: bytes = b"") -> Element:
        """A new last child of `parent` (of the branch if not given)."""
        return self._tree.add(tag, parent or self.root, attributes)

    def add_heading(self, level: int) -> Element:
        """A heading at most one level under the one before: who hears a document gets lost in a gap."""
        self._level = min(level, self._level + 1)
        return self.add(f"H{self._level}")


def artifact(kind: str = "") -> str:
    """The operator that begins something that is no content: a rule, a fill, a header, a repeated heading."""
    return f"/Artifact <<{kind}>> BDC"
