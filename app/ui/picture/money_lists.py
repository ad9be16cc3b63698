"""Money as tables: by kind of source, and of that by objective where enough pieces of work stand together."""

from __future__ import annotations

from collections.abc import Iterator

from app.compact import Pack
from app.domain.picture.money import Funds, behind, by_objective, funds
from app.domain.shared import Picture, Stream
from app.i18n import _, format_number, language
from app.ui.picture.listed import Line, Listing
from app.ui.words import choices, pictures


def every(picture: Picture, pack: Pack) -> Iterator[Listing]:
    """The totals first; nothing by objective where nobody told it so."""
    yield Listing(
        _("Money"),
        _("Each organisation tells of at least three pieces of work together; currencies are not added to each other."),
        _columns(),
        [Line(_cells(one, pack), one.currency, _behind(picture, one, parted=False)) for one in funds(picture)],
        _("Nobody told these readers of money."),
        numbers=frozenset({2, 3, 4, 5}),
    )
    if parts := by_objective(picture):
        yield Listing(
            _("Money by objective"),
            _("Part of the money above: what is of fewer than three pieces of work stands in the totals alone."),
            (_("Objective"), *_columns()),
            [_part(one, picture, pack) for one in parts],
            "",
            numbers=frozenset({3, 4, 5, 6}),
        )


def _part(one: Funds, picture: Picture, pack: Pack) -> Line:
    name = choices.objective_name(pack, one.objective) if one.objective else _("No objective told")
    return Line((name, *_cells(one, pack)), name, _behind(picture, one, parted=True))


def _behind(picture: Picture, one: Funds, *, parted: bool) -> Stream:
    return Stream(lambda _all: behind(picture, one.currency, one.source_type, one.objective if parted else None))


def _columns() -> tuple[str, ...]:
    return (
        _("Currency"),
        _("Where it comes from"),
        _("Organisations"),
        _("Budget"),
        _("Spent so far"),
        _("What is still missing"),
    )


def _cells(one: Funds, pack: Pack) -> tuple[str, ...]:
    sources = pack.code_list("fund_sources")
    return (
        one.currency,
        sources.label(one.source_type, language()) if one.source_type else _("Not told"),
        format_number(one.organisations),
        *(pictures.amount(each, one.withheld) for each in (one.budget, one.spent, one.gap)),
    )
