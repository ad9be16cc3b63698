"""XML rewritten as it streams by: names and prefixes stay, and rules say what is dropped, emptied or changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape

from app.intake.guard.failures import DamagedFileError, UnsafeFileError

DEEPEST = 500
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_IN_ATTRIBUTES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
Attribute = Callable[[str, str, Mapping[str, str]], str | None]
"""`(element, name, attributes)`, names of attributes with their prefix: the value to keep, None to drop it."""


def _as_it_is(element: str, name: str, attributes: Mapping[str, str]) -> str | None:
    return attributes[name]


@dataclass(frozen=True)
class Rules:
    """What happens to the parts of a document; names of elements are without prefix."""

    dropped: Callable[[str, Mapping[str, str]], bool] = lambda element, attributes: False
    """Whether an element goes, with all that is in it; its attributes come with their prefixes."""
    emptied: frozenset[str] = frozenset()
    """Elements whose text goes."""
    attribute: Attribute = _as_it_is


def rewritten(data: bytes, rules: Rules) -> bytes:
    """The document as the rules leave it; comments and instructions go. UnsafeFileError if it declares a type."""
    stream = _Stream(rules)
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartElementHandler = stream.start
    parser.EndElementHandler = stream.end
    parser.CharacterDataHandler = stream.text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise DamagedFileError(detail=type(error).__name__) from error
    return "".join(stream.out).encode("utf-8", "surrogatepass")


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


@dataclass
class _Stream:
    rules: Rules
    out: list[str] = field(default_factory=lambda: [_HEAD])
    open: list[str] = field(default_factory=list)
    below: int = 0
    """How deep inside an element that is dropped."""

    def start(self, name: str, pairs: list[str]) -> None:
        given = dict(zip(pairs[::2], pairs[1::2], strict=True))
        if self.below or self.rules.dropped(local(name), given):
            self.below += 1
            return
        if len(self.open) > DEEPEST:
            raise UnsafeFileError(detail="elements without end inside each other")
        self.open.append(local(name))
        self.out.append(f"<{name}")
        for attribute, value in given.items():
            is_prefix = attribute.startswith("xmlns")
            kept = value if is_prefix else self.rules.attribute(local(name), attribute, given)
            if kept is not None:
                self.out.append(f' {attribute}="{escape(kept, _IN_ATTRIBUTES)}"')
        self.out.append(">")

    def end(self, name: str) -> None:
        if self.below:
            self.below -= 1
            return
        self.open.pop()
        self.out.append(f"</{name}>")

    def text(self, text: str) -> None:
        if not self.below and self.open and self.open[-1] not in self.rules.emptied:
            self.out.append(escape(text, {"\r": "&#13;"}))


def _refuse(*declared: object) -> None:
    raise UnsafeFileError(detail="an XML part declares a document type")
