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
    """The foreign parts of an activity as XML: attributes of its own, and elements by where they stood; "" for none."""
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
    if not len(root) and not root.attrib:
        return ""
    etree.cleanup_namespaces(root)
    text = etree.tostring(root, encoding="unicode")
    return text if len(text) <= LONGEST else ""
