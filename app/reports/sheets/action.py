"""The action text: one activity as the mayors' Call to Local Action takes it: title, place, story, partners, status."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.shared import SharedActivity
from app.domain.wording import Wording
from app.reports.document import Block, Document, Fact, Facts, Heading, Paragraph
from app.reports.sheets import parts
from app.reports.sheets.parts import Handed, Head


def document(action: SharedActivity, wording: Wording, handed: Handed) -> Document:
    """The text in one language, without any number of people."""
    say = wording.say.gettext
    head = Head(
        title=action.title or wording.kind(action.KIND),
        kicker=say("An action for the Mayors' Call to Local Action"),
        subject=say("Local action for the Global Compact for Safe, Orderly and Regular Migration"),
        period=parts.span(action.start, action.end, wording),
    )
    return parts.document(head, _blocks(action, handed, wording), wording, handed)


def _blocks(action: SharedActivity, handed: Handed, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    yield parts.objectives(action.objectives, wording)
    if action.summary:
        yield Paragraph(action.summary, "lead", parts.written(action.summary, wording.language))
    if action.result:
        yield Heading(2, say("What came of it"))
        yield Paragraph(action.result, language=parts.written(action.result, wording.language))
    yield _facts(action, handed, wording)
    yield from parts.kept(handed, wording)


def _facts(action: SharedActivity, handed: Handed, wording: Wording) -> Facts:
    say = wording.say.gettext
    who = handed.organisation
    return Facts.filled(
        Fact(say("Where"), wording.place(action.place) if action.place else wording.country(who.country)),
        Fact(say("When"), parts.span(action.start, action.end, wording)),
        Fact(say("Stage of the work"), wording.label("activity_status", action.status)),
        Fact(say("Kind of activity"), wording.label("activity_types", action.type)),
        Fact(say("Partners"), wording.say.list_(action.partners)),
        Fact(say("Whom to ask"), who.contact_role),
        Fact(say("Web address"), who.web),
    )
