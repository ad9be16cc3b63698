"""What a person waits for while recording: opening, saving, finding an objective; and records by the thousand."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import msgspec
import sqlcipher3.dbapi2 as sqlcipher

from app.bench.measure import Measured, Task, against, paired
from app.compact import load
from app.compact.search import find, prepare
from app.domain.fold import Operation, Value
from app.domain.records import Activity
from app.domain.stamps import Clock, record_id
from app.domain.terms import When
from app.services.opening.workspace import Founding, Organisation, Workspace, create
from app.services.records import recording
from app.storage import database, operations
from app.vault.cost import Cost, calibrate, seconds_of

_BULK = 5_000
_SAVES = 20
_QUERIES = (
    "language classes",
    "aide juridique",
    "وثائق",
    "закон о труде",
    "孩子上学",
    "papers for children",
    "remesas",
)
_TEXT = "Two advisers answered questions about papers, school and work at the bus station. " * 3


def unlock(folder: Path) -> Measured:
    """What opening costs whoever guesses a passphrase: by design about half a second, never under the floor."""
    cost = calibrate()
    task = Task(
        "unlock", f"Argon2id as set on this machine ({cost.memory_kib // 1024} MiB x {cost.passes})", "0.5 s", 2.0
    )
    return against(task, lambda: seconds_of(cost), seconds=0.5, note="the floor is 46 MiB x 1")


def objectives(folder: Path) -> Measured:
    """Seven searches in five languages."""
    pack = load()
    prepare(pack)
    task = Task("objectives", "find objectives for 7 everyday queries", "30 ms for each", 1.0)
    return against(task, lambda: [find(words, pack=pack) for words in _QUERIES], seconds=0.03 * len(_QUERIES))


def save(folder: Path) -> Measured:
    """One activity, kept safely, against one commit of as many bytes."""
    own = create(folder / "save.groundwork", "benchmark words", Founding(Organisation("Bench")), cost=Cost.floor())
    raw = _raw(folder / "raw-save.db")
    body = msgspec.json.encode({"title": "x", "summary": _TEXT, "objectives/7": True}).decode()
    raw.execute("create table record(id text primary key, body text)")

    def commit() -> None:
        for _turn in range(_SAVES):
            raw.execute("begin immediate")
            raw.execute("insert into record values (?, ?)", (secrets.token_hex(16), body))
            raw.execute("commit")

    def log() -> None:
        for _turn in range(_SAVES):
            _log(own)

    work = f"save {_SAVES} activities one by one: checks, operation, row, search index"
    task = Task("save", work, "raw SQLCipher commits of the same bytes", 2.0)
    measured = paired(task, log, commit)
    own.close()
    raw.close()
    return measured


def bulk(folder: Path) -> Measured:
    """Thousands of new records with their search index against raw inserts of the same rows."""
    key, names = secrets.token_bytes(32), count()

    def add() -> None:
        made = database.create(folder / f"bulk-{next(names)}.groundwork", key)
        with made.writing() as session:
            operations.add_all(session, list(_operations()))
        made.close()

    def insert() -> None:
        raw = _raw(folder / f"raw-bulk-{next(names)}.db")
        raw.execute("create table record(id text primary key, kind text, stamp text, body text)")
        rows = [(one.record, one.kind, one.stamp, msgspec.json.encode(one.fields).decode()) for one in _operations()]
        raw.execute("begin immediate")
        raw.executemany("insert into record values (?, ?, ?, ?)", rows)
        raw.execute("commit")
        raw.close()

    task = Task("bulk", f"{_BULK} new records with search index", "raw inserts of the same rows into SQLCipher", 5.0)
    return paired(task, add, insert)


def _log(own: Workspace) -> None:
    draft = recording.new(
        own, Activity, title="x", summary=_TEXT, objectives=(7,), start=When(2026, 8), type="monitoring"
    )
    recording.save(own, draft)


def _operations() -> Iterator[Operation]:
    clock = Clock("0123456789abcdef")
    for number in range(_BULK):
        clock = clock.ticked(1_760_000_000_000 + number)
        fields: dict[str, Value] = {"title": f"Activity {number}", "summary": _TEXT, "objectives/7": True}
        yield Operation(record_id(clock.last_ms, secrets.token_bytes(10)), "activity", clock.stamp(), fields)


def _raw(path: Path) -> sqlcipher.Connection:
    """A file of the same kind with the same settings and nothing of ours."""
    raw = sqlcipher.connect(str(path), isolation_level=None)
    raw.execute(f"pragma key=\"x'{secrets.token_hex(32)}'\"")
    for pragma in database.PRAGMAS:
        raw.execute(f"pragma {pragma}")
    return raw
