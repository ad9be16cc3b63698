"""Receipts from the inbox to the page of whoever sent: a button, a file, a question at its record."""

from __future__ import annotations

from pathlib import Path

from app.progress import silent
from app.services.coordinating import receipts as written
from app.services.coordinating import receiving, triage
from app.services.submitting import submissions
from app.ui.inbox.answering import write_receipts
from tests.making import log_activity, make_call, make_workspace


def test_what_is_due_is_written_once(tmp_path: Path) -> None:
    own, ministry = make_workspace(tmp_path), make_workspace(tmp_path, "Ministry", coordinator=True, seed=9)
    log_activity(own)
    (tmp_path / "sent.gwb").write_bytes(submissions.make(own, make_call(ministry, own)).bundle)
    receiving.receive(ministry, [tmp_path / "sent.gwb"])
    triage.trust_all_waiting(ministry)
    triage.accept_all(ministry)
    folder = tmp_path / "back"
    folder.mkdir()
    assert write_receipts(ministry, folder, silent) == 1
    assert len(list(folder.glob("receipt-*.gwb"))) == 1
    assert write_receipts(ministry, folder, silent) == 0
    assert written.due(ministry) == ()
    own.close()
    ministry.close()
