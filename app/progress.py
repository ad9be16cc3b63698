"""Progress is a callable: work below the window tells how far it is and learns whether to stop."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""`progress(done, total)`; raises `Cancelled` when the person asked to stop. `total` 0 means not known."""


class Cancelled(Exception):  # noqa: N818 - it is not an error
    """The person asked to stop; everything is as before, or complete."""


def silent(done: int, total: int) -> None:
    """For callers who neither show progress nor cancel."""
