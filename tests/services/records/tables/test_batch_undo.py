"""One import is taken back exactly, also after the workspace was closed, and what was changed since is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.filling import filled
from app.domain.records import Activity
from app.errors import GroundworkError
from app.services.opening import workspace
from app.services.opening.workspace import Origin, Workspace
from app.services.records import importing, recording
from app.services.records.recording import Query
from app.services.records.tables import batch_undo, checking, planning, table_file
from tests.making import NOW, PASSPHRASE, log_activity, make_workspace

ROWS = "Activity,Women\nCourse,12\nVisit,4\n"


def brought(own: Workspace, path: Path, rows: str) -> str:
    path.write_text(rows, "utf-8")
    plan = planning.begun(own, table_file.opened(path))
    return importing.keep(own, plan, checking.checked(own, plan)).batch


def titles(own: Workspace) -> list[str]:
    return sorted(line.record.title for line in recording.lines(own, Query("activity")))


def test_another_day_exactly_one_import_is_taken_back(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    log_activity(own, title="Mine")
    first = brought(own, tmp_path / "a.csv", ROWS)
    brought(own, tmp_path / "b.csv", ROWS.replace("Course", "Party").replace("Visit", "Walk"))
    own.close()

    own = workspace.open_existing(own.path, PASSPHRASE, origin=Origin.fixed(NOW, 9))
    course = next(line.record for line in recording.lines(own, Query("activity")) if line.record.title == "Course")
    recording.save(own, filled(recording.open_draft(own, Activity, course.id), {"reach_men": "3"}))
    assert batch_undo.touched(own, first) == ("Course",)
    undone = batch_undo.undo(own, first)
    assert undone.left == 1
    assert titles(own) == ["Course", "Mine", "Party", "Walk"]
    own.close()


def test_what_was_undone_may_come_again_and_what_is_no_import_is_told(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    batch = brought(own, tmp_path / "a.csv", ROWS)
    assert not batch_undo.is_undone(own, batch)
    batch_undo.undo(own, batch)
    assert (titles(own), batch_undo.is_undone(own, batch)) == ([], True)
    assert brought(own, tmp_path / "a.csv", ROWS)
    assert titles(own) == ["Course", "Visit"]
    with pytest.raises(GroundworkError) as caught:
        batch_undo.undo(own, "0" * 32)
    assert "0" * 32 in caught.value.sentence()
    own.close()


def test_a_row_that_changed_a_record_is_as_it_was_before(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    rows = "ID," + ROWS.replace("\nCourse", "\na1,Course").replace("\nVisit", "\na2,Visit")
    brought(own, tmp_path / "a.csv", rows)
    second = brought(own, tmp_path / "a.csv", rows.replace("12", "14"))
    batch_undo.undo(own, second)
    found = [line.record for line in recording.lines(own, Query("activity"))]
    assert {one.title: one.reach_women for one in found if isinstance(one, Activity)} == {"Course": 12, "Visit": 4}
    own.close()
