"""Fates: nothing is left out silently; of each submission, and of each entry, it is said what became of it."""

from __future__ import annotations

from pathlib import Path

from app.services.coordinating import fates, receiving, triage
from app.services.coordinating.triage import Verdict
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.submitting import calls, submissions
from tests.making import log_activity, make_call


def come_in(own: Workspace, ministry: Workspace, folder: Path) -> str:
    """The own workspace's answer, received; its id."""
    made = submissions.make(own, calls.find(own))
    (folder / f"{made.id}.gwb").write_bytes(made.bundle)
    receiving.receive(ministry, [folder / f"{made.id}.gwb"])
    return made.id


def test_everything_that_does_not_count_is_told_with_its_reason_and_who_decided(
    tmp_path: Path, own: Workspace, ministry: Workspace
) -> None:
    make_call(ministry, own)
    kept, gone = log_activity(own, title="Kept"), log_activity(own, title="Gone")
    first = come_in(own, ministry, tmp_path)

    def told() -> list[tuple[str, str, str]]:
        return [(one.id, why.code, why.comment) for one, why in fates.left_out(ministry)]

    assert told() == [(first, "unknown-sender", "")]
    triage.trust(ministry, "Tangier Network")
    assert told() == [(first, "waiting", "")]
    triage.decide(ministry, first, Verdict.REJECTED, comment="About another country.")
    assert told() == [(first, "rejected", "About another country.")]
    assert fates.of_all(ministry)[first].by == "Samira B."
    triage.decide(ministry, first, Verdict.ACCEPTED)
    assert told() == []

    entries = fates.of(ministry, first).entries
    (linked, *others) = entries
    assert {one.fate for one in entries} == {"accepted"}
    beside = fates.of(ministry, first, {linked.entry: "f" * 32}).entries
    assert [(one.fate, one.linked) for one in beside[:2]] == [("linked", "f" * 32), ("accepted", "")]
    assert others

    recording.trash(own, gone)
    log_activity(own, title="Later")
    second = come_in(own, ministry, tmp_path)
    assert (kept, told()) == (kept, [(second, "waiting", "")])
    found = fates.of(ministry, first)
    assert [one.fate for one in found.entries if one.shown is None] == ["taken-back"]
    triage.decide(ministry, second, Verdict.ACCEPTED)
    assert told() == [(first, "replaced", "")]
    assert {one.fate for one in fates.of(ministry, first).entries} == {"replaced", "taken-back"}
