"""The explainer: what the Compact has to do with an organisation's work, on one page and with nobody's data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.compact import Pack
from app.domain.wording import Wording
from app.i18n import N_
from app.reports.document import Block, Bullets, Columns, Document, Heading, Mark, Marks, Panel, Paragraph

AUTHOR = "Groundwork"


@dataclass(frozen=True)
class _Group:
    """Objectives that belong together in daily work."""

    title: str
    objectives: tuple[int, ...]


_COLUMNS = (
    (
        _Group(N_("Living together"), (3, 15, 16, 17)),
        _Group(N_("Protection and rights"), (4, 7, 10, 13)),
    ),
    (
        _Group(N_("Work, skills and money"), (6, 18, 19, 20, 22)),
        _Group(N_("Leaving and coming home"), (2, 5, 21)),
    ),
    (
        _Group(N_("On the way and at the border"), (8, 9, 11, 12, 14)),
        _Group(N_("Knowing and working together"), (1, 23)),
    ),
)
"""Every objective once, in three columns of about the same length; the grouping is ours."""
_WHAT_IT_IS = (
    N_("A framework of the United Nations that States agreed on in 2018: 23 objectives and 10 guiding principles."),
    N_("Written for everybody: councils, unions, schools, employers, faith groups, migrants and their associations."),
    N_("Looked at together every four years, in each region and in the world."),
)
_WHAT_IT_IS_NOT = (
    N_("Not a treaty. It binds nobody by law, and each State decides on its own migration policy."),
    N_("Not about refugees, who have rights and a compact of their own."),
    N_("Not a test: nobody is scored or ranked."),
)
_STEPS = (
    N_("Say in your own words what you do. Groundwork finds the objectives it touches."),
    N_("Log what you do and what people tell you. No names, and no internet needed."),
    N_("Hand over one finished document. It becomes part of what your country can tell."),
)


def document(pack: Pack, language: str, *, page: str = "A4", scale: float = 1.0) -> Document:
    """The explainer in one language; `scale` is chosen by whoever wants it to fill its page."""
    wording = Wording.of(language, pack)
    say = wording.say.gettext
    return Document(
        title=say("What has this to do with our work?"),
        language=language,
        author=AUTHOR,
        kicker=pack.instrument.title(language).text,
        footer=say("Objectives in plain words of Groundwork, not in the official text of {symbol}.").format(
            symbol=pack.instrument.symbol
        ),
        subject=say("The Global Compact for Migration on one page"),
        keywords=("Global Compact for Migration",),
        blocks=tuple(_blocks(wording)),
        page=page,
        scale=scale,
        margin=0.7,
    )


def _blocks(wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    yield Paragraph(
        say(
            "You may never have heard of the Global Compact for Migration, and still make it real every day. "
            "Its 23 objectives are about what people need before, during and after they move. Find yours:"
        ),
        "lead",
    )
    yield Columns(tuple(tuple(_groups(column, wording)) for column in _COLUMNS))
    yield Columns(
        (
            (Panel((Heading(2, say("What the Compact is")), Bullets(tuple(map(say, _WHAT_IT_IS)))), "sunken"),),
            (Panel((Heading(2, say("What it is not")), Bullets(tuple(map(say, _WHAT_IT_IS_NOT)))), "sunken"),),
            (Panel((Heading(2, say("How you take part")), Marks(_steps(wording)))),),
        )
    )


def _groups(groups: tuple[_Group, ...], wording: Wording) -> Iterator[Block]:
    for group in groups:
        yield Heading(2, wording.say.gettext(group.title))
        yield Marks(tuple(_mark(number, wording) for number in group.objectives))


def _mark(number: int, wording: Wording) -> Mark:
    objective = wording.pack.objective(number)
    return Mark(wording.say.number(number), objective.name(wording.language), objective.plain(wording.language))


def _steps(wording: Wording) -> tuple[Mark, ...]:
    return tuple(
        Mark(wording.say.number(number), "", wording.say.gettext(text)) for number, text in enumerate(_STEPS, start=1)
    )
