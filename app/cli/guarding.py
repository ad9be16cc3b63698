"""Every way a command can end, as an exit status: an expected failure is one sentence, never a trace."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from typing import Any

import typer

from app.cli import printing
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Cancelled

DONE, FAILED, USAGE, HELD_BACK, CANCELLED = 0, 1, 2, 3, 130
"""0 done; 1 an expected failure; 2 wrong usage; 3 done, but not every input was taken; 130 stopped by the person."""


class NameUnusableError(GroundworkError):
    """A path that this computer can never have: too long, in a circle, or in letters it does not know."""

    message = N_("One of these names is too long for this computer, or has letters that it cannot read.")


_UNUSABLE = frozenset({errno.ENAMETOOLONG, errno.ELOOP, errno.EILSEQ})


def guarded(does: Callable[..., int | None], given: Mapping[str, Any]) -> None:
    """Run a command; raises `typer.Exit` with its status unless that is 0. Bugs pass through."""
    try:
        status = does(**given) or DONE
    except GroundworkError as failure:
        printing.complain(failure.sentence())
        status = failure.exit_status
    except (Cancelled, KeyboardInterrupt):
        status = CANCELLED
    except (OSError, UnicodeEncodeError) as failure:
        if isinstance(failure, OSError) and failure.errno not in _UNUSABLE:
            raise
        printing.complain(NameUnusableError().sentence())
        status = NameUnusableError.exit_status
    if status != DONE:
        raise typer.Exit(status)
