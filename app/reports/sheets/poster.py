"""The poster: what we heard and what we did about it, large enough to be read from across a room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.wording import Wording
from app.reports.document import Block, Columns, Document, Heading, Mark, Marks, Panel, Paragraph
from app.reports.loop_kit import Told
from app.reports.sheets import parts
from app.reports.sheets.parts import Handed

_LONG = 260
"""Letters from which on a text is read more easily over the whole width."""
_IN_A_ROW = 2


def document(told: Sequence[Told], spoken: Sequence[Wording], handed: Handed) -> Document:
    """One page for a wall, its fixed words in one or two languages; texts stand as they were written."""
    titles = [one.say.gettext("You spoke. This is what became of it.") for one in spoken]
    return Document(
        title=titles[0],
        kicker=handed.organisation.name,
        language=spoken[0].language,
        author=handed.organisation.name,
        blocks=tuple(_blocks(told, spoken, titles[1:])),
        page=handed.page,
        scale=handed.scale,
        margin=parts.MARGIN,
    )


def _blocks(told: Sequence[Told], spoken: Sequence[Wording], others: Sequence[str]) -> Iterator[Block]:
    for title, say in zip(others, spoken[1:], strict=True):
        yield Paragraph(title, "display", say.language)
    for one in told:
        yield from _answered(one, spoken)
    asked = [say.say.gettext("Something is not right here, or is missing? Please tell us.") for say in spoken]
    lines = [Paragraph(text, "lead", say.language) for text, say in zip(asked, spoken, strict=True)]
    yield Panel(tuple(lines), "plain")


def _answered(one: Told, spoken: Sequence[Wording]) -> Iterator[Block]:
    """What was said beside what was done, then what could not be done, and the objectives it touches."""
    said = _panel([say.say.gettext("You said") for say in spoken], one.said, spoken, tone="sunken")
    did = _panel([say.say.gettext("We did") for say in spoken], one.did, spoken, tone="soft")
    pair = [panel for panel in (said, did) if panel]
    if max(len(one.said), len(one.did)) > _LONG:
        yield from pair
    else:
        yield Columns(tuple((panel,) for panel in pair))
    heads = [say.say.gettext("What we could not do, and why") for say in spoken]
    if panel := _panel(heads, one.not_done, spoken, tone="plain"):
        yield panel
    if one.objectives:
        yield _marks(one.objectives, spoken)


def _panel(heads: Sequence[str], text: str, spoken: Sequence[Wording], *, tone: str) -> Panel | None:
    """A text under its heading in each language; None where nothing was written."""
    if not text.strip():
        return None
    others = [Paragraph(head, "label", say.language) for head, say in zip(heads[1:], spoken[1:], strict=True)]
    language = parts.written(text, spoken[0].language)
    return Panel((Heading(2, heads[0]), *others, Paragraph(text, "loud", language)), tone)


def _marks(numbers: Sequence[int], spoken: Sequence[Wording]) -> Marks:
    if len(spoken) == 1:
        return parts.objectives(numbers, spoken[0])
    first, second = spoken[0], spoken[1]
    names = [(first.pack.objective(one).name(first.language), one) for one in numbers]
    return Marks(
        tuple(
            Mark(first.say.number(one), name, second.pack.objective(one).name(second.language), second.language)
            for name, one in names
        ),
        columns=min(_IN_A_ROW, len(names)),
    )
