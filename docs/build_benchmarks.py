"""Writes docs/benchmarks.md from a run on this machine: `python -m docs.build_benchmarks`."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.bench.catalogue import BENCHMARKS, run
from app.bench.measure import Measured

PAGE = Path(__file__).with_name("benchmarks.md")
RUNS = (
    (tuple(BENCHMARKS), 0),
    (("page", "duplicates", "move"), 100_000),
    (("search", "list", "growth"), 1_000_000),
)
"""What is measured, and with how many records: as many as the design says."""
HEAD = """# Benchmarks

Made by `python -m docs.build_benchmarks`; do not edit. Each row is a piece of work beside a limit measured in the
same run: the ratio is what can be compared, seconds (CPU) are those of {machine}, which others
worked on at the same time. Medians of five rounds; for `search` the time that 95 of 100 stay under.
Goals are those of the design; a goal that is not met is said to be not met.

{verdict}

| name | work | s | limit | s | ratio | goal | met | note |
|---|---|---|---|---|---|---|---|---|
"""


def page(measured: Sequence[Measured]) -> str:
    """The page as Markdown."""
    return HEAD.format(machine=_machine(), verdict=_verdict(measured)) + "".join(map(_row, measured))


def _measured() -> Iterator[Measured]:
    for names, size in RUNS:
        yield from run(names, size)


def _machine() -> str:
    cores, python = os.cpu_count(), platform.python_version()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"a {platform.system()} machine ({platform.machine()}, {cores} cores, {memory:.0f} GiB, Python {python})"


def _verdict(measured: Sequence[Measured]) -> str:
    missed = [f"`{one.name}` ({one.ratio:.2f} instead of {one.goal:g})" for one in measured if not one.met]
    if not missed:
        return "All goals were met."
    return f"Goals not met, {len(missed)} of {len(measured)}: {', '.join(missed)}."


def _row(one: Measured) -> str:
    met = "yes" if one.met else "**no**"
    return (
        f"| {one.name} | {one.work} | {one.seconds:.4f} | {one.limit} | {one.limit_seconds:.4f} "
        f"| {one.ratio:.2f} | <= {one.goal:g} | {met} | {one.note} |\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(tuple(_measured())), "utf-8")
