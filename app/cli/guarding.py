"""Every way a command can end, as an exit status: an expected failure is one sentence, never a trace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import typer

from app.cli import printing
from app.errors import GroundworkError
from app.progress import Cancelled

DONE, FAILED, USAGE, HELD_BACK, CANCELLED = 0, 1, 2, 3, 130
"""0 done; 1 an expected failure; 2 wrong usage; 3 done, but not every input was taken; 130 stopped by the person."""


def guarded(does: Callable[..., int | None], given: Mapping[str, Any]) -> None:
    """Run a command; raises `typer.Exit` with its status unless that is 0. Bugs pass through."""
    try:
        status = does(**given) or DONE
    except GroundworkError as failure:
        printing.complain(failure.sentence())
        status = failure.exit_status
    except (Cancelled, KeyboardInterrupt):
        status = CANCELLED
    if status != DONE:
        raise typer.Exit(status)
