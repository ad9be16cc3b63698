"""form, and its answers through import."""

from __future__ import annotations

import json
from pathlib import Path

from app.intake.forms.questions import ACTIVITY, FEEDBACK
from tests.cli.made import done, groundwork, new, refused
from tests.intake.forms.exporting import Options, kobo_csv
from tests.intake.forms.test_answers import FIRST, HEARD, SECOND, SENSITIVE
from tests.intake.forms.test_dictionary import Options as Foreign
from tests.intake.forms.test_dictionary import exported, written


def test_a_form_is_written_for_the_country_and_languages_asked_for(tmp_path: Path):
    words = ("form", "activity", "--country", "TD", "--languages", "fr,ar", "--to", tmp_path / "form.xlsx")
    assert done(*words)["languages"] == ["fr", "ar"]
    assert (tmp_path / "form.xlsx").read_bytes().startswith(b"PK")
    assert "already exists" in refused(*words)
    assert "no list of regions" in refused("form", "activity", "--country", "QQ", "--to", tmp_path / "x.xlsx")
    assert "no form for “partner”" in refused("form", "partner", "--country", "TD", "--to", tmp_path / "x.xlsx")
    wrong = groundwork("form", "activity", "--country", "TD", "--languages", "tlh", "--to", tmp_path / "x.xlsx")
    assert wrong.status == 2
    assert groundwork("form", "activity", "--country", "TD", "--to", tmp_path / "form.csv").status == 2


def test_its_answers_are_imported_without_a_mapping_and_again_change_nothing(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    path = kobo_csv(tmp_path / "out.csv", ACTIVITY, [FIRST, SECOND], Options(language="ar", several="split"))
    assert done("import", made, path)["counts"]["new"] == 2
    assert done("import", made, path)["counts"]["same"] == 2
    (money,) = done("list", made, "resources")["records"]
    told = done("show", made, money["id"])["fields"]
    assert (told["budget"], told["currency"], told["funder"]) == ("1250.5", "XAF", "Town of Faya")
    heard = kobo_csv(tmp_path / "heard.csv", FEEDBACK, [HEARD, SENSITIVE], Options(language="fr"))
    done("import", made, heard)
    (note,) = done("list", made, "sensitive_note")["records"]
    assert done("show", made, note["id"])["fields"]["passed_on"] is True
    edited = kobo_csv(tmp_path / "b.csv", ACTIVITY, [{**FIRST, "title": "At the bridge"}, SECOND], Options())
    counts = done("import", made, edited)["counts"]
    assert (counts["new"], counts["update"], counts["same"]) == (0, 1, 1)


def test_the_form_of_others_is_the_dictionary_of_its_export(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    form, path = written(tmp_path / "form.xlsx"), exported(tmp_path / "out.csv", Foreign(several="split"))
    mapping = tmp_path / "m.json"
    told = {"title": "What was done?", "summary": "{Kind of visit}: {What was needed?}", "reach_women": "Women"}
    mapping.write_text(json.dumps({"groundwork_mapping": 1, "kind": "activity", "columns": told, "key": ["_uuid"]}))
    words = ("import", made, path, "--mapping", mapping)
    assert "no column called" in refused(*words)
    assert done(*words, "--dictionary", form)["counts"]["new"] == 2
    assert done("import", made, path, "--dictionary", form)["counts"]["same"] == 2, "the mapping is remembered"
    ids = {one["id"] for one in done("list", made, "activity")["records"]}
    summaries = {done("show", made, one)["fields"].get("summary", "") for one in ids}
    assert "Home visit: Food and cash; Papers" in summaries
    assert "XLSForm" in refused(*words, "--dictionary", path)
