"""Checks of practices: the criteria of the repository, told as advice."""

from __future__ import annotations

import re

from app.domain.checks.dates import ends_before_start
from app.domain.checks.web import not_an_address
from app.domain.problems import Level, Problem
from app.domain.records import Practice, Record
from app.domain.terms import When
from app.i18n import N_

COMPACT_ADOPTED = When(2018, 12)
_ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")


def _practice(record: Record) -> list[Problem]:
    assert isinstance(record, Practice)
    found = ends_before_start(record.start, record.end, "end")
    if record.start and record.start.only_month < COMPACT_ADOPTED:
        sentence = N_("Practices that began after December 2018 are preferred.")
        found.append(Problem("began-early", Level.WARNING, "start", sentence))
    if record.status == "planned":
        sentence = N_("A practice should be finished, or nearly finished, before others copy it.")
        found.append(Problem("not-done-yet", Level.WARNING, "status", sentence))
    if short := _ABBREVIATION.search(record.title):
        sentence = N_("Spell out {word}, so that everybody understands the title.")
        found.append(Problem("abbreviation", Level.WARNING, "title", sentence, {"word": short[0]}))
    if record.contact and not record.contact_agreed:
        sentence = N_("This stays with you: the person did not agree to be named.")
        found.append(Problem("contact-stays", Level.WARNING, "contact", sentence))
    return [*found, *not_an_address("links", record.links)]


CHECKS = {"practice": _practice}
