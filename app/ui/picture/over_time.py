"""Over time, as tables: every objective beside the period before, and what became of each commitment."""

from __future__ import annotations

from app.compact import Pack
from app.domain.coverage import Cell, State
from app.domain.picture.editions import Edition
from app.domain.picture.figures import About, Figure, told_of
from app.domain.picture.movement import Change, Step, changes, moved
from app.domain.shared import Picture, SharedCommitment, Stream, Told
from app.i18n import _, format_number, isolate
from app.ui.picture.listed import Line, Listing
from app.ui.words import choices, pictures, wording

_OF_BEFORE = frozenset({Step.UNTOLD, Step.SILENT})
"""Commitments that stand in the files of the period before alone."""


def commitments(edition: Edition) -> Listing:
    """What somebody promised, and what became of it."""
    said = _("Raised, kept, dropped; and those that nobody speaks of any more, which is not the same.")
    if edition.before is None:
        said = _("Nothing is known of the period before, so what is new cannot be told.")
    return Listing(
        _("Commitments"),
        said,
        (_("Promise"), _("Organisation"), _("To be kept by"), _("What became of it")),
        [
            Line(
                (
                    isolate(pictures.entry(one.promise.entry)),
                    isolate(one.promise.organisation.name),
                    _due(one.promise),
                    pictures.step(one.step),
                ),
                pictures.entry(one.promise.entry),
                (one.promise,) if one.step not in _OF_BEFORE else (),
                (one.promise,) if one.step in _OF_BEFORE else (),
            )
            for one in moved(edition.picture, edition.before)
        ],
        _("Nobody told of a commitment."),
    )


def trend(edition: Edition, pack: Pack) -> Listing:
    """Every objective in both periods."""
    before, now = edition.before, edition.picture
    lines: list[Line] = []
    then = _("The period before")
    if before is not None:
        then = wording.period(before.period)
        lines = [_change(one, before, now, pack) for one in changes(before, now)]
    return Listing(
        _("Since the period before"),
        _("Another number of activities may mean that others reported. People reached are not compared."),
        (_("Objective"), then, wording.period(now.period), _("Organisations"), _("What is different")),
        lines,
        _("Nothing is known of the period before."),
        numbers=frozenset({3}),
    )


def _change(one: Change, before: Picture, now: Picture, pack: Pack) -> Line:
    name = choices.objective_name(pack, one.objective)
    cells = (
        name,
        pictures.cell(one.before),
        pictures.cell(one.now),
        format_number(one.organisations) if one.now.state is State.DONE else "",
        pictures.change(one),
    )
    told, past = (_behind(shown, one.objective, cell) for shown, cell in ((now, one.now), (before, one.before)))
    return Line(cells, name, told, past)


def _behind(shown: Picture, objective: int, cell: Cell) -> Stream:
    wanted = About.OBJECTIVE if cell.state is State.DONE else About.VIEWS
    return Stream(lambda _all: told_of(shown, Figure(wanted, "", objective)))


def _due(told: Told) -> str:
    return wording.when(told.entry.due) if isinstance(told.entry, SharedCommitment) else ""
