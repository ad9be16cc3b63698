"""Garbage: nobody looks for it while very many values are made of which none is any.

Looking through ever more of them takes longer than making them.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def not_looked_for() -> Iterator[None]:
    """For as long as values are decoded and put together; nothing in here may take long or leave circles behind."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
