"""Recording: nothing typed is lost, nothing somebody else wrote is overwritten."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.filling import filled
from app.domain.records import Activity
from app.services.opening import workspace
from app.services.opening.workspace import Workspace
from app.services.records import conflicts, recording, versions
from app.services.records.recording import Query, RecordMissingError
from tests.making import PASSPHRASE, copy_of, hear_feedback, log_activity, make_workspace, new_folder

TOP = Path(__file__).parents[3]
TYPING = """
import sys
from dataclasses import replace
from pathlib import Path
from app.domain.records import Activity
from app.services.records import recording
from app.services.opening.workspace import open_existing
window = open_existing(Path(sys.argv[1]), sys.argv[2])
fresh = recording.new(window, Activity, title="Theirs, new")
recording.keep(window, fresh)
opened = recording.open_draft(window, Activity, sys.argv[3])
recording.keep(window, replace(opened, record=replace(opened.record, title="Theirs, changed")))
sys.stdout.write(fresh.record.id + "\\n")
sys.stdout.flush()
sys.stdin.read()
"""


def titles(own: Workspace, **query: object) -> list[str]:
    return [line.record.title for line in recording.lines(own, Query("activity", **query))]


def test_an_incomplete_record_is_kept_and_its_problems_are_told(own: Workspace) -> None:
    saved = recording.save(own, recording.new(own, Activity, title="Half a thought"))

    assert titles(own) == ["Half a thought"]
    assert {problem.field for problem in saved.problems} >= {"summary", "type"}


def test_two_people_who_edit_the_same_record_at_once_lose_nothing(own: Workspace) -> None:
    identity = log_activity(own)
    hers, his = (recording.open_draft(own, Activity, identity) for _person in range(2))
    recording.save(own, replace(hers, record=replace(hers.record, title="Her title", result="Her result")))
    recording.save(own, replace(his, record=replace(his.record, title="His title", place="MA001")))

    steps = versions.history(own, identity)
    written = [version.changes["title"][1] for version in steps]
    shown = recording.open_draft(own, Activity, identity)
    assert written == ["Legal aid desk at the bus station", "Her title", "His title"]
    assert (shown.record.result, shown.record.place) == ("Her result", "MA001")
    assert len(shown.base["title"]) == 2, "both titles are kept until somebody chooses"
    assert recording.lines(own, Query("activity"))[0].contested


def test_saving_what_has_not_changed_writes_no_version(own: Workspace) -> None:
    identity = log_activity(own)

    assert not recording.save(own, recording.open_draft(own, Activity, identity)).changed
    assert len(versions.history(own, identity)) == 1


def test_what_is_being_typed_survives_without_being_saved(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    draft = filled(recording.new(own, Activity), {"title": "Cut off in the mid", "reach_women": "elev"})
    recording.keep(own, draft)
    own.close()

    again = workspace.open_existing(own.path, PASSPHRASE)
    kept = recording.kept_drafts(again)
    assert [(one.record.title, one.unread) for one in kept] == [("Cut off in the mid", {"reach_women": "elev"})]
    assert titles(again) == []
    recording.save(again, filled(kept[0], {"reach_women": "11"}))
    assert recording.kept_drafts(again) == ()
    again.close()


def test_what_another_window_is_typing_is_not_taken_for_a_crash_until_that_window_is_killed(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    shared = log_activity(own, title="Open in both")
    child = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(own.path), PASSPHRASE, shared],
        cwd=TOP,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    typed = child.stdout.readline().strip()

    assert recording.left_behind(own) == ()
    recording.keep(own, filled(recording.new(own, Activity), {"title": "Mine"}))
    assert [one.record.title for one in recording.left_behind(own)] == ["Mine"]
    mine = recording.open_draft(own, Activity, shared)
    recording.keep(own, replace(mine, record=replace(mine.record, title="Mine, changed")))
    recording.drop(own, mine)
    recording.keep(own, replace(mine, record=replace(mine.record, title="Mine, again")))
    child.kill()
    child.communicate()
    left = {(one.record.id, one.record.title): one for one in recording.left_behind(own) if one.record.title != "Mine"}
    assert set(left) == {(typed, "Theirs, new"), (shared, "Theirs, changed"), (shared, "Mine, again")}
    recording.save(own, left[shared, "Mine, again"])
    recording.save(own, left[shared, "Theirs, changed"])
    (conflict,) = conflicts.every(own)
    assert {side.value for side in conflict.fields[0].sides} == {"Mine, again", "Theirs, changed"}
    recording.drop(own, left[typed, "Theirs, new"])
    assert shared not in [one.record.id for one in recording.left_behind(own)]
    assert typed not in [one.record.id for one in recording.left_behind(own)]
    own.close()
    again = copy_of(own.path, new_folder())
    recording.keep(again, recording.left_behind(again)[0])
    again.close()
    for folder in (own.path.parent, again.path.parent):
        assert len(list(folder.glob("*.typing-*"))) == (folder == own.path.parent), "only the killed one leaves a file"


def test_keeping_a_draft_disturbs_nobody_and_saving_tells_everybody_once(own: Workspace) -> None:
    told: list[str] = []
    stop = own.subscribe(lambda: told.append("changed"))
    draft = recording.new(own, Activity, title="x")
    recording.keep(own, draft)
    assert told == []
    recording.save(own, draft)
    assert told == ["changed"]
    stop()
    recording.save(own, recording.new(own, Activity, title="y"))
    assert told == ["changed"]


def test_the_trash_gives_back_what_it_took(own: Workspace) -> None:
    identity = log_activity(own)
    recording.trash(own, identity)
    assert titles(own) == []
    assert titles(own, deleted=True) == ["Legal aid desk at the bus station"]
    recording.bring_back(own, identity)
    assert titles(own) == ["Legal aid desk at the bus station"]
    recording.trash(own, identity)
    assert titles(own) == []


def test_a_record_that_is_not_there_is_named(own: Workspace) -> None:
    with pytest.raises(RecordMissingError) as caught:
        recording.open_draft(own, Activity, "nothing")
    assert "nothing" in caught.value.sentence()
    feedback = hear_feedback(own)
    with pytest.raises(RecordMissingError):
        recording.open_draft(own, Activity, feedback)


def test_lists_narrow_by_objective_period_and_words(own: Workspace) -> None:
    from app.domain.terms import Period

    log_activity(own, title="Language course", objectives="16", start="2026-05")
    log_activity(own, title="Legal aid", objectives="7", start="2026-08")

    assert titles(own) == ["Legal aid", "Language course"]
    assert titles(own, objective=16) == ["Language course"]
    assert titles(own, words="lang") == ["Language course"]
    assert titles(own, period=Period.parse("2026-07..2026-09")) == ["Legal aid"]


def test_a_name_in_a_list_is_no_longer_than_a_line_and_an_ellipsis_says_that_it_goes_on() -> None:
    long = "Que la ville enregistre les naissances sans demander le titre de séjour des parents."
    assert recording.in_a_line("Legal advice") == "Legal advice"
    assert (
        recording.in_a_line(long) == "Que la ville enregistre les naissances sans demander le titre de séjour des par…"
    )
    assert len(recording.in_a_line(long)) == 80
