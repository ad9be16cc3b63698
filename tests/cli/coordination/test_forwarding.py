"""forward."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import PERIOD, done, groundwork, handed_over, hub, new, refused, sender


def test_a_hub_passes_on_what_counts_and_another_receives_each_submission_once(tmp_path: Path) -> None:
    made, call = hub(tmp_path)
    out = tmp_path / "up.gwb"
    assert "nothing to pass on" in refused("forward", made, "--period", PERIOD, "--to", out)
    groundwork("receive", made, handed_over(sender(tmp_path, call, 1)))
    groundwork("receive", made, handed_over(sender(tmp_path, call, 2), "--seal"))
    done("trust", made, "--all-waiting")
    done("decide", made, "accept-all")
    told = done("forward", made, "--period", PERIOD, "--to", out)
    assert [one["organisation"] for one in told["passed"]] == ["Organisation 1"]
    assert [(one["organisation"], one["reason"]) for one in told["left"]] == [("Organisation 2", "sealed")]
    assert (
        "sealed for this workspace alone" in groundwork("forward", made, "--period", PERIOD, "--to", out, "--force").out
    )
    above = new(tmp_path / "above.groundwork", "Ministry", "--coordinator", seed=901)
    assert [one["outcome"] for one in groundwork("receive", above, out, "--json").json["files"]] == ["unknown-sender"]
    assert [one["outcome"] for one in groundwork("receive", above, out, "--json").json["files"]] == ["same"]
    seen = done("inspect", out)
    assert "forward" in str(seen)
