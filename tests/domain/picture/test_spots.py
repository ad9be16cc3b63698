"""Places of a map: silent ones too, never finer than what was told, and from published numbers alone."""

from __future__ import annotations

from app.compact import load
from app.domain.coverage import State
from app.domain.picture.spots import MOST_REGIONS, Grain, spots
from app.domain.picture.words import spot, spot_name
from app.domain.shared import Picture, SharedAssessment
from app.domain.terms import WITHHELD, Count, When
from app.domain.wording import Wording
from app.places import load as places
from tests.pictures import CITY, CLINIC, NETWORK, PERIOD, activity, of, rich

WORDING = Wording.of("en", load())


def told(picture: Picture, objective: int = 0) -> dict[str, tuple[State, int, str, str]]:
    found = spots(picture, objective)
    return {
        spot_name(one.code, found, WORDING): (
            one.known.state,
            one.organisations,
            spot(one, WORDING),
            WORDING.reach(one.reach),
        )
        for one in found.each
    }


def test_every_region_of_the_countries_told_of_stands_there_and_silence_is_not_zero() -> None:
    found = told(rich())
    assert len(found) == 11, "ten regions and what names no place"
    assert found["Oriental"] == (State.DONE, 1, "1 activity from 1 organisation", "120")
    assert found["Souss Massa"] == (State.NOT_REPORTED, 0, "Not reported", "not counted")
    assert found["No place told"][:3] == (State.DONE, 1, "1 activity from 1 organisation")
    about = told(rich(), 15)
    assert about["Rabat Sale Kenitra"][0] is State.NOT_REPORTED
    silent = of((NETWORK, (SharedAssessment("n", 15, PERIOD.iso, nothing_done=True),)))
    assert told(silent)["No place told"][2] == "1 organisation wrote that nothing was done."
    assert told(silent)["Oriental"][0] is State.NOT_REPORTED, "nobody said of which place"


def test_what_names_a_country_alone_stands_for_no_region_of_it() -> None:
    shown = of((NETWORK, (activity("a", 4, place="MA007001"), activity("b", 4, place="MA"), activity("c", 4))))
    found = spots(shown)
    assert found.grain is Grain.REGIONS and found.is_vague("MA") and not found.is_vague("MA007")
    whole = told(shown)
    assert whole["Oriental"][2] == whole["\u2068Morocco\u2069, no region told"][2] == "1 activity from 1 organisation"
    lone = spots(of((NETWORK, (activity("a", 4, place="FR"), activity("b", 4, place="MA007")))))
    assert not lone.is_vague("FR"), "of France no region is listed, so nothing finer is known of it"


def test_many_countries_are_shown_by_country() -> None:
    codes = [code for code in places().listed() if len(places().children(places().place(code))) > 20][:6]
    inside = places().children(places().place(codes[0]))[0].code
    shown = of((NETWORK, tuple(activity(code, 4, place=code) for code in (*codes, inside))))
    found = spots(shown)
    assert sum(len(places().children(places().place(code))) for code in codes) > MOST_REGIONS
    assert found.grain is Grain.COUNTRIES
    assert {one.code: one.known.activities for one in found.each} == {**dict.fromkeys(codes, 1), codes[0]: 2}


def test_people_of_a_place_are_a_range_of_printed_numbers_and_an_activity_of_two_counts_once() -> None:
    shared = {"place": "MA007", "joint_id": "joint-1", "start": When(2026, 8)}
    shown = of(
        (NETWORK, (activity("a", 4, reach=Count(120), **shared), activity("h", 4, reach=WITHHELD, place="MA008"))),
        (CITY, (activity("b", 4, reach=Count(60), **shared), activity("d", 4, reach=Count(80), place="MA008"))),
        (CLINIC, (activity("c", 4, place="MA001"),)),
    )
    found = told(shown)
    assert found["Oriental"][1:3] == (2, "1 activity from 2 organisations")
    assert found["Rabat Sale Kenitra"][3] == "at least 80; 1 number withheld"
    assert found["Beni Mellal Khenifra"][3] == "not counted"
