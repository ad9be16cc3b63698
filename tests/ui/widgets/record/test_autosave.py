from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from sqlalchemy import text

from app.domain.drafts import Draft
from app.domain.records import Activity
from app.services.opening.workspace import Workspace
from app.services.records import erasing, recording
from app.storage.database import NoRoomError
from app.ui.widgets.record.autosave import WAIT_MS, Autosave
from tests.making import log_activity


@contextmanager
def full_disk(workspace: Workspace) -> Iterator[None]:
    """The file may not grow, as on a full disk."""
    with workspace.reading() as session:
        session.execute(text("pragma max_page_count = 1"))
    yield
    with workspace.reading() as session:
        session.execute(text("pragma max_page_count = 4294967294"))


class Paper:
    """What is written on, in place of a form."""

    def __init__(self, workspace: Workspace) -> None:
        self.draft: Draft = recording.new(workspace, Activity)
        self.autosave = Autosave(workspace, lambda: self.draft)
        self.autosave.begin(self.draft)

    def write(self, title: str, **unread: str) -> None:
        self.draft = replace(self.draft, record=replace(self.draft.record, title=title), unread=unread)
        self.autosave.touch()


@pytest.fixture
def paper(workspace: Workspace, qtbot) -> Paper:
    return Paper(workspace)


def test_what_is_typed_is_kept_after_a_pause_and_is_no_record_yet(paper: Paper, workspace: Workspace, qtbot) -> None:
    with qtbot.waitSignal(paper.autosave.kept):
        paper.write("Half a sent")
    assert [draft.record.title for draft in recording.kept_drafts(workspace)] == ["Half a sent"]
    assert recording.count(workspace, recording.Query("activity")) == 0


def test_finishing_makes_a_record_and_lets_go_of_the_draft(paper: Paper, workspace: Workspace) -> None:
    paper.write("A sentence")
    paper.autosave.keep()
    saved = paper.autosave.finish()
    assert recording.open_draft(workspace, Activity, saved.id).record.title == "A sentence"
    assert not recording.kept_drafts(workspace)
    assert paper.autosave.finish() is None


def test_discarding_leaves_nothing(paper: Paper, workspace: Workspace) -> None:
    paper.write("A sentence")
    paper.autosave.keep()
    paper.autosave.discard()
    paper.autosave.keep()
    assert paper.autosave.finish() is None
    assert not recording.kept_drafts(workspace)
    assert recording.count(workspace, recording.Query("activity")) == 0


def test_unread_text_kept_beside_a_save_never_contests_it(paper: Paper, workspace: Workspace) -> None:
    record = log_activity(workspace, title="Before")
    paper.draft = recording.open_draft(workspace, Activity, record)
    paper.autosave.begin(paper.draft)
    paper.write("After", reach_women="some")
    paper.autosave.keep()
    paper.autosave.finish()
    (kept,) = recording.kept_drafts(workspace)
    paper.draft = kept
    paper.autosave.begin(kept)
    paper.write("Later")
    paper.autosave.finish()
    (line,) = recording.lines(workspace, recording.Query("activity"))
    assert (line.record.title, line.contested) == ("Later", False)
    assert not recording.kept_drafts(workspace)


def test_a_full_disk_is_told_and_what_is_typed_stays(paper: Paper, workspace: Workspace, qtbot) -> None:
    heard: list[str] = []
    paper.autosave.failed.connect(heard.append)
    with full_disk(workspace):
        paper.write("A sentence " * 900)
        paper.autosave.keep()
    assert heard == [NoRoomError().sentence()]
    assert paper.autosave.typed
    with qtbot.waitSignal(paper.autosave.kept):
        paper.autosave.keep()


def test_somebody_who_types_without_a_pause_is_kept_too(paper: Paper, workspace: Workspace, qtbot) -> None:
    keys = QTimer(interval=WAIT_MS // 8)
    keys.timeout.connect(lambda: paper.write(paper.draft.record.title + "a"))
    with qtbot.waitSignal(paper.autosave.kept):
        keys.start()
    keys.stop()
    assert recording.kept_drafts(workspace)[0].record.title.startswith("aa")


def test_a_form_that_holds_no_record_saves_nothing_whoever_writes_into_it(paper: Paper, workspace: Workspace) -> None:
    paper.autosave.rest()
    paper.draft = Draft(Activity())
    paper.write("Nobody's text")
    paper.autosave.keep()
    assert paper.autosave.finish() is None
    assert not recording.kept_drafts(workspace)
    assert recording.count(workspace, recording.Query("activity")) == 0
    with pytest.raises(recording.RecordMissingError):
        recording.save(workspace, paper.draft)


def test_text_in_a_record_that_somebody_erased_is_let_go_of_and_told(paper: Paper, workspace: Workspace, qtbot) -> None:
    id = log_activity(workspace)
    paper.draft = recording.open_draft(workspace, Activity, id)
    paper.autosave.begin(paper.draft)
    paper.write("Still typing")
    erasing.erase(workspace, id, reason=erasing.Reason.ASKED)
    with qtbot.waitSignal(paper.autosave.failed) as told:
        assert paper.autosave.finish() is None
    assert id in told.args[0] and not paper.autosave.typed
    assert not recording.kept_drafts(workspace)
