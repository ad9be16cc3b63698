"""The store on a database server: the same tables, everything or nothing, refused in plain sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from app.domain.fold import Operation
from app.domain.records import Activity, Feedback
from app.progress import Cancelled
from app.services.keeping import moving
from app.services.keeping.renewing import OnServerError, renew
from app.services.opening import workspace
from app.storage import database, migrations, operations, server, values
from app.storage.copying import NotCopiedError
from app.storage.database import NotAWorkspaceError, WorkspaceTooNewError
from app.storage.pages import Pages
from app.storage.queries import Query
from app.storage.server_refusals import (
    AddressError,
    PasswordInAddressError,
    ServerAwayError,
    ServerNotEmptyError,
    ServerPasswordError,
    ServerRefusedError,
)
from tests.making import NOW, PASSPHRASE, hear_feedback, log_activity, make_workspace
from tests.postgresql import PASSWORD, USER, Server

SPOILING = """
CREATE FUNCTION spoil() RETURNS trigger AS $$ BEGIN NEW.title := 'other'; RETURN NEW; END $$ LANGUAGE plpgsql;
CREATE FUNCTION on_make() RETURNS event_trigger AS $$ BEGIN
  IF to_regclass('record') IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'spoils') THEN
    CREATE TRIGGER spoils BEFORE INSERT ON record FOR EACH ROW EXECUTE FUNCTION spoil();
  END IF;
END $$ LANGUAGE plpgsql;
CREATE EVENT TRIGGER spoiling ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION on_make();
"""
"""A database that changes what it is given."""


def name_of(address: str) -> str:
    return address.split("/")[3].split("?")[0]


def columns(store: database.Database) -> dict[str, list[tuple[str, str, bool]]]:
    with store.reading() as session:
        seen = inspect(session.connection())
        return {
            table: sorted((one["name"], repr(one["type"]), one["nullable"]) for one in seen.get_columns(table))
            for table in seen.get_table_names()
        }


def indexes(store: database.Database) -> list[str]:
    with store.reading() as session:
        return sorted(session.execute(text("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'")).scalars())


@pytest.mark.parametrize("address", ["", "x", "sqlite:///x.db", "postgresql+psycopg://host", "mysql://u@h/d"])
def test_what_is_no_address_of_a_database_is_refused(address: str) -> None:
    with pytest.raises(AddressError):
        server.checked(address)


@pytest.mark.parametrize("address", ["postgresql://me:secret@host/x", "postgresql+psycopg://me@host/x?password=secret"])
def test_a_password_in_the_address_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(PasswordInAddressError) as caught:
        server.checked(address)
    assert "secret" not in caught.value.sentence()


def test_each_way_a_server_refuses_has_a_sentence_without_the_password(tmp_path: Path, postgresql: Server) -> None:
    empty = postgresql.database()
    used = postgresql.database()
    postgresql.tell("CREATE TABLE something (x int)", name_of(used))
    other = f"postgresql+psycopg://{USER}@/no_such?host={postgresql.folder}"
    refusals = (
        (empty, "wrong", ServerPasswordError),
        (other, PASSWORD, ServerRefusedError),
        (used, PASSWORD, ServerNotEmptyError),
        (f"postgresql+psycopg://{USER}@/x?host={tmp_path}", PASSWORD, ServerAwayError),
    )
    for address, password, refusal in refusals:
        with pytest.raises(refusal) as caught, server.founding(tmp_path / "x", b"k" * 32, address, password):
            raise AssertionError
        assert password not in caught.value.sentence() + caught.value.detail

    with server.founding(tmp_path / "x", b"k" * 32, empty, PASSWORD) as session:
        values.put(session, "x", 1)
    (tmp_path / "x").write_bytes(server.naming(empty))
    for key, wanted in ((b"k" * 32, None), (b"j" * 32, NotAWorkspaceError)):
        if wanted is None:
            server.open_existing(tmp_path / "x", key, PASSWORD).close()
            continue
        with pytest.raises(wanted):
            server.open_existing(tmp_path / "x", key, PASSWORD)
    postgresql.tell("UPDATE alembic_version SET version_num = '9999'", name_of(empty))
    with pytest.raises(WorkspaceTooNewError):
        server.open_existing(tmp_path / "x", b"k" * 32, PASSWORD)


def test_migrations_from_nothing_make_the_tables_that_a_new_store_has(tmp_path: Path, postgresql: Server) -> None:
    fresh = postgresql.store()
    migrated = server.ServerDatabase(tmp_path / "x", b"k" * 32, postgresql.database(), PASSWORD)
    with migrated.writing() as session:
        migrations.upgrade(session.connection())
        server.compare_bytes(session.connection())

    made = columns(migrated)
    assert made == {table: found for table, found in columns(fresh).items() if table != "record_search"}
    assert set(indexes(migrated)) == {one for one in indexes(fresh) if "record_search" not in one}
    with fresh.reading() as session:
        unlike = "SELECT count(*) FROM information_schema.columns WHERE udt_name IN ('varchar', 'text') AND "
        where = "table_schema = 'public' AND collation_name IS DISTINCT FROM 'C'"
        assert session.execute(text(unlike + where)).scalar() == 0
    for store in (fresh, migrated):
        store.close()


def test_everything_arrives_or_nothing_and_the_file_stays(
    tmp_path: Path, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    made = make_workspace(tmp_path)
    for number in range(3):
        log_activity(made, title=f"A\u0000 desk {number}")
    hear_feedback(made)
    to, address = tmp_path / "server.groundwork", postgresql.database()
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == total:
            raise Cancelled

    spoiled = postgresql.database()
    postgresql.tell(SPOILING, name_of(spoiled))
    with pytest.raises(NotCopiedError) as caught:
        moving.move(made, spoiled, to)
    assert caught.value.detail == "record"
    with pytest.raises(Cancelled):
        moving.move(made, address, to, progress=stop)
    assert told
    assert not [one.name for one in tmp_path.iterdir() if one.name.startswith("server")]
    assert postgresql.tell("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", name_of(address)) == "0"
    moved = moving.move(made, address, to)
    assert moved.rows["record"] == 4
    with pytest.raises(workspace.WorkspaceExistsError):
        moving.move(made, postgresql.database(), to)

    there = workspace.open_existing(to, PASSPHRASE, origin=workspace.Origin.fixed(NOW, 5))
    lists = []
    for opened in (made, there):
        with opened.reading() as session:
            lists.append([Pages(Query(kind, words=words)).from_top(session) for kind, words in KINDS])
    assert lists[0] == lists[1]
    assert len(lists[0][0]) == 3
    with pytest.raises(OnServerError):
        renew(there, PASSPHRASE)
    with pytest.raises(moving.AlreadyOnServerError):
        moving.move(there, postgresql.database(), tmp_path / "third.groundwork")
    with there.reading() as one, made.reading() as other:
        assert values.get(one, "writer") != values.get(other, "writer"), "both may go on, under names of their own"
    for opened in (made, there):
        opened.close()


KINDS = ((Activity.KIND, "desk"), (Activity.KIND, ""), (Feedback.KIND, ""))


def test_a_database_made_for_another_language_orders_and_finds_as_a_file_does(
    tmp_path: Path, postgresql: Server
) -> None:
    name = "icu_sorted"
    english = "LOCALE_PROVIDER icu ICU_LOCALE 'en-US' LOCALE 'C.UTF-8' TEMPLATE template0"
    postgresql.tell(f"CREATE DATABASE {name} OWNER {USER} {english}")
    address = f"postgresql+psycopg://{USER}@/{name}?host={postgresql.folder}"
    months = ["2026-07", "Z", "a", "é", "_", "2026-07-01", ""]
    long_word = "x" * 5000
    made = [
        Operation(
            f"{number:032x}",
            "activity",
            f"{number + 1:032x}",
            {"start": month, "summary": f"{long_word} вода {number}"},
        )
        for number, month in enumerate(months)
    ]
    file = database.create(tmp_path / "w.groundwork", b"k" * 32)
    with server.founding(tmp_path / "x", b"k" * 32, address, PASSWORD):
        pass
    found = []
    for store in (file, server.ServerDatabase(tmp_path / "x", b"k" * 32, address, PASSWORD)):
        with store.writing() as session:
            operations.add_all(session, made)
            wanted = Query("activity", words="вод " + long_word[:300])
            found.append([one.month for one in Pages(wanted).from_top(session)])
        store.close()
    assert found[0] == found[1]
    assert len(found[0]) == len(months)
