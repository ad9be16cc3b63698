"""The command that measures: bench prints each benchmark beside the limit measured in the same run."""

from __future__ import annotations

import platform
from typing import Annotated

import typer

from app.cli import printing
from app.cli.asking import Asked
from app.cli.declaring import command
from app.i18n import N_, _


@command("bench", help=N_("Measure, each figure beside a limit of the same run."))
def bench(
    asked: Asked,
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help=N_("Which benchmarks."))] = None,
    size: Annotated[int, typer.Option("--size", min=1_000, help=N_("How many records a full workspace has."))] = 20_000,
) -> None:
    """Without names all of them; the ratio is what counts, seconds are those of this machine."""
    from app.bench.catalogue import run

    measured = []
    with printing.progress(asked, _("Measuring")) as progress:
        for one in run(names or (), size, lambda failure: printing.tell(asked, failure.sentence()), progress):
            printing.tell(asked, _("{name}: ratio {ratio}").format(name=one.name, ratio=f"{one.ratio:.2f}"))
            measured.append(one)
    plain = {
        "machine": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "benchmarks": [{**vars(one), "met": one.met} for one in measured],
    }
    heads = (_("Benchmark"), _("Work"), _("Seconds"), _("Limit"), _("Ratio"), _("Goal"), _("Met"), _("Note"))
    rows = [
        (
            one.name,
            one.work,
            f"{one.seconds:.4f}",
            f"{one.limit} ({one.limit_seconds:.4f} s)",
            f"{one.ratio:.2f}",
            f"<= {one.goal:g}",
            _("yes") if one.met else _("no"),
            one.note,
        )
        for one in measured
    ]
    printing.answer(asked, plain, [printing.Rows(heads, rows)])
