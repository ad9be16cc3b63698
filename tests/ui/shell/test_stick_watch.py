"""A stick that is put in is noticed once, and one button keeps a sealed copy on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from app.services.keeping import backup
from app.ui.shell.frame import Frame
from app.ui.shell.stick_watch import StickWatch
from tests.ui.coordinating import press


def test_each_new_stick_is_told_once_and_again_after_it_was_out(qapp, tmp_path: Path) -> None:
    owner, told = QObject(), []
    (tmp_path / "old").mkdir()
    watch = StickWatch(owner, lambda: tuple(tmp_path.iterdir()))
    watch.found.connect(told.append)

    watch.look()
    (tmp_path / "new").mkdir()
    watch.look()
    watch.look()
    assert told == [str(tmp_path / "new")]

    (tmp_path / "new").rmdir()
    watch.look()
    (tmp_path / "new").mkdir()
    watch.look()
    assert told == [str(tmp_path / "new")] * 2


def test_one_button_puts_a_sealed_copy_on_the_stick(session, in_front, qtbot, tmp_path: Path) -> None:
    frame = Frame(session)
    in_front(frame)
    stick = tmp_path / "STICK"
    stick.mkdir()

    (watch,) = frame.findChildren(StickWatch)
    watch.found.emit(str(stick))
    assert "STICK" in frame.banners.banner.accessibleName()
    press(frame.banners.banner, "Back up to it")

    qtbot.waitUntil(lambda: bool(backup.every(session.workspace, stick)))
    session.tasks.finish()
    assert frame.banners.banner is None
    frame.leave()
