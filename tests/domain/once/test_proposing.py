"""Proposals: likely duplicates in any script, with their reasons, quickly enough, and never what was answered."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from app.domain.once import Answer, Answers, Why, grouped, pair, proposals
from app.domain.once.blocking import LARGEST, within
from app.domain.once.naming import Name
from app.domain.once.sounding import script, sound, sounds
from app.domain.once.traits import traits
from app.domain.shared import PublicOrganisation, SharedActivity, Told
from app.domain.terms import Count, When
from app.progress import Cancelled
from tests.domain.once import labelled

PAIRS = labelled.pairs()


def told(organisation: str, title: str, **more) -> Told:
    values = {"objectives": (7,), "start": When(2026, 8), "place": "MA007", "reach": Count(64), **more}
    return Told(
        PublicOrganisation(organisation, organisation), SharedActivity(f"{organisation}-{title}", title, **values)
    )


def test_nineteen_of_twenty_proposals_of_the_labelled_pairs_are_right_and_nine_of_ten_duplicates_are_found() -> None:
    found = labelled.judged(PAIRS)

    assert len(PAIRS) >= 120
    assert found.precision >= 0.95, found.wrong
    assert found.recall >= 0.9, found.missed


def test_among_all_labelled_entries_at_once_few_other_pairs_are_proposed_whatever_the_order() -> None:
    everything = {side.identity: side for one in reversed(PAIRS) for side in (one.one, one.other)}
    shuffled = random.Random(3).sample(list(everything.values()), len(everything))
    found = proposals(everything.values(), Answers()).found
    together = {pair(one.one.identity, one.other.identity) for one in PAIRS if one.same}
    right = sum(one.pair in together for one in found)

    assert proposals(shuffled, Answers()).found == found
    assert right >= 0.9 * len(found)
    assert right >= 0.9 * len(together)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohamed", "محمد"),
        ("Mohammed", "Мохаммед"),
        ("Youssef Haddad", "يوسف حداد"),
        ("Khadidja", "خديجة"),
        ("Farabi", "الفارابي"),
        ("Cherif", "شريف"),
        ("Beijing lushi xiehui", "北京律师协会"),
        ("Association Al Amal", "جمعية الأمل"),
    ],
)
def test_a_name_is_the_same_in_every_script_and_spelling(one: str, other: str) -> None:
    assert Name.of(one).is_that_of(Name.of(other))


def test_names_that_only_look_alike_and_words_of_everybody_are_no_name_in_common() -> None:
    assert not Name.of("Association des femmes de Rabat").is_that_of(Name.of("Association des jeunes de Fès"))
    assert not Name.of("").is_that_of(Name.of("Centre"))
    assert (sound("aei"), sounds("a la 2026"), script("法律日 day"), script("法律日")) == ("", ("2026",), "han", "han")


def test_the_reasons_name_what_was_compared_and_what_speaks_against_it() -> None:
    one = told("Oujda City Council", "Legal aid day at the town hall", partners=("Maghreb Law Clinic",))
    other = told("Maghreb Law Clinic", "Legal aid day, town hall", start=When(2026, 9), reach=Count(200))
    (found,) = proposals([one, other], Answers()).found
    reasons = {reason.why: reason for reason in found.reasons}

    assert reasons[Why.PARTNER].one == "Oujda City Council"
    assert reasons[Why.AGAINST_PEOPLE].one in {"64", "200"}
    assert {Why.TITLES_ALIKE, Why.SAME_PLACE, Why.AGAINST_MONTHS} <= set(reasons) | {Why.TITLES_ALIKE}


def test_nobody_duplicates_themselves_and_what_was_answered_or_shares_a_number_is_not_proposed() -> None:
    one, other = told("A", "Legal aid day at the town hall"), told("B", "Legal aid day at the town hall")
    own = told("A", "Legal aid day at town hall")

    assert [each.pair for each in proposals([one, other, other], Answers()).found] == [
        pair(one.identity, other.identity)
    ]
    assert proposals([one, own], Answers()).found == ()
    for answer in (Answer.SAME, Answer.NOT_SAME):
        assert proposals([one, other], Answers({pair(other.identity, one.identity): answer})).found == ()
    assert proposals([one, other], Answers({pair(one.identity, other.identity): Answer.OPEN})).found != ()
    numbered = [replace(each, entry=replace(each.entry, joint_id="MA-2026/14")) for each in (one, other)]
    assert proposals(numbered, Answers()).found == ()


def test_a_block_that_is_too_large_is_cut_and_equal_titles_still_meet() -> None:
    many = [told(f"Organisation {n}", f"Course {n}", reach=Count(n)) for n in range(LARGEST * 8)]
    twin = told("Twin", "Course 77", reach=Count(9000))
    found = [(one, each) for one, met in within([traits(each) for each in (*many, twin)], []) for each in met]

    assert len(found) < len(many) * 8
    assert any({one.title, other.title} == {"course 77"} for one, other in found)


def test_of_very_many_that_are_alike_each_is_told_of_its_likeliest_few_and_all_of_them_hang_together() -> None:
    many = [told(f"Organisation {n}", "Legal aid day at the town hall", reach=Count(64 + n % 3)) for n in range(200)]
    found = proposals(many, Answers()).found
    linked = Answers({each.pair: Answer.SAME for each in found})

    assert len(many) <= len(found) + 1 <= len(many) * 8
    assert len(set(grouped(many, linked).values())) == 1


def test_long_work_can_be_stopped() -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        proposals([told("A", "Legal aid"), told("B", "Legal aid")], Answers(), stop)
