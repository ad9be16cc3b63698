"""Which columns of real national tables are proposed for which field, and what becomes of their rows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.compact import load
from app.errors import GroundworkError
from app.intake import rows
from app.intake.fitting import mapping
from app.intake.fitting.mapping import Mapping, Source
from app.intake.fitting.proposals import ORGANISATION, propose
from app.intake.grids import spreadsheet
from app.intake.grids.columns import Table, table
from app.intake.guard.quarantine import Quarantine
from app.reports.exchange import three_w
from tests.intake.made import MAPPINGS, SAMPLES, grid, sample
from tests.reports.exchange.test_three_w import ENTRIES, GIVEN

GROUPS = tuple(load().code_list("population_group"))[:2]


@pytest.fixture(scope="module")
def quarantine():
    with Quarantine() as shared:
        yield shared


def proposed(found: Table, kind: str = "activity") -> dict[str, str]:
    return {one.field: one.column.heading for one in propose(found, kind)}


@pytest.mark.parametrize(
    ("name", "sheet", "expected"),
    [
        ("ocha_somalia_3w_2025.xlsx", None, {"place": "DistrictPcode", ORGANISATION: "Organization_Name"}),
        (
            "ocha_tchad_3w_2025_fr.xlsx",
            "3W Opérationnelle",
            {"place": "Departement", ORGANISATION: "Organisation", "title": "Title", "objectives": "Cluster"},
        ),
        (
            "ocha_tchad_3w_2025_fr.xlsx",
            "3W Physique",
            {"place": "Departement", ORGANISATION: "Organisation", "title": "Title"},
        ),
        (
            "guinee_3w_fr.csv",
            None,
            {
                "place": "P-code",
                "start": "Date de début",
                "end": "Date de fin",
                "type": "Genre d'activité",
                "summary": "Description de l'activité",
                "objectives": "Secteur",
                "result": "Commentaires",
                ORGANISATION: "Organisation",
            },
        ),
        (
            "rowca-3w-hxl.csv",
            None,
            {"place": "Admin2", "title": "Activity", "objectives": "Cluster", ORGANISATION: "Organization"},
        ),
        (
            "unhcr-3w.csv",
            None,
            {"place": "Admin level 1", "objectives": "Sector (English)", ORGANISATION: "Organisation name"},
        ),
        ("iraq_4w_sample.csv", None, {"place": "ADM2_PCODE", ORGANISATION: "Partner Full Name"}),
        ("input-valid-latin1.csv", None, {"place": "Departamento/Provincia/Estado", ORGANISATION: "Organización"}),
        ("iom_dtm_returnees_13.xlsx", None, {"place": "Oblast pcode"}),
        ("ocha_organisation_types.csv", None, {}),
    ],
)
def test_national_tables_are_understood_tagged_or_not(quarantine, name, sheet, expected):
    read = spreadsheet.read(sample(f"hxl-3w/{name}"), sheet=sheet, encoding="cp1252", quarantine=quarantine)
    assert proposed(table(read)) == expected


def test_arabic_and_mixed_headings_are_understood():
    arabic = grid(
        ["المحافظة", "رمز المديرية", "اسم المنظمة", "النشاط", "تاريخ البدء", "عدد المستفيدين"],
        ["عدن", "YE2401", "الهلال", "دورة", "2026-07-01", "١٢"],
    )
    assert proposed(table(arabic, heading_row=1)) == {
        "place": "رمز المديرية",
        ORGANISATION: "اسم المنظمة",
        "title": "النشاط",
        "start": "تاريخ البدء",
        "reach_total": "عدد المستفيدين",
    }
    mixed = grid(["Wilaya", "Cercle P-code", "Projet / مشروع", "ONG"], ["Kidal", "ML0801", "Puits", "X"])
    assert proposed(table(mixed, heading_row=1)) == {"place": "Cercle P-code", ORGANISATION: "ONG"}


def test_false_friends_are_left_alone():
    friends = grid(
        ["act_code", "Date updated", "Femmes", "Sous-préfecture", "admin_level", "Donor Acronym"],
        ["#x+code", "", "#targeted+f", "#adm3+name", "", ""],
        *[["EDU01", "2026-01-05", 3, "Faya Ville", 2, "ECHO"]] * 4,
    )
    assert proposed(table(friends, heading_row=1)) == {}


def test_for_feedback_the_region_is_proposed_and_never_less():
    told = grid(["Region", "District", "Message"], ["Tadjourah", "Day", "x"])
    assert proposed(table(told, heading_row=1), "feedback") == {"place": "Region", "paraphrase": "Message"}


def test_every_row_of_every_table_has_one_outcome(quarantine):
    sample("hxl-3w")
    seen = 0
    for path in sorted((SAMPLES / "hxl-3w").iterdir()):
        try:
            read = spreadsheet.read(path, encoding="cp1252", quarantine=quarantine)
        except GroundworkError:
            continue
        source = table(read)
        columns = {one.field: Source((one.column.heading,)) for one in propose(source, "activity")}
        organisation = columns.pop(ORGANISATION, Source(("",))).parts[0]
        reading = rows.read_grid(read, Mapping(kind="activity", organisation=organisation, columns=columns))
        assert sum(reading.counts.values()) == len(source.rows) == len({row.row for row in reading.rows}), path.name
        assert all(row.problems for row in reading.rows if row.outcome.value == "problem")
        assert all(row.reason() for row in reading.rows if row.outcome.value == "skipped")
        seen += len(source.rows)
    assert seen > 10_000


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_our_own_table_is_read_back_without_one_difference(tmp_path, quarantine, language, ending):
    write = three_w.csv_table if ending == "csv" else three_w.workbook
    path = tmp_path / f"table.{ending}"
    entries = (replace(ENTRIES[0], population_groups=GROUPS), *ENTRIES[1:])
    path.write_bytes(write([replace(GIVEN, entries=entries)], load(), language))
    ours = mapping.load(MAPPINGS / "groundwork-3w.json")
    reading = rows.read_grid(spreadsheet.read(path, quarantine=quarantine), ours)
    assert reading.problems == ()
    for entry, row in zip(entries, reading.drafts, strict=True):
        told = {
            "title": entry.title,
            "summary": entry.summary,
            "objectives": entry.objectives,
            "type": entry.type,
            "status": entry.status,
            "place": {"TD1901": "TCD1901", "TD19": "TCD19"}.get(entry.place, ""),
            "start": entry.start.iso if entry.start else "",
            "end": entry.end.iso if entry.end else "",
            "reach_total": entry.reach.value,
            "partners": entry.partners,
            "population_groups": entry.population_groups,
        }
        assert dict(row.fields) == {name: value for name, value in told.items() if value not in ("", None, ())}
