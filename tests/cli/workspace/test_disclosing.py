"""threshold."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import done, new


def test_the_smallest_group_is_raised_and_kept_and_never_falls_below_the_rules(tmp_path: Path):
    own = new(tmp_path / "a.groundwork")
    assert done("threshold", own) == {"own": 0, "smallest": {"coordinator": 5, "peers": 10, "public": 10}}
    assert done("threshold", own, "12")["smallest"] == {"coordinator": 12, "peers": 12, "public": 12}
    assert done("threshold", own, "2") == {"own": 2, "smallest": {"coordinator": 5, "peers": 10, "public": 10}}
