"""Listing: pages follow each other whichever way the list is walked; what a segment shows stands in columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from app.domain.filling import filled
from app.domain.records import KINDS, PrivateNote
from app.services import integrity, overview
from app.services.opening import workspace
from app.services.opening.workspace import Workspace
from app.services.records import recording, searching
from app.services.records.listing import Listing
from app.services.records.recording import Query
from tests.making import PASSPHRASE, hear_feedback, log_activity, make_workspace


def walked(own: Workspace, query: Query, *starts: int) -> list[str]:
    listing = Listing(own, query)
    return [line.title for start in starts for line in listing.lines(start, 3)]


def test_pages_are_the_same_in_order_by_jumps_and_again(own: Workspace) -> None:
    for number in range(11):
        log_activity(own, title=f"Desk {number}", start=f"2026-0{number % 3 + 1}")
    everything = [line.title for line in recording.lines(own, Query("activity"))]

    assert walked(own, Query("activity"), 0, 3, 6, 9) == everything
    assert walked(own, Query("activity"), 9, 3, 6, 0, 6) == [
        title for start in (9, 3, 6, 0, 6) for title in everything[start : start + 3]
    ]
    assert walked(own, Query("activity", words="desk"), 3, 6, 9) == everything[3:]
    assert Listing(own, Query("activity")).count() == 11


def test_drafts_loops_and_people_are_told_without_reading_records(own: Workspace) -> None:
    draft = log_activity(own, title="Half a desk", summary="", reach_total="3")
    log_activity(own, title="Whole desk", reach_women="4", reach_men="5")
    open_loop = hear_feedback(own)
    hear_feedback(own, status="closed")
    seen = overview.overview(own)

    assert (seen.drafts, seen.open_loops, seen.people_reached) == ((draft,), 1, 12)
    assert [line.record.id for line in Listing(own, Query("feedback", open_loop=True)).lines(0, 9)] == [open_loop]
    recording.trash(own, draft)
    assert walked(own, Query("activity", complete=False), 0) == []
    assert overview.overview(own).people_reached == 9


@pytest.mark.parametrize("lost", ["UPDATE record SET complete = NULL", "DELETE FROM value WHERE name = 'judged'"])
def test_what_was_not_judged_by_the_checks_in_force_is_judged_when_the_workspace_is_opened(
    tmp_path: Path, lost: str
) -> None:
    made = make_workspace(tmp_path)
    draft = log_activity(made, title="Half a desk", summary="")
    log_activity(made, title="Whole desk")
    with made.noting() as session:
        session.execute(text("DELETE FROM record_search"))
        session.execute(text("UPDATE record SET complete = 1, counted = 99"))
        session.execute(text(lost))
    made.close()
    again = workspace.open_existing(made.path, PASSPHRASE)

    assert [line.record.id for line in recording.lines(again, Query("activity", complete=False))] == [draft]
    assert recording.count(again, Query("activity", words="desk")) == 2
    assert overview.overview(again).people_reached is None
    assert integrity.examine(again).sound
    again.close()


def test_a_workspace_of_the_second_schema_is_brought_to_this_one_with_all_it_says(tmp_path: Path) -> None:
    made = make_workspace(tmp_path)
    draft = log_activity(made, title="Half a desk", summary="")
    with made.noting() as session:
        for name in ("drafts", "loops", "counted", "unjudged", "shown", "contested", "written"):
            session.execute(text(f"DROP INDEX record_{name}"))
        for name in ("complete", "open_loop", "counted"):
            session.execute(text(f"ALTER TABLE record DROP COLUMN {name}"))
        later = ("printed", "outbox", "segment", "key_entry", "carried", "uploaded", "projected", "practices")
        for name in (*later, "outside", "compared", "alike"):
            session.execute(text(f"DROP TABLE {name}"))
        session.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    made.close()
    again = workspace.open_existing(made.path, PASSPHRASE)

    assert [line.record.id for line in recording.lines(again, Query("activity", complete=False))] == [draft]
    again.close()


def test_a_sealed_kind_is_listed_opened_and_neither_found_nor_judged_for_others(own: Workspace) -> None:
    private = recording.save(own, filled(recording.new(own, PrivateNote), {"text": "Zainab called again"})).id
    (line,) = Listing(own, Query("private_note")).lines(0, 9)

    assert (line.record.id, line.record.text, line.sealed) == (private, "Zainab called again", "")
    assert not searching.find(own, "Zainab", tuple(KINDS)).hits
    with own.reading() as session:
        kept = session.execute(text("SELECT title, complete FROM record WHERE kind = 'private_note'")).all()
    assert [tuple(row) for row in kept] == [("", 1)]
