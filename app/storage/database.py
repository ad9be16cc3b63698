"""Opening the encrypted file: engine, pragmas, sessions, and the check of its version."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlmodel import Session, SQLModel

from app.errors import GroundworkError
from app.i18n import N_
from app.storage import search, tables

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


class WorkspaceDamagedError(GroundworkError):
    """The file opens with its key and cannot be read on."""

    message = N_("This workspace file is damaged. Do not write to it; restore the newest backup beside it instead.")


class NotAWorkspaceError(GroundworkError):
    """The key is right and the file is not one of ours, or was cut."""

    message = N_("{name} is not a workspace of Groundwork, or it was cut short. Use a backup of it.")


class WorkspaceTooNewError(GroundworkError):
    """Made by a newer program: nothing is opened, nothing changed."""

    message = N_("This workspace was made by a newer Groundwork (form {found}; this one reads {known}). Please update.")


class NoRoomError(GroundworkError):
    """The disk is full: the change was not made, everything before it is kept."""

    message = N_("There is no room left on this disk. What was saved before is safe; make room and try again.")


class WorkspaceBusyError(GroundworkError):
    """Another program holds the file for longer than we wait."""

    message = N_("Another program is using this workspace. Close it there and try again.")


def connect_to(path: Path, key: bytes) -> Engine:
    """An engine on the encrypted file at `path`. Raises NotAWorkspaceError when the key does not fit the file."""

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

    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=connect, hide_parameters=True, poolclass=QueuePool, pool_size=2
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Writers queue at once instead of failing halfway; readers queue for nothing."""
    reads = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def make(engine: Engine) -> None:
    """Create every table in a new file and note the schema it has."""
    with engine.begin() as connection:
        SQLModel.metadata.create_all(connection)
        search.make(connection)
        connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        connection.execute(text("INSERT INTO alembic_version VALUES (:schema)"), {"schema": tables.SCHEMA})


def schema_of(engine: Engine, name: str) -> str:
    """The schema the file has. Raises NotAWorkspaceError if it has none of ours."""
    with refused_plainly(name), engine.execution_options(reading=True).connect() as connection:
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(found)


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """One transaction: all of it is kept, or nothing."""
    with refused_plainly(), Session(engine) as session:
        yield session
        session.commit()


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A view that no other program's change can disturb halfway."""
    with refused_plainly(), Session(engine.execution_options(reading=True)) as session:
        yield session


@contextmanager
def refused_plainly(name: str = "") -> Iterator[None]:
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
    if "not a database" in said or "no such table: alembic_version" in said:
        return NotAWorkspaceError(name=name, detail=said)
    if "locked" in said or "busy" in said:
        return WorkspaceBusyError(detail=said)
    return WorkspaceDamagedError(detail=said)


def close(engine: Engine) -> None:
    """Bring everything into the one file and let go of it."""
    try:
        with engine.connect() as connection:
            raw = connection.connection.driver_connection
            if raw is not None:
                connection.rollback()
                raw.execute("pragma wal_checkpoint(truncate)")
    except (DBAPIError, sqlcipher.DatabaseError):
        log.warning("the last checkpoint was not made; it is made at the next start")
    engine.dispose()
