"""What stands in an IATI activity in other namespaces, kept as it is so that it can be written again.

Each part knows the element of the standard that it stood in; what is said of people to contact is never kept.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

LONGEST = 50_000
"""So many letters of one activity; longer ones are not kept, and their columns say what was in them."""
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def elements(activity: Any) -> Iterator[Any]:
    """Every element of an activity but those about people to contact."""
    people = {each for one in activity.iterfind("contact-info") for each in one.iter("*")}
    return (one for one in activity.iter("*") if one not in people)


def is_foreign(name: str) -> bool:
    """Whether an element or attribute is of another namespace than the standard's."""
    return name.startswith("{") and name != _LANGUAGE


def kept(activity: Any) -> str:
    """The foreign parts of an activity as XML, "" for none: its own attributes, elements, and attributes within it.

    Elements are told by what they stood in; attributes by the path from the activity to what they stood at.
    """
    from lxml import etree

    root = etree.Element("foreign")
    for name, value in activity.attrib.items():
        if is_foreign(name):
            root.set(name, value)
    for element in elements(activity):
        parent = element.getparent()
        if not is_foreign(element.tag) or parent is None or is_foreign(parent.tag):
            continue
        place = etree.SubElement(root, "at", {} if parent is activity else {"tag": parent.tag})
        found = copy.deepcopy(element)
        found.tail = None
        place.append(found)
    for element in elements(activity):
        own = {name: value for name, value in element.attrib.items() if is_foreign(name)}
        if (
            own
            and element is not activity
            and not any(is_foreign(one.tag) for one in (element, *element.iterancestors("*")))
        ):
            etree.SubElement(root, "at", {"path": _path(activity, element)}).attrib.update(own)
    if not len(root) and not root.attrib:
        return ""
    etree.cleanup_namespaces(root)
    text = etree.tostring(root, encoding="unicode")
    return text if len(text) <= LONGEST else ""


def _path(activity: Any, element: Any) -> str:
    """How to find an element from its activity; descriptions by what they are of."""
    steps = [_step(element)]
    for one in element.iterancestors("*"):
        if one is activity:
            break
        steps.insert(0, _step(one))
    return "/".join(steps)


def _step(element: Any) -> str:
    kind = element.get("type", "1") if element.tag == "description" else ""
    return f"description[@type='{kind}']" if kind.isalnum() else str(element.tag)
