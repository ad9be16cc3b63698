"""Logging: ids, counts and durations only; never titles, names, places or texts of records."""

from __future__ import annotations

import logging
import sys


def to_standard_error(level: int = logging.WARNING) -> None:
    """Send records of `level` and above to standard error, once per process."""
    root = logging.getLogger()
    if any(getattr(handler, "name", "") == "groundwork" for handler in root.handlers):
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.name = "groundwork"
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(level)
