"""What was published is known: no revision, period, export or later picture tells by difference what was withheld."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.filling import filled
from app.domain.records import Activity
from app.domain.shared import Audience, Call, FeedbackCount, SharedActivity, Submission
from app.domain.terms import WITHHELD, Count, Period
from app.privacy.beside import counts_of
from app.services.coordinating import receiving, triage
from app.services.opening.workspace import Workspace
from app.services.picturing import exporting, national
from app.services.records import recording
from app.services.submitting import calls, published, reviewing, submissions
from tests.making import PERIOD, hear_feedback, log_activity, make_call, make_workspace
from tests.privacy.suppression.attacker import Attacker, narrow

ONCE = "counted_each_person_once"
HALF_YEAR = Period.parse("2026-07..2026-12")


@pytest.fixture
def call(ministry: Workspace, own: Workspace) -> Call:
    return make_call(ministry, own)


def change(workspace: Workspace, record: str, **values: object) -> None:
    recording.save(workspace, filled(recording.open_draft(workspace, Activity, record), values))


def the_activity(submission: Submission) -> SharedActivity:
    return next(submission.of(SharedActivity))


def hand_over(own: Workspace, call: Call, ministry: Workspace, folder: Path) -> Submission:
    made = submissions.make(own, call, accept_findings=True)
    path = folder / f"{made.id[:12]}.gwb"
    path.write_bytes(made.bundle)
    receiving.receive(ministry, [path])
    triage.trust_all_waiting(ministry)
    triage.accept_all(ministry)
    return made.submission


def test_a_revision_does_not_tell_of_three_more_people_and_says_what_it_costs(own: Workspace, call: Call) -> None:
    record = log_activity(own, reach_women=50, reach_men=40, reach_method=ONCE)
    first = submissions.make(own, call)
    change(own, record, reach_men=43)
    second = submissions.make(own, call)

    assert (the_activity(first.submission).reach, the_activity(first.submission).reach_men) == (Count(90), Count(40))
    found = the_activity(second.submission)
    assert (found.reach, found.reach_women, found.reach_men) == (WITHHELD, Count(50), WITHHELD)
    disclosure = second.submission.disclosure
    assert (disclosure.counts, disclosure.counts_withheld) == (3, 2)
    assert reviewing.review(own, call).cost.withheld == 2
    assert not submissions.make(own, call).fresh, "protecting it again changes nothing"

    change(own, record, reach_men=60)
    third = the_activity(submissions.make(own, call).submission)
    assert (third.reach, third.reach_men) == (Count(110), WITHHELD)


def test_a_half_year_less_a_quarter_tells_of_no_few_messages(own: Workspace, ministry: Workspace, call: Call) -> None:
    for month in ("2026-08",) * 8 + ("2026-11",) * 2:
        hear_feedback(own, month=month)
    assert [one.count for one in submissions.make(own, call).submission.of(FeedbackCount)] == [Count(8)]
    longer = calls.take(own, calls.make(ministry, Call("", "", HALF_YEAR))[1])

    assert [one.count for one in submissions.make(own, longer).submission.of(FeedbackCount)] == [WITHHELD]
    for _message in range(4):
        hear_feedback(own, month="2026-12")
    assert [one.count for one in submissions.make(own, longer).submission.of(FeedbackCount)] == [Count(14)]


def test_an_export_is_as_public_as_a_submission(own: Workspace, call: Call) -> None:
    record = log_activity(own, reach_total=46, reach_method=ONCE)
    shown = exporting.shown(own, PERIOD, Audience.COORDINATOR)
    assert published.before(own).told == {}, "looking is not publishing"
    exporting.as_csv(own, shown)
    change(own, record, reach_total=49)

    assert the_activity(submissions.make(own, call).submission).reach == WITHHELD
    assert "withheld for safety" in exporting.as_csv(own, exporting.shown(own, PERIOD, Audience.COORDINATOR)).decode()


def test_a_picture_that_was_drawn_is_frozen_and_a_later_one_is_protected_beside_it(
    own: Workspace, ministry: Workspace, call: Call, tmp_path: Path
) -> None:
    record = log_activity(own, reach_total=46, reach_method=ONCE, objectives=(7,))
    hand_over(own, call, ministry, tmp_path)
    before = national.picture(ministry, PERIOD, Audience.PUBLIC)
    national.tabled(ministry, before)
    national.tabled(ministry, before, "fr")
    assert national.picture(ministry, PERIOD, Audience.PUBLIC).digest == before.digest
    change(own, record, reach_total=51)
    hand_over(own, call, ministry, tmp_path)

    exact = national.picture(ministry, PERIOD)
    assert [one.entry.reach for one in exact.activities] == [Count(51)], "the coordinator may know of five more"
    later = national.picture(ministry, PERIOD, Audience.PUBLIC)
    assert [one.entry.reach for one in later.activities] == [WITHHELD], "45 was printed, and 50 would tell of five"
    (exported,) = exporting.shown(ministry, PERIOD, Audience.PUBLIC)
    assert the_activity(exported).reach == WITHHELD, "an export stands beside the picture, too"
    plain = national.as_plain(later)
    assert plain["suppression"] == {"numbers": 2, "withheld": 2}
    assert next(one for one in plain["objectives"] if one["objective"] == 7)["reach"]["low"] == "withheld"


def test_who_holds_every_submission_export_and_picture_recovers_nothing(tmp_path: Path) -> None:
    """The subtraction attack on a whole demonstration: three organisations, three versions, two periods."""
    ministry = make_workspace(tmp_path, "Ministry", coordinator=True, seed=60)
    attacker, asked = Attacker(), []
    quarter = None
    for number in range(3):
        own = make_workspace(tmp_path, f"Organisation {number}", seed=61 + number)
        if quarter is None:
            quarter = make_call(ministry, own)
            data = calls.file_of(ministry, quarter)
        quarter = calls.take(own, data)
        longer = calls.take(own, calls.make(ministry, Call("", "", HALF_YEAR))[1])
        records = [
            log_activity(own, title=f"Desk {at}", reach_method=ONCE, reach_total=None if at else 75 + number, **groups)
            for at, groups in enumerate(
                ({"reach_women": 40, "reach_men": 3, "reach_girls": 12}, {"reach_women": 14, "reach_men": 4 + number})
            )
        ]
        for month in ("2026-08",) * (6 + number) + ("2026-11",) * (2 + number):
            hear_feedback(own, month=month)
        made = []
        for turn, wanted in enumerate((quarter, quarter, longer, quarter)):
            if turn:
                change(own, records[turn % 2], reach_women=(41, 60, 43)[turn - 1])
                hear_feedback(own, month="2026-08")
            made.append(hand_over(own, wanted, ministry, tmp_path))
        asked += learn(attacker, number, made)
        own.close()
    shown = national.picture(ministry, PERIOD, Audience.COORDINATOR)
    ministry.close()

    assert len(asked) > 20
    assert not narrow(attacker.intervals(asked), 5)
    assert shown.withheld > 0
    for view in shown.objectives:
        told = [one.entry.reach.value for one in shown.activities if view.objective in one.entry.objectives]
        assert view.reach.high in (None, sum(value or 0 for value in told)), "a sum of what is printed and no more"


def learn(attacker: Attacker, owner: int, made: list[Submission]) -> list:
    """All that is in these submissions, and that people were only added from each to the next."""
    hidden, seen = [], {}
    for at, submission in enumerate(made):
        for entry in submission.of(SharedActivity):
            numbers = {name: count for name, count in counts_of(entry).items() if not count.not_asked}
            for name, count in numbers.items():
                attacker.reads((owner, at, entry.id, name), count)
                hidden += [(owner, at, entry.id, name)] if count.withheld else []
                if (entry.id, name) in seen:
                    earlier = (owner, seen[entry.id, name], entry.id, name)
                    attacker.knows(
                        {(owner, at, entry.id, name): 1, earlier: -1, ("more", owner, at, entry.id, name): -1}
                    )
                seen[entry.id, name] = at
            parts = {(owner, at, entry.id, name): 1 for name in numbers if name != "reach"}
            attacker.knows({**parts, ("rest", owner, at, entry.id): 1, (owner, at, entry.id, "reach"): -1})
        for entry in submission.of(FeedbackCount):
            attacker.reads((owner, at, entry.id), entry.count)
            hidden += [(owner, at, entry.id)] if entry.count.withheld else []
            quarters = (3, 4) if submission.period == HALF_YEAR else (3,)
            atoms = {("heard", owner, entry.id, part, then): 1 for part in quarters for then in range(at + 1)}
            attacker.knows({**atoms, (owner, at, entry.id): -1})
    return hidden


def test_the_numbers_that_were_published_are_kept_once(ministry: Workspace) -> None:
    reader = published.Reader(PERIOD, Audience.PUBLIC, 10)
    told = [
        ("o", SharedActivity("1", reach=Count(45), reach_women=Count(20))),
        ("", FeedbackCount("q:3", count=WITHHELD)),
    ]
    published.keep(ministry, reader, told)
    published.keep(ministry, reader, list(reversed(told)))

    known = published.before(ministry).told
    assert {key: [one.entry for one in found] for key, found in known.items()} == {
        ("o", "activity", "1"): [SharedActivity("1", reach=Count(45))],
        ("", "feedback_count", "q:3"): [FeedbackCount("q:3", count=WITHHELD)],
    }
