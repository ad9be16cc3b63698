"""Writes docs/benchmarks.md from runs on this machine, row by row.

    python -m docs.build_benchmarks [NAME or NAME:RECORDS ...]

Without names everything is measured. With names only their rows are made again, and the others stay as they were
measured: each row says on which day.
"""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from app.bench.catalogue import BENCHMARKS, COUNTRY, SIZED, run
from app.bench.measure import Measured

PAGE = Path(__file__).with_name("benchmarks.md")
EVERYTHING = (
    *BENCHMARKS,
    *(f"{name}:100000" for name in ("page", "duplicates", "move", "merge", "sync-idle", "sync-ten", "merge-large")),
    *(f"{name}:1000000" for name in ("search", "list", "growth")),
    *(f"{name}:400000" for name in COUNTRY),
)
"""What is measured, and with how many records: as many as the design says."""
HEAD = """# Benchmarks

Made by `python -m docs.build_benchmarks`; do not edit. Each row is a piece of work beside a limit measured in the
same run: the ratio is what can be compared, seconds (CPU) are those of {machine}, which others
may have worked on at the same time. Medians of five rounds; for `search` the time that 95 of 100 stay under.
Goals are those of the design; a goal that is not met is said to be not met.

{verdict}

| name | records | work | s | limit | s | ratio | goal | met | day | note |
|---|---|---|---|---|---|---|---|---|---|---|
"""
_RATIO, _GOAL, _MET = 6, 7, 8
Row = tuple[str, ...]


def page(rows: Iterable[Row]) -> str:
    """The page as Markdown."""
    order = {asked: place for place, asked in enumerate(EVERYTHING)}
    found = sorted(rows, key=lambda one: order.get(_asked(one), len(order)))
    lines = "".join(f"| {' | '.join(row)} |\n" for row in found)
    return HEAD.format(machine=_machine(), verdict=_verdict(found)) + lines


def rows_of(text: str) -> tuple[Row, ...]:
    """The rows that stand on a page."""
    lines = [line for line in text.splitlines() if line.startswith("| ") and line.count("|") == HEAD.count("---|") + 1]
    return tuple(tuple(each.strip() for each in line.strip("|").split("|")) for line in lines[1:])


def row(one: Measured, records: str, day: date) -> Row:
    """One measurement as it stands on the page."""
    return (
        one.name,
        records,
        one.work,
        f"{one.seconds:.4f}",
        one.limit,
        f"{one.limit_seconds:.4f}",
        f"{one.ratio:.2f}",
        f"<= {one.goal:g}",
        "yes" if one.met else "**no**",
        day.isoformat(),
        one.note,
    )


def main(wanted: Sequence[str]) -> None:
    """Measure these and write the page after each, so that a run that is stopped has lost nothing."""
    kept = {_asked(one): one for one in rows_of(PAGE.read_text("utf-8"))} if wanted else {}
    for asked in wanted or EVERYTHING:
        name, _colon, records = asked.partition(":")
        (measured,) = run((name,), int(records)) if records else run((name,))
        kept[asked] = row(measured, records if name in {*SIZED, *COUNTRY} else "", datetime.now(UTC).date())
        PAGE.write_text(page(kept.values()), "utf-8")


def _asked(row: Row) -> str:
    name, records = row[:2]
    return f"{name}:{records}" if records else name


def _machine() -> str:
    cores, python = os.cpu_count(), platform.python_version()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"a {platform.system()} machine ({platform.machine()}, {cores} cores, {memory:.0f} GiB, Python {python})"


def _verdict(rows: Sequence[Row]) -> str:
    missed = [f"`{_asked(one)}` ({one[_RATIO]} instead of {one[_GOAL][3:]})" for one in rows if one[_MET] != "yes"]
    if not missed:
        return "All goals were met."
    return f"Goals not met, {len(missed)} of {len(rows)}: {', '.join(missed)}."


if __name__ == "__main__":
    main(sys.argv[1:])
