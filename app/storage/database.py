"""The encrypted file: opened with its key, one transaction a verb, refused in plain sentences."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache
from sqlmodel import Session

from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Cancelled, Progress, silent
from app.storage import search, space_tables, tables

log = logging.getLogger(__name__)

PRAGMAS = (
    "journal_mode=wal",
    "synchronous=full",  # a save that was shown as saved survives a power cut
    "foreign_keys=on",
    "cache_size=-65536",
    "temp_store=memory",
    "busy_timeout=30000",
    "trusted_schema=off",
    "secure_delete=on",
    "journal_size_limit=67108864",
)
_VERSION_TABLE = (
    "CREATE TABLE alembic_version ( version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num) )"
)
"""As Alembic makes it, so that a new file and a migrated one are the same."""


_COMPILED: LRUCache[Any, Any] = LRUCache(500)
"""Statements as SQL text, for every file that is opened in this process."""


class WorkspaceDamagedError(GroundworkError):
    """The file opens with its key and cannot be read on."""

    message = N_("This workspace file is damaged. Do not write to it; restore the newest backup beside it instead.")


class NotAWorkspaceError(GroundworkError):
    """The key is right and the file is not one of ours, or was cut."""

    message = N_("{name} is not a workspace of Groundwork, or it was damaged or cut short. Use a backup of it.")


class WorkspaceTooNewError(GroundworkError):
    """Made by a newer program: nothing is opened, nothing changed."""

    message = N_("This workspace was made by a newer Groundwork (form {found}; this one reads {known}). Please update.")


class NoRoomError(GroundworkError):
    """The disk is full: the change was not made, everything before it is kept."""

    message = N_("There is no room left on this disk. What was saved before is safe; make room and try again.")


class WorkspaceBusyError(GroundworkError):
    """Another program holds the file for longer than we wait."""

    message = N_("Another program is using this workspace. Close it there and try again.")


class ReadOnlyError(GroundworkError):
    """The file or its folder cannot be written."""

    message = N_("This workspace lies where nothing can be written. Copy it to a folder of your own and open it there.")


class Database:
    """One open workspace file. Each thread gets a connection of its own; nothing of SQL leaves this room."""

    on_server = False
    """Whether its rows lie on a database server, which nobody encrypts for us."""

    def __init__(self, path: Path, key: bytes, engine: Engine | None = None) -> None:
        self.path = path
        self._key = key
        self._engine = engine or _engine(path, key)
        self._reading = self._engine.execution_options(reading=True)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction: all of it is kept, or nothing."""
        with self._refused_plainly(), Session(self._engine) as session:
            yield session
            session.commit()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A view that no other program's change can disturb halfway."""
        with self._refused_plainly(), Session(self._reading) as session:
            yield session

    def _refused_plainly(self) -> AbstractContextManager[None]:
        return refused_plainly(self.path.name)

    def faults(self) -> tuple[str, ...]:
        """What the file's own check says is wrong with its pages; empty if it is whole."""
        found: list[str] = []
        for examination in ("pragma cipher_integrity_check", "pragma quick_check"):
            try:
                with self.reading() as session:
                    found += [str(row[0]) for row in session.execute(text(examination))]
            except GroundworkError as failure:
                found.append(failure.detail)
        return tuple(fault for fault in found if fault != "ok")

    def close(self) -> None:
        """Bring everything into the one file and let go of it."""
        try:
            self.gather()
        except (DBAPIError, sqlcipher.DatabaseError):
            log.info("the last checkpoint was not made; it is made at the next start")
        self._engine.dispose()

    def copied(self, to: Path) -> Database:
        """A copy of everything kept until now, encrypted with the same key, in a new file; close it after use."""
        with refused_plainly(to.name), self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            if raw is not None:
                raw.execute("vacuum into ?", (str(to),))
        return Database(to, self._key)

    def gather(self) -> None:
        """Bring what was written into the one file, so that a copy of it is whole."""
        with self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            if raw is not None:
                raw.execute("pragma wal_checkpoint(truncate)")


def create(path: Path, key: bytes) -> Database:
    """A new, empty workspace file. Raises NoRoomError or ReadOnlyError, and then leaves nothing behind."""
    made = Database(path, key)
    try:
        with made.writing() as session:
            lay_out(session)
    except GroundworkError:
        made.close()
        for left in path.parent.glob(path.name + "*"):
            left.unlink(missing_ok=True)
        raise
    return made


def lay_out(session: Session) -> None:
    """Make every table in an empty store."""
    connection = session.connection()
    space_tables.METADATA.create_all(connection)
    search.make(connection)
    connection.exec_driver_sql(_VERSION_TABLE)
    connection.execute(text("INSERT INTO alembic_version VALUES (:schema)"), {"schema": tables.SCHEMA})


def open_existing(path: Path, key: bytes, progress: Progress = silent) -> Database:
    """The workspace file at `path`, brought up to date if it is older, after a copy of it was made beside it.

    Raises NotAWorkspaceError, WorkspaceTooNewError or WorkspaceDamagedError, and then has changed nothing.
    """
    if path.stat().st_size == 0:  # SQLite would take it for a new one and write its first page
        raise NotAWorkspaceError(name=path.name, detail="empty")
    found = Database(path, key)
    try:
        schema = schema_of(found)
        if schema != tables.SCHEMA:
            progress(0, 0)  # the last moment to stop: after it all tables are changed, or none
            _migrate(found, schema)
    except (GroundworkError, Cancelled):
        found.close()
        raise
    return found


def schema_of(found: Database) -> str:
    """The newest migration that a store went through."""
    with found.reading() as session:
        return str(session.execute(text("SELECT version_num FROM alembic_version")).scalar())


def _migrate(found: Database, schema: str) -> None:
    from app.storage import migrations  # costs a third of a second, so only when there is something to do

    if schema not in migrations.known():
        raise WorkspaceTooNewError(found=schema, known=tables.SCHEMA)
    kept = found.path.with_name(f"{found.path.name}.before-{tables.SCHEMA}")
    if shutil.disk_usage(found.path.parent).free < 2.2 * found.path.stat().st_size:
        raise NoRoomError()
    found.gather()
    shutil.copy2(found.path, kept)
    with found.writing() as session:
        migrations.upgrade(session.connection())


def _engine(path: Path, key: bytes) -> Engine:
    def connect() -> sqlcipher.Connection:
        connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
        connection.execute("pragma cipher_log_level=NONE")
        connection.execute(f"pragma key=\"x'{key.hex()}'\"")
        if not connection.execute("pragma cipher_version").fetchone():
            raise RuntimeError("this SQLite has no encryption; refusing to open a workspace with it")
        connection.execute("select count(*) from sqlite_master").fetchone()
        for pragma in PRAGMAS:
            connection.execute(f"pragma {pragma}")
        return connection

    first = _speaking()
    pool = QueuePool(connect, pool_size=2, dialect=first.dialect)
    engine = Engine(pool, first.dialect, first.url, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine.execution_options(compiled_cache=_COMPILED)


@lru_cache(maxsize=1)
def _speaking() -> Engine:
    """What knows this database's SQL. Every file shares it, and with it what was compiled for another file."""
    # not the pysqlcipher dialect: with a creator it sends an empty key a second time, which SQLCipher refuses
    engine = create_engine("sqlite://", module=sqlcipher)
    with engine.connect():
        pass  # the first connection tells the dialect what the library can do
    engine.dispose()
    return engine


def _begin(connection: Connection) -> None:
    """Writers queue at once instead of failing halfway; readers queue for nothing."""
    reads = connection.get_execution_options().get("reading", False)
    raw = connection.connection.driver_connection
    if raw is not None:  # asked directly: a list page is read in less time than a statement takes to be prepared
        raw.execute("BEGIN" if reads else "BEGIN IMMEDIATE")


@contextmanager
def refused_plainly(name: str) -> Iterator[None]:
    """Turn what the database says into one of our sentences; anything else is a bug and passes on."""
    try:
        yield
    except DBAPIError as error:
        raise _sentence(str(error.orig), name) from error
    except sqlcipher.DatabaseError as error:
        raise _sentence(str(error), name) from error


def _sentence(said: str, name: str) -> GroundworkError:
    if "full" in said or "disk I/O error" in said:
        return NoRoomError(detail=said)
    if "readonly" in said or "unable to open" in said:
        return ReadOnlyError(detail=said)
    if "not a database" in said or "no such table: alembic_version" in said:
        return NotAWorkspaceError(name=name, detail=said)
    if "locked" in said or "busy" in said:
        return WorkspaceBusyError(detail=said)
    return WorkspaceDamagedError(detail=said)
