"""The pledge form: one commitment in the seven sections of the Network's form, with its answers and its updates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.domain.shared import SharedCommitment, SharedCommitmentUpdate
from app.domain.wording import Wording
from app.i18n import N_
from app.reports.document import Block, Columns, Document, Fact, Facts, Heading, Notice, Panel, Paragraph
from app.reports.sheets import parts
from app.reports.sheets.parts import Handed, Head

BLANK = "–"
"""Stands where a form asks for something that nobody wrote."""
_SMART = ("smart_what", "smart_how_much", "smart_who", "smart_by_when", "smart_check")
_SECTIONS = {
    "I": N_("Contact"),
    "II": N_("Who promises"),
    "III": N_("Title and kind of pledge"),
    "IV": N_("Objectives and guiding principles"),
    "V": N_("Level and time"),
    "VI": N_("Description"),
    "VII": N_("Supporting file"),
}


def document(
    pledge: SharedCommitment,
    updates: Sequence[SharedCommitmentUpdate],
    wording: Wording,
    handed: Handed,
) -> Document:
    """The form in one language, every section of it, also those that are empty."""
    say = wording.say.gettext
    head = Head(
        title=pledge.title or wording.kind(pledge.KIND),
        kicker=say("Pledge form"),
        subject=say("Pledge for the Global Compact for Safe, Orderly and Regular Migration"),
        period=parts.span(pledge.start, pledge.due, wording),
    )
    return parts.document(head, _blocks(pledge, updates, handed, wording), wording, handed)


def _blocks(
    pledge: SharedCommitment, updates: Sequence[SharedCommitmentUpdate], handed: Handed, wording: Wording
) -> Iterator[Block]:
    say = wording.say.gettext
    who = handed.organisation
    contact = (Fact(say("Whom to ask"), who.contact_role), Fact(say("Web address"), who.web))
    promised = (
        Fact(say("Organisation"), who.name),
        *parts.facts(pledge, ("form", "partners", "matched_title", "matched_id"), wording),
    )
    yield Columns((tuple(_section("I", contact, wording)), tuple(_section("II", promised, wording))))
    kind = (Fact(say("Title"), pledge.title), *parts.facts(pledge, ("types",), wording))
    touched = (
        _headed("IV", wording),
        parts.objectives(pledge.objectives, wording, in_a_row=1),
        _blanks(parts.facts(pledge, ("principles",), wording)),
    )
    yield Columns((tuple(_section("III", kind, wording)), touched))
    yield from _section("V", parts.facts(pledge, ("level", "start", "due", "status"), wording), wording)
    yield _headed("VI", wording)
    yield Paragraph(pledge.description or BLANK, "body", parts.written(pledge.description, wording.language))
    yield Panel((Heading(3, say("Can it be kept and checked?")), _blanks(parts.facts(pledge, _SMART, wording))))
    yield _headed("VII", wording)
    yield Paragraph(say("One file of up to 25 MB may go with this form. Please add it yourself where you hand it in."))
    yield from _since(updates, wording)
    yield Notice(
        "info",
        say("About migrants"),
        say("Pledges about refugees belong to the refugee compact. A joint pledge is handed in once."),
    )
    yield from parts.kept(handed, wording)


def _section(number: str, facts: Sequence[Fact], wording: Wording) -> Iterator[Block]:
    yield _headed(number, wording)
    yield _blanks(facts)


def _headed(number: str, wording: Wording) -> Heading:
    # Translators: number and name of a section of a form, such as "IV. Objectives"
    sentence = wording.say.gettext("{number}. {name}")
    return Heading(2, sentence.format(number=number, name=wording.say.gettext(_SECTIONS[number])))


def _blanks(facts: Sequence[Fact]) -> Facts:
    """All of them: a form shows what is missing."""
    return Facts(tuple(Fact(one.label, one.value or BLANK) for one in facts))


def _since(updates: Sequence[SharedCommitmentUpdate], wording: Wording) -> Iterator[Block]:
    """What became of it, the oldest news first, each with its month."""
    if not updates:
        return
    say = wording.say.gettext
    yield Heading(2, say("What happened since"))
    ordered = sorted(updates, key=lambda one: (one.date.iso if one.date else "", one.id))
    yield Facts.filled(
        *(Fact(wording.when(one.date) or BLANK, "\n".join(_news(one, wording))) for one in ordered),
    )


def _news(update: SharedCommitmentUpdate, wording: Wording) -> Iterator[str]:
    if update.status:
        yield wording.label("commitment_status", update.status)
    if update.text:
        yield update.text
