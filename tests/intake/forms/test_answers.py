"""Answers come back equal from every export there is, and nothing about who filled them in comes with them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.i18n import SIX
from app.intake import rows, shipped
from app.intake.cells.results import Outcome, Reading
from app.intake.forms import answers
from app.intake.forms.questions import ACTIVITY, FEEDBACK
from app.intake.grids import whole
from app.intake.guard.failures import UnsafeFileError
from app.progress import Cancelled
from tests.intake.forms.exporting import Answer, Options, kobo_csv, kobo_xlsx, odk_zip

FIRST: Answer = {
    "gw_form": ACTIVITY.mark,
    "org_name": "Maison ouverte",
    "title": "Advice at the border",
    "description": "Every morning two volunteers, “in Arabic”.",
    "gcm": ("gcm_03", "gcm_07", "gcm_21"),
    "gcm_main": "gcm_07",
    "activity_type": "legal_support",
    "status": "ongoing",
    "date_start": "2026-08-03",
    "date_end": "2026-09-20",
    "adm1": "tcd19",
    "adm2": "tcd1901",
    "target_group": ("migrant", "host_community"),
    "reached_female": "12",
    "reached_male": "6",
    "reached_total": "18",
    "reach_method": "counted_each_person_once",
    "reached_children": "5",
    "partners": "Red Cross; City Council",
    "donor": "Town of Faya",
    "budget": "1250.5",
    "currency": "xaf",
    "org_code": "MO-7",
    "lessons": "Open early.",
    "may_publish": "yes",
    "results": [{"indicator": "Papers issued", "unit": "documents", "target_value": "50", "actual_value": "41"}],
}
SECOND: Answer = {
    **FIRST,
    "title": "مكتب استقبال",
    "gcm": ("gcm_15",),
    "gcm_main": "gcm_15",
    "target_group": ("refugee_or_asylum_seeker",),
    "adm2": "",
    "date_end": "",
    "lessons": "",
    "reached_children": "",
    "donor": "",
    "budget": "",
    "currency": "",
    "may_publish": "no",
    "results": [],
}
HEARD: Answer = {
    "gw_form": FEEDBACK.mark,
    "fb_type": "question",
    "consent": "c2",
    "month_received": "2026-09-01",
    "org_name": "Maison ouverte",
    "channel": "help_desk",
    "message": "Where can my child go to school?",
    "gcm": ("gcm_15",),
    "times": "3",
    "sex": "female",
    "age": "25_59",
    "population_group": "migrant",
    "adm1": "tcd19",
    "fb_status": "new",
}
SENSITIVE: Answer = {"gw_form": FEEDBACK.mark, "fb_type": "sensitive_report", "passed_on": "yes"}


def read(path: Path) -> Reading:
    return rows.read(path, shipped.fitting(path, whole.read(path)))


def fields(reading: Reading) -> list[dict[str, object]]:
    assert [one.outcome for one in reading.rows] == [Outcome.DRAFT] * len(reading.rows), [
        problem.sentence() for one in reading.rows for problem in one.problems
    ]
    return [dict(one.fields) for one in reading.rows]


options = st.builds(
    Options,
    language=st.sampled_from(["", *SIX]),
    groups=st.booleans(),
    between=st.sampled_from(["/", "-", ".", ":"]),
    several=st.sampled_from(["one", "split", "both"]),
    delimiter=st.sampled_from([";", ","]),
    truth=st.sampled_from([("1", "0"), ("1.0", "0.0"), ("TRUE", "FALSE"), ("yes", "")]),
)


@settings(max_examples=24, deadline=None, suppress_health_check=list(HealthCheck))
@given(chosen=options)
def test_whatever_was_chosen_in_the_export_the_answers_are_the_same(tmp_path: Path, chosen: Options) -> None:
    path = kobo_csv(tmp_path / "out.csv", ACTIVITY, [FIRST, SECOND], chosen)
    reading = read(path)
    first, second = fields(reading)
    assert first["objectives"] == (7, 3, 21)
    assert (first["type"], first["status"], first["reach_method"]) == (
        "legal_support",
        "ongoing",
        "counted_each_person_once",
    )
    assert first["population_groups"] == ("migrant", "host_community")
    assert (first["start"], first["end"]) == ("2026-08-03", "2026-09-20")
    assert (first["reach_women"], first["reach_men"]) == (12, 6)
    assert first["partners"] == ("Red Cross", "City Council")
    assert (second["title"], second["objectives"]) == ("مكتب استقبال", (15,))
    assert (first.get("sensitivity"), second["sensitivity"]) == (None, "S3")
    assert first["reach_children"] == 5
    money = [dict(one.resources) for one in reading.rows]
    assert money == [{"budget": "1250.5", "currency": "XAF", "funder": "Town of Faya"}, {}]
    if not chosen.language:
        assert (first["place"], second["place"]) == ("TCD1901", "TCD19")


@pytest.mark.parametrize("language", ["", "ar", "zh"])
def test_a_workbook_brings_its_repeats(tmp_path: Path, language: str) -> None:
    path = kobo_xlsx(tmp_path / "out.xlsx", ACTIVITY, [FIRST, SECOND], Options(language=language))
    first, second = fields(read(path))
    assert first["result"] == "Papers issued: 41 / 50 documents\nOpen early."
    assert "result" not in second


def test_the_zip_of_odk_central_says_the_same_as_the_workbook(tmp_path: Path) -> None:
    zipped = read(odk_zip(tmp_path / "out.zip", ACTIVITY, [FIRST, SECOND]))
    book = read(kobo_xlsx(tmp_path / "out.xlsx", ACTIVITY, [FIRST, SECOND], Options()))
    assert fields(zipped) == fields(book)
    assert [one.key for one in zipped.rows] == [one.key for one in book.rows], "one record, wherever it was exported"


def test_taking_in_answers_can_be_stopped(tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    path = kobo_xlsx(tmp_path / "out.xlsx", ACTIVITY, [FIRST], Options())
    with pytest.raises(Cancelled):
        whole.read(path, progress=stop)


def test_an_edited_answer_is_the_same_record(tmp_path: Path) -> None:
    before = read(kobo_csv(tmp_path / "a.csv", ACTIVITY, [FIRST], Options()))
    path = kobo_csv(tmp_path / "b.csv", ACTIVITY, [{**FIRST, "title": "Advice at the bridge"}], Options(language="fr"))
    path.write_text(path.read_text("utf-8-sig").replace("edited-0", "edited-again"), "utf-8-sig")
    after = read(path)
    assert [one.key for one in before.rows] == [one.key for one in after.rows]
    assert fields(after)[0]["title"] == "Advice at the bridge"


@pytest.mark.parametrize("language", ["", "es"])
def test_of_a_sensitive_report_kind_and_month_alone_are_read(tmp_path: Path, language: str) -> None:
    told = [HEARD, {**SENSITIVE, "message": "He is called Idris"}]
    path = kobo_csv(tmp_path / "out.csv", FEEDBACK, told, Options(language=language))
    heard, sensitive = fields(read(path))
    assert sensitive == {"type": "sensitive_report", "month": "2026-09", "passed_on": True}
    assert heard["times"] == 3
    assert (heard["type"], heard["consent"], heard["month"]) == ("question", "C2", "2026-09")
    assert (heard["topics"], heard["channel"], heard["age_band"]) == ((15,), "help_desk", "25-59")


def test_what_was_said_stands_below_its_translation_and_a_zip_made_to_do_harm_is_refused(tmp_path: Path) -> None:
    told = {**HEARD, "message": "¿Dónde?", "translation": "Where?"}
    (heard,) = fields(read(kobo_csv(tmp_path / "out.csv", FEEDBACK, [told], Options())))
    assert heard["paraphrase"] == "Where?\n¿Dónde?"
    path = odk_zip(tmp_path / "out.zip", ACTIVITY, [FIRST])
    assert answers.mapping_of(whole.read(path)) is not None
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../elsewhere.csv", "a,b")
    with pytest.raises(UnsafeFileError):
        whole.read(path)


def test_who_filled_it_in_is_nowhere(tmp_path: Path) -> None:
    path = kobo_csv(tmp_path / "out.csv", FEEDBACK, [HEARD], Options())
    (heard,) = fields(read(path))
    assert "amina" not in str(heard)
    assert "08:31" not in str(heard)


def test_nothing_that_our_forms_ask_is_lost(tmp_path: Path) -> None:
    asked = {
        ACTIVITY: {"filled_on", "gw_form", "reached_total", "indicator", "unit", "target_value", "actual_value"},
        FEEDBACK: {"gw_form"},
    }
    """What is worked out from other answers, or stands in the lines of what was measured."""
    beside = {"gcm_main": "gcm", "lessons": "gw_result", "may_publish": "gw_sensitivity", "translation": "message"}
    beside |= {"month_received": "gw_month"}
    for form, known in asked.items():
        answer = {ACTIVITY: FIRST, FEEDBACK: HEARD}[form]
        mapping = shipped.fitting(path := kobo_csv(tmp_path / "a.csv", form, [answer], Options()), whole.read(path))
        kept = {*mapping.headings, mapping.organisation_code, mapping.passed_on}
        lost = {one.name for one in form.asked if beside.get(one.name, one.name) not in kept} - known
        assert not lost, "every question goes into a field, or beside one"
    wanted = {"Maison ouverte", "mo-7"}
    path = kobo_csv(tmp_path / "b.csv", ACTIVITY, [FIRST], Options())
    mapping = shipped.fitting(path, whole.read(path))
    found = {name: rows.read(path, mapping, organisation=name).counts[Outcome.DRAFT] for name in (*wanted, "MO-8")}
    assert found == {"Maison ouverte": 1, "mo-7": 1, "MO-8": 0}
