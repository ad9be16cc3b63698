"""Evidence under a form: taken in by button or dropping, told of, looked at, taken away; nothing lies outside."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.records import Attachment
from app.services.opening.workspace import Workspace
from app.services.records import attachments, commenting, recording
from app.ui.process.session import Session
from app.ui.shell.frame import Frame
from app.ui.widgets.record.attachment_card import AttachmentCard
from app.ui.widgets.record.attachment_strip import AttachmentStrip
from app.ui.widgets.record.picture_view import PictureView
from app.ui.widgets.toast import Toast
from tests.attaching import SECRETS, pdf, picture
from tests.making import approve, log_activity
from tests.ui.accessible import focused, names_in_tab_order, unnamed
from tests.ui.made_up import clipped, untranslated
from tests.ui.recorded import CONTROL, begin, desk_of, frame_of, press, texts, write


@pytest.fixture
def activity(workspace: Workspace) -> str:
    return log_activity(workspace)


@pytest.fixture
def frame(session: Session, activity: str, in_front) -> Frame:
    return in_front(frame_of(session, "activities"))


def strip_of(frame: Frame) -> AttachmentStrip:
    return frame.pages.page().evidence


def lying(folder: Path, data: bytes, name: str = f"{SECRETS[2]}.jpg") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def dropped(strip: AttachmentStrip, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    strip.drop_area.dropEvent(QDropEvent(QPointF(QPoint(5, 5)), action, data, button, Qt.KeyboardModifier.NoModifier))


def with_cards(strip: AttachmentStrip, count: int, qtbot) -> list[AttachmentCard]:
    qtbot.waitUntil(lambda: len(strip.cards) == count and not strip._session.tasks.running(), timeout=20_000)  # noqa: SLF001
    return list(strip.cards.values())


def test_a_picture_is_added_by_button_described_by_keyboard_and_kept(
    frame: Frame, workspace: Workspace, activity: str, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip = strip_of(frame)
    path = lying(tmp_path, picture())
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *asked: ([str(path)], ""))
    strip.add_button.setFocus()
    strip.add_button.click()
    (card,) = with_cards(strip, 1, qtbot)

    assert focused() == "What it shows"
    assert any(text.startswith("Nobody has described this picture yet") for text in texts(strip))
    assert any("Removed before keeping: place, camera, author" in text for text in texts(strip))
    write(qtbot, "The hall")
    press(qtbot, Qt.Key.Key_Tab)
    write(qtbot, "Forty chairs in a circle")
    press(qtbot, Qt.Key.Key_Tab)
    card.people.control.click()
    assert "C4" in card.consent.problem()
    card.consent.set_value("C4")
    card.consent.edited.emit()
    card.consent.left.emit()
    assert not card.consent.problem()
    (kept,) = attachments.of(workspace, activity)
    assert (kept.title, kept.alt, kept.consent, kept.people_shown) == (
        "The hall",
        "Forty chairs in a circle",
        "C4",
        True,
    )
    assert not any(text.startswith("Nobody has described") for text in texts(strip))
    assert not unnamed(strip)
    order = ["Add a file", "What it shows", "Description for those who cannot see it"]
    order += ["What the people shown agreed to", "People can be recognised", "How sensitive"]
    order += ["May go along when this is sent"]
    order += [f"{verb}: \u2068The hall\u2069" for verb in ("Preview", "Save a copy", "Remove")]
    assert names_in_tab_order(strip) == order


def test_dropped_files_are_looked_at_from_memory_copied_on_demand_and_taken_back(
    frame: Frame, workspace: Workspace, activity: str, tmp_path: Path, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip = strip_of(frame)
    paths = [
        lying(tmp_path, picture(size=(1600, 1000))),
        lying(tmp_path, pdf(), "b.pdf"),
        lying(tmp_path, b"ID3 voice", "c.mp3"),
    ]
    before = sorted(path.name for path in tmp_path.rglob("*"))
    dropped(strip, *paths)
    photo, pages = with_cards(strip, 2, qtbot)
    assert any("Sound and film" in text for text in texts(strip)), "the third is refused, the others are kept"

    for card in (photo, pages):
        preview = card.open_preview()
        assert not unnamed(preview)
        qtbot.waitUntil(lambda: not strip._session.tasks.running(), timeout=20_000)  # noqa: SLF001
        if card is pages:
            qtbot.waitUntil(lambda shown=preview: shown.text.toPlainText() == "Page 1 read")
            assert "2 pages" in preview.facts.text()
        else:
            _zoomed_by_key_and_button(preview.picture, qtbot)
        preview.accept()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    assert {path.name for path in tmp_path.rglob("*")} - set(before) <= {"tangier.groundwork-wal"}

    copy = tmp_path / "copy.jpg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *asked: (str(copy), asked[-1]))
    photo.copy.click()
    assert copy.read_bytes() == attachments.read(workspace, photo.read().hash)

    photo.remove.click()
    assert len(strip.cards) == 1 and focused() == "Add a file"
    frame.findChild(Toast).undo()
    assert len(strip.cards) == 2 and len(attachments.of(workspace, activity)) == 2


def _zoomed_by_key_and_button(shown: PictureView, qtbot) -> None:
    bars = (shown.horizontalScrollBar(), shown.verticalScrollBar())
    assert shown.zoom() < 1, "a picture that is larger than its room is shown whole"
    assert [bar.maximum() for bar in bars] == [0, 0]
    whole = shown.zoom()
    qtbot.waitUntil(shown.window().isActiveWindow)
    for _press in range(4):
        qtbot.keyClick(shown.window(), Qt.Key.Key_Plus, CONTROL)
    assert shown.zoom() > whole * 2 and any(bar.maximum() for bar in bars)
    shown.smaller.click()
    qtbot.keyClick(shown.window(), Qt.Key.Key_0, CONTROL)
    assert shown.zoom() == whole and not shown.smaller.isEnabled()
    assert [bar.maximum() for bar in bars] == [0, 0]


def test_a_file_for_a_new_record_saves_it_first_and_nothing_is_attached_to_nothing(
    frame: Frame, workspace: Workspace, activity: str, tmp_path: Path, qtbot
) -> None:
    strip = strip_of(frame)
    path = lying(tmp_path, picture())
    begin(frame, qtbot)
    assert not strip.cards
    dropped(strip, path)
    assert any(text.startswith("Write a few words above first") for text in texts(strip))
    write(qtbot, "Evening in the hall")
    dropped(strip, path)
    (card,) = with_cards(strip, 1, qtbot)
    owner = desk_of(frame).form.loaded().record
    assert card.read().about == (owner.id,) and owner.title == "Evening in the hall"

    card.title.control.setFocus()
    write(qtbot, "The hall")
    desk_of(frame).open_record(activity)
    assert not strip.cards, "another record has its own"
    desk_of(frame).open_record(owner.id)
    assert [one.read().title for one in strip.cards.values()] == ["The hall"]
    assert recording.count(workspace, recording.Query(Attachment.KIND)) == 1


def test_under_an_approved_record_files_are_text_until_it_is_opened_again_and_a_change_ends_the_approval(
    session: Session, workspace: Workspace, activity: str, tmp_path: Path, in_front, qtbot
) -> None:
    path = lying(tmp_path, picture())
    attachments.attach(workspace, activity, path, Attachment(title="The hall", alt="Chairs", consent="C2"))
    approve(workspace, activity)
    frame = in_front(frame_of(session, "activities"))
    desk, strip = desk_of(frame), strip_of(frame)
    (card,) = strip.cards.values()

    assert any(told.startswith("This was approved as it is") for told in texts(desk.sheet))
    assert not card.title.isVisible() and not card.remove.isVisible() and not strip.add_button.isVisible()
    assert card.preview.isVisible() and card.copy.isVisible() and not unnamed(strip)
    assert any("What it shows: \u2068The hall\u2069" in told and "Chairs" in told for told in texts(card))
    card.title.set_value("Slipped in")
    strip.keep()
    dropped(strip, path)
    assert [one.title for one in attachments.of(workspace, activity)] == ["The hall"]
    card.title.set_value("The hall")
    assert commenting.statuses(workspace, [activity]) == {activity: commenting.APPROVED}

    desk.sheet.change.click()
    assert card.title.isVisible() and strip.add_button.isVisible()
    card.title.control.setFocus()
    write(qtbot, " at night")
    strip.keep()
    assert attachments.of(workspace, activity)[0].title == "The hall at night"
    assert commenting.statuses(workspace, [activity]) == {}, "it has to be approved again"
    qtbot.waitUntil(lambda: desk.sheet.chip.text() == "Ready")
    approve(workspace, activity)
    qtbot.waitUntil(lambda: not card.title.isVisible())
    recording.trash(workspace, card.read().id)
    assert commenting.statuses(workspace, [activity]) == {}, "also when a file was taken away"


def test_stopping_keeps_nothing(frame: Frame, workspace: Workspace, activity: str, tmp_path: Path, qtbot) -> None:
    strip = strip_of(frame)
    dropped(strip, lying(tmp_path, picture()))
    (task,) = strip._session.tasks.running()  # noqa: SLF001
    task.stop()
    qtbot.waitUntil(lambda: not strip._session.tasks.running(), timeout=20_000)  # noqa: SLF001
    assert attachments.of(workspace, activity) == ()


@pytest.mark.parametrize(
    ("language", "look", "size"), [("qps", "light", 100), ("qps", "dark", 150), ("ar", "light", 100)]
)
def test_the_strip_fits_and_leaves_nothing_untranslated(
    session: Session, workspace: Workspace, activity: str, tmp_path: Path, in_front, dressed, language, look, size
) -> None:
    dressed(language, look, size)
    attachments.attach(workspace, activity, lying(tmp_path, picture()), Attachment("", "Ψ", alt="Ω", consent="C2"))
    frame = in_front(frame_of(session, "activities"))
    frame.resize(1024, 640)
    desk_of(frame).panes.show_detail()
    QApplication.processEvents()
    strip = strip_of(frame)
    assert desk_of(frame).sheet.area.horizontalScrollBar().maximum() == 0
    assert not [found for found in clipped(strip) if not found.startswith("QToolButton")]
    if language == "qps":
        assert not untranslated(strip)
    else:
        card = next(iter(strip.cards.values()))
        thumbnail = card.findChild(type(card._thumbnail))  # noqa: SLF001
        assert thumbnail.mapTo(strip, QPoint(0, 0)).x() > card.title.mapTo(strip, QPoint(0, 0)).x()
