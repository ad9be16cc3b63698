"""Files that came along, in the window: looked at and saved, each after it was cleaned here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from app.domain.records import Attachment
from app.domain.shared import SharedAttachment
from app.services.coordinating import receiving, triage
from app.services.records import attachments
from app.services.submitting import reviewing, submissions
from app.ui.inbox.attached_card import AttachedCard
from app.ui.inbox.page import InboxPage
from app.ui.process.session import Session
from tests.attaching import picture
from tests.making import log_activity, make_call, make_workspace
from tests.ui.accessible import unnamed
from tests.ui.coordinating import press, read


def test_a_file_that_came_along_is_looked_at_and_saved(
    session: Session, in_front, qtbot, tmp_path: Path, monkeypatch
) -> None:
    sender = make_workspace(tmp_path, "Harbour Union", seed=9)
    call = make_call(session.workspace, sender)
    (tmp_path / "hall.png").write_bytes(picture("PNG"))
    hall = Attachment("", "The hall", alt="Forty chairs in a circle", consent="C2", goes_along=True)
    attachments.attach(sender, log_activity(sender), tmp_path / "hall.png", hall)
    (finding,) = reviewing.review(sender, call).undecided
    reviewing.decide(sender, call, finding.id, release=True)
    (tmp_path / "came.gwb").write_bytes(submissions.make(sender, call).bundle)
    (arrival,) = receiving.receive(session.workspace, [tmp_path / "came.gwb"])

    page = InboxPage(session)
    page.resize(1142, 720)
    in_front(page)
    page.open(arrival.submission)
    card = page.findChild(AttachedCard)
    assert "Forty chairs in a circle" in read(card) and not unnamed(card)

    with qtbot.waitSignal(card.opened) as shown:
        press(card, "Look at the file")
    (dialog,) = shown.args
    assert "The hall" in read(dialog) and dialog.picture.isVisible()
    dialog.accept()

    copy = tmp_path / "copy.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(copy), ""))
    press(card, "Save a copy…")
    qtbot.waitUntil(copy.exists)
    (entry,) = triage.opened(session.workspace, arrival.submission).of(SharedAttachment)
    assert copy.read_bytes().startswith(b"\x89PNG") and entry.title == "The hall"
