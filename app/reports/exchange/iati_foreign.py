"""What an activity had in other namespaces when it was read, put back where it stood when it is written again."""

from __future__ import annotations

from lxml import etree

_HOLD = frozenset("reporting-org title description participating-org location sector tag result".split())
"""Elements that we write and that may end with others; what stood elsewhere goes to the end of the activity."""
_SAFE = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}


def texts(kept: str) -> tuple[str, ...]:
    """Every text and value that somebody wrote in it; none where it is nothing that can be put back."""
    root = _read(kept)
    if root is None:
        return ()
    said = [text for one in root.iter("*") for text in (one.text, one.tail, *one.attrib.values()) if text]
    return tuple(text.strip() for text in said if text.strip())


def put_back(activity: etree._Element, kept: str) -> None:
    """Attributes on the activity, each element at the end of the first one of its place, else of the activity."""
    root = _read(kept)
    if root is None:
        return
    for name, value in root.attrib.items():
        activity.set(name, value)
    for place in root.iterfind("at"):
        tag = place.get("tag", "")
        found = activity.find(tag) if tag in _HOLD else None
        for element in list(place):
            if element.tag.startswith("{"):
                (activity if found is None else found).append(element)


def _read(kept: str) -> etree._Element | None:
    if not kept.startswith("<foreign"):
        return None
    try:
        return etree.fromstring(kept.encode(), etree.XMLParser(**_SAFE))
    except etree.XMLSyntaxError:
        return None
