"""Importing: every row has one outcome, the same file again adds nothing, and a dry run only tells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.domain.records import Activity, SensitiveNote
from app.errors import GroundworkError
from app.services.opening.workspace import Workspace
from app.services.records import importing, recording, undoing, versions
from app.services.records.importing import Options
from app.services.records.recording import Query

HEAD = "Code,Name,When,Women,Who\n"
ROWS = HEAD + "a1,Course,2026-07-03,12,Maison\na2,Visit,soon,4,Maison\na3,Party,2026-09-05,20,Others\n"
ACTIVITIES = {
    "groundwork_mapping": 1,
    "kind": "activity",
    "organisation": "Who",
    "key": ["Code"],
    "columns": {"title": "Name", "start": "When", "reach_women": "Women"},
}
MESSAGES = {
    "groundwork_mapping": 1,
    "kind": "feedback",
    "columns": {"type": "Kind", "month": "When", "paraphrase": "Said", "place": "Where"},
}


def written(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, "utf-8")
    return path


def bring(own: Workspace, folder: Path, rows: str = ROWS, *, mapping: object = ACTIVITIES, **options: object):
    given = written(folder, "mapping.json", json.dumps(mapping))
    table = written(folder, "table.csv", rows)
    return importing.bring_in(own, table, importing.mapping_for(table, given), options=Options(**options))


def told(report: importing.Report) -> dict[str, int]:
    return {name: count for name, count in report.counts.items() if count}


def titles(own: Workspace) -> list[str]:
    return sorted(line.record.title for line in recording.lines(own, Query("activity")))


def test_what_cannot_be_read_stays_out_with_its_place_and_reason(own: Workspace, tmp_path: Path) -> None:
    report = bring(own, tmp_path)

    assert told(report) == {"new": 2, "problem": 1}
    assert [(one.row, one.column, one.value) for one in report.problems] == [(3, "When", "soon")]
    assert titles(own) == ["Course", "Party"]
    assert report.organisations == {"Maison": 1, "Others": 1}


def test_the_same_file_again_adds_nothing(own: Workspace, tmp_path: Path) -> None:
    first = bring(own, tmp_path)
    again = bring(own, tmp_path)

    assert told(again) == {"same": 2, "problem": 1}
    assert again.batch == ""
    assert [one.id for one in importing.batches(own)] == [first.batch]
    assert titles(own) == ["Course", "Party"]


def test_a_row_that_changed_is_the_next_version_of_its_record(own: Workspace, tmp_path: Path) -> None:
    bring(own, tmp_path)
    report = bring(own, tmp_path, ROWS.replace("a1,Course,2026-07-03,12", "a1,Course,2026-07-03,14"))

    assert told(report) == {"update": 1, "same": 1, "problem": 1}
    course = next(line.record for line in recording.lines(own, Query("activity")) if line.record.title == "Course")
    assert isinstance(course, Activity)
    assert course.reach_women == 14
    assert len(versions.history(own, course.id)) == 2


def test_one_organisations_rows_leave_the_others_where_they_are(own: Workspace, tmp_path: Path) -> None:
    report = bring(own, tmp_path, organisation="maison")

    assert told(report) == {"new": 1, "problem": 1, "skipped": 1}
    assert [one.row for one in report.skipped] == [4]
    assert titles(own) == ["Course"]


def test_a_dry_run_tells_the_same_and_writes_nothing(own: Workspace, tmp_path: Path) -> None:
    dry = bring(own, tmp_path, dry_run=True)

    assert titles(own) == []
    assert importing.batches(own) == ()
    assert dry.batch == ""
    assert dry.counts == bring(own, tmp_path).counts


def test_of_a_sensitive_report_only_its_month_is_kept(own: Workspace, tmp_path: Path) -> None:
    rows = "Kind,When,Said,Where\nsensitive_report,2026-08-12,He hit her behind the station,MA001\n"
    report = bring(own, tmp_path, rows, mapping=MESSAGES)

    assert told(report) == {"new": 1}
    assert recording.count(own, Query("feedback")) == 0
    note = recording.lines(own, Query("sensitive_note"))[0].record
    assert isinstance(note, SensitiveNote)
    assert (note.type, note.month and note.month.iso, note.passed_on) == ("sensitive_protection", "2026-08", False)
    assert report.advice, "somebody is told to pass it on"


def test_a_table_with_foreign_columns_needs_a_mapping(tmp_path: Path) -> None:
    with pytest.raises(GroundworkError) as caught:
        importing.mapping_for(written(tmp_path, "table.csv", ROWS))
    assert "table.csv" in caught.value.sentence()


def test_an_import_is_undone_and_done_again_in_one_step_and_may_come_again_after(
    own: Workspace, tmp_path: Path
) -> None:
    bring(own, tmp_path)
    undone = undoing.undo(own)
    assert undone is not None and undone.sentence() == "The rows of \u2068table.csv\u2069 were taken out again."
    assert titles(own) == []
    undoing.redo(own)
    assert titles(own) == ["Course", "Party"]

    changed = bring(own, tmp_path, ROWS.replace("2026-07-03,12", "2026-07-03,14").replace("a3,", "a4,"))
    assert told(changed) == {"new": 1, "update": 1, "problem": 1}
    undoing.undo(own)
    course = next(line.record for line in recording.lines(own, Query("activity")) if line.record.title == "Course")
    assert isinstance(course, Activity) and course.reach_women == 12
    assert titles(own) == ["Course", "Party"]

    undoing.undo(own)
    assert titles(own) == []
    assert told(bring(own, tmp_path)) == {"new": 2, "problem": 1}
    party = next(line.record.id for line in recording.lines(own, Query("activity")) if line.record.title == "Party")
    recording.trash(own, party)
    assert told(bring(own, tmp_path)) == {"same": 2, "problem": 1}, "what a person trashed stays there"


def test_rows_of_an_import_that_was_undone_come_in_again_new_or_changed(own: Workspace, tmp_path: Path) -> None:
    def reached() -> dict[str, int | None]:
        found = [line.record for line in recording.lines(own, Query("activity"))]
        return {one.title: one.reach_women for one in found if isinstance(one, Activity)}

    later = ROWS.replace("2026-07-03,12", "2026-07-03,14").replace("a3,", "a4,")
    bring(own, tmp_path)
    first = reached()
    assert told(bring(own, tmp_path, later)) == {"new": 1, "update": 1, "problem": 1}
    second = reached()
    for _again in range(2):
        undoing.undo(own)
        assert reached() == first
        assert told(bring(own, tmp_path, later)) == {"new": 1, "update": 1, "problem": 1}
        assert reached() == second
    undoing.undo(own)
    undoing.redo(own)
    assert told(bring(own, tmp_path, later)) == {"same": 2, "problem": 1}, "what was done again is not news"
    assert reached() == second


def test_money_stands_beside_its_activity_and_changes_and_goes_with_it(own: Workspace, tmp_path: Path) -> None:
    head = "Code,Name,Cost,Money\n"
    mapping = {**ACTIVITIES, "columns": {"title": "Name"}, "resources": {"budget": "Cost", "currency": "Money"}}
    del mapping["organisation"]
    rows = head + "a1,Course,1200.50,KES\na2,Visit,,KES\na3,Party,many,KES\n"
    assert told(bring(own, tmp_path, rows, mapping=mapping)) == {"new": 2, "problem": 1}
    (money,) = (line.record for line in recording.lines(own, Query("resources")))
    (course,) = (one.record for one in recording.lines(own, Query("activity")) if one.record.title == "Course")
    assert (money.of, str(money.budget), money.currency) == (course.id, "1200.5", "KES")
    assert told(bring(own, tmp_path, rows, mapping=mapping)) == {"same": 2, "problem": 1}

    assert told(bring(own, tmp_path, rows.replace("1200.50", "900"), mapping=mapping))["update"] == 1
    (changed,) = (line.record for line in recording.lines(own, Query("resources")))
    assert (changed.id, str(changed.budget)) == (money.id, "900")

    undoing.undo(own)
    undoing.undo(own)
    assert not list(recording.lines(own, Query("resources")))
    assert titles(own) == []
