"""Crossing: the same activities by place, kind and department; the kinds of silence stay apart in each."""

from __future__ import annotations

from app.domain.coverage import Cell, State
from app.domain.picture.crossing import Axis, behind, crossed, kinds_of
from tests.pictures import rich

DONE, IDLE, SILENT = State.DONE, State.NOTHING_DONE, State.NOT_REPORTED


def test_an_organisation_of_two_kinds_stands_in_both_and_its_nothing_done_as_well() -> None:
    found = crossed(rich(), Axis.KIND)
    assert found.codes == ("ST-CSO", "ST-LOC", "ST-MIG")
    assert found.cell("ST-CSO", 15) == Cell(DONE, 2)
    assert found.cell("ST-LOC", 15) == found.cell("ST-MIG", 15) == Cell(IDLE)
    assert found.cell("ST-ACA", 15) == Cell(SILENT)
    assert [told.organisation.name for told in behind(rich(), Axis.KIND, "ST-MIG", [15])] == ["City of Oujda"]
    assert found.organisations("ST-MIG", 15) == 1
    assert kinds_of(rich()) == found.codes


def test_places_agree_with_the_picture_and_departments_know_nothing_of_idleness() -> None:
    shown = rich()
    places, departments = crossed(shown, Axis.PLACE), crossed(shown, Axis.DEPARTMENT)
    numbers = tuple(view.objective for view in shown.objectives)
    assert {one.place: one.cells for one in shown.places} == {code: places.row(code, numbers) for code in places.codes}
    assert (departments.codes, departments.cell("justice", 4)) == (("justice",), Cell(DONE, 1))


def test_one_kind_alone_is_objective_by_place_by_kind_of_actor() -> None:
    found = crossed(rich(), Axis.PLACE, "ST-LOC")
    assert {code for code, _number in found.told} == {"MA008"}
    assert found.cell("", 15) == Cell(IDLE), "who wrote nothing done named no place"
    assert crossed(rich(), Axis.PLACE, "ST-CSO").cell("", 15) == Cell(DONE, 1)
