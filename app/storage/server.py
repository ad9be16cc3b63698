"""The second store: the same tables on a PostgreSQL server, for coordinators who outgrow one file.

A small file stands where the workspace file would and names the server; the keys lie beside it as ever, and the
passphrase opens them. The rows are not encrypted by us: whoever runs the server can read them (decision 0024).
A password is never written down here: libpq takes it from PGPASSWORD or its password file, or whoever asked is asked.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import psycopg
from psycopg.types.string import StrDumperUnknown
from sqlalchemy import URL, Connection, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlmodel import Session

from app.errors import GroundworkError
from app.storage import database, tables, values
from app.storage.database import Database, NoRoomError, NotAWorkspaceError, WorkspaceBusyError, WorkspaceTooNewError
from app.storage.server_refusals import (
    AddressError,
    PasswordInAddressError,
    ServerAwayError,
    ServerNotEmptyError,
    ServerPasswordError,
    ServerRefusedError,
)

DRIVER = "postgresql+psycopg"
FORMAT, VERSION = "groundwork-server", 1
_MARK = "server_mark"
_LARGEST_BYTES = 1 << 14
_WRITERS = 0x67726F756E64
"""The lock that writers queue at, as they do at the one file."""
_HELD = "SELECT count(*) FROM pg_catalog.pg_class WHERE relnamespace = current_schema()::regnamespace"
_TABLES = "SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = current_schema()"
_C_COLLATION = """
SELECT table_name, column_name, udt_name FROM information_schema.columns
WHERE table_schema = current_schema() AND udt_name IN ('varchar', 'text') AND collation_name IS DISTINCT FROM 'C'
"""


class ServerDatabase(Database):
    """One workspace on a server. `path` is the file that names it."""

    on_server = True

    def __init__(self, path: Path, key: bytes, address: str, password: str = "") -> None:
        engine = create_engine(_url(address), connect_args=_connecting(address, password), hide_parameters=True)
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _queue)
        super().__init__(path, key, engine)
        self._reading = engine.execution_options(reading=True, isolation_level="REPEATABLE READ")

    def _refused_plainly(self) -> AbstractContextManager[None]:
        return _refused_plainly(self.path.name)

    def faults(self) -> tuple[str, ...]:
        """Nothing: the server looks after its own pages."""
        return ()

    def close(self) -> None:
        """Let go of the server."""
        self._engine.dispose()

    def gather(self) -> None:
        """Let the server forget what was erased."""
        with self._refused_plainly(), self._engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM")

    def copied(self, to: Path) -> Database:
        """A copy of everything in a new encrypted file."""
        from app.storage import copying

        made = database.create(to, self._key)
        try:
            with self.reading() as source, made.writing() as target:
                copying.copy_all(source, target)
        except GroundworkError:
            made.close()
            raise
        return made


def address_in(path: Path) -> str:
    """The address in a file that names a server; "" if it is another file, such as a workspace itself."""
    with path.open("rb") as file:
        start = file.read(_LARGEST_BYTES)
    if not start.startswith(b"{"):
        return ""
    try:
        told = json.loads(start)
    except ValueError:
        return ""
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        return ""
    if told.get("version") != VERSION:
        raise WorkspaceTooNewError(found=told.get("version"), known=VERSION)
    return checked(str(told.get("address")))


def naming(address: str) -> bytes:
    """The content of a file that names a server."""
    return (json.dumps({"format": FORMAT, "version": VERSION, "address": address}, indent=1) + "\n").encode()


def checked(address: str) -> str:
    """The address as it may be kept. Raises AddressError or PasswordInAddressError."""
    url = _url(address)
    if url.password is not None or "password" in url.query:
        raise PasswordInAddressError
    return url.render_as_string()


@contextmanager
def founding(path: Path, key: bytes, address: str, password: str = "", *, anew: bool = False) -> Iterator[Session]:
    """One transaction that makes every table in an empty database and keeps what is put there, or nothing of it.

    `anew`: what was made there with this key goes first, as nobody ever opened it.
    """
    made = ServerDatabase(path, key, checked(address), password)
    try:
        with made.writing() as session:
            connection = session.connection()
            if anew and _is_ours(session, key):
                _clear(connection)
            encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
            if connection.exec_driver_sql(_HELD).scalar() or encoding != "UTF8":
                raise ServerNotEmptyError(detail=str(encoding))
            database.lay_out(session)
            compare_bytes(connection)
            yield session
            values.put(session, _MARK, _mark(key))
            connection.exec_driver_sql("ANALYZE")
    finally:
        made.close()


def open_existing(path: Path, key: bytes, password: str = "") -> ServerDatabase:
    """The workspace that the file at `path` names, brought up to date if it is older.

    Raises NotAWorkspaceError where the key is not that of the database, WorkspaceTooNewError, or what the server says.
    """
    found = ServerDatabase(path, key, address_in(path), password)
    try:
        schema = database.schema_of(found)
        if schema != tables.SCHEMA:
            _migrate(found, schema)
        with found.reading() as session:
            if values.get(session, _MARK) != _mark(key):
                raise NotAWorkspaceError(name=path.name, detail="another key")
    except GroundworkError:
        found.close()
        raise
    return found


def _migrate(found: ServerDatabase, schema: str) -> None:
    from app.storage import migrations

    if schema not in migrations.known():
        raise WorkspaceTooNewError(found=schema, known=tables.SCHEMA)
    with found.writing() as session:
        migrations.upgrade(session.connection())
        compare_bytes(session.connection())


def compare_bytes(connection: Connection) -> None:
    """Let every text be compared byte by byte, as SQLite does, whatever the database was made for."""
    for table, column, kind in connection.exec_driver_sql(_C_COLLATION).all():
        words = f'ALTER TABLE "{table}" ALTER COLUMN "{column}" TYPE {kind} COLLATE "C"'
        connection.exec_driver_sql(words)


def _is_ours(session: Session, key: bytes) -> bool:
    found = session.connection().exec_driver_sql("SELECT to_regclass('value') IS NOT NULL").scalar()
    return bool(found) and values.get(session, _MARK) == _mark(key)


def _clear(connection: Connection) -> None:
    for (table,) in connection.exec_driver_sql(_TABLES).all():
        connection.exec_driver_sql(f'DROP TABLE "{table}" CASCADE')


def _mark(key: bytes) -> str:
    return hashlib.sha256(b"groundwork-server-v1\0" + key).hexdigest()


def _url(address: str) -> URL:
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as failure:
        raise AddressError from failure
    if url.drivername not in (DRIVER, "postgresql") or not url.database:
        raise AddressError
    return url.set(drivername=DRIVER)


def _connecting(address: str, password: str) -> dict[str, Any]:
    """What the driver is told beside the address; a line to another computer is encrypted, or there is none."""
    url = _url(address)
    host = url.host or str(url.query.get("host", ""))
    is_here = host in ("", "localhost", "127.0.0.1", "::1") or host.startswith("/")
    secured = {} if is_here or "sslmode" in url.query else {"sslmode": "require"}
    return {"connect_timeout": 10, **secured, **({"password": password} if password else {})}


class _PlainText(StrDumperUnknown):
    """U+0000, which PostgreSQL has no letter for, becomes the mark of what cannot be shown."""

    def dump(self, obj: str) -> Any:
        return super().dump(obj.replace("\0", "\ufffd") if "\0" in obj else obj)


def _prepare(connection: Any, _record: object) -> None:
    connection.adapters.register_dumper(str, _PlainText)


def _queue(connection: Connection) -> None:
    """Writers queue at once, as at the one file; readers queue for nothing."""
    if not connection.get_execution_options().get("reading", False):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")


@contextmanager
def _refused_plainly(name: str) -> Iterator[None]:
    """Turn what the server says into one of our sentences; anything else is a bug and passes on."""
    try:
        yield
    except DBAPIError as error:
        raise _sentence(error.orig, name) from error
    except psycopg.Error as error:
        raise _sentence(error, name) from error


def _sentence(error: BaseException | None, name: str) -> GroundworkError:
    said, state = str(error), getattr(error, "sqlstate", None) or ""
    if "password" in said or "authentication" in said or state == "28P01":
        return ServerPasswordError(detail=state)
    if state == "53100":
        return NoRoomError(detail=said)
    if state == "42P01":
        return NotAWorkspaceError(name=name, detail=said)
    if state in ("40001", "40P01", "55P03"):
        return WorkspaceBusyError(detail=said)
    if isinstance(error, psycopg.OperationalError) and "does not exist" not in said:
        return ServerAwayError(detail=type(error).__name__)
    return ServerRefusedError(detail=said)
