"""practices give, take, list, show."""

from __future__ import annotations

from pathlib import Path

from app.services.opening import workspace
from tests.cli import made
from tests.cli.made import add, done, groundwork, new, refused
from tests.cli.paper.test_sheets import PRACTICE
from tests.making import approve


def test_practices_go_from_one_organisation_to_another_without_a_coordinator(tmp_path: Path) -> None:
    own, peer = new(tmp_path / "own.groundwork"), new(tmp_path / "peer.groundwork", "Harbour Women", seed=5)
    record, file = add(own, "practice", **PRACTICE)["id"], tmp_path / "practices.gwb"
    assert "Nobody has approved it" in refused("practices", "give", own, "--to", file), "why nothing can be given"
    opened = workspace.open_existing(own, made.PASSPHRASE)
    approve(opened, record)
    opened.close()

    seen = groundwork("practices", "give", own).out
    assert "Begin with one table." in seen, "it is shown before it leaves"
    assert "0661" not in seen
    assert "1 thing stayed out of it." in seen
    assert "Nothing was written" in seen
    assert not file.exists()
    given = done("practices", "give", own, record, "--to", file, "--accept-findings")
    assert (given["held_back"], given["staying"], given["taken_back"]) == (0, [], 0)
    assert record.encode() not in file.read_bytes()
    assert "already exists" in refused("practices", "give", own, "--to", file)
    told = done("inspect", file)["files"][0]
    assert (told["purpose"], told["organisation"], told["records"]) == ("practices", "Maison ouverte", {"practice": 1})

    looked = done("practices", "take", peer, file)
    assert (looked["known"], looked["taken"], looked["practices"][0]["state"]) == (False, False, "new")
    assert looked["digits"] == given["digits"]
    assert given["digits"] in refused("practices", "take", peer, file, "--yes")
    assert "not those" in refused("practices", "take", peer, file, "--digits", "1" * 30)
    assert done("practices", "list", peer)["practices"] == []
    assert "Taken." in groundwork("practices", "take", peer, file, "--digits", given["digits"]).out
    assert "nothing changed" in groundwork("practices", "take", peer, file, "--yes").out
    (one,) = done("practices", "list", peer, "--search", "market", "--objective", "4")["practices"]
    assert (one["organisation"], one["digits"], one["versions"]) == ("Maison ouverte", given["digits"], 1)
    shown = groundwork("practices", "show", peer, one["id"][:12]).out
    assert "Ask on 0661 23 45 67." in shown
    assert "Maison ouverte" in shown
    assert done("list", peer, "practice")["records"] == []
    assert "no practice of others" in refused("practices", "show", peer, "zz").lower()
    assert "Your own" in refused("practices", "take", own, file)
    assert "Maison ouverte" in groundwork("practices", "list", peer, "--language", "ar").out
