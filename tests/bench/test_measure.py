"""Benchmarks print what was measured, the one and the other, and say honestly whether the goal was met."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest

from app.bench import database_server, moving, protecting
from app.bench.catalogue import BenchmarkUnknownError, names_known, run
from app.bench.measure import Measured, Task, paired
from app.domain.terms import WITHHELD
from app.privacy.suppression import Guarded, guarded
from app.services.opening.workspace import open_existing
from app.services.records import conflicts
from docs import build_peers
from tests.postgresql import Server


def busy(turns: int) -> None:
    sum(number * number for number in range(turns))


def test_work_that_is_much_more_than_its_limit_does_not_meet_its_goal() -> None:
    measured = paired(Task("x", "work", "limit", 2.0), lambda: busy(400_000), lambda: busy(4_000))

    assert measured.ratio > 2
    assert not measured.met


def test_a_goal_is_met_by_ratio_alone() -> None:
    assert Measured("x", "work", 9.0, "limit", 8.0, 1.125, 1.2).met


def test_what_stands_beside_other_engines_is_the_whole_way_of_a_sync(tmp_path: Path) -> None:
    took = build_peers.ours(1_000, tmp_path)
    assert took.seconds > 0 and took.peak > 0
    own = open_existing(tmp_path / "merged.groundwork", "benchmark words")
    assert len(conflicts.every(own)) > 10, "edits unknown to each other are kept and shown"
    own.close()


def test_the_quick_benchmarks_run_and_name_what_they_measured() -> None:
    names = ["objectives", "read-back", "read-back-parsed", "pages-match"]
    found = list(run(names))

    assert [one.name for one in found] == names
    assert all(one.work and one.limit and one.seconds > 0 for one in found)


def test_those_about_a_full_workspace_run_at_the_size_asked_for() -> None:
    found = list(run(["search", "list", "growth", "page"], size=3_000))

    assert [one.name for one in found] == ["search", "list", "growth", "page"]
    assert all("3000 records" in one.work for one in found)


def test_a_move_is_measured_beside_the_raw_copy_and_told_where_no_server_can_be_started(
    tmp_path: Path, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as here:
        here.setattr(moving, "_ROUNDS", 1)
        here.setattr(moving, "running", lambda: nullcontext(postgresql))
        (found,) = run(["move"], size=3_000)
    assert "3000 records" in found.work
    assert 0 < found.limit_seconds < found.seconds

    monkeypatch.setattr(database_server, "_PLACES", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    told: list[str] = []
    assert list(run(["move"], 3_000, lambda failure: told.append(failure.sentence()))) == []
    assert "PostgreSQL" in told[0]
    with pytest.raises(database_server.ServerProgramsMissingError):
        list(run(["move"], size=3_000))


def test_those_about_laptops_count_bytes_and_requests_beside_the_least_there_can_be() -> None:
    merge, large, idle, ten = run(["merge", "merge-large", "sync-idle", "sync-ten"], size=1_000)

    assert "records in conflict, kept" in merge.note
    assert large.seconds > 0
    assert idle.met, idle.note
    assert ten.met, ten.note


def test_a_hub_is_filled_once_for_all_that_is_measured_of_it_and_tells_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    names = ["receive-large", "picture-large", "picture-whole", "picture-entries"]
    found = list(run(names, size=1_000, progress=lambda done, total: told.append((done, total))))

    assert [one.name for one in found] == names
    assert all("of 10" in one.work or "take in 10 submissions" in one.work for one in found)
    assert (0, 1_000) in told
    assert told[-1] == (1_000, 1_000)


def test_an_unknown_benchmark_is_named_with_those_there_are() -> None:
    with pytest.raises(BenchmarkUnknownError) as caught:
        list(run(["nothing"]))

    assert all(name in caught.value.sentence() for name in ("nothing", *names_known()))


def test_the_table_of_a_whole_country_is_protected_and_the_same_every_time() -> None:
    table = protecting.country(asked=0.05)
    found = guarded(table, 5)

    assert len(table.dimensions[0]) * len(table.dimensions[1]) * len(table.dimensions[2]) == 23 * 100 * 6
    assert found.cost.withheld > found.small > 0
    assert protecting.opened(found) == 0
    assert guarded(protecting.country(asked=0.05), 5) == found
    alone = {key: count for key, count in found.cells.items() if not count.withheld or key == min(found.cells)}
    assert protecting.opened(Guarded({**alone, min(alone): WITHHELD}, 1)) == 1, "the measure can fail"
