"""What an activity had in other namespaces when it was read, put back where it stood when it is written again."""

from __future__ import annotations

from lxml import etree

_HOLD = frozenset("reporting-org title description participating-org location sector tag result".split())
"""Elements that we write and that may end with others; what stood elsewhere goes to the end of the activity."""
_SAME = frozenset("title title/narrative reporting-org reporting-org/narrative".split()) | {
    "description[@type='1']",
    "description[@type='1']/narrative",
}
"""Elements that say what they said when they were read; of all others it is not known, so they get no attributes."""
_SAFE = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}


def texts(kept: str) -> tuple[str, ...]:
    """Every text and value that somebody wrote in it; none where it is nothing that can be put back."""
    root = _read(kept)
    if root is None:
        return ()
    said = [text for one in root.iter("*") for text in (one.text, one.tail, *_values(one)) if text]
    return tuple(text.strip() for text in said if text.strip())


def _values(element: etree._Element) -> list[str]:
    """What its attributes say, without our own words about where something stood."""
    return [value for name, value in element.attrib.items() if element.tag != "at" or name.startswith("{")]


def put_back(activity: etree._Element, kept: str) -> None:
    """Attributes on what had them and is written as it was, each element at the end of what held it, else of all."""
    root = _read(kept)
    if root is None:
        return
    for name, value in root.attrib.items():
        activity.set(name, value)
    for place in root.iterfind("at[@path]"):
        if place.get("path") in _SAME and (whole := activity.find(place.get("path", ""))) is not None:
            whole.attrib.update({name: value for name, value in place.attrib.items() if name.startswith("{")})
    for place in root.iterfind("at"):
        tag = place.get("tag", "")
        found = activity.find(tag) if tag in _HOLD else None
        for element in list(place):
            if element.tag.startswith("{"):
                (activity if found is None else found).append(element)


def left_out(kept: str) -> tuple[str, ...]:
    """Elements of the standard whose attributes of other namespaces are kept and not written again."""
    root = _read(kept)
    paths = () if root is None else (place.get("path", "") for place in root.iterfind("at[@path]"))
    return tuple(dict.fromkeys(path.split("[")[0] for path in paths if path not in _SAME))


def _read(kept: str) -> etree._Element | None:
    if not kept.startswith("<foreign"):
        return None
    try:
        return etree.fromstring(kept.encode(), etree.XMLParser(**_SAFE))
    except etree.XMLSyntaxError:
        return None
