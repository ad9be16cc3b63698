"""demo: the whole job in one word."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.cli.made import NOW, done, groundwork, refused
from tests.samples import sample

SMALL = ("--organisations", "3", "--records", "8", "--now", NOW)
LEAST = ("--organisations", "2", "--records", "3", "--now", NOW)
"""Enough to see whether it was made, and made anew."""


def test_the_demonstration_leaves_everything_to_open_next(tmp_path: Path, monkeypatch):
    folder = tmp_path / "demo"
    told = done("demo", folder, *SMALL)
    assert [one["records"] for one in told["organisations"]] == [8, 8, 8]
    assert told["received"] == {"unknown-sender": 3, "same": 1, "refused": 1}
    assert all((folder / name).is_file() for name in told["files"])
    secrets = dict(
        line.split("\t") for line in (folder / "PASSPHRASES.txt").read_text("utf-8").splitlines() if "\t" in line
    )
    monkeypatch.setenv("GROUNDWORK_PASSPHRASE", secrets["coordinator.groundwork"])
    shown = done("picture", folder / "coordinator.groundwork", "--period", told["period"])
    assert shown["digest"] == told["digest"]
    assert sorted(one["fate"] for one in shown["contributors"]) == ["accepted", "accepted", "returned"]
    states = {one["objective"]: one["state"] for one in shown["objectives"]}
    assert (states[7], states[11], states[1]) == ("done", "nothing-done", "not-reported")
    for name, secret in secrets.items():
        monkeypatch.setenv("GROUNDWORK_PASSPHRASE", secret)
        assert done("check", folder / name)["sound"]


def test_equal_seeds_give_an_equal_digest(tmp_path: Path):
    digests = [
        done("demo", tmp_path / name, *LEAST, "--seed", seed)["digest"] for name, seed in (("a", 1), ("b", 1), ("c", 2))
    ]
    assert digests[0] == digests[1] != digests[2]


def test_a_demonstration_is_replaced_only_when_asked_and_nothing_else_is_touched(tmp_path: Path):
    folder = tmp_path / "demo"
    done("demo", folder, *LEAST)
    (folder / "mine.txt").write_text("keep me", "utf-8")
    assert "already" in refused("demo", folder, *LEAST)
    done("demo", folder, *LEAST, "--force")
    assert (folder / "mine.txt").read_text("utf-8") == "keep me"


def test_a_workspace_that_is_no_demonstration_is_never_replaced(tmp_path: Path):
    (tmp_path / "coordinator.groundwork").write_bytes(b"mine")
    refused("demo", tmp_path, *LEAST, "--force")
    assert (tmp_path / "coordinator.groundwork").read_bytes() == b"mine"
    assert "cannot be found" in refused("demo", tmp_path / "coordinator.groundwork", *LEAST), "a file is no folder"


def test_a_real_table_becomes_workspaces_and_every_row_is_accounted_for(tmp_path: Path):
    table = sample("hxl-3w/guinee_3w_fr.csv")
    told = done("demo", tmp_path / "demo", "--from", table, "--organisations", "2", "--now", NOW)
    counts = told["tables"][0]["counts"]
    assert sum(counts.values()) == len(list(csv.reader(table.read_text("utf-8").splitlines(keepends=True)))) - 2
    assert counts["new"] == sum(one["records"] for one in told["organisations"])
    rows = (tmp_path / "demo" / "rows.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) - 1 == counts["skipped"]
    assert told["received"] == {"unknown-sender": 2, "same": 1, "refused": 1}


def test_each_table_has_its_mapping_or_none_has(tmp_path: Path):
    words = ("--from", "a.csv", "--from", "b.csv", "--mapping", "m.json")
    assert groundwork("demo", tmp_path / "demo", *words).status == 2
    assert not (tmp_path / "demo").exists()
