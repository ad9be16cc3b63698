"""Where places lie: whole outlines, points that lie where their region is, and nothing finer than a region."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from app.places import PlacesDamagedError, atlas, load
from app.places.atlas import Atlas


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


def test_a_damaged_file_of_maps_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "outlines.tsv.gz").write_bytes(gzip.compress(b"KE\tno number\t1\t1,2,3,4,5,6\n"))
    with pytest.raises(PlacesDamagedError):
        _ = Atlas(tmp_path).outlines
    with pytest.raises(PlacesDamagedError):
        Atlas(tmp_path).position("KE001")
