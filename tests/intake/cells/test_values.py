from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import compact, i18n
from app.domain.records import Activity, rule
from app.intake.cells import dates, numbers, values
from app.intake.cells.dates import Order, order_of, read_when
from app.intake.cells.numbers import decimal_mark, read_count
from app.intake.words import fold, fold_heading, is_null


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("2025-03-31", "2025-03-31"),
        ("2021-07-05T10:58:34.147+03:00", "2021-07-05"),
        ("2025/3/1", "2025-03-01"),
        ("2025-03", "2025-03"),
        ("03/2025", "2025-03"),
        ("31/03/2025", "2025-03-31"),
        ("12/15/2014", "2014-12-15"),
        ("31.3.25", "2025-03-31"),
        ("12 octobre 2026", "2026-10-12"),
        ("Oct. 2026", "2026-10"),
        ("May 2014", "2014-05"),
        ("١٢/١٣/٢٠٢٥", "2025-12-13"),
        ("مارس 2025", "2025-03"),
        (45658, "2025-01-01"),
        (45658.75, "2025-01-01"),
    ],
)
def test_days_and_months_are_read_as_they_are_written(cell, iso):
    assert read_when(cell).value == iso


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("August", dates.NO_YEAR),
        ("6-Oct", dates.NO_YEAR),
        ("04/03/2025", dates.EITHER_ORDER),
        ("31/02/2025", dates.NOT_A_DATE),
        ("2025-13-01", dates.NOT_A_DATE),
        ("soon", dates.NOT_A_DATE),
        ("0202-01-01", dates.ODD_YEAR),
        (12, dates.NOT_A_DATE),
    ],
)
def test_what_is_not_clear_is_never_guessed(cell, message):
    read = read_when(cell)
    assert (read.value, read.message) == (None, message)


def test_one_clear_day_decides_the_order_of_the_whole_column():
    order = order_of(["04/03/2025", "30/04/2016", None])
    assert order is Order.DAY_FIRST
    assert read_when("04/03/2025", order=order).value == "2025-03-04"
    assert order_of(["12/15/2014", "18/12/2014"]) is Order.NOT_KNOWN


def test_serial_days_of_old_mac_workbooks_start_in_1904():
    assert read_when(45658 - 1462, from_1904=True).value == "2025-01-01"


@given(st.dates(min_value=dates.When(1990, 1, 1).first_day, max_value=dates.When(2100, 12, 31).first_day))
def test_every_day_is_read_back_from_any_clear_form(day):
    assert read_when(day.isoformat()).value == day.isoformat()
    assert read_when(f"{day:%d/%m/%Y}", order=Order.DAY_FIRST).value == day.isoformat()
    assert read_when(f"{day:%m/%d/%Y}", order=Order.MONTH_FIRST).value == day.isoformat()


@given(st.text())
def test_no_text_breaks_the_readers(said):
    for read in (read_when(said), read_count(said), values.read_objective(said)):
        assert (read.value is None) == bool(read.message)


@pytest.mark.parametrize(
    ("column", "counts"),
    [
        (["1 234", "12"], [1234, 12]),
        (["1\u202f234"], [1234]),
        (["1.234", "1.234,0"], [1234, 1234]),
        (["1,234", "1,234.0"], [1234, 1234]),
        (["1,234,567"], [1234567]),
        (["١٬٢٣٤", "١٢"], [1234, 12]),
        (["1.2E+03"], [1200]),
        ([12.0, 7], [12, 7]),
    ],
)
def test_counts_are_read_by_what_the_whole_column_shows(column, counts):
    assert [read_count(cell, mark=decimal_mark(column)).value for cell in column] == counts


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("about 200", numbers.NOT_A_NUMBER),
        ("-3", numbers.BELOW_ZERO),
        (2.5, numbers.NOT_WHOLE),
        ("2.36E+95", numbers.TOO_BIG),
        (True, numbers.NOT_A_NUMBER),
    ],
)
def test_what_is_not_a_count_says_why(cell, message):
    assert read_count(cell).message == message


def test_codes_are_found_by_code_or_by_label_in_any_language():
    types = compact.load().code_list("activity_types")
    for code in types:
        assert values.read_code(code.upper(), types).value == code
        assert values.read_code(types.label(code, "en"), types).value == code


def test_an_unknown_code_is_a_problem_and_never_other():
    channels = compact.load().code_list("feedback_channels")
    assert "other" in channels
    assert values.read_code("carrier pigeon", channels).message == values.NOT_IN_LIST


@pytest.mark.parametrize("said", ["7", "07", "GCM-07", "Objective 7", "objectif 7", "٧"])
def test_objectives_are_found_by_number(said):
    assert values.read_objective(said).value == 7


@pytest.mark.parametrize("said", ["0", "24", "7a", ""])
def test_there_are_twenty_three_objectives(said):
    assert values.read_objective(said).message == values.NOT_AN_OBJECTIVE


def test_lists_are_split_where_the_mapping_says():
    partners = rule(Activity, "partners")
    assert values.split("IOM; Red Cross ;IOM", partners, ";") == ["IOM", "Red Cross"]
    assert values.split("UNICEF/Caritas", partners, "/") == ["UNICEF", "Caritas"]
    assert values.split("7, 15", rule(Activity, "objectives"), ";") == ["7", "15"]


@pytest.mark.parametrize("said", ["", "NA", "n/a", "#N/A", " - ", "null", "N.A.", "Loading..."])
def test_null_words_say_nothing(said):
    assert is_null(said)


@given(st.text("nNñＮ\u0301aA/#. -\u200dslLо0x'", max_size=8))
def test_a_word_for_nothing_is_known_by_its_letters_whatever_stands_around_them(said):
    assert is_null(said) is (fold(said) in {"", "na", "n a", "s o", "nan", "null"})


def test_headings_compare_without_case_accents_marks_and_instructions():
    assert fold_heading("\ufeffCLUSTER\u00a0\n(Choisir dans la liste)") == fold_heading("cluster")
    assert fold_heading("Préfecture (adm2)") == "prefecture"
    assert fold("الإِدَارَة") == fold("الادارة")


@given(
    st.one_of(
        st.dates().map(str), st.dates().map(lambda day: f"{day:%d/%m/%Y}"), st.integers(0, 10**9), st.floats(0, 1e6)
    ),
    st.sampled_from(i18n.SIX),
    st.sampled_from((i18n.LATIN, i18n.ARABIC)),
)
def test_what_is_imported_is_read_alike_in_every_language_of_the_window(cell, language, numerals):
    i18n.activate("en")
    read = (read_when(cell), read_count(cell), read_count(f"{cell:,}" if not isinstance(cell, str) else cell))
    i18n.activate(language, numerals)
    again = (read_when(cell), read_count(cell), read_count(f"{cell:,}" if not isinstance(cell, str) else cell))
    i18n.activate("en")
    assert again == read
