"""A cloned or restored laptop goes on under a name of its own, and what both sides wrote is in every view."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.errors import GroundworkError
from app.services.opening.open_workspace import Workspace
from app.services.syncing import incarnation
from app.storage import segments, values
from tests.laptops import alike, laptops, meet, sync, view
from tests.making import copy_files, copy_of, log_activity
from tests.services.syncing.test_exchanging import retitled


def edited(workspace: Workspace, records: list[str], word: str) -> None:
    for number, record in enumerate(records):
        retitled(workspace, record, title=f"{word} {number}")


def everything_said(workspace: Workspace) -> set[object]:
    """Every title that any record shows or keeps."""
    return {leaf.value for state in view(workspace).values() for leaf in state.leaves.get("title", ())}


def writer(workspace: Workspace) -> str:
    with workspace.reading() as session:
        return str(values.get(session, "writer"))


@pytest.mark.parametrize("beside", ["kept", "copied", "lost"])
def test_two_that_go_on_from_one_copy_lose_nothing_of_either_side(tmp_path: Path, beside: str) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    records = [log_activity(one, title=f"Course {number}") for number in range(10)]
    meet(folder, one, other)
    one.close()
    (tmp_path / "clone").mkdir()
    (tmp_path / "again").mkdir()
    side = one.path.with_name(one.path.name + incarnation.ENDING)
    first = copy_of(one.path, tmp_path / "again")
    second = copy_of(one.path, tmp_path / "clone", seed=2)
    if beside != "lost":
        for at in (first, second):
            shutil.copy(side, at.path.with_name(side.name))
    if beside == "kept":  # as in a snapshot of a whole machine: everything says that nothing happened
        for at in (first, second):
            kept = incarnation.beside(one)
            with at.writing() as session:
                found = incarnation.chain(session)
            assert kept is not None and kept.seq == found.seq
            incarnation._write(at, incarnation.Beside(kept.writer, kept.seq, incarnation._machine(at)))  # noqa: SLF001
    edited(first, records, "Here")
    edited(second, records, "There")  # the same records, at the same moment, under the same name
    fresh = [log_activity(first, title="Only here"), log_activity(second, title="Only there")]
    learned = sync(first, folder)
    assert learned.new_writer is (beside != "kept")
    assert sync(second, folder).new_writer
    assert writer(first) != writer(second)
    meet(folder, first, second, other)
    assert alike(first, second, other)
    said = everything_said(other)
    assert {f"{word} {number}" for word in ("Here", "There") for number in range(10)} <= said
    assert {"Only here", "Only there"} <= said and len(set(fresh)) == 2
    assert not sync(first, folder).new_writer
    assert not sync(second, folder).new_writer


def test_a_backup_of_day_one_brought_back_after_day_two_gets_everything_and_writes_on(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    record = log_activity(one, title="Day one")
    meet(folder, one, other)
    one.close()
    copy_files(one.path, tmp_path / "kept")
    one = copy_of(one.path, _made(tmp_path / "day-2"))
    retitled(one, record, title="Day two")
    sync(one, folder)
    one.close()
    copy_files(tmp_path / "kept", one.path)
    back = copy_of(one.path, _made(tmp_path / "back"), seed=3)
    retitled(back, record, title="Day three")
    assert sync(back, folder).new_writer
    meet(folder, back, other)
    assert alike(back, other)
    assert {"Day two", "Day three"} <= everything_said(other)


def test_a_number_is_written_down_before_it_is_used_and_never_used_twice(tmp_path: Path) -> None:
    (one,) = laptops(tmp_path, 1)
    folder = tmp_path / "stick"
    log_activity(one)
    sync(one, folder)
    log_activity(one, title="Second")
    with one.noting() as session:  # killed after the number was taken and before anything was sealed with it
        reserved = incarnation.reserve(one, session)
    assert incarnation.beside(one) is not None and incarnation.beside(one).seq == reserved.seq
    before = writer(one)
    assert sync(one, folder).new_writer
    assert writer(one) != before
    with one.reading() as session:
        numbered = [(kept.writer, kept.seq) for kept in segments.every(session)]
    assert len(numbered) == len(set(numbered))
    assert (before, reserved.seq) not in numbered


def test_where_nothing_can_be_written_beside_nothing_is_sealed(tmp_path: Path) -> None:
    (one,) = laptops(tmp_path, 1)
    log_activity(one)
    side = one.path.with_name(one.path.name + incarnation.ENDING)
    side.mkdir()
    with pytest.raises(GroundworkError):
        sync(one, tmp_path / "stick")
    with one.reading() as session:
        assert segments.every(session) == ()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
