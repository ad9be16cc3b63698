"""Checks of what was learned and of the organisation's own book."""

from __future__ import annotations

from app.domain.checks.web import not_an_address
from app.domain.problems import Level, Problem
from app.domain.records import Consultation, Partner, PolicyLink, Proposal, Record
from app.i18n import N_


def _proposal(record: Record) -> list[Problem]:
    assert isinstance(record, Proposal)
    stances = (record.agree, record.partly, record.differ)
    twice = {name for names in stances for name in names if sum(name in others for others in stances) > 1}
    sentence = N_("{name} stands in more than one list.")
    found = [Problem("two-stances", Level.BLOCKING, "agree", sentence, {"name": name}) for name in sorted(twice)]
    if not record.evidence:
        sentence = N_("A proposal that rests on something you recorded convinces more.")
        found.append(Problem("no-evidence", Level.WARNING, "evidence", sentence))
    return found


def _consultation(record: Record) -> list[Problem]:
    assert isinstance(record, Consultation)
    if record.number is None:
        return [Problem("not-counted", Level.WARNING, "number", N_("Say how many people took part, if you counted."))]
    return []


def _policy_link(record: Record) -> list[Problem]:
    assert isinstance(record, PolicyLink)
    return not_an_address("url", [record.url])


def _partner(record: Record) -> list[Problem]:
    assert isinstance(record, Partner)
    if not record.agreed:
        sentence = N_("It is told to nobody until it agreed to be named.")
        return [Problem("stays", Level.WARNING, "name", sentence)]
    return []


CHECKS = {
    "proposal": _proposal,
    "consultation": _consultation,
    "policy_link": _policy_link,
    "partner": _partner,
}
