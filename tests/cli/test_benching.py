"""`bench` prints what was measured, as words and as JSON."""

from __future__ import annotations

import json

import pytest

from app.main import main


def test_bench_names_work_limit_and_ratio(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "objectives", "--json", "--quiet"]) == 0
    found = json.loads(capsys.readouterr().out)["benchmarks"]

    assert [one["name"] for one in found] == ["objectives"]
    assert {"work", "limit", "ratio", "goal", "met", "seconds"} <= set(found[0])


def test_an_unknown_benchmark_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "nothing"]) == 1
    assert "nothing" in capsys.readouterr().err
