"""Groups: a shared number or a link makes entries one activity; "not the same" always holds; nothing is lost."""

from __future__ import annotations

import random
from itertools import combinations

from app.compact import load
from app.domain.once import Answer, Answers, grouped, pair, with_each_once
from app.domain.shared import Audience, Contributor, Disclosure, PublicOrganisation, SharedActivity, Submission, Told
from app.domain.terms import WITHHELD, Count, Period, When
from app.services.picturing import national
from app.services.picturing.merging import each_once

PACK = load()
PERIOD = Period.parse("2026-07..2026-09")
ONCE = "counted_each_person_once"


def entry(identity: str, people: int | None = 40, **more) -> SharedActivity:
    values = {"title": f"Legal aid {identity}", "objectives": (7,), "start": When(2026, 8), "place": "MA007", **more}
    return SharedActivity(identity, reach=Count(people), reach_method=ONCE, **values)


def told(organisation: str, given: SharedActivity) -> Told:
    return Told(PublicOrganisation(organisation, organisation), given)


def merged(*given: Told, audience: Audience = Audience.COORDINATOR):
    by_organisation: dict[str, list[SharedActivity]] = {}
    for one in given:
        by_organisation.setdefault(one.organisation.id, []).append(one.entry)
    sent = [
        Submission(
            PublicOrganisation(name, name), "call", PERIOD, 1, Disclosure(Audience.PUBLIC, 5), "1", entries=tuple(found)
        )
        for name, found in by_organisation.items()
    ]
    contributors = [Contributor(one.organisation, one.organisation.id, 1, "accepted") for one in sent]
    return national.merged(sent, contributors, period=PERIOD, audience=audience, pack=PACK)


def seventh(picture):
    return next(one for one in picture.objectives if one.objective == 7)


def linked(*pairs) -> Answers:
    return Answers({pair(*one): Answer.SAME for one in pairs})


def test_a_shared_number_counts_once_however_it_is_typed_and_differing_numbers_are_said() -> None:
    one, other = told("A", entry("1", joint_id="MA-2026/14")), told("B", entry("2", 55, joint_id="ma 2026 14"))
    shown = merged(one, other, told("C", entry("3")))

    assert (seventh(shown).activities, seventh(shown).organisations, shown.activities_once) == (2, 3, 2)
    (found,) = shown.linked
    assert (found.members, found.differ) == ((("A", "1"), ("B", "2")), True)
    assert (found.number, found.reach.low, found.reach.high) == ("MA-2026/14", 55, 95)
    assert [cell.activities for cell in shown.places[0].cells if cell.activities] == [2]
    assert len(shown.activities) == 3, "every entry stays as it was told"


def test_a_number_that_anybody_may_choose_needs_month_and_objective_as_well() -> None:
    same = [told("A", entry("1", joint_id="1")), told("B", entry("2", joint_id="1"))]
    other = told("C", entry("3", joint_id="1", objectives=(4,)))

    assert set(grouped([*same, other], Answers())) == {("A", "1"), ("B", "2")}


def test_what_was_told_apart_is_in_no_group_together_also_not_through_a_third() -> None:
    three = [told(name, entry(name, joint_id="JOINT-1")) for name in "ABC"]
    apart = Answers({pair(("A", "A"), ("C", "C")): Answer.NOT_SAME})
    found = grouped(three, apart)
    assert found == {("A", "A"): ("A", "A"), ("B", "B"): ("A", "A")}

    given = {**apart.given, **linked((("A", "A"), ("B", "B")), (("B", "B"), ("C", "C"))).given}
    found = grouped([told(name, entry(name)) for name in "ABC"], Answers(given))
    assert found.get(("A", "A")) != found.get(("C", "C"))


def test_groups_depend_on_the_set_of_entries_and_answers_and_on_no_order() -> None:
    chance = random.Random(11)
    entries = [told(name, entry(name, joint_id=chance.choice(("", "", "NUMBER-1", "NUMBER-2")))) for name in "ABCDEFGH"]
    every = list(combinations([one.identity for one in entries], 2))
    for _round in range(30):
        given = {pair(*one): chance.choice(list(Answer)) for one in chance.sample(every, 9)}
        first = grouped(entries, Answers(given))
        again = dict(chance.sample(list(given.items()), len(given)))
        assert grouped(chance.sample(entries, len(entries)), Answers(again)) == first
        for (one, other), answer in given.items():
            if answer is Answer.NOT_SAME:
                assert one not in first or first[one] != first.get(other)


def test_a_link_changes_counts_alone_and_taking_it_back_brings_back_the_same_picture() -> None:
    one, other = told("A", entry("1", 40)), told("B", entry("2", 30))
    before = merged(one, other)
    after = each_once(before, linked((one.identity, other.identity)))

    assert (seventh(before).activities, seventh(after).activities) == (2, 1)
    assert (seventh(after).reach.low, seventh(after).reach.high) == (40, 70)
    assert after.activities == before.activities
    assert after.digest != before.digest
    assert each_once(after, Answers()) == before
    assert each_once(after, linked((one.identity, other.identity))) == after
    assert with_each_once(before, linked((one.identity, ("X", "9")))) == before, "an entry that does not count (yet)"


def test_an_entry_in_answers_to_two_calls_is_one_entry() -> None:
    shown = merged(told("A", entry("1", 40)), told("A", entry("1", 44)), told("A", entry("2", 10)))

    assert (seventh(shown).activities, shown.activities_once) == (2, 2)
    assert (seventh(shown).reach.low, seventh(shown).reach.high) == (54, 54)


def test_within_one_organisation_linked_numbers_are_not_added_for_the_lower_end() -> None:
    one, other = told("A", entry("1", 40)), told("A", entry("2", 30))
    after = each_once(merged(one, other), linked((one.identity, other.identity)))

    assert (seventh(after).reach.low, seventh(after).reach.high) == (40, 70)


def test_a_range_is_made_of_printed_numbers_alone() -> None:
    hidden = SharedActivity("2", "Legal aid", (7,), When(2026, 8), place="MA007", reach=WITHHELD, joint_id="JOINT-1")
    shown = merged(told("A", entry("1", 43, joint_id="JOINT-1")), told("B", hidden), audience=Audience.PUBLIC)
    (found,) = shown.linked
    printed = [one.entry.reach.value for one in shown.activities if isinstance(one.entry, SharedActivity)]

    assert (found.reach.low, found.reach.high, found.reach.withheld) == (max(filter(None, printed)), None, 1)
    assert not found.differ
