"""The figures kept by organisation: those of the picture made of all files, whatever happened in whatever order."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.coverage import Cell, State
from app.domain.picture import sides
from app.domain.picture.crossing import Axis, behind, crossed
from app.domain.shared import (
    RECORD,
    Audience,
    Disclosure,
    FeedbackCount,
    Picture,
    PublicOrganisation,
    ResourcesTotal,
    SharedActivity,
    SharedAssessment,
    SharedEntry,
    SharedFeedback,
    SharedNeedOffer,
    SharedPractice,
    Submission,
    Withdrawal,
)
from app.domain.terms import WITHHELD, Amount, Count, Period, When
from app.services.coordinating import receiving, triage
from app.services.coordinating.triage import Verdict
from app.services.opening.workspace import Workspace
from app.services.picturing import duplicates, national, outlining
from app.services.picturing.duplicates import Answer
from app.services.picturing.reading import PictureChangedError
from app.storage import listings, projections
from app.sync import bundle, wire
from app.sync.manifest import Purpose
from app.vault.identity import OrganisationKeys
from tests.making import make_workspace
from tests.services.picturing import all_files, counted_by_hand

QUARTER, YEAR = Period.parse("2026-07..2026-09"), Period.parse("2026-01..2026-12")
ONCE, OTHERWISE = "counted_each_person_once", "counted_attendances"
SILENT = Cell(State.NOT_REPORTED), 0, {}, 0
KINDS = (("ST-CSO", "ST-MIG"), ("ST-CSO",), ("ST-LOC",))
OWNERS = ("a" * 32, "b" * 32, "c" * 32)


def activity(number: int, people: int | None, method: str = ONCE, **more: object) -> SharedActivity:
    given: dict[str, object] = {"objectives": (7, 15), "start": When(2026, 8), "place": "MA001001", **more}
    reach = WITHHELD if people is None else Count(people)
    return SharedActivity(f"202608{number:026x}", f"Desk {number}", reach=reach, reach_method=method, **given)


def heard(count: Count, kind: str = "question") -> FeedbackCount:
    return FeedbackCount(f"{kind}:7", kind, 7, count)


def told(owner: int, revision: int) -> tuple[SharedEntry, ...]:
    """What an organisation tells in a revision: numbers grow a little, which `beside` has to see."""
    joint = "MA-2026-14" if owner < 2 else ""
    return (
        activity(1, 40 + 10 * owner + revision, joint_id=joint, departments=("health",), reach_women=Count(12)),
        activity(2, 17 + owner, OTHERWISE, objectives=(7,), place="MA007"),
        activity(3, None if owner == 1 else 30, joint_id="MA-2026-14" if owner == 1 else "", objectives=(15,)),
        activity(4, 25, start=When(2026, 3), objectives=(3,)),
        activity(5, 6 + revision, objectives=(20,), place="", departments=("health", "justice"), end=When(2026, 9)),
        SharedAssessment(f"s{owner}", 20, QUARTER.iso, "not_started", nothing_done=owner != 1),
        SharedAssessment(f"t{owner}", 7, QUARTER.iso, "some_progress"),
        heard(Count(5 + owner + revision)),
        heard(WITHHELD if owner == 2 else Count(12), "complaint"),
        SharedPractice(f"202608{90 + owner:026x}", "A practice"),
        SharedNeedOffer(f"202608{80 + owner:026x}", "Rooms", "need", objectives=(7, 20)),
        SharedFeedback(f"202608{95 + owner:026x}", "question", (7,), When(2026, 7 + owner), paraphrase="Where is it?"),
        ResourcesTotal(f"r{owner}", currency="MAD", source_type="own", budget=Amount(Decimal("12.5"))),
    )


def made(owner: int, call: str, revision: int, *entries: SharedEntry, period: Period = QUARTER, key: str = "") -> bytes:
    submission = Submission(
        PublicOrganisation(
            OWNERS[owner], f"Organisation {owner}", KINDS[owner], "MA", region=("ECA", "", "ECA")[owner]
        ),
        call,
        period,
        revision,
        Disclosure(Audience.COORDINATOR, 12 if (owner, revision) == (2, 2) else 5),
        "1.0.0",
        made_on="2026-10",
        entries=entries,
    )
    keys = OrganisationKeys.from_seed(f"the keys of sender {owner} {key}".encode())
    label = bundle.Label(Purpose.SUBMISSION, submission.made_on)
    return bundle.write(label, wire.submission_header(submission), lines=wire.entry_lines(submission), keys=keys)


def pool() -> list[bytes]:
    files = [made(owner, "one", revision, *told(owner, revision)) for owner in range(3) for revision in (1, 2)]
    files += [made(owner, "two", 1, *told(owner, 3)[:3]) for owner in range(2)]
    files.append(made(0, "year", 1, activity(1, 44, objectives=(7,)), activity(8, 9), period=YEAR))
    files.append(made(1, "one", 3, activity(9, 50), Withdrawal(f"w{1}", activity(1, 0).id, RECORD, When(2026, 10))))
    files.append(made(0, "one", 4, activity(1, 99), key="forged"))
    return files


FILES = pool()
PAIRS = [
    ((OWNERS[0], activity(2, 0).id), (OWNERS[owner], activity(number, 0).id)) for owner in (0, 1) for number in (3, 5)
]
ACTIONS = st.one_of(
    st.tuples(st.just("receive"), st.integers(0, len(FILES) - 1)),
    st.tuples(st.just("decide"), st.integers(0, 20), st.sampled_from([Verdict.ACCEPTED, Verdict.RETURNED])),
    st.tuples(st.just("trust"), st.integers(0, 2)),
    st.tuples(st.just("accept all")),
    st.tuples(st.just("link"), st.sampled_from(PAIRS), st.sampled_from(list(Answer))),
    st.tuples(st.just("publish"), st.sampled_from([Audience.COORDINATOR, Audience.PUBLIC])),
    st.tuples(st.just("look"), st.sampled_from([Audience.COORDINATOR, Audience.PUBLIC, Audience.PEERS])),
)


def do(hub: Workspace, folder: Path, action: tuple) -> None:
    lines = sorted(triage.inbox(hub), key=lambda line: line.id)
    match action:
        case ("receive", number):
            (folder / f"{number}.gwb").write_bytes(FILES[number])
            receiving.receive(hub, [folder / f"{number}.gwb"])
        case ("decide", number, verdict) if lines:
            triage.decide(hub, lines[number % len(lines)].id, verdict)
        case ("trust", owner):
            waiting = [one for one in triage.inbox(hub) if one.organisation == OWNERS[owner] and not one.trusted]
            for line in waiting[:1]:
                triage.trust(hub, line.organisation, line.sender, replacing=triage.Replacing("They called."))
        case ("accept all",):
            triage.trust_all_waiting(hub)
            triage.accept_all(hub)
        case ("link", (one, other), given):
            duplicates.answer(hub, one, other, given)
        case ("publish", audience):
            national.keep(hub, national.picture(hub, QUARTER, audience))
        case ("look", audience):
            compare(hub, audience)


def compare(hub: Workspace, audience: Audience) -> None:
    for period in (QUARTER, YEAR):
        anew, kept = all_files.picture(hub, period, audience), outlining.outline(hub, period, audience)
        assert national.as_plain(kept) == national.as_plain(anew)
        assert (kept.digest, kept.counted) == (anew.digest, anew.counted)
        whole, streamed = national.picture(hub, period, audience), national.picture(hub, period, audience, held=-1)
        assert whole == anew, "also every entry, in this order"
        assert kept.sums == anew.sums
        for name in ("activities", "assessments", "further", "voices"):
            assert not streamed.is_held
            assert tuple(getattr(streamed, name)) == getattr(anew, name), "read one by one they are the same"
        count_by_hand(anew)


def count_by_hand(shown: Picture) -> None:
    """The sums are what somebody finds who goes through the entries, and behind each cell are as many as it says."""
    sums = shown.sums
    for axis in Axis:
        for kind in counted_by_hand.kinds(shown):
            told, found = counted_by_hand.table(shown, axis, kind), crossed(shown, axis, kind)
            assert {(code, n) for code, n in (*found.told, *found.idle)} == told.keys()
            for key, known in told.items():
                assert (found.cell(*key), found.organisations(*key)) == known
                who = {one.organisation.id for one in behind(shown, axis, key[0], [key[1]], kind)}
                assert len(who) == known[1]
    both = counted_by_hand.sides(shown)
    for one in sides.sides(shown):
        parts = {True: both.pop((one.objective, True), None), False: both.pop((one.objective, False), None)}
        for public, side in ((True, one.public), (False, one.others)):
            assert (side.known, side.organisations, dict(side.views)) == (parts[public] or SILENT)[:3]
        assert len([*sides.behind(shown, one.objective)]) == sum(part[3] for part in parts.values() if part)
    assert not both
    for scale in ("all", "reviews", "regions", "countries"):
        for number in (0, 3, 7, 15, 20):
            told = {code: one for (code, n), one in sums.work.get(scale, {}).items() if n == number}
            plain = {code: (one.activities, one.organisations, one.reach) for code, one in told.items()}
            assert plain == counted_by_hand.work(shown, scale, number)
    people = sums.people.get("first", {})
    assert all(sum(n or 0 for n in one.groups) == counted_by_hand.in_all(shown, at) for at, one in people.items())
    assert sums.months == counted_by_hand.under_way(shown)
    assert sums.asked == counted_by_hand.asked(shown)
    assert {(o.currency, o.source_type): o.budget.value for o in sums.funds} == counted_by_hand.budgets(shown)
    assert sums.entries == sum(map(len, (shown.activities, shown.assessments, shown.further, shown.voices)))


@settings(max_examples=10, deadline=None)
@given(st.sets(st.integers(0, len(FILES) - 1), min_size=3), st.lists(ACTIONS, min_size=4, max_size=12))
def test_what_is_kept_by_organisation_is_what_all_files_say_whatever_happens_in_whatever_order(
    first: set[int], actions: list
) -> None:
    begun = [*(("receive", number) for number in first), ("accept all",), ("look", Audience.PUBLIC)]
    with TemporaryDirectory() as name:
        hub = make_workspace(Path(name), "Ministry", coordinator=True)
        for action in (*begun, *actions):
            do(hub, Path(name), action)
        for audience in (Audience.COORDINATOR, Audience.PUBLIC):
            compare(hub, audience)
        hub.close()


def test_only_files_of_whom_something_changed_are_read_again(tmp_path: Path) -> None:
    hub = make_workspace(tmp_path, "Ministry", coordinator=True)
    read: list[tuple[int, int]] = []

    def again(audience: Audience = Audience.COORDINATOR) -> set[int]:
        read.clear()
        outlining.outline(hub, QUARTER, audience, lambda done, total: read.append((done, total)))
        kept = {total for _done, total in read}
        national.picture(hub, QUARTER, audience, lambda done, total: read.append((done, total)))
        assert {total for _done, total in read} == kept, "the entries of the figures are kept with them"
        return kept

    for number in (0, 2, 4):
        do(hub, tmp_path, ("receive", number))
    do(hub, tmp_path, ("accept all",))
    assert again() == {3}
    assert again() == set(), "nothing changed"
    do(hub, tmp_path, ("receive", 1))
    assert again() == {1}, "it waits, and is listed"
    do(hub, tmp_path, ("accept all",))
    assert again() == {1}, "now it counts"
    do(hub, tmp_path, ("link", PAIRS[0], Answer.SAME))
    assert again() == {1}, "both entries are of one organisation"
    do(hub, tmp_path, ("receive", 5))
    do(hub, tmp_path, ("accept all",))
    assert again() == {1, 3}, "the strictest k of all holds for everything"
    assert again(Audience.PUBLIC) == {3}, "other readers, other numbers"
    assert (again(), again(Audience.PUBLIC)) == (set(), set())
    compare(hub, Audience.COORDINATOR)
    hub.close()


def test_entries_that_are_missing_or_of_another_time_are_made_again_with_their_figures(tmp_path: Path) -> None:
    hub = make_workspace(tmp_path, "Ministry", coordinator=True)
    for number in (0, 2, 4):
        do(hub, tmp_path, ("receive", number))
    do(hub, tmp_path, ("accept all",))
    before = national.picture(hub, QUARTER)
    name = f"{QUARTER.iso} coordinator entries"
    with hub.noting() as session:
        (_owner, _basis, listed), *_more = listings.get(session, name)
        projections.forget(session, name, [OWNERS[1]])
        listings.put(session, name, {OWNERS[0]: ("another time", listed), "d" * 32: ("nobody", listed)})

    assert national.picture(hub, QUARTER) == before == all_files.picture(hub, QUARTER)
    streamed = national.picture(hub, QUARTER, held=0)
    with hub.noting() as session:
        projections.forget(session, name, OWNERS)
    assert tuple(streamed.activities) == before.activities, "also in the middle of reading"
    do(hub, tmp_path, ("receive", 1))
    do(hub, tmp_path, ("accept all",))
    outlining.outline(hub, QUARTER)
    with pytest.raises(PictureChangedError):
        list(streamed.further)
    hub.close()


def test_what_was_published_meanwhile_is_seen_though_no_file_is_another_one(tmp_path: Path) -> None:
    hub = make_workspace(tmp_path, "Ministry", coordinator=True)
    do(hub, tmp_path, ("receive", 0))
    do(hub, tmp_path, ("accept all",))
    before = outlining.outline(hub, QUARTER)
    do(hub, tmp_path, ("receive", 1))
    do(hub, tmp_path, ("accept all",))
    do(hub, tmp_path, ("publish", Audience.COORDINATOR))
    newest = next(line.id for line in triage.inbox(hub) if line.revision == 2)
    triage.decide(hub, newest, Verdict.RETURNED)

    after = outlining.outline(hub, QUARTER)
    assert after.withheld > before.withheld, "one more or one fewer would tell of one person"
    compare(hub, Audience.COORDINATOR)
    compare(hub, Audience.PUBLIC)
    hub.close()
