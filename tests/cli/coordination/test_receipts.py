"""receipts, receipt take, heard and list."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import done, groundwork, handed_over, hub, refused, sender


def test_what_was_decided_travels_back_and_becomes_a_task(tmp_path: Path):
    coordinator, call = hub(tmp_path)
    own = sender(tmp_path, call, 1)
    groundwork("receive", coordinator, handed_over(own))
    (line,) = done("inbox", coordinator)["submissions"]
    done("trust", coordinator, "Organisation 1")
    done("decide", coordinator, line["submission"], "return", "--comment", "Nearly there.")
    (told,) = done("receipts", coordinator, "--to", tmp_path / "back")["receipts"]
    assert told["organisation"] == "Organisation 1"
    assert done("receipts", coordinator, "--to", tmp_path / "back")["receipts"] == []
    (again,) = done("receipts", coordinator, "--to", tmp_path / "lost", "--again")["receipts"]
    assert again == told

    answer = done("receipt", "heard", own, *told["digits"].split())["answers"][0]
    assert (answer["verdict"], answer["proven"]) == ("returned", False)
    answer = done("receipt", "take", own, tmp_path / "back" / told["file"])["answers"][0]
    assert (answer["verdict"], answer["proven"], answer["comment"]) == ("returned", True, "Nearly there.")
    assert done("receipt", "list", own)["answers"] == [answer]
    assert "digits belong to no submission" in refused("receipt", "heard", own, "1234", "5678", "9012")
