"""Checks of plans and commitments: what the Network's form asks for, and what makes a promise one that can be kept."""

from __future__ import annotations

from app.domain.checks.dates import ends_before_start
from app.domain.problems import Level, Problem
from app.domain.records import Commitment, PlanItem, Record
from app.domain.records.planning import SMART
from app.i18n import N_

SHORTEST_DESCRIPTION, LONGEST_DESCRIPTION = 300, 3000
_REFUGEE_WORDS = ("refugee", "réfugié", "refugiad", "لاجئ", "لاجئين", "бежен", "难民")
_SMART_SENTENCES = {
    "smart_what": N_("Say what exactly will change."),
    "smart_how_much": N_("Say how many, or how much."),
    "smart_who": N_("Say who does it."),
    "smart_by_when": N_("Say by what date."),
    "smart_check": N_("Say how it will be checked."),
}


def _plan_item(record: Record) -> list[Problem]:
    assert isinstance(record, PlanItem)
    return ends_before_start(record.start, record.due, "due")


def _commitment(record: Record) -> list[Problem]:
    assert isinstance(record, Commitment)
    return [
        *_description(record),
        *ends_before_start(record.start, record.due, "due"),
        *_smart(record),
        *_together(record),
    ]


def _description(record: Commitment) -> list[Problem]:
    found, count = [], len(record.description)
    if 0 < count < SHORTEST_DESCRIPTION:
        sentence = N_("The form of the Network asks for {least} letters or more; these are {count}.")
        values = {"least": SHORTEST_DESCRIPTION, "count": count}
        found.append(Problem("too-short", Level.BLOCKING, "description", sentence, values))
    if count > LONGEST_DESCRIPTION:
        sentence = N_("The form of the Network takes no more than {most} letters; these are {count}.")
        values = {"most": LONGEST_DESCRIPTION, "count": count}
        found.append(Problem("too-long", Level.BLOCKING, "description", sentence, values))
    said = f"{record.title} {record.description}".casefold()
    if any(word in said for word in _REFUGEE_WORDS):
        sentence = N_("Is this about refugees? Such pledges belong to the refugee compact.")
        found.append(Problem("about-refugees", Level.WARNING, "description", sentence))
    return found


def _smart(record: Commitment) -> list[Problem]:
    empty = [name for name in SMART if not getattr(record, name)]
    return [Problem("not-smart", Level.WARNING, name, _SMART_SENTENCES[name]) for name in empty]


def _together(record: Commitment) -> list[Problem]:
    if record.form == "matching" and not (record.matched_title or record.matched_id):
        sentence = N_("Name the pledge that this one matches.")
        return [Problem("missing", Level.BLOCKING, "matched_title", sentence)]
    if record.form in ("common", "in_partnership") and not record.partners:
        return [Problem("no-partners", Level.WARNING, "partners", N_("Name those who promise this with you."))]
    return []


CHECKS = {"plan_item": _plan_item, "commitment": _commitment}
