"""Printing: one record as a page for the desk, through PDF. It is the organisation's own paper, not a submission."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.records import FieldRule, PolicyCard, Record, Shape, rules
from app.domain.terms import When
from app.domain.wording import Wording
from app.i18n import isolate
from app.progress import Progress, silent
from app.reports.document import Block, Document, Fact, Facts, Heading, Notice, Paragraph
from app.services import pages
from app.services.opening.workspace import Workspace
from app.services.pages import Pages
from app.services.paper import loop_kit
from app.services.records import recording


def draw(workspace: Workspace, record: str, language: str, progress: Progress = silent) -> Pages:
    """A record as PDF in one language; a policy card as the page it is for people. Raises RecordMissingError."""
    kind = recording.kind_of(workspace, record)
    if kind is PolicyCard:
        return loop_kit.policy_card(workspace, record, progress=progress)
    found = recording.open_draft(workspace, kind, record).record
    today = When.of(workspace.now().date()).only_month
    return pages.drawn(lambda: document(workspace, found, language), month=today, progress=progress)


def document(workspace: Workspace, record: Record, language: str) -> Document:
    """Every filled field of a record, short ones as facts, long ones as text, marked as not to be passed on."""
    wording = Wording.of(language, workspace.pack)
    say = wording.say.gettext
    return Document(
        title=str(getattr(record, "title", "")) or say("Record"),
        language=language,
        author=workspace.organisation.name,
        subtitle=workspace.organisation.name,
        footer=say("For use inside the organisation. Nothing in it was checked for sharing."),
        blocks=tuple(_blocks(record, wording)),
    )


def _blocks(record: Record, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    yield Notice("info", say("For use inside the organisation"), say("To hand something over, make a submission."))
    filled = [one for one in rules(type(record)) if _is_shown(one, record)]
    short = [one for one in filled if one.shape is not Shape.LONG_TEXT]
    yield Facts(tuple(Fact(say(one.label), _value(one, getattr(record, one.name), wording)) for one in short))
    for one in filled:
        if one.shape is Shape.LONG_TEXT:
            yield Heading(1, say(one.label), one.name)
            yield Paragraph(str(getattr(record, one.name)))


def _is_shown(one: FieldRule, record: Record) -> bool:
    return not one.hidden and one.name != "title" and _is_filled(getattr(record, one.name))


def _is_filled(value: object) -> bool:
    return value not in (None, "", (), False)


def _value(rule: FieldRule, value: object, wording: Wording) -> str:
    if isinstance(value, tuple):
        return wording.say.list_([_value_of_one(rule, element, wording) for element in value])
    return _value_of_one(rule, value, wording)


def _value_of_one(rule: FieldRule, value: object, wording: Wording) -> str:
    if isinstance(value, When):
        return wording.when(value)
    if isinstance(value, bool):
        return wording.say.gettext("yes")
    if rule.shape is Shape.OBJECTIVES and isinstance(value, int):
        return wording.objective(value)
    if isinstance(value, int):
        return wording.say.number(value)
    if rule.shape is Shape.PLACE:
        return wording.place(str(value))
    return wording.label(rule.codes, str(value)) if rule.codes else isolate(str(value))
