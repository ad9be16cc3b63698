"""The encrypted file: closed to a wrong key, refused plainly when it is not ours, and the same by every road."""

from __future__ import annotations

import json
import secrets
from pathlib import Path

import pytest
from sqlalchemy import text

from app.progress import Cancelled
from app.storage import database, values
from app.storage.database import NotAWorkspaceError, WorkspaceTooNewError
from app.vault import slots

KEY = bytes(range(32))
PASSPHRASE_OF_0001 = "river lamp seven bread"
"""Of the workspace under tests/data that was made before there were attachments."""


def schema(kept: database.Database) -> dict[str, str]:
    with kept.reading() as session:
        rows = session.execute(text("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'record_search_%'"))
        made = {name: (kind, " ".join((sql or "").split())) for kind, name, sql in rows.all()}
        return {name: columns(session, name) if kind == "table" else sql for name, (kind, sql) in made.items()}


def columns(session: database.Session, table: str) -> str:
    """The columns as the database has them: one added later stands elsewhere in the words that made the table."""
    return str([tuple(row)[1:] for row in session.execute(text(f"PRAGMA table_info('{table}')"))])


def test_a_file_shows_neither_its_texts_nor_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "w.groundwork"
    made = database.create(path, KEY)
    with made.writing() as session:
        values.put(session, "organisation", {"name": "Women of the harbour"})
    everything = b"".join(one.read_bytes() for one in tmp_path.iterdir())
    made.close()
    everything += path.read_bytes()

    assert b"harbour" not in everything
    assert b"SQLite format" not in everything
    assert b"CREATE TABLE" not in everything


def test_closing_leaves_one_file(tmp_path: Path) -> None:
    made = database.create(tmp_path / "w.groundwork", KEY)
    with made.writing() as session:
        values.put(session, "x", 1)
    made.close()

    assert [one.name for one in tmp_path.iterdir()] == ["w.groundwork"]


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    database.create(tmp_path / "w.groundwork", KEY).close()

    with pytest.raises(NotAWorkspaceError):
        database.open_existing(tmp_path / "w.groundwork", secrets.token_bytes(32))


@pytest.mark.parametrize("size", [0, 100, 4096, 5000])
def test_a_file_cut_short_is_refused_in_a_sentence(tmp_path: Path, size: int) -> None:
    path = tmp_path / "w.groundwork"
    database.create(path, KEY).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:size])

    with pytest.raises((NotAWorkspaceError, database.WorkspaceDamagedError)) as caught:
        database.open_existing(path, KEY)

    assert "backup" in caught.value.sentence()


def test_a_file_of_a_newer_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "w.groundwork"
    made = database.create(path, KEY)
    with made.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    made.close()
    before = path.read_bytes()

    with pytest.raises(WorkspaceTooNewError) as caught:
        database.open_existing(path, KEY)

    assert "9999" in caught.value.sentence()
    assert path.read_bytes() == before


def test_migrations_from_nothing_make_the_tables_that_a_new_file_has(tmp_path: Path) -> None:
    from app.storage import migrations

    fresh = database.create(tmp_path / "fresh.groundwork", KEY)
    migrated = database.Database(tmp_path / "migrated.groundwork", KEY)
    with migrated.writing() as session:
        migrations.upgrade(session.connection())

    assert schema(migrated) == schema(fresh)
    fresh.close()
    migrated.close()


def test_a_workspace_of_the_first_schema_is_brought_up_to_date_with_a_copy_beside_it(tmp_path: Path) -> None:
    from app.domain.records import Activity
    from app.services import integrity
    from app.services.opening import workspace
    from app.services.records import attachments, recording

    for one in (Path(__file__).parents[1] / "data" / "workspace_0001").iterdir():
        (tmp_path / one.name).write_bytes(one.read_bytes())
    path = tmp_path / "harbour-women-1.groundwork"
    older = database.Database(path, slots.unlock(path, PASSPHRASE_OF_0001).raw)
    draft = {"now": {"title": "Half a"}, "before": {}, "base": {}, "unread": {}, "sitting": "0a" * 6}
    with older.writing() as session:
        by = values.get(session, "profile")["id"]
        words = "INSERT INTO draft (record, kind, by, saved_ms, body) VALUES (:record, 'activity', :by, 1, :body)"
        session.execute(text(words), {"record": "0199" + "0" * 28, "by": by, "body": json.dumps(draft)})
    older.close()
    before = path.read_bytes()

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        workspace.open_existing(path, PASSPHRASE_OF_0001, progress=stop)
    assert path.read_bytes() == before
    opened = workspace.open_existing(path, PASSPHRASE_OF_0001)
    found = recording.lines(opened, recording.Query(Activity.KIND))
    assert sorted(line.record.title for line in found if isinstance(line.record, Activity)) == [
        "Legal aid desk at the bus station",
        "Visit to the shelter",
    ]
    assert attachments.of(opened, found[0].record.id) == ()
    assert [(one.record.title, one.sitting) for one in recording.kept_drafts(opened)] == [("Half a", "0a" * 6)]
    assert integrity.examine(opened).sound
    opened.close()

    assert (tmp_path / "harbour-women-1.groundwork.before-0013").read_bytes() == before
    again = workspace.open_existing(path, PASSPHRASE_OF_0001)
    assert recording.count(again, recording.Query("feedback")) == 1
    again.close()
    fresh = database.create(tmp_path / "fresh.groundwork", KEY)
    migrated = database.open_existing(path, slots.unlock(path, PASSPHRASE_OF_0001).raw)
    assert schema(migrated) == schema(fresh)
    for one in (fresh, migrated):
        one.close()


def test_one_flipped_byte_is_found(tmp_path: Path) -> None:
    path = tmp_path / "w.groundwork"
    made = database.create(path, KEY)
    with made.writing() as session:
        values.put(session, "x", "y" * 20_000)
    made.close()
    data = bytearray(path.read_bytes())
    data[-2000] ^= 1
    path.write_bytes(data)

    opened = database.Database(path, KEY)
    assert opened.faults()
    opened.close()
