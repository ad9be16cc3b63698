"""Blank sheets: every sheet and row has a number that passes its check, and there is no place for a name."""

from __future__ import annotations

from datetime import date

import pytest

from app.compact import load
from app.services.paper import blank_sheets, paper_forms
from app.services.paper.blank_sheets import Wanted
from app.services.paper.sheet_numbers import SheetNumber
from tests.reports.reading import opened, text_by_poppler, text_by_pypdf

DAY = date(2026, 10, 30)


def drawn(name: str, count: int, *languages: str, page: str = "A4") -> blank_sheets.Printed:
    wanted = Wanted(paper_forms.named(name), count, languages, page, "Tangier Network")
    return blank_sheets.draw(load(), wanted, DAY)


def test_sheets_have_boxes_for_all_choices_and_numbers_of_their_own() -> None:
    printed = drawn("feedback", 2, "en")
    pages = opened(printed.pages.data).pages
    text = " ".join(text_by_pypdf(printed.pages.data).split())
    assert len(pages) == 2 * paper_forms.FEEDBACK.sides and len(set(printed.numbers)) == 2
    for number in printed.numbers:
        assert number.rows > 2
        for shown, row in ((number.printed, 0), *((number.row(n), n) for n in range(1, number.rows + 1))):
            assert text.split().count(shown) == 1 and SheetNumber.read(shown) == (number, row)
    for words in ("Suggestion", "Social media", "October", "May be published", "23 Cooperation", "write no names"):
        assert words in text, words
    assert "Sensitive report" not in text and "focal point" in text
    assert not printed.pages.warnings


def test_a_sheet_in_two_languages_says_everything_in_both() -> None:
    printed = drawn("activity", 1, "ar", "fr", page="Letter")
    page = opened(printed.pages.data).pages[0]
    assert page.mediabox.width == 612 and len(opened(printed.pages.data).pages) == 1
    text = text_by_poppler(printed.pages.data)
    assert "octobre" in text and "مايو" in text
    full = drawn("activity-full", 1, "en")
    assert full.numbers[0].rows == 1
    told = text_by_pypdf(full.pages.data)
    assert "Partner organisations" in told and "Exact place" not in told and "How sensitive" not in told


def test_nobody_prints_no_sheet_or_one_in_three_languages() -> None:
    with pytest.raises(blank_sheets.TooManySheetsError):
        drawn("feedback", 0, "en")
    with pytest.raises(blank_sheets.LanguagesOfSheetError):
        drawn("feedback", 1, "en", "fr", "ar")
    with pytest.raises(paper_forms.NoPaperFormError, match="activity-full"):
        paper_forms.named("rumour")


def test_each_form_is_one_whole_sheet_in_each_of_the_six_languages() -> None:
    for language, suggestion in (
        *(("en", "Suggestion"), ("ar", "اقتراح"), ("es", "Sugerencia"), ("fr", "Suggestion"), ("ru", "Предложение")),
        ("zh", "建议"),
    ):
        for form in ("feedback", "activity"):
            printed = drawn(form, 1, language)
            sides = paper_forms.named(form).sides
            assert (len(opened(printed.pages.data).pages), printed.pages.warnings) == (sides, ()), (form, language)
            text = text_by_poppler(printed.pages.data)
            assert suggestion in text or form != "feedback", language
            assert printed.numbers[0].printed in text, (form, language)
