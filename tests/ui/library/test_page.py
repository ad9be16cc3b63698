"""Practices of others in the window: looked at before they are taken, read with their source, and our own given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.records import Practice
from app.services.opening.people import Profile
from app.services.opening.workspace import Workspace
from app.services.peers import giving, library, practice_packs
from app.ui.library.give import GiveView
from app.ui.library.offer import OfferView
from app.ui.library.page import LibraryPage
from app.ui.library.reading import Reading
from app.ui.pages import PAGES
from app.ui.process.session import Session
from app.ui.shell.frame import Frame
from tests.laptops import later
from tests.making import approve, make_workspace, work_as, write_down
from tests.services.paper.test_sheets import PRACTICE
from tests.ui.accessible import unnamed
from tests.ui.made_up import clipped, untranslated
from tests.ui.recorded import CONTROL, texts

TABLE = tuple(entry for entry in PAGES if entry.name in ("overview", "records", "library"))


@pytest.fixture
def neighbour(tmp_path: Path) -> Callable[..., Path]:
    """An organisation that gives what it has written down; each call writes one more practice and a newer file."""
    made = make_workspace(tmp_path, "Harbour Women", seed=7)

    def given(name: str = "practices.gwb", **values: object) -> Path:
        approve(made, write_down(made, Practice, **{**PRACTICE, **values}))
        later(made, days=40)
        path = tmp_path / name
        path.write_bytes(giving.make(made, accept_findings=True)[1])
        return path

    return given


@pytest.fixture
def frame(session: Session, in_front) -> Frame:
    made = Frame(session, TABLE)
    made.resize(1366, 768)
    made.restore({"page": "library"})
    return in_front(made)


def page_of(frame: Frame) -> LibraryPage:
    page = frame.pages.page()
    assert isinstance(page, LibraryPage)
    return page


def drop(page: LibraryPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    page.listing.drop.dropEvent(event)


def test_a_dropped_file_is_looked_at_then_taken_with_its_digits_then_read_and_found(
    frame: Frame, workspace: Workspace, neighbour: Callable[..., Path], qtbot
) -> None:
    page = page_of(frame)
    assert "No practices of others yet" in texts(page)
    data = neighbour()
    drop(page, data)
    assert isinstance(page.view, OfferView) and page.view.digits.isVisible()
    shown = texts(page.view)
    assert {"Advice where the bus stops", "New"} <= set(shown) and page.view.take.text() == "Take 1 practice"
    assert any("does not know yet" in one for one in shown)
    assert library.listed(workspace) == (), "looking takes nothing"
    page.primary().click()
    assert page.view.digits.problem() == "Please write the digits that were read to you."
    page.view.digits.set_value("1" * 30)
    page.primary().click()
    assert page.view.problem.isVisible() and library.listed(workspace) == ()

    page.view.digits.set_value(library.look(workspace, data.read_bytes()).digits)
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    assert isinstance(page.view, Reading)
    (taken,) = library.listed(workspace)
    assert page.view.shelved == taken and page.listing.rows.current_id() == taken.id
    shown = texts(page.view)
    assert any("Harbour Women" in one for one in shown)
    assert {"Two advisers sit at a table on market days.", "What it is"} <= set(shown)

    drop(page, neighbour("newer.gwb", title="Evening school"))
    assert isinstance(page.view, OfferView) and not page.view.digits.isVisible(), "the key is known now"
    assert {"Here already", "New"} <= set(texts(page.view)) and page.view.take.text() == "Take 1 practice"
    page.primary().click()
    assert [row.title for row in map(page.listing.rows.rows.row, range(2))] == [
        "Advice where the bus stops",
        "Evening school",
    ]
    drop(page, data)
    assert page.primary() is None and any("taken before" in one for one in texts(page.view))
    page.view.leave.click()
    assert isinstance(page.view, Reading)

    page.listing.search.setText("evening")
    qtbot.waitUntil(lambda: page.listing.rows.rows.rowCount() == 1)
    kept = page.state()
    page.listing.search.setText("zzz")
    qtbot.waitUntil(lambda: "Nothing fits" in texts(page))
    page.restore(kept)
    assert isinstance(page.view, Reading) and page.view.shelved.practice.title == "Evening school"


def test_a_file_that_is_none_is_told_in_its_place_and_the_list_stays(
    frame: Frame, workspace: Workspace, tmp_path: Path, neighbour: Callable[..., Path]
) -> None:
    page = page_of(frame)
    other = tmp_path / "notes.gwb"
    other.write_bytes(b"nothing of ours")
    for path in (other, tmp_path / "gone.gwb"):
        drop(page, path)
        assert page.listing.problem.isVisible() and page.listing.problem.text(), path.name
        assert page.view is None
    approve(workspace, write_down(workspace, Practice, **PRACTICE))
    own = tmp_path / "own.gwb"
    own.write_bytes(giving.make(workspace, accept_findings=True)[1])
    drop(page, own)
    assert "Your own organisation made this file" in page.listing.problem.text()
    drop(page, neighbour())
    assert isinstance(page.view, OfferView) and not page.listing.problem.isVisible()


def test_giving_says_what_stays_and_why_and_what_nobody_ticked_is_not_in_the_file(
    frame: Frame, workspace: Workspace, tmp_path: Path, monkeypatch
) -> None:
    page = page_of(frame)
    page.listing.give.click()
    assert "There is no practice to give" in page.listing.problem.text()
    told = approve_one(workspace, lessons="Ask Amina on 0661 23 45 67.")
    approve_one(workspace, title="Second one")
    stays = write_down(workspace, Practice, **{**PRACTICE, "title": "Not approved"})
    frame.go("library", "give")
    view = page.view
    assert isinstance(view, GiveView) and len(view.choices) == 2 and view.findings
    assert any("Nobody has approved it" in one for one in texts(view)) and stays not in view.choices
    assert view.give.text() == "Give 2 practices"
    next(choice for id, choice in view.choices.items() if id != told).control.click()
    assert view.give.text() == "Give 1 practice"
    path = tmp_path / "given.gwb"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    view.give.click()
    assert practice_packs.given(workspace) == () and not view.made.isVisible(), "whoever thinks better gives nothing"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    view.give.click()
    assert view.made.isVisible() and any("given.gwb" in one for one in texts(view.made))
    (practice,) = practice_packs.opened(path.read_bytes()).practices
    assert (practice.title, practice.lessons) == ("Advice where the bus stops", "")
    view.leave.click()

    page.listing.give.click()
    again = page.view
    assert isinstance(again, GiveView)
    for finding, tick in again.findings:
        if finding.field == "lessons":
            tick.set_value(True)
    next(choice for id, choice in again.choices.items() if id != told).set_value(False)
    again.give.click()
    assert practice_packs.opened(path.read_bytes()).practices[0].lessons == "Ask Amina on 0661 23 45 67."


def approve_one(workspace: Workspace, **values: object) -> str:
    record = write_down(workspace, Practice, **{**PRACTICE, **values})
    approve(workspace, record)
    return record


def test_whoever_may_not_write_reads_and_is_offered_nothing_else(
    session: Session, workspace: Workspace, neighbour: Callable[..., Path], in_front
) -> None:
    data = neighbour().read_bytes()
    library.take(workspace, data, library.look(workspace, data).digits)
    work_as(workspace, Profile("reader", "Rita", "a role of later"))
    page = in_front(LibraryPage(session))
    assert isinstance(page.view, Reading) and page.primary() is None
    assert not page.listing.open.isVisible() and not page.listing.drop.isVisible()


def test_the_three_views_are_named_translated_and_whole_also_where_one_pane_has_room(
    session: Session, workspace: Workspace, neighbour: Callable[..., Path], in_front, dressed, qtbot
) -> None:
    path = neighbour()
    approve_one(workspace, lessons="Ask Amina on 0661 23 45 67.")
    write_down(workspace, Practice, **{**PRACTICE, "title": "Not approved"})
    dressed("qps")
    page = in_front(LibraryPage(session))
    page.resize(1140, 700)
    written = ("Harbour Women", "Not approved", *map(str, PRACTICE.values()), "Ask Amina on 0661 23 45 67.")
    data = path.read_bytes()
    for show in (
        lambda: page.look([path]),
        page.begin_giving,
        lambda: library.take(workspace, data, library.look(workspace, data).digits) and page._leave(),  # noqa: SLF001
    ):
        show()
        QApplication.processEvents()
        assert not unnamed(page) and not clipped(page)
        months = ("March", "June", "January", "December", "November")
        assert not untranslated(page, *written, *months, "Hamlet Clinic and Silent Partner")
    page.resize(600, 700)
    page.open(library.listed(workspace)[0].id)
    QApplication.processEvents()
    assert page.view.isVisible() and not page.listing.isVisible()
    page.view.back.click()
    assert page.listing.isVisible() and page.focusWidget() is page.listing.rows
