"""Indicators of a national report: each value as it was told, none added to another, and those nobody told."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.picture.editions import Edition
from app.domain.picture.indicators import Indicated, indicated, value_of
from app.domain.shared import SharedIndicatorValue, Told
from app.domain.wording import Wording
from app.reports.document import Block, Column, Heading, Paragraph, Table


def chapter(edition: Edition, wording: Wording) -> Iterator[Block]:
    """A table of every indicator that was asked for or told of; nothing where there is none."""
    say = wording.say.gettext
    found = indicated(edition.picture, edition.asked)
    if not found or edition.picture.left_out:
        return
    yield Heading(1, say("Indicators"), "indicators")
    said = say("Values of different organisations are not added up. They are no official indicators of the Compact.")
    yield Paragraph(said, "small")
    columns = (
        Column(say("Indicator"), weight=3.4),
        Column(say("Organisation"), weight=2.4),
        Column(say("Period"), weight=2.1),
        Column(say("Value"), "number", 1.2),
        Column(say("Unit"), weight=1.4),
        Column(say("Source"), weight=2),
    )
    yield Table(columns, tuple(row for one in found for row in _rows(one, wording)), say("Values of indicators"))


def _rows(one: Indicated, wording: Wording) -> Iterator[tuple[str, ...]]:
    name = wording.indicator(one.code)
    if not one.told:
        yield (name, wording.say.gettext("Nobody reported a value"), "", "–", "", "")
    for told in one.told:
        yield (name, *_cells(told, wording))


def _cells(told: Told, wording: Wording) -> tuple[str, ...]:
    entry = told.entry
    assert isinstance(entry, SharedIndicatorValue)
    return (
        told.organisation.name,
        wording.period_of(entry.period),
        wording.amount(value_of(told)) or "–",
        wording.label("indicator_units", entry.unit),
        entry.source,
    )
