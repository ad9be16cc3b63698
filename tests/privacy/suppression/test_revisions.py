"""A breakdown published again: the difference to what was published before tells of no few people either."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.terms import NOT_ASKED, WITHHELD, Count
from app.privacy.suppression import Protected, protect, revised
from tests.privacy.suppression.attacker import Attacker, narrow

GROUPS = ("women", "men", "girls")
People = dict[str, int]

PEOPLE = st.fixed_dictionaries({name: st.sampled_from([0, 1, 3, 6, 14, 50]) for name in (*GROUPS, "rest")})
MORE = st.fixed_dictionaries({name: st.sampled_from([0, 0, 0, 1, 3, 8, -3, -8]) for name in (*GROUPS, "rest")})


def published(versions: Sequence[People], smallest: int) -> list[Protected]:
    """Each version as it is published, knowing those before it."""
    made: list[Protected] = []
    for one in versions:
        alone = protect(sum(one.values()), {name: one[name] for name in GROUPS}, smallest)
        made.append(revised(alone, made, smallest))
    return made


def attacked(versions: Sequence[People], printed: Sequence[Protected], smallest: int) -> dict:
    """What somebody learns who holds every version, and knows whether people were only added or only taken away."""
    attacker, asked = Attacker(), []
    for at, one in enumerate(printed):
        numbers = {"total": one.total, **one.cells}
        for name, count in numbers.items():
            attacker.reads((at, name), count)
        attacker.knows({(at, "total"): -1, (at, "rest"): 1, **{(at, name): 1 for name in GROUPS}})
        asked += [(at, name) for name, count in numbers.items() if count.withheld]
    for late in range(len(printed)):
        for early in range(late):
            changes = {name: versions[late][name] - versions[early][name] for name in versions[0]}
            changes["total"] = sum(changes.values())
            looked_at = [change for name, change in changes.items() if name != "rest"]
            for name, change in changes.items():
                moved = ("change", early, late, name)
                if min(looked_at) >= 0 and (name != "rest" or change >= 0):
                    attacker.knows({(late, name): 1, (early, name): -1, moved: -1})
                elif max(looked_at) <= 0 and (name != "rest" or change <= 0):
                    attacker.knows({(late, name): -1, (early, name): 1, moved: -1})
                else:
                    attacker.knows({(late, name): 1, (early, name): -1, moved: -1, (*moved, "down"): 1})
                asked += [moved] if 0 < abs(change) < smallest and name != "rest" else []
    return narrow(attacker.intervals(asked), smallest)


@settings(deadline=None, max_examples=60)
@given(PEOPLE, MORE, MORE, st.sampled_from([5, 10]))
def test_no_revision_reveals_what_was_withheld_or_that_few_people_were_added(
    first: People, more: People, again: People, smallest: int
) -> None:
    second = {name: max(0, first[name] + more[name]) for name in first}
    third = {name: max(0, second[name] + again[name]) for name in first}
    versions = [first, second, third]

    assert not attacked(versions, published(versions, smallest), smallest)


def test_without_the_rule_three_more_people_are_read_off_and_with_it_they_are_not() -> None:
    first = {"women": 50, "men": 50, "girls": 0, "rest": 0}
    versions = [first, {**first, "men": 53}]
    careless = [protect(sum(one.values()), {name: one[name] for name in GROUPS}, 5) for one in versions]

    assert ("change", 0, 1, "total") in attacked(versions, careless, 5)
    assert not attacked(versions, published(versions, 5), 5)


def test_what_did_not_change_is_told_as_before_and_large_changes_are_told() -> None:
    before = Protected(Count(64), {"women": Count(40), "men": WITHHELD, "girls": WITHHELD, "boys": NOT_ASKED})

    assert revised(before, [before], 5) == before
    later = Protected(Count(84), {"women": Count(60), "men": Count(14), "girls": Count(10), "boys": NOT_ASKED})
    assert revised(later, [before], 5) == Protected(Count(84), {**before.cells, "women": Count(60)})
    assert revised(later, [], 5) is later
