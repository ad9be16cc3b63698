"""A file that another laptop attached: a placeholder with "Fetch" until it came, a sentence where it cannot."""

from __future__ import annotations

from pathlib import Path

from app.domain.records import Attachment
from app.services.records import attachments, recording
from app.settings import Settings
from app.storage import attachments as kept
from app.storage.attachments import Content
from app.ui.process.session import Session
from app.ui.widgets.record.attachment_card import AttachmentCard
from tests.laptops import laptops, sync
from tests.making import log_activity
from tests.ui.accessible import unnamed
from tests.ui.coordinating import finished


def test_a_file_of_another_laptop_is_fetched_by_a_button(in_front, tasks, qtbot, tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    record, content = log_activity(one), Content.of("application/pdf", b"%PDF the hall")
    about = dict(kind="pdf", hash=content.hash, media=content.media, size=13, about=(record,), consent="C2")
    with one.writing() as session:
        kept.put(session, content)
        recording.write(one, session, recording.new(one, Attachment, title="The hall", **about))
    for laptop in (one, other):
        sync(laptop, tmp_path / "stick")
    (shown,) = attachments.of(other, record)
    session = Session(other, tasks, Settings(language="en"), other.pack)
    card = in_front(AttachmentCard(session, shown))
    assert card.away.isVisible() and not card.preview.isVisible() and not card.copy.isVisible()
    assert not unnamed(card)
    (tmp_path / "stick").rename(tmp_path / "gone")
    card.away.fetch.click()
    assert not card.away.fetch.isEnabled()
    finished(session, qtbot)
    assert card.away.fetch.isEnabled() and "stick" in card.away.told.text()
    (tmp_path / "gone").rename(tmp_path / "stick")
    card.away.fetch.click()
    finished(session, qtbot)
    assert not card.away.isVisible() and card.preview.hasFocus()
    assert attachments.read(other, shown.hash) == content.body
    one.close()
    other.close()
