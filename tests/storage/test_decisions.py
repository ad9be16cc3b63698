"""Answers of people to what a review found, and decisions of coordinators, on several laptops."""

from __future__ import annotations

from pathlib import Path

from app.services.syncing import devices
from app.storage import decisions
from app.storage.decisions import Decision, FindingAnswer
from tests.laptops import laptops, later, meet, sync
from tests.making import log_activity
from tests.services.syncing.laptops import space_of


def test_decisions_of_a_laptop_that_was_taken_out_meanwhile_are_taken_back_and_own_ones_stay(tmp_path: Path) -> None:
    one, other, third = laptops(tmp_path, 3)
    folder, late_place = tmp_path / "stick", tmp_path / "late"
    log_activity(other)
    meet(folder, one, other, third)
    answered(third, "keep")
    sync(third, folder)
    decided(other, "stolen")
    answered(other, "replace", later_ms=5)
    sync(other, late_place)
    sync(third, late_place)
    decided(third, "honest")
    assert subjects(third) == {"stolen", "honest"}
    devices.revoke(one, space_of(other).device.fingerprint)
    meet(folder, one, third)
    assert subjects(one) == subjects(third) == {"honest"}
    assert [answers(laptop) for laptop in (one, third)] == [{"f": "keep"}] * 2


def test_the_last_answer_holds_on_every_laptop_whatever_the_clock_of_who_gave_it_says(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    answered(one, "keep")
    meet(folder, one, other)
    later(other, days=-4000)
    answered(other, "replace")
    meet(folder, one, other)
    assert answers(one) == answers(other) == {"f": "replace"}


def decided(workspace, subject: str) -> None:
    with workspace.writing() as session:
        decisions.put(session, Decision(workspace.next_stamps(session).stamp(), subject, "trust", "key"))


def subjects(workspace) -> set[str]:
    with workspace.reading() as session:
        return {one.subject for one in decisions.every(session, "trust")}


def answered(workspace, answer: str, later_ms: int = 0) -> None:
    with workspace.writing() as session:
        given = FindingAnswer("call", "f", answer, "me", workspace.now_ms() + later_ms)
        decisions.answer_finding(session, given)


def answers(workspace) -> dict[str, str]:
    with workspace.reading() as session:
        return decisions.finding_answers(session, "call")
