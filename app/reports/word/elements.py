"""Elements of a Word file: made in one line each, in the order in which Word wants their children."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from docx.oxml import OxmlElement
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from lxml.etree import _Element as Element

__all__ = ["Element", "filled", "made", "paragraph", "prefixed"]

_OWN = {"w": nsmap["w"]}


def made(tag: str, *children: Element | None, **attributes: object) -> Element:
    """An element of Word's own namespace: `made("jc", val="right")` is <w:jc w:val="right"/>. None is no child."""
    element: Element = oxml_parser.makeelement(_named(tag), nsmap=_OWN)
    for name, value in attributes.items():
        element.set(_named(name.rstrip("_")), str(value))
    return filled(element, children)


@lru_cache(maxsize=256)
def _named(name: str) -> str:
    return qn(f"w:{name}")


def prefixed(tag: str, *children: Element | None, **attributes: object) -> Element:
    """An element of another namespace, such as `wp:inline`; its attributes have no prefix."""
    element: Element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(name, str(value))
    return filled(element, children)


def filled(element: Element, children: Iterable[Element | None]) -> Element:
    """The element with these children after those that it has."""
    element.extend([child for child in children if child is not None])
    return element


def paragraph(style: str, *content: Element | None, **marks: bool) -> Element:
    """A paragraph of a style. `marks`: keep_next, page_break, rtl, end (its text on the trailing side), centre."""
    end = "right" if marks.get("end") else "center" if marks.get("centre") else ""
    properties = made(
        "pPr",
        made("pStyle", val=style),
        made("keepNext") if marks.get("keep_next") else None,
        made("pageBreakBefore") if marks.get("page_break") else None,
        made("bidi") if marks.get("rtl") else None,
        made("jc", val=end) if end else None,
    )
    return made("p", properties, *content)
