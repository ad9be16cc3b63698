"""Writes docs/benchmarks-peers.md: the same work merged by other engines, on this machine, in the same run.

`python -m docs.build_peers [RECORDS]`. The peers are no dependencies of Groundwork: they are installed into a folder
that is gone afterwards, and one that cannot be installed is said to be missing.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.bench import workload
from app.bench.measure import spent
from app.bench.merging import receiver

PAGE = Path(__file__).with_name("benchmarks-peers.md")
HERE = Path(__file__).parent / "peers"
NODE = ("pouchdb-core", "pouchdb-adapter-leveldb", "pouchdb-replication")
OURS = "groundwork"
HEAD = """# Merging, beside other engines

Made by `python -m docs.build_peers {records}` on {day}; do not edit. {records} records of twelve fields in {bundles}
bundles, a tenth of them then changed on two laptops at once ({changes} changes in all), merged by each engine in a
process of its own, one after the other, on {machine},
which others worked on at the same time. Counted is the CPU of whoever receives: from a bundle in memory (PouchDB: from
another database of its own) to a committed file. What senders do is not counted.

| engine | changes per CPU s | peak MB | file MB | sealed, signed | can be asked | edits unknown to each other |
|---|---|---|---|---|---|---|
"""
MEANING = """
Groundwork's row is the whole way of a sync: signature and revocation checked, age opened, inflated, folded with all
that was there, judged by the checks of its form, put into the search index, committed to SQLCipher. The others get
changes that nobody signed or sealed, keep them in the open, check and index nothing; documents for each record are
bytes that SQL cannot ask. Of the others only PouchDB keeps for its users what both people wrote: both versions of the
whole document, of which it shows one and tells nobody of the other.

Versions: {versions}.{missing}
"""


@dataclass(frozen=True)
class Peer:
    """Another engine."""

    name: str
    package: str
    secured: str
    asked: str
    edits: str


PEERS = (
    Peer("pycrdt", "pycrdt", "no", "no: bytes", "field by field, the loser is overwritten"),
    Peer("loro", "loro", "no", "no: bytes", "field by field, the loser stands in the history only"),
    Peer("apsw", "apsw", "no", "by SQL", "the order of delivery decides; the loser is gone"),
    Peer("pouchdb", NODE[0], "no", "by key", "both versions of the whole record kept, one shown; none is told"),
)


@dataclass(frozen=True)
class Result:
    """What one engine took."""

    seconds: float
    peak: int
    size: int


def written(folder: Path, records: int) -> int:
    """The bundles as files of JSON lines; how many changes there are."""
    count = 0
    for number, (_side, found) in enumerate(workload.bundles(records)):
        (folder / f"{number:06}.jsonl").write_bytes(workload.lines(found))
        count += len(found)
    return count


def ours(records: int, folder: Path) -> Result:
    """The way of a sync, in this process."""
    from docs.peers.engines import peak

    into = receiver(folder / "merged.groundwork")
    seconds = 0.0
    for side, found in workload.bundles(records):
        data = into.sealed(side, found)
        seconds += spent(lambda data=data: into.take([data]))
    seconds += spent(into.own.close)
    return Result(seconds, peak(), sum(one.stat().st_size for one in folder.glob("merged.groundwork*")))


def installed(home: Path) -> tuple[dict[str, str], Path]:
    """Version of every peer that could be installed, and the Python that has them."""
    venv.create(home / "venv", with_pip=True)
    python = home / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    found = {}
    for package in ("pycrdt", "loro", "apsw"):
        if _ran([str(python), "-m", "pip", "install", "--quiet", package], home):
            told = f"from importlib.metadata import version; print(version('{package}'))"
            found[package] = _ran([str(python), "-c", told], home).strip()
    node = home / "node"
    node.mkdir()
    (node / "package.json").write_text("{}")
    npm = shutil.which("npm")
    if npm and _ran([npm, "install", "--silent", *NODE], node):
        about = node / "node_modules" / NODE[0] / "package.json"
        found["pouchdb"] = json.loads(about.read_text())["version"]
    return found, python


def measured(records: int, home: Path) -> Iterator[tuple[str, Result, str]]:
    """Every engine that is there: name, what it took, and its version."""
    given = home / "given"
    given.mkdir()
    written(given, records)
    found, python = installed(home)
    mine = [sys.executable, "-m", "docs.build_peers", "ours", str(records), str(_fresh(home, "ours"))]
    yield OURS, _result(mine, Path.cwd()), ""
    for peer in PEERS:
        if peer.name not in found:
            continue
        folder = _fresh(home, peer.name)
        if peer.name == "pouchdb":
            run = [str(shutil.which("node")), str(HERE / "pouch.mjs"), str(given), str(folder)]
            yield peer.name, _result(run, home / "node"), found[peer.name]
            continue
        for verb in ("prepare", "merge"):
            run = [str(python), str(HERE / "engines.py"), peer.name, verb, str(given), str(folder)]
            if verb == "prepare":
                subprocess.run(run, check=True)
        yield peer.name, _result(run, home), found[peer.name]


def _fresh(home: Path, name: str) -> Path:
    folder = home / f"run-{name}"
    folder.mkdir()
    return folder


def _result(run: list[str], folder: Path) -> Result:
    done = subprocess.run(run, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    return Result(**json.loads(done.stdout.splitlines()[-1]))


def _ran(run: list[str], folder: Path) -> str:
    """What it said; "" if it failed."""
    done = subprocess.run(run, cwd=folder, check=False, capture_output=True, text=True)
    return (done.stdout or "done") if done.returncode == 0 else ""


def page(records: int) -> str:
    """The page as Markdown."""
    with tempfile.TemporaryDirectory() as home:
        found = list(measured(records, Path(home)))
    changes = sum(len(operations) for _side, operations in workload.bundles(records))
    known = {peer.name: peer for peer in PEERS}
    rows = []
    for name, took, _version in found:
        told = known.get(name, Peer(OURS, "", "both", "by words, by field", "both kept, field by field, and shown"))
        figures = f"{changes / took.seconds:,.0f} | {took.peak / 1e6:.0f} | {took.size / 1e6:.1f}"
        rows.append(f"| {name} | {figures} | {told.secured} | {told.asked} | {told.edits} |\n")
    missing = [peer.name for peer in PEERS if peer.name not in {name for name, *_rest in found}]
    meaning = MEANING.format(
        versions=", ".join(f"{name} {version}" for name, _took, version in found if version),
        missing=f" Could not be installed: {', '.join(missing)}." if missing else "",
    )
    machine = f"a {platform.system()} machine ({os.cpu_count()} cores, Python {platform.python_version()})"
    day, bundles = datetime.now(UTC).date().isoformat(), 3 * records // workload.EACH
    head = HEAD.format(records=records, day=day, bundles=bundles, changes=changes, machine=machine)
    return head + "".join(rows) + meaning


if __name__ == "__main__":
    if sys.argv[1:2] == ["ours"]:
        sys.stdout.write(json.dumps(vars(ours(int(sys.argv[2]), Path(sys.argv[3])))) + "\n")
    else:
        PAGE.write_text(page(int(sys.argv[1]) if sys.argv[1:] else 20_000), "utf-8")
