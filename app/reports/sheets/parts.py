"""What sheets have in common: objective marks, headed texts, for whom it was made, and what stays with its writer."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.domain.shared import Audience, PublicOrganisation, SharedEntry, tellings
from app.domain.terms import When
from app.domain.wording import Wording
from app.i18n import is_right_to_left
from app.reports.document import Block, Document, Fact, Heading, Mark, Marks, Notice, Paragraph

MARGIN = 0.75
IN_A_ROW = 3


@dataclass(frozen=True)
class Handed:
    """Who hands a sheet over to whom, on which paper in which letters; `waiting` texts of it stay for now."""

    organisation: PublicOrganisation
    audience: Audience = Audience.PUBLIC
    page: str = "A4"
    waiting: int = 0
    scale: float = 1.0
    collected: bool = False
    """Whether several organisations wrote it."""


@dataclass(frozen=True)
class Head:
    """What stands at the head of a sheet; without a `subtitle` the name of the organisation does."""

    title: str
    kicker: str
    subject: str
    period: str
    subtitle: str = ""


def document(head: Head, blocks: Iterable[Block], wording: Wording, handed: Handed) -> Document:
    """A sheet about the Compact, on the paper and in the letters in which it is handed over."""
    return Document(
        title=head.title,
        language=wording.language,
        author=handed.organisation.name,
        subtitle=head.subtitle or handed.organisation.name,
        kicker=head.kicker,
        period=head.period,
        footer=_footer(handed, wording),
        subject=head.subject,
        keywords=("Global Compact for Migration",),
        blocks=tuple(blocks),
        page=handed.page,
        scale=handed.scale,
        margin=MARGIN,
    )


def objectives(numbers: Sequence[int], wording: Wording, *, in_a_row: int = IN_A_ROW) -> Marks:
    """The objectives by number and plain name."""
    language = wording.language
    names = [(wording.say.number(one), wording.pack.objective(one).name(language)) for one in numbers]
    return Marks(tuple(Mark(badge, name) for badge, name in names), columns=min(in_a_row, max(len(names), 1)))


def section(entry: SharedEntry, name: str, wording: Wording, *, level: int = 2) -> Iterator[Block]:
    """One long text under its label; nothing where it is empty."""
    if text := str(getattr(entry, name)):
        yield Heading(level, wording.say.gettext(label(entry, name)))
        yield Paragraph(text, language=written(text, wording.language))


def facts(entry: SharedEntry, names: Sequence[str], wording: Wording) -> tuple[Fact, ...]:
    """These fields by their labels, in this order, also those that are empty."""
    known = {one.name: one for one in tellings(type(entry))}
    return tuple(
        Fact(wording.say.gettext(known[name].label), wording.told(known[name], getattr(entry, name))) for name in names
    )


def written(text: str, language: str) -> str:
    """The language of a paragraph that somebody typed, "" for that of the document.

    A text whose first strong letter goes the other way is read that way, whatever the document's language is.
    """
    ways = (unicodedata.bidirectional(letter) for letter in text)
    first = next((way for way in ways if way in ("L", "R", "AL")), "")
    if not first or (first != "L") == is_right_to_left(language):
        return ""
    return "und" if first == "L" else "ar"


def label(entry: SharedEntry, name: str) -> str:
    """What a field is called, marked for translation."""
    return next(one.label for one in tellings(type(entry)) if one.name == name)


def span(start: When | None, end: When | None, wording: Wording) -> str:
    """From when to when, as far as it is known."""
    if start is None:
        return ""
    if end is None:
        return wording.say.gettext("since {month}").format(month=wording.when(start))
    return wording.say.months(start.first_day, end.first_day) if start.first_day <= end.first_day else ""


def _footer(handed: Handed, wording: Wording) -> str:
    """Who wrote it, that it is no official position, and for whom it was made."""
    say = wording.say.gettext
    readers = {
        Audience.PUBLIC: say("Made for everybody."),
        Audience.PEERS: say("Made for other organisations. Please do not publish it."),
        Audience.COORDINATOR: say("Made for the coordinator. Please do not publish it."),
    }
    spoken = say("Written by the organisation named above. Not an official position of any State.")
    if handed.collected:
        spoken = say(
            "Put together from contributions of the organisations named inside. Not an official position of any State."
        )
    return "\n".join(part for part in (spoken, readers.get(handed.audience, "")) if part)


def kept(handed: Handed, wording: Wording) -> Iterator[Block]:
    """That something is not told, where something is not."""
    if handed.waiting:
        words = wording.say.ngettext(
            "{count} text stays with the organisation until somebody has read it for this purpose.",
            "{count} texts stay with the organisation until somebody has read them for this purpose.",
            handed.waiting,
        )
        told = words.format(count=wording.say.number(handed.waiting))
        yield Notice("withheld", wording.say.gettext("Not everything is told here"), told)
