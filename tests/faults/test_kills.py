"""Killed while it writes: nothing told is lost, and everything opens. `dev.py soak` strikes 1,000 times."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "job",
    ["saving", "migrating", "judging", "backing-up", "renewing", "syncing", "moving", "putting-outside"],
)
def test_killed_in_the_middle_of_work_nothing_told_is_lost(job: str):
    ended = subprocess.run([sys.executable, "-m", "tests.kills", job, "8"], cwd=TOP, capture_output=True, text=True)
    told = json.loads(ended.stdout)
    assert (ended.returncode, told["wrong"]) == (0, [])
    assert told["in the middle"] >= 2
