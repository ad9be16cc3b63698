"""The picture: a function of files and decisions; ranges instead of sums; four kinds of silence."""

from __future__ import annotations

import io
import random
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from app.compact import load
from app.domain.coverage import State
from app.domain.reach import reach_of
from app.domain.shared import (
    Audience,
    Contributor,
    Disclosure,
    FeedbackCount,
    PublicOrganisation,
    SharedActivity,
    SharedAssessment,
    Submission,
    Told,
)
from app.domain.terms import WITHHELD, Count, Period, When
from app.reports import submission as paper
from app.reports import workbook
from app.reports.national import document
from app.services.coordinating import receiving, triage
from app.services.opening.workspace import Workspace
from app.services.picturing import national
from app.services.records import objectives
from app.services.submitting import submissions
from app.ui.picture.tables import objective_rows
from tests.making import PERIOD, log_activity, make_call, make_workspace

PACK = load()
ONCE = "counted_each_person_once"


def organisation(name: str, kind: str = "ST-CSO") -> PublicOrganisation:
    return PublicOrganisation(name, name, (kind,), "TD")


def submission(name: str, *entries, kind: str = "ST-CSO") -> Submission:
    return Submission(
        organisation(name, kind), "call", PERIOD, 1, Disclosure(Audience.COORDINATOR, 5), "1.0.0", entries=entries
    )


def merged(*given: Submission, audience: Audience = Audience.COORDINATOR):
    contributors = [Contributor(one.organisation, one.organisation.id, 1, "accepted") for one in given]
    return national.merged(given, contributors, period=PERIOD, audience=audience, pack=PACK)


def activity(identity: str, reach: int | None = None, method: str = ONCE, **more) -> SharedActivity:
    return SharedActivity(
        identity, objectives=(7,), start=When(2026, 8), reach=Count(reach), reach_method=method if reach else "", **more
    )


def view(picture, number: int = 7):
    return next(one for one in picture.objectives if one.objective == number)


def test_the_four_states_are_told_apart() -> None:
    nothing = SharedAssessment("x", 20, PERIOD.iso, "not_started", nothing_done=True)
    shown = merged(submission("A", activity("1"), nothing))

    assert view(shown, 7).state is State.DONE
    assert view(shown, 20).state is State.NOTHING_DONE
    assert view(shown, 3).state is State.NOT_REPORTED


def test_withheld_is_a_word_of_its_own_in_every_output() -> None:
    hidden = replace(activity("1"), reach=WITHHELD)
    heard = [FeedbackCount("question:7", "question", 7, count) for count in (WITHHELD, Count(8))]
    shown = merged(submission("A", hidden, heard[0]), submission("B", heard[1]))
    objective = next(one for one in national.as_plain(shown)["objectives"] if one["objective"] == 7)

    assert (shown.numbers, shown.withheld) == (3, 2)
    assert (objective["reach"]["low"], objective["reach"]["high"]) == ("withheld", "withheld")
    assert (objective["feedback"], objective["feedback_withheld"]) == ({"question": 8}, {"question": 1})
    printed = repr(document(shown, PACK, "en", author="Ministry").blocks)
    assert "'withheld for safety'" in printed
    assert "2 of 3 numbers are withheld for safety" in printed
    sheets = CalamineWorkbook.from_filelike(io.BytesIO(workbook.national(shown, PACK, "en")))
    rows = {row[0]: row for row in sheets.get_sheet_by_name("Summary").to_python()}
    assert rows[7][5:8] == ["withheld for safety", "withheld for safety", 1]
    assert rows[3][5:8] == ["", "", 0], "silence is no number that is withheld"
    alone = paper.document(submission("A", hidden, heard[0]), PACK, "en")
    assert repr(alone.blocks).count("withheld for safety") >= 3


def test_a_sum_that_leaves_out_what_is_withheld_is_at_least_so_much_in_every_output() -> None:
    hidden = replace(activity("2"), reach=WITHHELD)
    heard = [FeedbackCount("question:7", "question", 7, count) for count in (Count(20), Count(9), WITHHELD)]
    shown = merged(
        submission("A", activity("1", 240), heard[0]), submission("B", hidden, heard[1]), submission("C", heard[2])
    )
    objective = next(one for one in national.as_plain(shown)["objectives"] if one["objective"] == 7)
    assert objective["reach"] == {"low": 240, "high": "withheld", "method": ONCE, "withheld": 1}
    assert (objective["feedback"], objective["feedback_withheld"]) == ({"question": 29}, {"question": 1})
    assert (shown.numbers, shown.withheld) == (4, 1), "a sum that stands there is not withheld itself"
    printed = repr(document(shown, PACK, "en", author="Ministry").blocks)
    assert printed.count("at least 240; 1 number withheld") == 2, "the table and the chapter"
    assert "at least 29; 1 number withheld" in printed
    sheets = CalamineWorkbook.from_filelike(io.BytesIO(workbook.national(shown, PACK, "en")))
    rows = {row[0]: row for row in sheets.get_sheet_by_name("Summary").to_python()}
    assert rows[7][5:8] == [240, "withheld for safety", 1]
    assert objective_rows(shown, PACK)[6][4] == "at least 240; 1 number withheld", "the window"
    alone = paper.document(submission("A", activity("1", 240), hidden, *heard), PACK, "en")
    assert "at least 240" in repr(alone.blocks) and "at least 29" in repr(alone.blocks)


def test_people_of_several_organisations_are_a_range_and_never_a_sum() -> None:
    reach = view(merged(submission("A", activity("1", 100)), submission("B", activity("2", 60)))).reach

    assert (reach.low, reach.high, reach.method) == (100, 160, ONCE)


def test_one_organisations_people_are_added_only_if_each_was_counted_once() -> None:
    one = organisation("A")
    once = [Told(one, activity("1", 100)), Told(one, activity("2", 60))]
    visits = [Told(one, activity("1", 100, "counted_attendances")), Told(one, activity("2", 60, "counted_attendances"))]

    assert reach_of(once, 5).low == 160
    assert reach_of(visits, 5).low == 100
    assert reach_of([once[0], visits[1]], 5).method == "mixed"


def test_nobody_counted_is_no_zero_and_what_is_withheld_is_told() -> None:
    assert view(merged(submission("A", activity("1")))).reach.low is None
    hidden = replace(activity("1"), reach=Count(withheld=True))
    reach = view(merged(submission("A", hidden, activity("2", 50)))).reach

    assert (reach.low, reach.high, reach.withheld) == (50, None, 1)


def test_fewer_people_than_may_be_told_are_withheld_also_as_a_range() -> None:
    one = organisation("A")
    few = [Told(one, activity("1", 4)), Told(one, activity("2", 5))]

    hidden = reach_of(few, 10)
    assert (hidden.low, hidden.high, hidden.withheld) == (None, None, 1)
    assert reach_of(few, 9).high == 9


def test_public_sums_are_sums_of_the_printed_numbers_in_fives() -> None:
    reach = view(
        merged(submission("A", activity("1", 43)), submission("B", activity("2", 58)), audience=Audience.PUBLIC)
    ).reach

    assert (reach.low, reach.high) == (60, 105), "45 and 60 are printed, and nothing says more than they do"


def test_the_public_picture_lists_no_activity_with_a_smaller_group_or_an_exact_number() -> None:
    shown = merged(
        submission("A", activity("1", 43, reach_women=Count(30)), activity("2", 8)), audience=Audience.PUBLIC
    )
    reaches = {one.entry.id: one.entry.reach for one in shown.activities}

    assert reaches == {"1": Count(45), "2": WITHHELD}
    assert all(not one.entry.reach_women.known for one in shown.activities)
    assert (view(shown).reach.low, view(shown).reach.high, view(shown).reach.withheld) == (45, None, 1)


def test_the_public_picture_counts_messages_in_fives() -> None:
    heard = FeedbackCount("q", "question", 7, Count(12))

    assert dict(view(merged(submission("A", heard), audience=Audience.PUBLIC)).feedback) == {"question": Count(10)}


def test_messages_are_added_and_few_stay_withheld() -> None:
    few, hidden = FeedbackCount("q", "question", 7, Count(6)), FeedbackCount("r", "request", 7, Count(withheld=True))
    counts = dict(view(merged(submission("A", few, hidden), submission("B", few))).feedback)

    assert counts["question"] == Count(12)
    assert counts["request"].withheld
    public = dict(view(merged(submission("A", few), audience=Audience.PUBLIC)).feedback)
    assert public["question"].withheld, "6 is under the public threshold of 10"


def test_places_are_regions_and_an_activity_without_one_stands_apart() -> None:
    from app.places import load as load_places

    region = next(one for one in load_places().find("Guéra", "TD") if one.level == 1)
    inner = load_places().children(region)[0]
    shown = merged(submission("A", activity("1", place=inner.code), activity("2", place=region.code), activity("3")))

    assert [(place.place, place.cells[6].activities) for place in shown.places] == [(region.code, 2), ("", 1)]


def test_kinds_of_partners_that_are_absent_are_named() -> None:
    shown = merged(submission("A", activity("1"), kind="ST-TU"))

    assert "ST-TU" not in shown.absent_types
    assert "ST-MIG" in shown.absent_types


def test_the_digest_is_of_the_facts_and_of_nothing_else() -> None:
    one, two = submission("A", activity("1", 100)), submission("B", activity("2", 60))

    assert merged(one, two).digest != merged(one, submission("B", activity("2", 61))).digest
    assert national.canonical(national.as_plain(merged(one, two))) == national.canonical(
        national.as_plain(merged(one, two))
    )


def test_the_strictest_threshold_of_all_that_counts_holds_for_everything() -> None:
    strict = replace(submission("B", activity("2", 4)), disclosure=Disclosure(Audience.COORDINATOR, 20))
    few = submission("A", FeedbackCount("q", "question", 7, Count(12)))

    assert merged(few).threshold == 5
    assert merged(few, strict).threshold == 20
    assert dict(view(merged(few, strict)).feedback)["question"].withheld


def test_an_activity_outside_the_period_is_told_nowhere() -> None:
    outside = replace(activity("1", 100), start=When(2026, 5), end=When(2026, 6))
    touching = replace(activity("2", 60), start=When(2026, 5), end=When(2026, 7))

    shown = merged(submission("A", outside, touching))
    assert [one.entry.id for one in shown.activities] == ["2"]
    assert view(shown).activities == 1


def test_a_submission_about_another_period_is_listed_and_not_counted(
    tmp_path: Path, own: Workspace, ministry: Workspace
) -> None:
    call = make_call(ministry, own)
    log_activity(own, start="2026-09")
    (tmp_path / "sent.gwb").write_bytes(submissions.make(own, call).bundle)
    receiving.receive(ministry, [tmp_path / "sent.gwb"])
    triage.trust_all_waiting(ministry)
    triage.accept_all(ministry)

    autumn = national.picture(ministry, Period.parse("2026-09..2026-12"))
    assert [one.fate for one in autumn.contributors] == ["outside-period"]
    assert (autumn.counted, autumn.activities) == ((), ())
    assert [one.fate for one in national.picture(ministry, Period.parse("2026-01..2026-12")).contributors] == [
        "accepted"
    ]


@pytest.mark.parametrize("seed", range(4))
def test_any_order_repetition_and_cutting_of_the_files_gives_the_same_bytes(tmp_path: Path, seed: int) -> None:
    ministry = make_workspace(tmp_path, "Ministry", coordinator=True, seed=99)
    files = []
    for number in range(3):
        own = make_workspace(tmp_path, f"Organisation {number}", seed=number)
        call = make_call(ministry, own) if not number else receiving_call(ministry, own)
        for turn in range(2):
            log_activity(own, title=f"{number} {turn}", reach_total=20 + number, reach_method=ONCE)
            objectives.assess(own, 20, period=PERIOD, value="not_started", nothing_done=True)
            files.append(tmp_path / f"{number}-{turn}.gwb")
            files[-1].write_bytes(submissions.make(own, call).bundle)
        own.close()
    pictures = set()
    for turn, chance in enumerate((random.Random(seed), random.Random(seed + 100))):
        coordinator = make_workspace(tmp_path, f"Hub {turn}", coordinator=True, seed=turn + 50)
        delivered = files + chance.choices(files, k=4)
        chance.shuffle(delivered)
        cut = chance.randrange(len(delivered))
        for part in (delivered[:cut], delivered[cut:]):
            receiving.receive(coordinator, part)
        triage.trust_all_waiting(coordinator)
        triage.accept_all(coordinator)
        shown = national.picture(coordinator, PERIOD)
        pictures.add(national.canonical({**national.as_plain(shown), "digest": shown.digest}))
        assert len(shown.counted) == 3
        coordinator.close()
    ministry.close()

    assert len(pictures) == 1


def receiving_call(ministry, own):
    from app.services.submitting import calls
    from app.storage import exchange

    with ministry.reading() as session:
        data = exchange.calls(session)[0].bundle
    return calls.take(own, data)
