"""Places that an organisation brought itself."""

from app.places import Place, PlacePack, coarsen, load

PACK = PlacePack(
    "TN",
    "2025-01-01",
    (
        Place("TN11", "Tunis", 1, "TN", "TN", ("تونس",)),
        Place("TN1152", "Bab Souika", 2, "TN11", "TN", ("باب سويقة",)),
        Place("TN115201", "El Halfaouine", 3, "TN1152", "TN", ("الحلفاوين",)),
        Place("TN99", "Île Nouvelle", 1, "TN", "TN"),
    ),
    {"TN1199": "TN1152"},
)
known = load().with_packs([PACK])


def codes(*asked, **more):
    return [place.code for place in known.find(*asked, **more)]


def test_places_of_a_pack_are_found_by_every_name_without_marks_beside_those_that_ship():
    assert codes("halfaouine", "TN")[0] == "TN115201"
    assert codes("الحلفاوين")[0] == "TN115201"
    assert codes("ile nouv", "TN") == ["TN99"]
    assert codes("باب سويقه", "TN")[0] == "TN1152"
    assert load().find("halfaouine", "TN") == ()
    assert known.place("TN1201").name == load().place("TN1201").name


def test_a_code_of_before_is_the_place_of_now():
    assert known.place("tn1199").name == "Bab Souika"
    assert [place.code for place in known.path(known.place("TN1199"))] == ["TN", "TN11", "TN1152"]


def test_what_is_below_a_district_never_leaves_and_a_place_of_ones_own_leaves_as_one_that_everybody_lists():
    assert coarsen(known.place("TN115201"), 500).level in (0, 1, 2)
    assert coarsen(load().place("TN115201"), 500) == coarsen(known.place("TN115201"), 500)
    assert coarsen(load().place("TN99"), 500).code == "TN"


def test_the_list_that_ships_is_as_it_was():
    assert load().version("TN") != known.version("TN") == "2025-01-01"
    assert not load().place("TN99").known
