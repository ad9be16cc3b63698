"""Receipts as files: each is written once into the folder, until something else is decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.files import FileExistsRefusedError
from app.services.coordinating import receipts, receiving, triage
from app.services.submitting import submissions
from tests.making import log_activity, make_call, make_workspace


def test_what_is_due_is_written_once_and_replaces_a_file_only_where_that_was_said(tmp_path: Path) -> None:
    own, ministry = make_workspace(tmp_path), make_workspace(tmp_path, "Ministry", coordinator=True, seed=9)
    log_activity(own)
    (tmp_path / "sent.gwb").write_bytes(submissions.make(own, make_call(ministry, own)).bundle)
    receiving.receive(ministry, [tmp_path / "sent.gwb"])
    triage.trust_all_waiting(ministry)
    triage.accept_all(ministry)
    folder = tmp_path / "back"
    (first,) = receipts.hand_out(ministry, folder)
    assert [path.name for path in folder.iterdir()] == [first.file]
    assert receipts.hand_out(ministry, folder) == ()
    assert receipts.due(ministry) == ()

    triage.decide(ministry, first.receipt.submission, triage.Verdict.ASIDE)
    with pytest.raises(FileExistsRefusedError):
        receipts.hand_out(ministry, folder)
    assert receipts.due(ministry) == (first.receipt.submission,), "what was not written was not told"
    (second,) = receipts.hand_out(ministry, folder, wanted=receipts.Wanted(replace=True))
    assert (folder / first.file).read_bytes() == second.data != first.data
    own.close()
    ministry.close()
