"""Receiving: any file, any order, any number of times; nothing counts before its sender is known and it is accepted."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from app.services.coordinating import receiving, triage
from app.services.coordinating.receiving import NotACoordinatorError, Outcome
from app.services.coordinating.triage import FingerprintDiffersError, Verdict
from app.services.opening.workspace import Workspace
from app.services.picturing import national
from app.services.submitting import submissions
from app.vault.identity import OrganisationKeys, fingerprint
from tests.making import PERIOD, log_activity, make_call, make_workspace


@pytest.fixture
def sent(tmp_path: Path, own: Workspace, ministry: Workspace) -> Path:
    call = make_call(ministry, own)
    log_activity(own, reach_total=46, reach_method="counted_each_person_once")
    path = tmp_path / "final_v3 (1).gwb"
    path.write_bytes(submissions.make(own, call).bundle)
    return path


def outcomes(workspace: Workspace, *paths: Path) -> list[Outcome]:
    return [one.outcome for one in receiving.receive(workspace, paths)]


def test_an_unknown_sender_waits_until_the_digits_were_compared(
    own: Workspace, ministry: Workspace, sent: Path
) -> None:
    assert outcomes(ministry, sent) == [Outcome.UNKNOWN_SENDER]
    line = triage.inbox(ministry)[0]
    triage.decide(ministry, line.id, Verdict.ACCEPTED)
    assert national.picture(ministry, PERIOD).counted == (), "accepted, but nobody knows whose it is"

    digits = fingerprint(own.keys.public.signing)
    with pytest.raises(FingerprintDiffersError):
        triage.trust(ministry, "Tangier Network", "00000 00000 00000 00000 00000 00000")
    triage.trust(ministry, "Tangier Network", digits.replace(" ", ""))

    assert line.sender == digits
    assert len(national.picture(ministry, PERIOD).counted) == 1


def test_the_same_file_twice_is_held_once(ministry: Workspace, sent: Path) -> None:
    assert outcomes(ministry, sent, sent) == [Outcome.UNKNOWN_SENDER, Outcome.SAME]
    assert len(triage.inbox(ministry)) == 1


def test_no_file_stops_the_others_and_each_refusal_says_why(tmp_path: Path, ministry: Workspace, sent: Path) -> None:
    foreign = tmp_path / "menu.pdf"
    foreign.write_bytes(b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
    cut = tmp_path / "cut.gwb"
    cut.write_bytes(sent.read_bytes()[:-40])
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    arrived = receiving.receive(ministry, [foreign, cut, empty, tmp_path / "gone.gwb", sent])

    assert [one.outcome for one in arrived] == [Outcome.REFUSED] * 4 + [Outcome.UNKNOWN_SENDER]
    assert all(len(one.reason) > 15 and "\n" not in one.reason for one in arrived)
    assert len(triage.inbox(ministry)) == 1


def test_a_folder_brings_everything_in_it(tmp_path: Path, ministry: Workspace, sent: Path) -> None:
    folder = tmp_path / "stick" / "july"
    folder.mkdir(parents=True)
    (folder / "a.gwb").write_bytes(sent.read_bytes())
    (folder / "notes.txt").write_text("not ours")

    assert outcomes(ministry, tmp_path / "stick") == [Outcome.UNKNOWN_SENDER, Outcome.LEFT_ALONE]


def test_a_file_signed_by_another_key_in_a_known_name_does_not_count(
    tmp_path: Path, own: Workspace, ministry: Workspace, sent: Path
) -> None:
    receiving.receive(ministry, [sent])
    triage.trust(ministry, "Tangier Network")
    triage.accept_all(ministry)
    log_activity(own, title="Written by somebody else", reach_total=90_000)
    own.keys = OrganisationKeys.from_seed(b"somebody else's key")
    forged = tmp_path / "forged.gwb"
    forged.write_bytes(submissions.make(own, receiving_call(own)).bundle)

    assert outcomes(ministry, forged) == [Outcome.UNKNOWN_SENDER]
    triage.decide(ministry, triage.inbox(ministry)[0].id, Verdict.ACCEPTED)
    assert all(told.entry.title != "Written by somebody else" for told in national.picture(ministry, PERIOD).activities)
    with pytest.raises(FingerprintDiffersError):
        triage.trust(ministry, "Tangier Network"), "a key that replaces another needs its digits"


def receiving_call(own: Workspace):
    from app.services.submitting import calls

    return calls.find(own)


def test_a_revision_replaces_and_what_was_returned_counts_nowhere(
    tmp_path: Path, own: Workspace, ministry: Workspace, sent: Path
) -> None:
    receiving.receive(ministry, [sent])
    triage.trust(ministry, "Tangier Network")
    triage.accept_all(ministry)
    log_activity(own, title="Second activity")
    second = tmp_path / "second.gwb"
    second.write_bytes(submissions.make(own, receiving_call(own)).bundle)

    assert outcomes(ministry, second) == [Outcome.REPLACES]
    assert len(national.picture(ministry, PERIOD).activities) == 1, "not accepted yet"
    newest = next(line for line in triage.inbox(ministry) if line.revision == 2)
    (first, *_rest) = triage.opened(ministry, newest.id).entries
    asked = {f"{first.id}.title": "Where?"}
    triage.decide(ministry, newest.id, Verdict.RETURNED, comment="Which desks?", questions=asked)
    assert len(national.picture(ministry, PERIOD).activities) == 1
    kept = triage.find(ministry, newest.id)
    assert (kept.verdict, kept.comment, kept.questions) == (Verdict.RETURNED, "Which desks?", asked)
    triage.decide(ministry, newest.id, Verdict.ACCEPTED)
    shown = national.picture(ministry, PERIOD)
    assert len(shown.activities) == 2
    assert {one.fate for one in shown.contributors} == {"accepted", "replaced"}


def test_an_older_revision_that_comes_late_is_named_and_changes_nothing(
    tmp_path: Path, own: Workspace, ministry: Workspace, sent: Path
) -> None:
    log_activity(own, title="Second activity")
    second = tmp_path / "second.gwb"
    second.write_bytes(submissions.make(own, receiving_call(own)).bundle)
    receiving.receive(ministry, [second])
    triage.trust(ministry, "Tangier Network")

    assert outcomes(ministry, sent) == [Outcome.OLDER]


def test_only_a_coordinator_receives(own: Workspace, sent: Path) -> None:
    with pytest.raises(NotACoordinatorError):
        receiving.receive(own, [sent])


def test_a_sealed_submission_for_somebody_else_is_refused_and_ours_is_read(
    tmp_path: Path, own: Workspace, ministry: Workspace
) -> None:
    other = make_workspace(tmp_path, "Another ministry", coordinator=True, seed=8)
    call = make_call(ministry, own)
    log_activity(own)
    path = tmp_path / "sealed.gwb"
    path.write_bytes(submissions.make(own, call, seal=True).bundle)

    assert outcomes(ministry, path) == [Outcome.UNKNOWN_SENDER]
    assert outcomes(other, path) == [Outcome.REFUSED]
    other.close()


def test_a_zip_brings_every_file_in_it_and_nothing_in_it_harms_the_others(
    tmp_path: Path, ministry: Workspace, sent: Path
) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as nested:
        nested.writestr("deeper.gwb", sent.read_bytes())
    path = tmp_path / "answers of july (2).zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("july/../../bomb.pdf", bytes(40_000_000))
        archive.writestr("july\\final_v3 (1).pdf", sent.read_bytes())
        archive.writestr("july/cut.gwb", sent.read_bytes()[:-40])
        archive.writestr("july/\u202efdp.bwg", sent.read_bytes())
        archive.writestr("july/inner.zip", inner.getvalue())
        archive.writestr("july/desk.jpg", b"\xff\xd8\xff holiday")
        archive.writestr("__MACOSX/july/._final_v3 (1).pdf", b"\x00\x05\x16\x07")
    found = receiving.receive(ministry, [path])

    assert [one.outcome for one in found] == [
        Outcome.REFUSED,
        Outcome.UNKNOWN_SENDER,
        Outcome.REFUSED,
        Outcome.SAME,
        Outcome.REFUSED,
        Outcome.LEFT_ALONE,
    ]
    assert [one.path.name for one in found[:4]] == ["bomb.pdf", "final_v3 (1).pdf", "cut.gwb", "fdp.bwg"]
    assert "could do harm" in found[0].reason
    assert "another ZIP" in found[4].reason
    assert [one.source for one in triage.inbox(ministry)] == ["final_v3 (1).pdf"]

    stored = tmp_path / "as they are.zip"
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("printed.pdf", b"%PDF-1.7\n%%EOF\n")
        archive.writestr("final.gwb", sent.read_bytes())
    first, second = receiving.receive(ministry, [stored])
    assert (first.path.name, second.outcome) == ("printed.pdf", Outcome.SAME), "packed without being made smaller"

    path.write_bytes(path.read_bytes()[:-30])
    repacked, text = tmp_path / "repacked.zip", tmp_path / "letter.odt"
    with zipfile.ZipFile(repacked, "w") as archive, zipfile.ZipFile(sent) as unpacked:
        for name in reversed(unpacked.namelist()):
            archive.writestr(name, unpacked.read(name))
    with zipfile.ZipFile(text, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    told = receiving.receive(ministry, [path, repacked, text])
    assert [one.outcome for one in told] == [Outcome.REFUSED] * 3
    assert "neither a Groundwork file nor" in told[2].reason


def test_in_a_folder_the_content_says_what_is_ours_and_a_name_that_promises_is_taken_at_its_word(
    tmp_path: Path, ministry: Workspace, sent: Path
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / "b-no-ending").write_bytes(sent.read_bytes())
    (folder / "a.PDF").write_bytes(b"not what it says")
    (folder / "notes.txt").write_text("not ours")

    assert outcomes(ministry, folder) == [Outcome.REFUSED, Outcome.UNKNOWN_SENDER, Outcome.LEFT_ALONE]
