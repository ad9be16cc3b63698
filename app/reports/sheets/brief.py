"""The brief: two pages for a minister or a council. It becomes short by choosing whole texts, never by cutting one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from app.domain.wording import Wording
from app.reports.document import (
    Bar,
    Bars,
    Block,
    Bullets,
    Columns,
    Document,
    Figure,
    Heading,
    KeyFigures,
    Mark,
    Marks,
    Notice,
    Panel,
    Paragraph,
)
from app.reports.sheets import parts
from app.reports.sheets.parts import Handed, Head


@dataclass(frozen=True)
class Line:
    """A text that somebody wrote, and in a few words who said it, to whom, or when; `language` where it is known."""

    text: str
    note: str = ""
    language: str = ""


@dataclass(frozen=True)
class Content:
    """All that could stand in a brief, each list with what comes first at its beginning."""

    period: str
    about: str
    """What the organisation says of itself."""
    figures: tuple[Figure, ...]
    bars: tuple[Bar, ...]
    voices: tuple[Line, ...]
    heard: tuple[str, ...]
    """Messages in numbers, told where no single one may be."""
    asks: tuple[Line, ...]
    steps: tuple[Line, ...]
    cost: str
    """How many numbers are withheld."""


@dataclass(frozen=True)
class Room:
    """How much of each kind there is room for, and of how many letters a text may be to be chosen."""

    voices: int
    asks: int
    steps: int
    bars: int
    letters: int


ROOMS = (
    Room(3, 5, 5, 8, 600),
    Room(3, 3, 3, 8, 420),
    Room(3, 3, 3, 6, 300),
    Room(3, 2, 3, 5, 220),
    Room(2, 2, 2, 4, 160),
    Room(1, 1, 1, 3, 120),
    Room(0, 0, 0, 3, 0),
)
"""Tried from the roomiest on, until two pages are enough."""


def document(content: Content, wording: Wording, handed: Handed, room: Room = ROOMS[0]) -> Document:
    """The brief in one language, with as much as there is room for, and what was left out for want of it."""
    say = wording.say.gettext
    head = Head(
        title=say("In brief: {period}").format(period=content.period),
        kicker=wording.pack.instrument.title(wording.language).text,
        subject=say("Brief on work for the Global Compact for Safe, Orderly and Regular Migration"),
        period=content.period,
    )
    return parts.document(head, _blocks(content, wording, room), wording, handed)


def _blocks(content: Content, wording: Wording, room: Room) -> Iterator[Block]:
    say = wording.say.gettext
    if content.about and len(content.about) <= room.letters:
        yield Paragraph(content.about, "lead", parts.written(content.about, wording.language))
    yield KeyFigures(content.figures)
    if content.bars:
        yield Bars(say("Where the work was: activities by objective"), content.bars[: room.bars])
    voices = _chosen(content.voices, room.voices, room)
    yield from _voices(content, voices, wording)
    asks = _chosen(content.asks, room.asks, room)
    yield Heading(1, say("What we ask for"), "asks")
    yield _numbered(asks, wording) if asks else Paragraph(say("Nothing is asked for in this period."))
    steps = _chosen(content.steps, room.steps, room)
    yield Heading(1, say("What comes next"), "next")
    yield _numbered(steps, wording) if steps else Paragraph(say("No next step is written down."))
    limits = _limits(content, (voices, asks, steps), wording, room)
    yield Notice("withheld", say("What this is, and what is not in it"), limits)


def _voices(content: Content, voices: Sequence[Line], wording: Wording) -> Iterator[Block]:
    yield Heading(1, wording.say.gettext("What people told us"), "voices")
    if voices:
        yield Columns(tuple((_voice(one, wording),) for one in voices))
    elif content.heard:
        yield Bullets(content.heard[:3])
    else:
        yield Paragraph(wording.say.gettext("No message may be told to these readers."))


def _voice(one: Line, wording: Wording) -> Panel:
    told: tuple[Block, ...] = (Paragraph(one.text, "lead", one.language or parts.written(one.text, wording.language)),)
    return Panel((*told, Paragraph(one.note, "small")) if one.note else told)


def _numbered(lines: Sequence[Line], wording: Wording) -> Marks:
    number = wording.say.number
    return Marks(tuple(Mark(number(place), one.text, one.note) for place, one in enumerate(lines, start=1)))


def _chosen(lines: Sequence[Line], count: int, room: Room) -> tuple[Line, ...]:
    """The first so many whose whole text there is room for."""
    return tuple(islice((one for one in lines if len(one.text) <= room.letters), count))


def _limits(content: Content, shown: tuple[Sequence[Line], ...], wording: Wording, room: Room) -> str:
    """What it is made of, what is withheld, and what was left out for want of room."""
    say = wording.say.gettext
    told = [say("Made from what was recorded for the period; texts stand as they were written."), content.cost]
    left = _left_out(content, shown, wording, room)
    if left:
        told.append(say("For want of room it leaves out: {things}.").format(things=wording.say.list_(left)))
    else:
        told.append(say("Nothing was left out for want of room."))
    return wording.say.sentences(told)


def _left_out(content: Content, shown: tuple[Sequence[Line], ...], wording: Wording, room: Room) -> list[str]:
    plural, number = wording.say.ngettext, wording.say.number
    voices, asks, steps = (
        len(every) - len(some) for every, some in zip((content.voices, content.asks, content.steps), shown, strict=True)
    )
    bars = len(content.bars) - len(content.bars[: room.bars])
    about = int(bool(content.about) and len(content.about) > room.letters)
    counted = (
        (voices, plural("{count} message", "{count} messages", voices)),
        (asks, plural("{count} request", "{count} requests", asks)),
        (steps, plural("{count} next step", "{count} next steps", steps)),
        (bars, plural("{count} objective", "{count} objectives", bars)),
        (about, plural("{count} description", "{count} descriptions", about)),
    )
    return [words.format(count=number(count)) for count, words in counted if count]
