"""Finding objectives by everyday words, measured on queries in six languages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compact import load
from app.compact.search import find

QUERIES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "queries.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def numbers(typed, **more):
    return [match.objective.number for match in find(typed, pack=load(), **more)]


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "ru", "zh"])
def test_nine_of_ten_queries_find_their_objective_among_the_first_three(language):
    asked = [(typed, set(map(int, wanted.split()))) for spoken, typed, wanted in QUERIES if spoken == language]
    missed = [typed for typed, wanted in asked if not wanted & set(numbers(typed)[:3])]
    assert len(asked) >= 20
    assert len(missed) <= len(asked) // 10, missed


@pytest.mark.parametrize(
    ("typed", "number"), [("language classes", 16), ("aide juridique", 7), ("وثائق", 4), ("法律援助", 7)]
)
def test_everyday_words_find_the_right_objective_first(typed, number):
    assert numbers(typed)[0] == number
    assert find(typed, pack=load())[0].strength == "best"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("15", 15),
        (" 7 ", 7),
        ("07", 7),
        ("objective 7", 7),
        ("Objectif n° 7", 7),
        ("objetivo 7", 7),
        ("الهدف ٧", 7),
        ("Цель 7", 7),
        ("目标7", 7),
        ("GCM-15", 15),
        ("gcm_15", 15),
        ("15(c)", 15),
        ("15 c", 15),
    ],
)
def test_a_number_finds_its_objective_alone(typed, number):
    assert numbers(typed) == [number]


@pytest.mark.parametrize("typed", ["0", "24", "GCM-99", "", "   ", "!?", "the", "xyzzy qwerty", "ъъъъ"])
def test_nothing_is_made_up_where_nothing_fits(typed):
    assert numbers(typed) == []


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("recrutment", 6),
        ("langage clases", 16),
        ("detencion", 13),
        ("embasy", 14),
        ("пенссия", 22),
        ("القنصليه", 14),
    ],
)
def test_slips_of_the_finger_are_forgiven(typed, number):
    assert number in numbers(typed)[:3]


def test_a_word_spelt_right_counts_more_than_one_that_resembles():
    right, slip = find("trafficking", pack=load())[0], find("traficcking", pack=load())[0]
    assert right.objective == slip.objective
    assert right.score > slip.score


def test_the_beginning_of_a_word_is_enough_while_typing():
    assert numbers("consul")[0] == 14
    assert numbers("remit")[0] == 20
    assert numbers("юридич")[0] == 7


@pytest.mark.parametrize("typed", ["وثائق", "الوثائق", "والوثائق", "بالوثائق", "للوثائق"])
def test_arabic_particles_do_not_hide_a_word(typed):
    assert numbers(typed)[0] == 4


def test_plurals_elisions_and_cases_do_not_hide_a_word():
    assert numbers("l’école")[0] == numbers("écoles")[0] == 15
    assert numbers("remesa")[0] == numbers("remesas")[0] == 20
    assert numbers("пенсию")[0] == numbers("пенсиями")[0] == 22


def test_chinese_is_read_inside_a_sentence():
    assert numbers("我们为移民妇女提供法律援助")[0] == 7


def test_the_words_that_led_there_are_told_as_they_were_typed():
    best = find("Cours de Français", pack=load())[0]
    assert best.matched == ("Cours", "Français")


def test_strong_matches_come_before_those_one_may_also_mean():
    found = find("school children papers", pack=load())
    strengths = [match.strength for match in found]
    assert {15, 4} <= {match.objective.number for match in found if match.strength == "best"}
    assert strengths == sorted(strengths, reverse=False, key=("best", "also").index)
    assert "also" in strengths


def test_no_more_than_asked_for_are_found():
    assert len(numbers("help children at school with papers and work", limit=2)) == 2


@given(st.text(max_size=80))
def test_whatever_is_typed_the_answer_is_ranked_and_known(typed):
    found = find(typed, pack=load())
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert all(match.objective.known and match.matched for match in found)
    assert len({match.objective for match in found}) == len(found)
