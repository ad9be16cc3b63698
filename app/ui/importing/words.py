"""How fields, values and outcomes of an import are called in the window."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.records import FieldRule, Shape
from app.i18n import N_, _, format_list, format_number, isolate, ngettext, pgettext
from app.places import Gazetteer
from app.services.records.tables.checking import Outcome
from app.services.records.tables.deciding import MONEY, ORGANISATION
from app.services.records.tables.planning import Plan
from app.ui.process.session import Session
from app.ui.widgets import place_words
from app.ui.words import choices

_STEPS = (N_("File"), N_("Table"), N_("Columns"), N_("Values"), N_("Check"))
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.NEW: N_("New"),
    Outcome.UPDATE: N_("Changed"),
    Outcome.SAME: N_("Here already"),
    Outcome.PROBLEM: N_("Problem"),
    Outcome.SKIPPED: N_("Left out"),
    Outcome.BLANK: N_("Blank"),
}
_COUNTED = {
    "same": N_("{count} here already"),
    "problem": N_("{count} not read"),
    "skipped": N_("{count} left out"),
    "blank": N_("{count} blank"),
}


def step_titles() -> list[str]:
    """What the steps of an import are called, in order."""
    return [*(_(title) for title in _STEPS), pgettext("button", "Done")]


def field_name(plan: Plan, name: str) -> str:
    """What a field of the records is called."""
    if name == ORGANISATION:
        return _("Organisation that did it")
    return _((MONEY if name in MONEY else plan.mapping.rules)[name].label)


def value(session: Session, rule: FieldRule, told: object, known: Gazetteer | None = None) -> str:
    """What a cell is read as, in words."""
    if told is None or told == "":
        return ""
    if isinstance(told, tuple):
        return format_list([value(session, rule, one, known) for one in told])
    if isinstance(told, bool):
        return _("Yes") if told else _("No")
    if rule.shape is Shape.OBJECTIVES:
        return choices.objective_name(session.pack, int(str(told)))
    if rule.shape is Shape.PLACE:
        return place_words.name(str(told), known)
    if rule.shape is Shape.NUMBER and isinstance(told, int):
        return format_number(told)
    labels = {one.code: one.label for one in choices.codes(session.pack, rule.codes)} if rule.codes else {}
    return labels.get(str(told), isolate(str(told)))


def counts(found: Mapping[str, int]) -> str:
    """How many rows ended how, in one line."""
    told = [_counted(name, found[name]) for name in ("new", "update", *_COUNTED) if found.get(name)]
    return format_list(told) if told else _("The table has no rows.")


def _counted(name: str, count: int) -> str:
    """How many rows ended in this way; some ways agree with their number."""
    agreeing = {
        "new": ngettext("{count} new", "{count} new", count),
        "update": ngettext("{count} changed", "{count} changed", count),
    }
    return (agreeing.get(name) or _(_COUNTED[name])).format(count=format_number(count))


def places_kept(count: int) -> str:
    """What is told when a list of places was kept."""
    told = ngettext(
        "{count} place of your own is known here now.", "{count} places of your own are known here now.", count
    )
    return told.format(count=format_number(count))
