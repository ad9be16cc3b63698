"""The stakeholder report: what an organisation tells a review of the United Nations or a treaty body.

Its paragraphs are numbered through, as those reviews ask. It becomes short by leaving out whole paragraphs, never by
cutting one, and says how many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from app.compact import Mechanism
from app.domain.terms import Period
from app.domain.wording import Wording
from app.i18n import Translation, isolate
from app.reports import length
from app.reports.document import Block, Document, Fact, Facts, Heading, Notice, Paragraph
from app.reports.sheets import parts
from app.reports.sheets.brief import Line
from app.reports.sheets.parts import Handed, Head

_SETTLED_AFTER = 3
"""The number of words stands in the document itself, so it is counted until it stays as it is."""


@dataclass(frozen=True)
class Section:
    """One section: what it is called, and its paragraphs with the weightiest first. One without any is left out."""

    anchor: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Content:
    """All that could stand in a report to one mechanism."""

    mechanism: Mechanism
    period: Period
    submitted_by: tuple[str, ...]
    """Every organisation that it is made of, by name."""
    sections: tuple[Section, ...]
    cost: str
    """How many numbers are withheld."""


@dataclass(frozen=True)
class Fitted:
    """A report that is as long as it may be."""

    document: Document
    words: int
    left_out: int
    """How many paragraphs stand in it no more for want of room."""


def fitted(content: Content, wording: Wording, handed: Handed, most: int = 0) -> Fitted:
    """The report with all there is, or with as many whole paragraphs as `most` words have room for; 0 is no limit.

    Each section gives up its lightest paragraphs first, all sections in turn.
    """
    chosen, left_out = content, 0
    if most:
        bare = replace(content, sections=tuple(replace(one, lines=()) for one in content.sections))
        headings = sum(length.words(wording.say.gettext(one.title)) for one in content.sections if one.lines)
        chosen = _chosen(content, most - headings - _counted(bare, wording, handed, (most, 1)).words)
        left_out = _lines(content) - _lines(chosen)
    return _counted(chosen, wording, handed, (most, left_out))


def _counted(content: Content, wording: Wording, handed: Handed, limits: tuple[int, int]) -> Fitted:
    most, left_out = limits
    words = most
    for _time in range(_SETTLED_AFTER):
        made = document(content, wording, handed, (words, most, left_out))
        counted = length.words_of(made)
        if counted == words:
            break
        words = counted
    return Fitted(made, words, left_out)


def _chosen(content: Content, room: int) -> Content:
    """First what is weightiest in each section, then what comes second, as long as there is room."""
    kept: set[tuple[int, int]] = set()
    for place, row in enumerate(zip_longest(*(one.lines for one in content.sections))):
        for section, line in enumerate(row):
            if line and (cost := _cost(line)) <= room:
                room -= cost
                kept.add((section, place))
    return replace(
        content,
        sections=tuple(
            replace(one, lines=tuple(line for place, line in enumerate(one.lines) if (number, place) in kept))
            for number, one in enumerate(content.sections)
        ),
    )


def _cost(line: Line) -> int:
    """The words of a paragraph with its number."""
    return 1 + length.words(line.text) + length.words(line.note)


def _lines(content: Content) -> int:
    return sum(len(one.lines) for one in content.sections)


def document(content: Content, wording: Wording, handed: Handed, count: tuple[int, int, int]) -> Document:
    """The report in one language; `count` is its words, how many it may have, and how many paragraphs are left out."""
    say = wording.say.gettext
    mechanism = content.mechanism.title(wording.language).text
    head = Head(
        title=say("Stakeholder report: {mechanism}").format(mechanism=isolate(mechanism)),
        kicker=wording.pack.instrument.title(wording.language).text,
        subject=say("Report of a stakeholder to a review of human rights or development"),
        period=wording.period(content.period),
    )
    return parts.document(head, _blocks(content, wording, handed, count), wording, handed)


def _blocks(content: Content, wording: Wording, handed: Handed, count: tuple[int, int, int]) -> Iterator[Block]:
    say = wording.say.gettext
    yield _facts(content, wording, handed)
    number = 0
    for section in content.sections:
        if section.lines:
            yield Heading(1, say(section.title), section.anchor)
        for line in section.lines:
            number += 1
            yield from _paragraph(number, line, wording)
    yield Notice("info", say("About this report"), _about(content, wording, count))


def _facts(content: Content, wording: Wording, handed: Handed) -> Facts:
    say, who = wording.say.gettext, handed.organisation
    return Facts.filled(
        Fact(say("Submitted by"), wording.say.list_(content.submitted_by)),
        Fact(say("Kind of organisation"), wording.organisation_types(who)),
        Fact(say("Country"), wording.country(who.country)),
        Fact(say("Period"), wording.period(content.period)),
        Fact(say("Whom to ask"), who.contact_role),
        Fact(say("Web address"), who.web),
    )


def _paragraph(number: int, line: Line, wording: Wording) -> Iterator[Block]:
    # Translators: a numbered paragraph, such as "12. Two advisers answered questions."
    sentence = wording.say.gettext("{number}. {text}")
    language = line.language or parts.written(line.text, wording.language)
    yield Paragraph(sentence.format(number=wording.say.number(number), text=isolate(line.text)), language=language)
    if line.note:
        yield Paragraph(line.note, "small")


def how_long(words: int, most: int, say: Translation) -> str:
    """How many words a report has, and how many it may have where that is known."""
    if not most:
        return say.ngettext("It has {count} word.", "It has {count} words.", words).format(count=say.number(words))
    told = say.ngettext("It has {count} word; {most} are allowed.", "It has {count} words; {most} are allowed.", words)
    return told.format(count=say.number(words), most=say.number(most))


def _about(content: Content, wording: Wording, count: tuple[int, int, int]) -> str:
    """What it is made of, how long it is, and what was left out for want of room."""
    say, plural, number = wording.say.gettext, wording.say.ngettext, wording.say.number
    words, most, left_out = count
    told = [say("Made from what was recorded for the period; texts stand as they were written."), content.cost]
    told.append(how_long(words, most, wording.say))
    if left_out:
        left = plural(
            "{count} paragraph is left out for want of room.",
            "{count} paragraphs are left out for want of room.",
            left_out,
        )
        told.append(left.format(count=number(left_out)))
    return wording.say.sentences(told)
