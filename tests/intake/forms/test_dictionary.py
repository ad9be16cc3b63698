"""Exports of other people's forms say what their XLSForm says, whatever was chosen when they were exported."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.intake.forms import dictionary
from app.intake.grids import whole
from app.intake.grids.grid import text
from tests.intake.made import sample

SURVEY = [
    ["type", "name", "label::English (en)", "label::Français (fr)"],
    ["start", "start", "", ""],
    ["begin group", "visit", "The visit", "La visite"],
    ["text", "what", "**What** was done?", "Qu'a-t-on fait ?"],
    ["select_one kinds or_other", "kind", "Kind of visit", "Type de visite"],
    ["begin_group", "people", "People", "Personnes"],
    ["select_multiple needs", "needs", "What was needed?", "De quoi avait-on besoin ?"],
    ["integer", "women", "Women", "Femmes"],
    ["end_group", "", "", ""],
    ["end group", "", "", ""],
]
CHOICES = [
    ["list_name", "name", "label::English (en)", "label::Français (fr)"],
    ["kinds", "home", "Home visit", "Visite à domicile"],
    ["kinds", "desk", "Help desk", "Bureau d'aide"],
    ["needs", "food", "Food", "Nourriture"],
    ["needs", "food_cash", "Food and cash", "Nourriture et argent"],
    ["needs", "papers", "Papers", "Papiers"],
]
SETTINGS = [["default_language"], ["English (en)"]]
GROUPS = {"what": ("visit",), "kind": ("visit",), "needs": ("visit", "people"), "women": ("visit", "people")}
ANSWERS = (
    {"what": "Tea", "kind": "home", "needs": ("food_cash", "papers"), "women": "3"},
    {"what": "Law", "needs": ()},
)


@dataclass(frozen=True)
class Options:
    """What somebody chose in the export dialogue; without a language names are exported."""

    language: int = 0
    groups: bool = True
    between: str = "/"
    several: str = "both"
    truth: tuple[str, str] = ("1", "0")


def written(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for name, rows in (("survey", SURVEY), ("choices", CHOICES), ("settings", SETTINGS)):
            sheet = book.add_worksheet(name)
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    return path


def called(rows: list[list[str]], name: str, options: Options) -> str:
    row = next(row for row in rows if row[1] == name)
    return row[1 + options.language].replace("**", "") if options.language else name


def exported(path: Path, options: Options) -> Path:
    heads: list[str] = []
    columns: list[list[str]] = []
    for name, around in GROUPS.items():
        parts = [called(SURVEY, group, options) for group in around] if options.groups else []
        head = options.between.join([*parts, called(SURVEY, name, options)])
        said = [answer.get(name, "") for answer in ANSWERS]
        if name == "kind":
            heads += [head, options.between.join([*parts, "kind_other"])]
            columns += [[called(CHOICES, one, options) if one else "" for one in said], ["", "By telephone"]]
        elif name == "needs":
            known = [row[1] for row in CHOICES if row[0] == "needs"]
            if options.several != "split":
                heads.append(head)
                columns.append([" ".join(called(CHOICES, one, options) for one in several) for several in said])
            for one in known if options.several != "one" else ():
                heads.append(options.between.join([head, called(CHOICES, one, options)]))
                columns.append([options.truth[one not in several] if several else "" for several in said])
        else:
            heads.append(head)
            columns.append(list(said))
    heads += ["_uuid", "_submission_time"]
    columns += [["u1", "u2"], ["2026-09-14T08:31:22"] * 2]
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([heads, *zip(*columns, strict=True)])
    return path


options = st.builds(
    Options,
    language=st.sampled_from([0, 1, 2]),
    groups=st.booleans(),
    between=st.sampled_from(["/", "-", ".", ":"]),
    several=st.sampled_from(["one", "split", "both"]),
    truth=st.sampled_from([("1", "0"), ("TRUE", "FALSE"), ("yes", "")]),
)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dictionary.Dictionary:
    return dictionary.of(whole.read(written(tmp_path_factory.mktemp("form") / "form.xlsx")), "fr")


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(chosen=options)
def test_whatever_was_chosen_the_export_says_the_same_in_the_words_of_its_form(
    tmp_path: Path, known: dictionary.Dictionary, chosen: Options
) -> None:
    read = whole.read_whole(str(exported(tmp_path / "out.csv", chosen)), None)
    heads, *rows = [[text(cell) for cell in row.cells] for row in dictionary.applied(read, known).grid().rows]
    told = [dict(zip(heads, row, strict=True)) for row in rows]
    kind = "Type de visite"
    assert told[0] == {
        "Qu'a-t-on fait ?": "Tea",
        kind: "Visite à domicile",
        f"{kind} – kind_other": "",
        "De quoi avait-on besoin ?": "Nourriture et argent; Papiers",
        "Femmes": "3",
        "_uuid": "u1",
        "_submission_time": "2026-09-14T08:31:22",
    }
    assert (told[1][kind], told[1]["De quoi avait-on besoin ?"]) == ("", "")
    assert told[1][f"{kind} – kind_other"] == "By telephone"


def test_real_forms_name_the_columns_of_their_exports_and_what_is_no_form_is_refused(tmp_path: Path) -> None:
    form = sample("kobo-odk/form_with_multiple_select.xlsx")
    known = dictionary.of(whole.read(form), "en")
    found = dictionary.applied(whole.read(sample("kobo-odk/form_with_multiple_select_data.csv")), known).grid()
    assert found.rows[0].cells[1:3] == ("Country:", "City:") and found.rows[1].cells[1] == "Zimbabwe"
    arabic = dictionary.of(whole.read(sample("kobo-odk/tutorial_arabic_labels.xlsx")), "ar")
    assert any("\u0600" <= letter <= "\u06ff" for label in arabic.labels.values() for letter in label)
    with pytest.raises(dictionary.NotAnXlsFormError):
        dictionary.of(whole.read(sample("kobo-odk/transportation_export.csv")), "en")
