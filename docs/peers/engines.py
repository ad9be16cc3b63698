"""Merges the same bundles with other engines: `python engines.py ENGINE prepare|merge BUNDLES FOLDER`.

Run by docs/build_peers.py in an environment of its own; nothing of Groundwork is imported. `prepare` is the work of the
senders and is not measured; `merge` reads one bundle after the other, commits each, and prints one JSON line.
"""

from __future__ import annotations

import json
import pickle
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Bundle = list[dict[str, Any]]


def bundles(path: Path) -> Iterator[Bundle]:
    """The bundles of a workload, each a file of JSON lines."""
    for one in sorted(path.glob("*.jsonl")):
        yield [json.loads(line) for line in one.read_bytes().split(b"\n")]


class Documents:
    """A document for each record, kept as bytes in SQLite."""

    def __init__(self, folder: Path) -> None:
        """Open the database that receives."""
        self.path = folder / "merged.db"
        self.base: dict[str, bytes] = {}

    def open(self) -> None:
        """Make the table."""
        self.kept = sqlite3.connect(self.path, isolation_level=None)
        self.kept.execute("pragma journal_mode=wal")
        self.kept.execute("create table document(id text primary key, body blob)")

    def prepare(self, found: Bundle) -> list[tuple[str, bytes]]:
        """What a sender puts into a bundle: the whole of a new document, else what changed."""
        made = []
        for one in found:
            update, whole = self.written(self.base.get(one["id"]), one["f"])
            self.base.setdefault(one["id"], whole)
            made.append((one["id"], update))
        return made

    def merge(self, found: list[tuple[str, bytes]]) -> None:
        """Take one bundle in."""
        self.kept.execute("begin immediate")
        for record, update in found:
            row = self.kept.execute("select body from document where id = ?", (record,)).fetchone()
            body = update if row is None else self.joined(row[0], update)
            self.kept.execute("insert or replace into document values (?, ?)", (record, body))
        self.kept.execute("commit")

    def close(self) -> None:
        """Bring all into one file."""
        self.kept.execute("pragma wal_checkpoint(truncate)")
        self.kept.close()

    def written(self, before: bytes | None, fields: dict[str, Any]) -> tuple[bytes, bytes]:
        """The change and the whole after these fields were written."""
        raise NotImplementedError

    def joined(self, one: bytes, other: bytes) -> bytes:
        """Both in one."""
        raise NotImplementedError


class Pycrdt(Documents):
    """A Yrs document for each record."""

    def _document(self) -> tuple[Any, Any]:
        import pycrdt

        document = pycrdt.Doc()
        return document, document.get("record", type=pycrdt.Map)

    def written(self, before: bytes | None, fields: dict[str, Any]) -> tuple[bytes, bytes]:
        """The change and the whole after these fields were written."""
        document, record = self._document()
        if before is not None:
            document.apply_update(before)
        state = document.get_state()
        with document.transaction():
            for name, value in fields.items():
                record[name] = value
        return document.get_update(state), document.get_update()

    def joined(self, one: bytes, other: bytes) -> bytes:
        """Both in one."""
        document, _record = self._document()
        document.apply_update(one)
        document.apply_update(other)
        return document.get_update()


class Loro(Documents):
    """A Loro document for each record."""

    def written(self, before: bytes | None, fields: dict[str, Any]) -> tuple[bytes, bytes]:
        """The change and the whole after these fields were written."""
        import loro

        document = loro.LoroDoc()
        if before is not None:
            document.import_(before)
        state = document.oplog_vv
        record = document.get_map("record")
        for name, value in fields.items():
            record.insert(name, value)
        document.commit()
        whole = document.export(loro.ExportMode.Snapshot())
        return (whole if before is None else document.export(loro.ExportMode.Updates(state))), whole

    def joined(self, one: bytes, other: bytes) -> bytes:
        """Both in one."""
        import loro

        document = loro.LoroDoc()
        document.import_(one)
        document.import_(other)
        return document.export(loro.ExportMode.Snapshot())


class Session:
    """Changesets of SQLite's session extension through APSW; the one delivered last holds."""

    def __init__(self, folder: Path) -> None:
        """Where the database that receives lies."""
        self.path = folder / "merged.db"
        self.names: list[str] = []
        self.base: dict[str, dict[str, Any]] = {}

    def _database(self, path: str) -> Any:
        import apsw

        kept = apsw.Connection(path)
        kept.execute("pragma journal_mode=wal")
        columns = ", ".join(f'"{name}"' for name in self.names)
        kept.execute(f"create table record(id text primary key not null, h, {columns})")
        return kept

    def open(self) -> None:
        """Make the table."""
        self.names = json.loads((self.path.parent / "names.json").read_text())
        self.kept = self._database(str(self.path))

    def prepare(self, found: Bundle) -> bytes:
        """One changeset: inserts, or updates of what the sender held."""
        import apsw

        if not self.names:
            self.names = sorted(found[0]["f"])
            (self.path.parent / "names.json").write_text(json.dumps(self.names))
        made = self._database(":memory:")
        put = f"insert into record values (?, ?, {', '.join('?' * len(self.names))})"
        known = [self.base[one["id"]] for one in found if one["id"] in self.base]
        made.executemany(put, [(one["id"], one["h"], *map(one["f"].get, self.names)) for one in known])
        session = apsw.Session(made, "main")
        session.attach("record")
        for one in found:
            if one["id"] not in self.base:
                self.base[one["id"]] = one
                made.execute(put, (one["id"], one["h"], *map(one["f"].get, self.names)))
                continue
            names = ", ".join(f'"{name}" = ?' for name in one["f"])
            made.execute(f"update record set h = ?, {names} where id = ?", (one["h"], *one["f"].values(), one["id"]))
        return bytes(session.changeset())

    def merge(self, found: bytes) -> None:
        """Take one bundle in; a row that was changed here too is overwritten."""
        import apsw

        def answered(reason: int, _change: object) -> int:
            if reason in (apsw.SQLITE_CHANGESET_DATA, apsw.SQLITE_CHANGESET_CONFLICT):
                return int(apsw.SQLITE_CHANGESET_REPLACE)
            return int(apsw.SQLITE_CHANGESET_OMIT)

        with self.kept:
            apsw.Changeset.apply(found, self.kept, conflict=answered)

    def close(self) -> None:
        """Bring all into one file."""
        self.kept.execute("pragma wal_checkpoint(truncate)")
        self.kept.close()


ENGINES = {"pycrdt": Pycrdt, "loro": Loro, "apsw": Session}


def main(name: str, verb: str, given: Path, folder: Path) -> None:
    """Prepare or merge."""
    engine: Any = ENGINES[name](folder)
    if verb == "prepare":
        for number, found in enumerate(bundles(given)):
            (folder / f"{number:06}.made").write_bytes(pickle.dumps(engine.prepare(found)))
        return
    engine.open()
    seconds = 0.0
    for path in sorted(folder.glob("*.made")):
        found = pickle.loads(path.read_bytes())
        before = time.process_time()
        engine.merge(found)
        seconds += time.process_time() - before
    before = time.process_time()
    engine.close()
    seconds += time.process_time() - before
    size = sum(one.stat().st_size for one in folder.glob("merged.db*"))
    sys.stdout.write(json.dumps({"seconds": seconds, "peak": peak(), "size": size}) + "\n")


def peak() -> int:
    """The most memory of this process, in bytes; not of who started it."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024
    return 0


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
