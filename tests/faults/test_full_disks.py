"""A disk that is full in the middle of a sync: a plain sentence each time, and the next sync with room goes on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import GroundworkError
from tests.laptops import alike, laptops, meet, sync, view
from tests.making import log_activity

LIMITS = 50


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file of this process may grow over this size meanwhile."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


if os.name == "posix":

    def test_a_disk_that_is_full_at_fifty_limits_stops_a_sync_plainly_and_nothing_is_lost(tmp_path: Path) -> None:
        one, other = laptops(tmp_path)
        folder, stopped = tmp_path / "stick", []
        log_activity(other)
        meet(folder, other, one)
        log = one.path.with_name(one.path.name + "-wal")
        for limit in range(LIMITS):
            log_activity(one, title=f"Course {limit}")
            size = max(path.stat().st_size for path in (one.path, log) if path.exists())
            with room_for(limit * 20 if limit < 10 else size + limit * 2048):
                try:
                    sync(one, folder)
                except GroundworkError as failure:
                    assert "room" in failure.sentence()
                    stopped.append(limit)
        assert stopped[0] == 0 and LIMITS > len(stopped) > LIMITS // 3, stopped
        meet(folder, one, other)
        assert alike(one, other)
        titles = {leaf.value for state in view(other).values() for leaf in state.leaves.get("title", ())}
        assert titles >= {f"Course {limit}" for limit in range(LIMITS)}
