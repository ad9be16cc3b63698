"""A whole sitting at the window without a display, watched from inside: `python -m tests.sitting FOLDER`.

FOLDER holds `given/` with a workspace, a call and a photo. Everything that people do is done once, with words that are
planted; then one line of JSON tells what the system could see of this process. It goes on typing until it is killed.
"""

from __future__ import annotations

import faulthandler
import json
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app import settings
from app.domain.terms import When
from app.services.records import recording
from app.ui.appearance import make_application
from app.ui.application import Desk
from app.ui.failure_dialog import FailureDialog
from app.ui.process import failure
from app.ui.submissions.journey_words import APPROVE, HAND_OVER
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields.line_field import LineField
from tests.making import PASSPHRASE

TYPED, KEPT, REMARKED = "zqtypedword", "zqkeptword", "zqremarkword"
"""Words of a record that is only being typed, of one that is saved, and of what is told of its photo."""
_PATIENCE = 30.0


def main(folder: Path) -> int:
    """Sit down, work, lock, come back, and type until the end."""
    given, out = folder / "given", folder / "out"
    application = make_application()
    desk = Desk(application, settings.load(), "en")
    failure.catch(desk.show_failure)
    desk.start(given / "own.groundwork")
    seen: list[dict[str, object]] = []
    _unlock(desk)
    _write(desk, KEPT)
    record = _attach(desk, given / "photo.jpg", seen)
    _print(desk, record, out / "record.pdf")
    _submit(desk, given / "call.gwb", out)
    _fail(desk, seen)
    desk.lock()
    seen.append(_look(desk))
    _unlock(desk)
    desk.window.centralWidget().go("activities")
    _type(desk, TYPED)
    seen.append(_look(desk))
    _until(lambda: any(TYPED in repr(draft) for draft in recording.kept_drafts(desk.workspace)))
    sys.stdout.write(json.dumps(seen) + "\n")
    sys.stdout.flush()
    return int(application.exec())


def _unlock(desk: Desk) -> None:
    field = desk.window.centralWidget().findChild(LineField)
    QTest.keyClicks(field.control, PASSPHRASE)
    QTest.keyClick(field.control, Qt.Key.Key_Return)
    _until(lambda: desk.workspace is not None)


def _write(desk: Desk, word: str) -> None:
    """An activity that is complete, saved."""
    desk.window.centralWidget().go("activities")
    _type(desk, word)
    form = desk.window.centralWidget().pages.page().desk.form
    for name, value in (
        ("start", When.parse("2026-08")),
        ("objectives", (4,)),
        ("type", "legal_support"),
        ("summary", f"Read to the end: {word}."),
    ):
        form.entries[name].field.set_value(value)
        form.entries[name].field.edited.emit()
    desk.window.centralWidget().pages.page().keep()
    _until(lambda: recording.count(desk.workspace, recording.Query("activity")) > 0)


def _type(desk: Desk, word: str) -> None:
    page = desk.window.centralWidget().pages.page()
    page.desk.begin()
    form = page.desk.form
    QTest.keyClicks(form.entries["title"].field.control, word)


def _attach(desk: Desk, photo: Path, seen: list[dict[str, object]]) -> str:
    """Add the photo, say what it shows, and look at it."""
    (line,) = recording.lines(desk.workspace, recording.Query("activity"))
    page = desk.window.centralWidget().pages.page()
    page.open(line.record.id)
    strip = page.evidence
    strip.take_in([photo])
    _until(lambda: len(strip.cards) == 1 and not desk.tasks.running())
    (shown,) = strip.cards.values()
    shown.title.set_value(REMARKED)
    shown.keep()
    preview = shown.open_preview()
    seen.append(_look(desk))
    preview.accept()
    return line.record.id


def _print(desk: Desk, record: str, path: Path) -> None:
    assert record
    QFileDialog.getSaveFileName = lambda *_asked: (str(path), "")  # type: ignore[method-assign,assignment]
    desk.window.centralWidget().print_record()
    _until(path.exists)
    _until(lambda: not desk.tasks.running())


def _submit(desk: Desk, call: Path, folder: Path) -> None:
    """The whole journey from the file of a call to the PDF."""
    desk.window.centralWidget().go("submissions")
    page = desk.window.centralWidget().pages.page()
    _until(lambda: page.found is not None)
    page.take(call)
    journey = page.journey
    _until(lambda: journey.seen is not None and not desk.tasks.running())
    journey.go(APPROVE)
    journey.approval.tick.control.click()
    journey.primary.click()
    _until(lambda: journey.step == HAND_OVER)
    journey.hand_over.set_folder(folder)
    journey.primary.click()
    _until(lambda: journey.hand_over.is_done() and not desk.tasks.running())


def _fail(desk: Desk, seen: list[dict[str, object]]) -> None:
    """Something breaks while it holds words of a record; the details are copied, to be sent to whoever helps."""

    def copy() -> None:
        (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, FailureDialog)]
        buttons = {button.text(): button for button in dialog.findChildren(Button)}
        buttons["Details"].click()
        buttons["Copy the details"].click()
        seen.append(_look(desk))
        buttons["Go on working"].click()

    QTimer.singleShot(0, copy)
    try:
        raise ValueError(KEPT)
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)


def _look(desk: Desk) -> dict[str, object]:
    """What whoever lists windows, processes and open files can see now."""
    words = [word.encode() for word in (TYPED, KEPT, REMARKED, PASSPHRASE)]
    titles = [widget.windowTitle() for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    named = [QGuiApplication.applicationName(), QGuiApplication.applicationDisplayName()]
    process = Path("/proc/self/cmdline").read_bytes().decode("utf-8", "replace")
    given = [value for name, value in os.environ.items() if name.startswith("GROUNDWORK")]
    return {
        "titles": [*titles, *named],
        "process": [process, *given],
        "clipboard": QGuiApplication.clipboard().text(),
        "locked": desk.workspace is None,
        "files": sorted({str(path) for path, _data in _open_files()}),
        "telling": sorted({str(path) for path, data in _open_files() if any(word in data for word in words)}),
        "mapped": sorted(_mapped()),
    }


def _open_files() -> list[tuple[Path, bytes]]:
    """Every regular file that is open, also deleted and nameless ones, with what is in it."""
    found = []
    for entry in Path("/proc/self/fd").iterdir():
        try:
            if not entry.is_file():
                continue
            found.append((entry.readlink(), entry.read_bytes()))
        except OSError:
            continue  # closed meanwhile, as the one that lists the folder
    return found


def _mapped() -> list[str]:
    """Files behind memory that is shared with the disk: what is written there is written to them."""
    lines = Path("/proc/self/maps").read_text("utf-8").splitlines()
    return [line.split(maxsplit=5)[5] for line in lines if re.match(r"\S+ .w.s .* \S+$", line)]


def _until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not is_so():
        if time.monotonic() > end:
            faulthandler.dump_traceback()
            os._exit(3)  # where it waited stands in the trace before
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


if __name__ == "__main__":
    os.umask(0o077)
    sys.exit(main(Path(sys.argv[1])))
