"""What cleaning gives back: bytes that may be kept, and the names of what was taken out of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Removed(StrEnum):
    """What a file may tell beside what it shows."""

    PLACE = "place"
    CAMERA = "camera"
    AUTHOR = "author"
    TIME = "time"
    PREVIEW = "preview"
    NOTES = "notes"
    HISTORY = "history"
    FILES = "files"
    SCRIPTS = "scripts"
    LINKS = "links"
    FRAMES = "frames"


@dataclass(frozen=True)
class Cleaned:
    """A file as it is kept; `kind` is picture, pdf, text, table or slides."""

    kind: str
    media: str
    data: bytes
    removed: tuple[str, ...] = ()


@dataclass
class Found:
    """What was found in a file while it was cleaned."""

    things: set[Removed] = field(default_factory=set)

    def note(self, thing: Removed, *, when: object = True) -> None:
        """Remember that this was there."""
        if when:
            self.things.add(thing)

    def in_order(self) -> tuple[str, ...]:
        """The names of what was found, the most telling first."""
        return tuple(thing.value for thing in Removed if thing in self.things)
