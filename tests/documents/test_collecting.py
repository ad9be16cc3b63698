"""While a document is drawn circles of objects are looked for seldom; whatever happens, as before afterwards."""

from __future__ import annotations

import gc
import io

import pytest

from app.reports.pdf import draw
from tests.reports.reading import WHEN
from tests.reports.samples import sample


class _Watched(io.BytesIO):
    """A file that notes how often circles of objects are looked for while it is written, or cannot be written."""

    def __init__(self, *, full: bool = False) -> None:
        super().__init__()
        self.seen: set[int] = set()
        self._full = full

    def write(self, data: object) -> int:
        self.seen.add(gc.get_threshold()[0])
        if self._full:
            raise OSError("full")
        return super().write(data)  # type: ignore[arg-type]


def test_circles_of_objects_are_looked_for_seldom_while_it_draws_and_as_before_afterwards() -> None:
    before, file, full = gc.get_threshold(), _Watched(), _Watched(full=True)
    draw(sample("en"), file, when=WHEN)
    assert min(file.seen) > before[0] and gc.get_threshold() == before
    with pytest.raises(OSError, match="full"):
        draw(sample("en"), full, when=WHEN)
    assert full.seen and gc.get_threshold() == before
