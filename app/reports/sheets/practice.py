"""The practice sheet: one practice worth copying, with the fields of the Network's template in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.shared import PublicOrganisation, SharedPractice
from app.domain.wording import Wording
from app.reports.document import Block, Bullets, Columns, Document, Facts, Heading, Panel, Paragraph
from app.reports.sheets import parts
from app.reports.sheets.parts import Handed, Head

_BOX = (
    ("country", "place", "level", "start", "end", "status", "type"),
    ("implementer", "partners", "objectives_secondary", "action_refs", "principles", "sdg"),
)
"""What stands in the two boxes of facts, in the order of the template."""
_TOLD = ("reach", "impact", "lessons")
_TO_REPEAT = ("replication", "innovation", "participation")
_LONG = 1500
"""Letters of all columns from which on texts are easier read one below the other."""


def document(practice: SharedPractice, wording: Wording, handed: Handed) -> Document:
    """The sheet in one language. What somebody wrote stands as it was written."""
    say = wording.say.gettext
    head = Head(
        title=practice.title or wording.kind(practice.KIND),
        kicker=say("A practice worth copying"),
        subject=say("Practice for the Global Compact for Safe, Orderly and Regular Migration"),
        period=parts.span(practice.start, practice.end, wording),
        subtitle=practice.implementer,
    )
    return parts.document(head, _blocks(practice, handed, wording), wording, handed)


def _blocks(practice: SharedPractice, handed: Handed, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    yield parts.objectives(practice.objectives, wording)
    if practice.summary:
        yield Paragraph(practice.summary, "lead", parts.written(practice.summary, wording.language))
    boxes = [Facts.filled(*parts.facts(practice, names, wording)) for names in _BOX]
    yield Columns(tuple((box,) for box in boxes if box.facts))
    yield from _beside(practice, _TOLD, wording, level=2)
    repeat = tuple(_beside(practice, _TO_REPEAT, wording, level=3))
    if repeat:
        yield Panel((Heading(2, say("What it takes to do the same")), *repeat))
    yield from _more(practice, handed.organisation, wording)
    yield from parts.kept(handed, wording)


def _beside(practice: SharedPractice, names: Sequence[str], wording: Wording, *, level: int) -> Iterator[Block]:
    """Texts in columns while they are short, else one below the other."""
    made = [tuple(parts.section(practice, name, wording, level=level)) for name in names]
    sections = [one for one in made if one]
    if sum(len(getattr(practice, name)) for name in names) > _LONG:
        yield from (block for section in sections for block in section)
    elif sections:
        yield Columns(tuple(sections))


def _more(practice: SharedPractice, organisation: PublicOrganisation, wording: Wording) -> Iterator[Block]:
    """Where more is found, and whom to ask: a person only if they agreed, else the role that the organisation names."""
    say = wording.say.gettext
    contact = practice.contact or organisation.contact_role
    asked = "\n".join(part for part in (contact, organisation.name, organisation.web) if part)
    told: list[tuple[Block, ...]] = [(Heading(3, say("Whom to ask")), Paragraph(asked))]
    if practice.links:
        told.insert(0, (Heading(3, say("Web addresses")), Bullets(practice.links)))
    yield Columns(tuple(told))
