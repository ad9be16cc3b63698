"""Who took part, in a national report: kinds of organisation by objective, those that nobody came from among them."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.coverage import State
from app.domain.picture.crossing import Axis, crossed
from app.domain.picture.words import codes, row
from app.domain.shared import Picture
from app.domain.wording import Wording
from app.reports.document import Block, Coverage, Paragraph


def participation(picture: Picture, wording: Wording) -> Iterator[Block]:
    """Every kind of the Compact in its own order, also where all its cells are silent."""
    say = wording.say.gettext
    found = crossed(picture, Axis.KIND)
    numbers = tuple(view.objective for view in picture.objectives)
    ordered = codes(Axis.KIND, found, wording, silent=picture.absent_types)
    yield Coverage(
        title=say("Activities by kind of organisation and objective"),
        columns=tuple(map(str, numbers)),
        rows=tuple((row(Axis.KIND, code, wording), found.row(code, numbers)) for code in ordered),
        key=tuple(map(wording.state, State)),
        alt=say("Table of kinds of organisation by objectives with the number of activities in each."),
    )
    yield Paragraph(
        say("An organisation of several kinds stands in each of them, so the rows do not add up."),
        "small",
    )


def departments(picture: Picture, wording: Wording) -> Coverage | None:
    """Departments by objectives, those that nobody named as well; None where no activity names one."""
    say = wording.say.gettext
    found = crossed(picture, Axis.DEPARTMENT)
    numbers = tuple(view.objective for view in picture.objectives)
    ordered = codes(Axis.DEPARTMENT, found, wording)
    named = tuple((row(Axis.DEPARTMENT, code, wording), found.row(code, numbers)) for code in ordered)
    if not named:
        return None
    return Coverage(
        title=say("Activities by department and objective"),
        columns=tuple(map(str, numbers)),
        rows=named,
        key=tuple(map(wording.state, State)),
        alt=say("Table of departments by objectives with the number of activities in each."),
    )
