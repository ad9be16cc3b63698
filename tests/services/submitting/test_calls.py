"""Calls: made once, taken as they are, found by a few letters."""

from __future__ import annotations

import pytest

from app.domain.shared import Audience, Call, Question
from app.domain.terms import Period
from app.services.opening.workspace import Workspace
from app.services.submitting import calls, submissions
from app.services.submitting.calls import CallMissingError, CallNotClearError
from app.sync.refusals import BundleDamagedError, SignatureBadError, WrongPurposeError
from tests.making import PERIOD, log_activity, make_call
from tests.sync.made import redated


def test_a_call_arrives_as_it_was_made(own: Workspace, ministry: Workspace) -> None:
    question = Question("q1", "What helped?", 7)
    asked = Call("", "", PERIOD, "2026-11-08", (7, 15), (question,), ("fr", "ar"), Audience.PEERS, "Third quarter")
    made, data = calls.make(ministry, asked)

    assert calls.take(own, data) == made
    assert (made.coordinator, made.signing) == ("Ministry", ministry.keys.public.signing)
    assert calls.file_of(own, made) == calls.file_of(ministry, made) == data
    assert (made.questions, made.objectives, made.audience) == ((question,), (7, 15), Audience.PEERS)


def test_taking_a_call_twice_keeps_it_once(own: Workspace, ministry: Workspace) -> None:
    call, data = calls.make(ministry, Call("", "", PERIOD))
    calls.take(own, data)
    calls.take(own, data)

    assert calls.every(own) == (call,)


def test_a_changed_call_and_a_file_that_is_none_are_refused_and_nothing_is_kept(
    own: Workspace, ministry: Workspace
) -> None:
    _call, data = calls.make(ministry, Call("", "", PERIOD))
    log_activity(ministry)
    other = submissions.make(ministry, calls.every(ministry)[0]).bundle

    with pytest.raises(SignatureBadError):
        calls.take(own, redated(data))
    with pytest.raises(BundleDamagedError):
        calls.take(own, data[:-20])
    with pytest.raises(WrongPurposeError):
        calls.take(own, other)
    assert calls.every(own) == ()


def test_a_call_answers_to_its_period_its_id_and_the_beginning_of_it(own: Workspace, ministry: Workspace) -> None:
    third = make_call(ministry, own)
    fourth, data = calls.make(ministry, Call("", "", Period.parse("2026-10..2026-12")))
    calls.take(own, data)

    assert calls.find(own, PERIOD.iso) == third
    assert calls.find(own, fourth.id[:6]) == fourth
    with pytest.raises(CallNotClearError):
        calls.find(own)
    with pytest.raises(CallMissingError):
        calls.find(own, "2025-01..2025-03")


def test_the_only_call_needs_no_name(own: Workspace, ministry: Workspace) -> None:
    with pytest.raises(CallMissingError):
        calls.find(own)
    call = make_call(ministry, own)
    assert calls.find(own) == call
