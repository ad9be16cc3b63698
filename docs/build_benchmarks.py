"""Writes docs/benchmarks.md from a run on this machine: `python -m docs.build_benchmarks`."""

from __future__ import annotations

import platform
from collections.abc import Iterable
from pathlib import Path

from app.bench.catalogue import run
from app.bench.measure import Measured

PAGE = Path(__file__).with_name("benchmarks.md")
HEAD = """# Benchmarks

Made by `python -m docs.build_benchmarks`; do not edit. Each row is a piece of work beside a limit measured in the
same run: the ratio is what can be compared, seconds (CPU) are those of {machine}. Medians of five rounds.
Goals are those of the design; a goal that is not met is said to be not met.

| name | work | s | limit | s | ratio | goal | met | note |
|---|---|---|---|---|---|---|---|---|
"""


def page(measured: Iterable[Measured]) -> str:
    """The page as Markdown."""
    machine = f"a {platform.system()} machine ({platform.machine()}, Python {platform.python_version()})"
    return HEAD.format(machine=machine) + "".join(map(_row, measured))


def _row(one: Measured) -> str:
    met = "yes" if one.met else "**no**"
    return (
        f"| {one.name} | {one.work} | {one.seconds:.4f} | {one.limit} | {one.limit_seconds:.4f} "
        f"| {one.ratio:.2f} | <= {one.goal:g} | {met} | {one.note} |\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(run()), "utf-8")
