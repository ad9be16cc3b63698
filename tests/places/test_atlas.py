"""Where places lie: whole outlines, points that lie where their region is, and nothing finer than a region."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path

import pytest

from app.places import PlacesDamagedError, atlas, load
from app.places.atlas import Atlas, Outline


def test_no_outline_is_torn_where_it_crosses_the_date_line() -> None:
    for one in atlas().outlines:
        for ring in one.rings:
            steps = [abs(after[0] - before[0]) for before, after in zip(ring, ring[1:], strict=False)]
            assert max(steps, default=0.0) < 60, one.code
    fiji = next(one for one in atlas().outlines if one.code == "FJ")
    west, _south, east, _north = fiji.box
    assert any(min(x for x, _y in ring) > 170 for ring in fiji.rings)
    assert -180 <= fiji.middle[0] <= 180 and west < east


def test_an_area_that_is_shown_within_a_country_has_no_line_of_its_own() -> None:
    found = {one.code: one for one in atlas().outlines}
    assert "SOL" not in found and "CYN" not in found
    somalia = max(found["SO"].rings, key=len)
    assert min(x for x, _y in somalia) < 43.5, "it reaches to Djibouti in one piece"
    assert {"EH", "PS", "XX"} & set(found) == {"EH", "PS"}, (
        "territories that the United Nations list stand for themselves"
    )


def test_points_of_regions_lie_in_their_country_and_those_of_places_below_are_not_told() -> None:
    known, land = atlas(), {one.code: one for one in atlas().outlines}
    found = 0
    for country in load().listed():
        for region in load().children(load().place(country)):
            if at := known.position(region.code):
                west, south, east, north = land[country].box
                assert west - 0.4 <= at[0] <= east + 0.4 and south - 0.4 <= at[1] <= north + 0.4, region
                found += 1
            for district in load().children(region)[:2]:
                assert known.position(district.code) is None
    assert found > 1700
    tangier, nairobi = known.position("MA010"), known.position("KE047")
    assert tangier and abs(tangier[0] + 5.5) < 1 and abs(tangier[1] - 35.3) < 1
    assert nairobi and abs(nairobi[0] - 36.85) < 0.3 and abs(nairobi[1] + 1.29) < 0.3
    assert known.position("KE") and known.position("nowhere") is None and known.position("") is None


def test_regions_have_outlines_where_all_of_their_country_are_known_and_meet_in_the_same_lines() -> None:
    known = atlas()
    codes = {region.code: region.country for c in load().listed() for region in load().children(load().place(c))}
    drawn = {code for code in codes if known.area(code)}
    assert len(drawn) > 700
    for country in {codes[code] for code in drawn} - {"MV"}:
        assert {code for code, of in codes.items() if of == country} <= drawn, "all regions of a country, or none"
    zambia = [ring for code in drawn if codes[code] == "ZM" for ring in known.area(code)[:1]]
    shared = Counter(tuple(sorted(line)) for ring in zambia for line in zip(ring, ring[1:], strict=False))
    assert sum(count == 2 for count in shared.values()) > 300, "two neighbours, one line"
    for code in drawn:
        west, south, east, north = Outline("", (0, 0), known.area(code)).box
        assert west <= east and south <= north
    assert not known.area("MA007"), "regions of before a reform are not drawn as if they were those of now"
    assert known.area("MA") and known.area("") == known.area("nowhere") == ()
    first = next(one for one in load().children(load().place("ZM")))
    assert not any(known.area(district.code) for district in load().children(first)), "nothing finer than a region"


def test_a_damaged_file_of_maps_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "outlines.tsv.gz").write_bytes(gzip.compress(b"KE\tno number\t1\t1,2,3,4,5,6\n"))
    with pytest.raises(PlacesDamagedError):
        _ = Atlas(tmp_path).outlines
    with pytest.raises(PlacesDamagedError):
        Atlas(tmp_path).position("KE001")
    (tmp_path / "regions.tsv.gz").write_bytes(b"no archive")
    with pytest.raises(PlacesDamagedError):
        Atlas(tmp_path).area("KE001")
