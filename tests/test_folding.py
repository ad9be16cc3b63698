"""Folding: what people type meets what others wrote."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.folding import fold, index_text, index_words, only_digits, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("École", "ecole"),
        ("NIÑOS", "ninos"),
        ("Straße", "strasse"),
        ("œuvre", "oeuvre"),
        ("ребёнка", "ребенка"),
        ("Йод", "иод"),
        ("أُسْرَة", "اسره"),
        ("إقامة", "اقامة"),
        ("ٱلمدرسة", "المدرسه"),
        ("ی", "ي"),
        ("مستشفى", "مستشفي"),
        ("العـــربية", "العربية"),
        ("کتاب", "كتاب"),
        ("١٢٣", "123"),
        ("ＡＢＣ", "abc"),
        ("e\u0301cole", "école"),
        ("İstanbul", "istanbul"),
    ],
)
def test_marks_case_and_variants_of_letters_do_not_matter(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "`"])
def test_an_apostrophe_parts_two_words(apostrophe):
    assert words(f"l{apostrophe}école") == ("l", "ecole")


def test_chinese_becomes_pairs_and_a_single_character_stays():
    assert words("法律援助") == ("法律", "律援", "援助")
    assert words("水") == ("水",)


def test_chinese_is_parted_from_letters_and_digits_beside_it():
    assert words("GCM目标15号") == ("gcm", "目标", "15", "号")


@pytest.mark.parametrize("written", ["المهاجرين", "والمهاجرين", "بالمهاجرين", "للمهاجرين", "المُهَاجِرِينَ"])
def test_the_arabic_article_and_what_is_glued_to_it_are_set_aside(written):
    assert words(written) == ("مهاجرين",)


def test_a_short_arabic_word_keeps_its_first_letters():
    assert words("الم") == ("الم",)
    assert words("وثائق") == ("وثايق",)


def test_an_index_holds_every_form_that_somebody_may_start_to_type():
    assert index_words("المهاجرون") == ("المهاجرون", "مهاجرون")
    assert index_words("法律援助")[-1] == "助"
    assert index_words("legal aid") == ("legal", "aid")


@given(st.text())
def test_whatever_is_typed_is_in_the_index_of_the_same_text(text):
    assert set(words(text)) <= set(index_words(text))


@given(st.text() | st.text(st.characters(max_codepoint=0x7F)))
def test_an_index_that_parts_letters_and_digits_finds_the_same_words_in_the_text_as_a_whole(text):
    assert tuple(re.findall(r"[^\W_]+", index_text(text))) == index_words(text)


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("typed", ["06781 2", "٠٦٧٨١ ٢", "۰۶۷۸۱۲", "०६७८१-२", "\u20660 6 7 8 1 2\u2069²①"])
def test_digits_that_were_heard_are_those_of_any_numerals(typed: str):
    assert only_digits(typed) == "067812"
