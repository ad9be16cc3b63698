"""The help as a document: topics with their steps and entries, in the order of the window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.i18n import Translation, translation
from app.manual import whole
from app.manual.keys import named
from app.manual.topic import Row, Topic
from app.reports.document import Block, Bullets, Document, Fact, Facts, Heading, Mark, Marks, Paragraph

AUTHOR = "Groundwork"
USUAL = 0.95
"""The size of letters where nothing has to fit."""


def document(topics: Sequence[Topic], language: str, *, page: str = "A4", scale: float = USUAL) -> Document:
    """One topic, or many with a heading for each part of the help."""
    say = translation(language)
    title = say.gettext(topics[0].title if len(topics) == 1 else "Help")
    blocks = tuple(_part(topics[0], say)) if len(topics) == 1 else tuple(_parts(topics, say))
    return Document(
        title=title, language=language, author=AUTHOR, kicker="Groundwork", blocks=blocks, page=page, scale=scale
    )


def _parts(topics: Sequence[Topic], say: Translation) -> Iterator[Block]:
    group = ""
    for one in topics:
        if whole.group_of(one) != group:
            group = whole.group_of(one)
            yield Heading(1, say.gettext(whole.GROUPS[group]), anchor=f"part-{group}")
        yield Heading(2, say.gettext(one.title), anchor=one.code)
        yield from _part(one, say)


def _part(one: Topic, say: Translation) -> Iterator[Block]:
    for text in one.paragraphs:
        yield Paragraph(say.gettext(text))
    if one.steps:
        numbered = enumerate(one.steps, start=1)
        yield Marks(tuple(Mark(say.number(at), "", say.gettext(text)) for at, text in numbered))
    if one.rows and one.code in ("keyboard", "commands"):
        yield Facts(tuple(Fact(named(row.code, say), say.gettext(row.term)) for row in one.rows))
    elif one.rows:
        yield Bullets(tuple(_row(row, say) for row in one.ordered(say)))


def _row(row: Row, say: Translation) -> str:
    told = (say.gettext(text) for text in (row.term, row.told, row.advice) if text)
    return " · ".join(whole.shown(text) for text in told)
