"""Our forms, judged by the tool that KoboToolbox and ODK read forms with."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from pyxform.xls2xform import convert

from app.i18n import SIX
from app.intake.forms import xls_form
from app.intake.forms.questions import ACTIVITY, FEEDBACK, FORMS, Form

DAY = date(2026, 10, 12)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
@pytest.mark.parametrize("languages", [("en",), ("fr", "ar"), SIX], ids=len)
def test_a_form_is_taken_without_a_warning_and_its_validator_is_silent(
    tmp_path: Path, form: Form, languages: tuple[str, ...]
) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(xls_form.workbook(form, languages, "TD", DAY))
    made = convert(path, validate=languages == SIX)
    assert made.warnings == []
    for code in languages if len(languages) > 1 else ():
        assert f"({code})" in made.xform


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_translated_column_stands_in_every_language_and_no_choice_twice(form: Form) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(xls_form.workbook(form, SIX, "TD", DAY)))
    heads, *rows = book.get_sheet_by_name("survey").to_python()
    labelled = [place for place, head in enumerate(heads) if head.startswith("label::")]
    assert len(labelled) == len(SIX)
    for row in rows:
        told = [bool(row[place]) for place in labelled]
        assert all(told) or not any(told), row
    _heads, *choices = book.get_sheet_by_name("choices").to_python()
    names = [(row[0], row[1]) for row in choices]
    assert len(set(names)) == len(names)
    assert all(cell for row in choices for cell in row[:-1])


def test_nothing_about_devices_moments_or_persons_is_recorded() -> None:
    for form in FORMS:
        kinds = {one.type for one in form.questions}
        assert not kinds & {"start", "end", "deviceid", "username", "phonenumber", "email", "geopoint", "audit"}
    asked = [one.name for one in FEEDBACK.asked]
    assert asked.index("fb_type") == 1, "the kind comes first, so that a sensitive report stops at once"
    group = next(one for one in FEEDBACK.questions if one.name == "g_fb")
    assert group.relevant == "${fb_type} != 'sensitive_report'"


def test_a_country_without_a_list_of_regions_is_refused() -> None:
    with pytest.raises(xls_form.NoPlacesError, match="Atlantis"):
        xls_form.workbook(ACTIVITY, ("en",), "Atlantis", DAY)
