"""Taking back: the sender tells every recipient, and the receiver honours it, whatever order the files come in."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.records import Feedback
from app.domain.shared import Audience, Call, FeedbackCount, SharedActivity, SharedFeedback, Withdrawal
from app.services.coordinating import receiving, triage
from app.services.opening.workspace import Origin, Workspace
from app.services.picturing import exporting, national
from app.services.records import erasing, recording
from app.services.records.erasing import Reason
from app.services.submitting import checklist, reviewing, submissions, withdrawing
from tests.making import NOW, PERIOD, hear_feedback, log_activity, make_call, make_workspace

WORDS, SENSE = "We waited for nine days at the gate.", "Long waiting at the gate."


@pytest.fixture
def call(ministry: Workspace, own: Workspace) -> Call:
    return make_call(ministry, own)


def send(own: Workspace, call: Call, to: Path) -> Path:
    to.write_bytes(submissions.make(own, call, accept_findings=True).bundle)
    return to


def say(own: Workspace, **changes: object) -> str:
    return hear_feedback(own, **{"consent": "C3", "own_words": WORDS, "paraphrase": SENSE, **changes})


def lower(own: Workspace, message: str, consent: str) -> None:
    draft = recording.open_draft(own, Feedback, message)
    recording.save(own, replace(draft, record=replace(draft.record, consent=consent)))


def notices(own: Workspace, call: Call) -> list[tuple[str, str]]:
    return [(one.scope, one.date.iso) for one in reviewing.review(own, call).withdrawals]


def everything_shown(ministry: Workspace) -> str:
    shown = national.picture(ministry, PERIOD)
    exported = exporting.shown(ministry, PERIOD, Audience.COORDINATOR)
    opened = [triage.opened(ministry, line.id) for line in triage.inbox(ministry)]
    return repr((shown, exported, [replace(one, honoured=()) for one in opened]))


def test_lowered_consent_takes_back_the_words_then_the_message_and_nothing_before_it_was_sent(
    own: Workspace, call: Call, tmp_path: Path
) -> None:
    message = say(own)
    lower(own, message, "C2")
    assert notices(own, call) == []
    lower(own, message, "C3")
    send(own, call, tmp_path / "1.gwb")

    lower(own, message, "C2")
    assert notices(own, call) == [("words", "2026-10")]
    assert "withdrawals" in {point.code for point in checklist.points(own, call)}
    assert submissions.make(own, call).submission.revision == 2
    lower(own, message, "C1")
    assert [scope for scope, _month in notices(own, call)] == ["record", "words"]
    made = submissions.make(own, call)
    assert not submissions.make(own, call).fresh
    assert len(list(made.submission.of(FeedbackCount))) == 1, "it is still counted"
    lower(own, message, "C0")
    assert not list(submissions.make(own, call).submission.of(FeedbackCount)), "without consent not even that"


@pytest.mark.parametrize("how", ["trash", "erase", "sensitive"])
def test_what_is_gone_or_turned_sensitive_is_taken_back_for_good(
    own: Workspace, call: Call, tmp_path: Path, how: str
) -> None:
    desk = log_activity(own, title="Desk")
    send(own, call, tmp_path / "1.gwb")
    if how == "sensitive":
        from app.domain.records import Activity

        draft = recording.open_draft(own, Activity, desk)
        recording.save(own, replace(draft, record=replace(draft.record, sensitivity="S4")))
    else:
        recording.trash(own, desk) if how == "trash" else erasing.erase(own, desk, reason=Reason.ASKED)
    assert [scope for scope, _month in notices(own, call)] == ["record"]
    made = submissions.make(own, call).submission
    assert list(made.of(SharedActivity)) == []

    if how == "trash":
        recording.bring_back(own, desk)
        seen = reviewing.review(own, call)
        assert dict(seen.held_back) == {desk: "withdrawn"}
        assert len(seen.withdrawals) == 1


def test_each_recipient_is_told_of_what_it_got_under_the_identity_it_knows(
    own: Workspace, call: Call, tmp_path: Path
) -> None:
    other = make_workspace(tmp_path, "City Network", coordinator=True, seed=12)
    elsewhere, later = make_call(other, own), make_call(other, own)
    message = say(own)
    sent = submissions.make(own, elsewhere, accept_findings=True).submission
    lower(own, message, "C0")

    [told] = reviewing.review(own, later).withdrawals
    assert told.target == next(sent.of(SharedFeedback)).id
    assert reviewing.review(own, call).withdrawals == ()
    other.close()


def test_the_receiver_honours_it_in_any_order_and_twice_and_the_digest_is_the_same(
    own: Workspace, call: Call, tmp_path: Path
) -> None:
    message, desk = say(own), log_activity(own, title="A desk nobody may know of")
    log_activity(own, title="Another desk")
    files = [send(own, call, tmp_path / "1.gwb")]
    lower(own, message, "C2")
    files.append(send(own, call, tmp_path / "2.gwb"))
    recording.trash(own, desk)
    lower(own, message, "C1")
    files.append(send(own, call, tmp_path / "3.gwb"))

    digests = set()
    for number, order in enumerate(itertools.permutations(files)):
        coordinator = make_workspace(tmp_path, f"Ministry {number}", coordinator=True, seed=9)
        arrivals = receiving.receive(coordinator, [*order, *order])
        shown = everything_shown(coordinator)
        for taken in (WORDS, SENSE, "A desk nobody may know of"):
            assert taken not in shown, order
        assert "Another desk" in shown
        triage.trust_all_waiting(coordinator)
        triage.accept_all(coordinator)
        picture = national.picture(coordinator, PERIOD)
        digests.add(picture.digest)
        assert {one.revision: one.taken_back for one in picture.contributors} == {1: 2, 2: 2, 3: 0}
        assert max(one.honoured for one in arrivals) == 2
        coordinator.close()
    assert len(digests) == 1


def test_words_alone_go_and_the_rest_of_the_message_stays(
    own: Workspace, ministry: Workspace, call: Call, tmp_path: Path
) -> None:
    message = say(own)
    first = send(own, call, tmp_path / "1.gwb")
    [arrival] = receiving.receive(ministry, [first])
    assert next(triage.opened(ministry, arrival.submission).of(SharedFeedback)).own_words == WORDS

    lower(own, message, "C2")
    [told] = receiving.receive(ministry, [send(own, call, tmp_path / "2.gwb")])
    assert (told.honoured, "Honoured" in told.reason) == (1, True)
    opened = triage.opened(ministry, arrival.submission)
    assert [(one.own_words, one.paraphrase) for one in opened.of(SharedFeedback)] == [("", SENSE)]
    assert [one.scope for one in opened.honoured] == ["words"]


def test_a_stranger_cannot_take_back_what_an_organisation_said(
    own: Workspace, ministry: Workspace, call: Call, tmp_path: Path
) -> None:
    from app.sync import bundle, wire
    from app.sync.bundle import Label
    from app.sync.manifest import Purpose
    from tests.sync.made import STRANGER

    log_activity(own, title="Desk")
    first = send(own, call, tmp_path / "1.gwb")
    [arrival] = receiving.receive(ministry, [first])
    said = submissions.latest(own, call).submission
    target = next(said.of(SharedActivity)).id
    forged = replace(said, revision=2, entries=(Withdrawal("w", target, "record"),))
    header, lines = wire.submission_header(forged), wire.entry_lines(forged)
    (tmp_path / "2.gwb").write_bytes(
        bundle.write(Label(Purpose.SUBMISSION, "2026-10"), header, lines=lines, keys=STRANGER)
    )
    [told] = receiving.receive(ministry, [tmp_path / "2.gwb"])

    assert told.honoured == 0
    assert len(list(triage.opened(ministry, arrival.submission).of(SharedActivity))) == 1


def test_what_a_recipient_got_is_read_in_the_order_it_was_sent_whatever_call_it_answers(
    own: Workspace, ministry: Workspace
) -> None:
    first, second = (make_call(ministry, own) for _call in range(2))
    for day, call in enumerate((first, second, first)):
        own._origin = Origin.fixed(NOW + timedelta(days=day))  # noqa: SLF001 - days pass
        log_activity(own, title=f"Day {day}")
        submissions.make(own, call, accept_findings=True)
    assert [one.call for one in withdrawing.sent_to(own, second)] == [first.id, second.id, first.id]
