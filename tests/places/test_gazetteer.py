"""Finding places by code and by name."""

import gzip
import hashlib
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import paths
from app.places import Place, PlacesDamagedError, load
from app.places.gazetteer import Gazetteer

places = load()


def codes(*asked, **more):
    return [place.code for place in places.find(*asked, **more)]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("GN008001", "GN008001"),
        ("GIN008001", "GN008001"),
        ("TD19", "TCD19"),
        ("TCD19", "TCD19"),
        (" ke047 ", "KE047"),
        ("BDI001", "BDI001"),
        ("BI001", "BDI001"),
        ("KEN", "KE"),
        ("ke", "KE"),
    ],
)
def test_a_code_is_found_however_its_country_is_written(written, code):
    found = places.place(written)
    assert found.code == code
    assert found.known


def test_every_code_of_the_list_finds_its_own_place():
    for country in places.listed():
        for region in places.children(places.place(country)):
            for place in (region, *places.children(region)):
                found = places.place(place.code)
                assert (found.code, found.level, found.country) == (place.code, place.level, country)


def test_the_list_is_as_long_as_it_was_published():
    regions = [region for country in places.listed() for region in places.children(places.place(country))]
    districts = [district for region in regions for district in places.children(region)]
    assert len(places.listed()) == 110
    assert len(regions) + len(districts) == 22_987
    assert {region.level for region in regions} == {1}
    assert {district.level for district in districts} == {2}


def test_an_unknown_code_is_kept_with_the_longest_known_beginning():
    finer = places.place("GN00800107")
    assert (finer.code, finer.level, finer.parent) == ("GN00800107", None, "GN008001")
    assert places.place("GIN00800107").parent == "GN008001"
    assert places.place("KE999").parent == "KE"
    assert places.place("ZZ12") == Place("ZZ12", "ZZ12", None, "", "")
    assert not places.place("").known


def test_a_path_leads_from_the_country_to_the_place():
    assert [place.code for place in places.path(places.place("GIN008001"))] == ["GN", "GN008", "GN008001"]
    assert [place.code for place in places.path(places.place("GN00800107"))][-2:] == ["GN008001", "GN00800107"]
    assert places.path(places.place("KE")) == (places.place("KE"),)


def test_names_are_found_without_marks_and_hyphens():
    assert codes("Nzérékoré", "GN")[0] == "GN008"
    assert codes("guera", "TD") == codes("GUÉRA", "TCD")
    assert codes("hadjer-lamis", "TD")[0] == "TCD05"
    assert codes("n'djamena")[0] == codes("N’Djaména")[0] == "TCD18"


def test_a_slip_in_a_name_is_forgiven():
    assert "GN008002" in codes("gueckedu", "GN")


def test_larger_places_come_before_smaller_ones_of_the_same_name():
    assert codes("Kindia", "GN")[:2] == ["GN005", "GN005004"]


def test_a_search_stays_within_the_place_asked_for():
    assert codes("", "GN", within="GN008") == [
        "GN008",
        "GN008001",
        "GN008002",
        "GN008003",
        "GN008004",
        "GN008005",
        "GN008006",
    ]
    assert codes("kankan", within="GN008") == []
    assert len(codes("", "GN", limit=3)) == 3


def test_places_are_found_by_the_beginning_of_their_code():
    assert codes("GN0080") == [f"GN00800{number}" for number in range(1, 7)]


def test_a_country_without_a_list_has_no_smaller_places():
    assert codes("paris", "FR") == []
    assert places.children(places.place("FR")) == ()
    assert places.version("FR") == ""
    assert places.version("TCD") == "v01 2025-02-12"


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "Kenya"), ("fr", "Kenya"), ("es", "Kenia"), ("ar", "كينيا"), ("ru", "Кения"), ("zh", "肯尼亚")],
)
def test_countries_are_named_in_six_languages(language, name):
    assert places.country_name("KE", language) == places.country_name("ken", language) == name


def test_a_country_is_never_nameless():
    assert all(country.name for country in places.countries("ar"))
    assert places.country_name("XX", "en") == "XX"
    assert places.country_name("KE", "qps").startswith("⟦")
    assert places.country_name("KE", "no-such-language") == "Kenya"


def test_countries_are_listed_by_name_without_regard_to_marks():
    names = [country.name for country in places.countries("fr")]
    assert names.index("Égypte") < names.index("France")
    assert len(names) == 249


def test_two_letters_and_three_letters_say_the_same_country():
    assert (places.two_letters("KEN"), places.three_letters("KE")) == ("KE", "KEN")
    assert (places.two_letters("XXX"), places.three_letters("XX")) == ("", "")


@given(st.text(max_size=20))
def test_no_code_makes_the_list_stumble(text):
    found = places.place(text)
    assert found.known or found.code == text.strip()
    assert places.path(found)[-1] == found


def test_a_damaged_list_is_told_in_a_sentence(tmp_path):
    folder = shutil.copytree(paths.resources() / "places", tmp_path / "places")
    (folder / "places.tsv.gz").write_bytes(b"no list")
    with pytest.raises(PlacesDamagedError, match="list of places"):
        Gazetteer(folder).place("KE047")


def test_the_list_names_its_source_and_stays_small():
    sources = (paths.resources() / "places" / "SOURCES.tsv").read_text(encoding="utf-8")
    packed = (paths.resources() / "places" / "places.tsv.gz").read_bytes()
    assert "OCHA" in sources
    assert "CC BY-IGO" in sources
    assert len(packed) < 400_000
    unpacked = hashlib.sha256(gzip.decompress(packed)).hexdigest()
    assert unpacked == "2c93a1f6708fec1fc601bd26f607b51c1d19e20375321e9aad84c69733476de2"
