"""Lists of places as OCHA and governments publish them."""

from __future__ import annotations

import pytest

from app.intake import place_lists
from app.intake.place_lists import NoPlacesInListError
from app.places import load
from tests.intake.made import sample

WIDE = """ADM0_EN,ADM0_PCODE,ADM1_FR,ADM1_AR,ADM1_PCODE,ADM2_FR,ADM2_AR,ADM2_PCODE,ADM2_OLD,ADM3_FR,ADM3_PCODE,VALIDON
Tunisia,TN,Tunis,تونس,TN11,Bab Souika,باب سويقة,TN1152,TN1199,Souk,TN115201,2025-01-01
Tunisia,TN,Tunis,تونس,TN11,Bab Souika,باب سويقة,TN1152,TN1199,Halfaouine,TN115202,2025-03-01
Tunisia,TN,,,,Nowhere,,,,,,
Mars,XX,Crater,,XX01,,,,,,,
"""


def test_a_wide_list_gives_regions_districts_and_below_with_every_name_and_the_codes_of_before(tmp_path):
    path = tmp_path / "tun.csv"
    path.write_text(WIDE, "utf-8")
    (pack,) = place_lists.read(path, load())
    assert (pack.country, pack.version, pack.counts) == ("TN", "2025-03-01", {1: 1, 2: 1, 3: 2})
    region, district, below, _other = pack.places
    assert (region.name, region.other_names, region.parent) == ("Tunis", ("تونس",), "TN")
    assert (district.name, district.other_names, district.parent) == ("Bab Souika", ("باب سويقة",), "TN11")
    assert below.parent == "TN1152"
    assert pack.former == {"TN1199": "TN1152"}


def test_the_gazetteer_as_ocha_publishes_it_is_read_from_all_its_sheets():
    (pack,) = place_lists.read(sample("places-maps/afg_admin_gazetteer.xlsx"), load())
    assert (pack.country, pack.counts) == ("AF", {1: 34, 2: 401, 3: 0})
    known = {place.code: place for place in pack.places}
    assert known["AF11"].name == "Ghazni"
    assert "غزنی" in known["AF11"].other_names
    assert known["AF0501"].parent == "AF05"


def test_the_list_of_all_countries_says_the_same_as_the_one_that_ships():
    packs = place_lists.read(sample("places-maps/global_pcodes_adm_1_2.csv"), load())
    assert len(packs) > 100
    (chad,) = (pack for pack in packs if pack.country == "TD")
    listed = load().children(load().place("TD"))
    assert [one.code for one in listed] == [one.code for one in chad.places if one.level == 1]
    assert {one.parent for one in chad.places if one.level == 2} <= {one.code for one in listed}


@pytest.mark.parametrize("name", ["hxl-3w/ocha_sectors.csv", "places-maps/countries_taxonomy.csv"])
def test_a_table_without_p_codes_is_named(name):
    with pytest.raises(NoPlacesInListError):
        place_lists.read(sample(name), load())
