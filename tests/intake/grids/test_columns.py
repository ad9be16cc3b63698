from __future__ import annotations

import pytest

from app.intake.fitting.proposals import ORGANISATION, propose
from app.intake.grids import spreadsheet
from app.intake.grids.columns import table
from app.intake.grids.grid import Grid, Merge, Row
from tests.intake.made import grid, sample


def test_headings_are_found_below_titles_and_notes():
    found = table(grid(["Our work in 2025"], [], ["Title", "Start", "Women"], ["A", "2025-01", 3], ["B", "2025-02", 4]))
    assert [column.heading for column in found.columns] == ["Title", "Start", "Women"]
    assert (found.heading_row, [row.number for row in found.rows]) == (3, [4, 5])


def test_a_sparse_row_of_hashtags_wins_and_is_not_data():
    found = table(grid(["x", "y", "z"], [None, "#adm1+name", None], [1, 2, 3]))
    assert (found.heading_row, found.columns[1].tag, len(found.rows)) == (2, "#adm1+name", 1)
    assert found.column("#adm1 +name") is found.columns[1]


def test_the_last_row_is_no_heading_however_many_words_it_has():
    found = table(grid(["Total", 12, None], ["Oued", "Kasserine", "Gafsa"]))
    assert (found.heading_row, len(found.rows)) == (1, 1)


def test_equal_headings_are_kept_apart():
    found = table(grid(["n", "n", "n"], [1, 2, 3]), heading_row=1)
    assert [column.heading for column in found.columns] == ["n", "n (2)", "n (3)"]


def test_merged_headings_of_two_lines_are_joined():
    source = Grid(
        sheet="",
        rows=(Row(1, ("Reached", None, "Where")), Row(2, ("Women", "Men", None)), Row(3, (1, 2, "Faya"))),
        merges=(Merge(1, 1, 1, 2),),
    )
    found = table(source, heading_row=[1, 2])
    assert [column.heading for column in found.columns] == ["Reached / Women", "Reached / Men", "Where"]
    assert [row.number for row in found.rows] == [3]


@pytest.mark.parametrize("name", ["PREFECTURE", "Préfecture (choisir)", "préfecture\u00a0"])
def test_columns_are_found_however_their_heading_is_written(name):
    assert table(grid(["Préfecture", "n"], ["Beyla", 1]), heading_row=1).column(name).index == 0


def test_proposals_give_each_field_one_column_and_say_why():
    found = table(
        grid(
            ["Titre", "Date de début", "Femmes", "Organisation URL", "Lieu", "Code"],
            ["A", "01/02/2025", 3, "http://x", "Faya", "TD02"],
        ),
        heading_row=1,
    )
    fields = {one.field: one.column.heading for one in propose(found, "activity")}
    assert fields == {"title": "Titre", "start": "Date de début", "reach_women": "Femmes", "place": "Lieu"}


@pytest.mark.parametrize("heading", ["deviceid", "_geolocation", "Latitude", "Phone number", "X_submitted_by"])
def test_private_columns_are_never_proposed(heading):
    found = table(grid([heading, "title"], ["x", "y"]), heading_row=1)
    assert {one.column.heading for one in propose(found, "activity")} == {"title"}


def test_a_real_french_table_is_proposed_by_its_hashtags():
    found = table(spreadsheet.read(sample("hxl-3w/guinee_3w_fr.csv")))
    proposed = {one.field: one.column.heading for one in propose(found, "activity")}
    assert set(proposed) >= {
        "type",
        "start",
        "end",
        "place",
        "summary",
        ORGANISATION,
    }
    assert proposed[ORGANISATION] == "Organisation"
