from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction

from app.progress import Cancelled, silent
from app.services.coordinating import triage
from app.services.coordinating.receiving import Arrival, Outcome
from app.services.opening import stores
from app.services.opening.stores import NewPlace
from app.ui.inbox.arriving import Arriving
from app.ui.inbox.incoming import Incoming, take_in
from app.ui.inbox.page import InboxPage
from app.ui.inbox.summary import said, tellings
from app.ui.process.session import Session
from tests.ui.coordinating import OUJDA, RABAT, finished, line_of, press, read

Answered = Callable[..., Path]


def unheard(_arrival: Arrival) -> None:
    """Nobody waits for the single files."""


def test_stopping_tells_what_was_read_and_how_much_was_not(answered: Answered, session: Session) -> None:
    paths = [answered(OUJDA), answered(RABAT), Path("never.pdf")]

    def stop_at_the_second(done: int, _total: int) -> None:
        if done == 1:
            raise Cancelled

    found = take_in(session.workspace, paths, unheard, stop_at_the_second)
    assert [one.path for one in found.arrivals] == paths[:1]
    assert found.unread == 2
    assert "2 files were not read" in [telling.title for telling in tellings(found)]
    assert len(triage.inbox(session.workspace)) == 1


def test_a_folder_is_read_and_what_else_lies_in_it_is_named(answered: Answered, session: Session) -> None:
    folder = answered(OUJDA).parent
    (folder / "letter.docx").write_bytes(b"dear all")
    found = take_in(session.workspace, [folder], unheard, silent)
    assert [one.outcome for one in found.arrivals] == [Outcome.UNKNOWN_SENDER]
    assert found.left_alone == ("letter.docx",)


def test_an_empty_folder_is_told_too(tmp_path: Path, session: Session) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    found = take_in(session.workspace, [folder], unheard, silent)
    assert said(found) == "No file was read."
    assert [telling.title for telling in tellings(found)] == ["There was no PDF and no bundle in what you chose."]


def test_every_refused_file_has_its_own_row_with_its_reason(tmp_path: Path, session: Session) -> None:
    gone, text = tmp_path / "gone.pdf", tmp_path / "notes.txt"
    text.write_text("notes")
    rows = tellings(take_in(session.workspace, [gone, text], unheard, silent))
    assert ["gone.pdf" in rows[0].title, "notes.txt" in rows[1].title] == [True, True]
    assert all(row.more for row in rows)


def test_two_imports_together_forget_nothing(answered: Answered, session: Session, tmp_path: Path) -> None:
    first = take_in(session.workspace, [answered(OUJDA)], unheard, silent)
    second = take_in(session.workspace, [tmp_path / "gone.pdf"], unheard, silent)
    both = first.and_then(second)
    assert [one.outcome for one in both.arrivals] == [Outcome.UNKNOWN_SENDER, Outcome.REFUSED]
    assert Incoming().and_then(Incoming()).is_empty


def test_what_is_new_in_a_place_is_fetched_and_what_is_half_is_told(
    page: InboxPage, answered, session: Session, qtbot, tmp_path: Path
) -> None:
    (tmp_path / "share").mkdir()
    stores.add(session.workspace, NewPlace("Share", str(tmp_path / "share")))
    page.reload()
    data = answered(OUJDA).read_bytes()
    (tmp_path / "share" / "sent (1).gwb").write_bytes(data)
    (tmp_path / "share" / "half.gwb.part").write_bytes(data[:900])
    _fetch(page)
    finished(session, qtbot)
    assert line_of(session, OUJDA).source == "sent (1).gwb"
    assert "half.gwb.part: not used" in read(page)
    (tmp_path / "share" / "half.gwb.part").unlink()
    with qtbot.waitSignal(page.toast) as said:
        _fetch(page)
    assert "nothing new" in said.args[0]
    (tmp_path / "share").rename(tmp_path / "gone")
    with qtbot.waitSignal(page.banner) as told:
        _fetch(page)
    assert told.args[0] == "bad"


def _fetch(page: InboxPage) -> None:
    next(action for action in page.findChildren(QAction) if action.text().startswith("Fetch from")).trigger()


def test_one_button_looks_through_all_places_and_folders_are_watched_only_when_wanted(
    answered: Answered, session: Session, page: InboxPage, qtbot
) -> None:
    folder = answered(OUJDA).parent
    stores.add(session.workspace, NewPlace("Stick", str(folder)))
    page.reload()
    press(page, "Look for new files")
    finished(session, qtbot)
    assert line_of(session, OUJDA).source == "21.gwb"
    assert "are watched" not in read(page)
    watch = next(one for one in page.findChildren(QAction) if "Watch" in one.text())
    assert not watch.isChecked()
    watch.trigger()
    assert "Folders among your places are watched" in read(page)

    answered(RABAT)
    timer = next(one for one in page.findChildren(QTimer) if one.interval() == 60_000)
    assert timer.isActive()
    timer.timeout.emit()
    finished(session, qtbot)
    assert line_of(session, RABAT).source == "22.gwb"
    next(one for one in page.findChildren(QAction) if "Watch" in one.text()).trigger()
    assert not timer.isActive()


def test_each_file_is_told_as_soon_as_it_is_done(answered: Answered, session: Session, page: InboxPage, qtbot) -> None:
    told: list[Incoming] = []
    arriving = page.findChild(Arriving)
    arriving.so_far.connect(told.append)
    arriving._hear(Arrival(Path("a.gwb"), Outcome.NEW))  # noqa: SLF001 - as a file that is done before the rest
    qtbot.waitUntil(lambda: bool(told))
    assert [one.path.name for one in told[0].arrivals] == ["a.gwb"]
    assert "What came in so far" in read(page)
    page.take_in([answered(OUJDA)])
    finished(session, qtbot)
    assert "What came in so far" not in read(page)
