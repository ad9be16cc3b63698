"""What a picture sets side by side, as a script reads it: kinds, departments, needs, promises, views, money."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.cli import printing
from app.i18n import _

if TYPE_CHECKING:
    from app.domain.picture.crossing import Axis
    from app.domain.picture.editions import Edition
    from app.domain.picture.money import Funds
    from app.domain.picture.sides import Side
    from app.domain.shared import Picture, Reach
    from app.domain.terms import Amount
    from app.domain.wording import Wording


def plain(edition: Edition) -> dict[str, object]:
    """Beside the picture itself: all of it follows from the picture, and nothing of it is in its digest."""
    from app.domain.picture.crossing import Axis
    from app.domain.picture.money import by_objective, funds

    return {
        "kinds": _crossed(edition.picture, Axis.KIND),
        "departments": _crossed(edition.picture, Axis.DEPARTMENT),
        "matches": _matches(edition.picture),
        "commitments": _commitments(edition),
        "differences": _differences(edition.picture),
        "sides": _sides(edition.picture),
        "money": _money(funds(edition.picture), parted=False),
        "money_by_objective": _money(by_objective(edition.picture), parted=True),
        "gaps": _gaps(edition.picture),
        "map": places(edition.picture),
        "indicators": _indicators(edition),
        "trend": _trend(edition),
    }


def _crossed(picture: Picture, axis: Axis) -> list[dict[str, object]]:
    from app.domain.picture.crossing import crossed

    found = crossed(picture, axis)
    numbers = tuple(view.objective for view in picture.objectives)
    return [
        {
            "code": code,
            "cells": [{"state": one.state.value, "activities": one.activities} for one in found.row(code, numbers)],
        }
        for code in found.codes
    ]


def _matches(picture: Picture) -> list[dict[str, object]]:
    from app.domain.picture.matching import matched

    return [
        {
            "organisation": one.asked.organisation.name,
            "kind": one.asked.entry.KIND,
            "id": one.asked.entry.id,
            "offers": [
                {
                    "organisation": offer.told.organisation.name,
                    "id": offer.told.entry.id,
                    "objectives": list(offer.objectives),
                    "same_category": offer.same_category,
                }
                for offer in one.offers
            ],
        }
        for one in matched(picture)
    ]


def _commitments(edition: Edition) -> list[dict[str, object]]:
    from app.domain.picture.movement import moved

    return [
        {
            "organisation": one.promise.organisation.name,
            "id": one.promise.entry.id,
            "before": one.before,
            "now": one.now,
            "step": one.step.value,
        }
        for one in moved(edition.picture, edition.before)
    ]


def _differences(picture: Picture) -> list[dict[str, object]]:
    from app.domain.picture.dissent import differences

    return [
        {
            "objective": one.objective,
            "views": {side.view: [told.organisation.name for told in side.held_by] for side in one.sides},
        }
        for one in differences(picture)
    ]


def _sides(picture: Picture) -> list[dict[str, object]]:
    """Public bodies beside everybody else."""
    from app.domain.picture.sides import sides

    return [
        {"objective": one.objective, "public": _side(one.public), "others": _side(one.others)} for one in sides(picture)
    ]


def _side(one: Side) -> dict[str, object]:
    known = {"state": one.known.state.value, "activities": one.known.activities}
    return {**known, "organisations": one.organisations, "views": dict(one.views)}


def _money(found: Iterable[Funds], *, parted: bool) -> list[dict[str, object]]:
    return [
        {
            **({"objective": one.objective or None} if parted else {}),
            "currency": one.currency,
            "source_type": one.source_type,
            "organisations": one.organisations,
            **{name: _amount(getattr(one, name)) for name in ("budget", "spent", "gap")},
            "withheld": one.withheld,
            "figure": _sum_of(one, parted=parted),
        }
        for one in found
    ]


def _sum_of(one: Funds, *, parted: bool) -> str:
    """The figure that says from what a sum is made."""
    end = f":{one.objective}" if one.objective else "/0" if parted else ""
    return f"money:{one.currency}/{one.source_type}{end}"


def _gaps(picture: Picture) -> list[dict[str, object]]:
    """Objectives that somebody speaks of and nobody acted on."""
    from app.domain.picture.gaps import asked, gaps

    return [
        {
            "objective": one.view.objective,
            "asked": [told.entry.id for told in asked(picture, one.view.objective)],
            "kinds_of_messages": len(one.view.feedback),
            "nothing_done": one.view.nothing_done,
            "figure": f"gap:{one.view.objective}",
        }
        for one in gaps(picture)
    ]


def places(picture: Picture) -> dict[str, object]:
    """Every place of the map with the figure that says from what it is made; `grain` is regions or countries."""
    from app.domain.picture.spots import Grain, spots

    found = spots(picture)
    about = "place" if found.grain is Grain.REGIONS else "within"
    rows = [
        {
            "code": one.code,
            "state": one.known.state.value,
            "activities": one.known.activities,
            "organisations": one.organisations,
            "reach": {**_ends(one.reach), "withheld": one.reach.withheld},
            "figure": f"{about if one.code else 'within'}:{one.code}",
        }
        for one in found.each
    ]
    return {"grain": found.grain.value, "countries": list(found.countries), "places": rows}


def _ends(reach: Reach) -> dict[str, object]:
    hidden = "withheld" if reach.withheld else None
    return {name: getattr(reach, name) if getattr(reach, name) is not None else hidden for name in ("low", "high")}


def places_words(picture: Picture, wording: Wording) -> list[str | printing.Rows]:
    """The map as a table, with what a map does not mean."""
    from app.domain.coverage import State
    from app.domain.picture.spots import spots
    from app.domain.picture.words import spot, spot_name

    found = spots(picture)
    rows = [
        (
            one.code,
            spot_name(one.code, found, wording),
            spot(one, wording),
            wording.reach(one.reach) if one.known.state is State.DONE else "",
        )
        for one in found.each
    ]
    headings = (_("Code"), _("Place"), _("What is known"), _("People reached"))
    said = _("Names of places imply no opinion on any border or status.")
    return [printing.Rows(headings, rows), said]


def _indicators(edition: Edition) -> list[dict[str, object]]:
    from app.domain.picture.indicators import indicated, value_of

    return [
        {
            "code": one.code,
            "unit": one.unit,
            "asked": one.asked,
            "figure": f"indicator:{one.code}",
            "values": [
                {
                    "organisation": told.organisation.name,
                    "period": getattr(told.entry, "period", ""),
                    "value": _amount(value_of(told)),
                }
                for told in one.told
            ],
        }
        for one in indicated(edition.picture, edition.asked)
    ]


def _amount(amount: Amount) -> str | None:
    """As text, so that no script rounds it; null where nobody told one."""
    return "withheld" if amount.withheld else None if amount.value is None else str(amount.value)


def _trend(edition: Edition) -> dict[str, object] | None:
    """Null where nobody told of the period before."""
    from app.domain.picture.movement import changes

    if edition.before is None:
        return None
    rows = [
        {
            "objective": one.objective,
            "before": {"state": one.before.state.value, "activities": one.before.activities},
            "now": {"state": one.now.state.value, "activities": one.now.activities},
        }
        for one in changes(edition.before, edition.picture)
    ]
    return {"period": edition.before.period.iso, "objectives": rows}
