"""How coarse a place must be before it may leave."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.places import UnknownPlaceError, coarsen, load, region

place = load().place


@pytest.mark.parametrize(
    ("code", "people", "printed"),
    [
        ("GN008001", 10, "GN008001"),
        ("GN008001", 9, "GN008"),
        ("GN008", 10, "GN008"),
        ("GN008", 9, "GN"),
        ("GN", 1, "GN"),
        ("GN00800107", 500, "GN008001"),
        ("GN00800107", 3, "GN008"),
        ("GN9", 500, "GN"),
    ],
)
def test_a_small_group_is_shown_beside_the_next_larger_place(code, people, printed):
    assert coarsen(place(code), people).code == printed


def test_a_place_of_no_known_country_is_never_printed():
    with pytest.raises(UnknownPlaceError, match="ZZ12"):
        coarsen(place("ZZ12"), 500)


@given(st.sampled_from(["GN008001", "GN008", "GN", "TD1801", "GN00800107"]), st.integers(min_value=0, max_value=10_000))
def test_what_is_printed_holds_the_place_and_is_no_smaller_than_a_district(code, people):
    printed = coarsen(place(code), people)
    assert printed in load().path(place(code))
    assert printed.level <= 2
    assert people >= 10 or printed.level < 2


def test_the_region_of_a_place_is_its_admin_1():
    assert region(place("GN008001")).code == "GN008"
    assert region(place("GN00800107")).code == "GN008"
    assert region(place("GN008")).code == "GN008"
    assert region(place("GN")) is None
    assert region(place("ZZ1")) is None
