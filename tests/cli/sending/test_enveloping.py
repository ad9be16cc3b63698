"""envelope: key, set, tell, open."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.made import PASSPHRASE, add, done, groundwork, handed_over, hub, new, refused, sender

OTHER = "six herons over water"


def test_an_office_makes_a_key_is_told_alone_and_reads_what_was_listed(tmp_path: Path) -> None:
    _hub, call = hub(tmp_path)
    own = sender(tmp_path, call, 1)
    (tmp_path / "office.txt").write_text(OTHER)
    key = tmp_path / "office.key"
    made = done("envelope", "key", key, "--new-passphrase-file", tmp_path / "office.txt", "--fast-key")
    office = ("--name", "Human Rights Institution", "--key", made["key"])
    assert "digits" in refused("envelope", "set", own, *office, "--digits", "12345").lower()
    done("envelope", "set", own, *office, "--digits", made["digits"])
    barrier = {"objectives": "15", "type": "funding", "level": "national", "description": "=Doors are watched."}
    add(own, "challenge", **barrier, not_for_government="yes", month="2026-08")
    assert done("envelope", "tell", own)["entries"] == []
    assert done("envelope", "tell", own, "--challenges")["entries"]
    assert done("envelope", "tell", own, "--no-challenges")["entries"] == []
    told = done("envelope", "tell", own, "--challenges")
    assert [one["description"] for one in told["entries"]] == ["=Doors are watched."]
    assert "1 entry is for Human Rights Institution only." in groundwork("envelope", "tell", own).out
    review = done("review", own)
    assert [one["code"] for one in review["items"] if one["code"].startswith("encloses")] == ["encloses:challenge"]

    bundle = handed_over(own)
    opening = ("envelope", "open", bundle, "--key", key, "--passphrase-file", tmp_path / "office.txt")
    got = done(*opening, "--to", tmp_path / "told.csv")
    assert [one["f"]["description"] for one in got["entries"]] == ["=Doors are watched."]
    assert "'=Doors" in (tmp_path / "told.csv").read_text("utf-8-sig"), "no program runs it as a formula"
    done(*opening, "--to", tmp_path / "told.json")
    assert json.loads((tmp_path / "told.json").read_text("utf-8"))["organisation"] == "Organisation 1"
    assert "passphrase" in refused("envelope", "open", bundle, "--key", key)

    assert done("envelope", "set", own, "--forget")["key"] == ""
    assert "nothing for this key" in refused(*_again(own, opening))


def _again(own: Path, opening: tuple[object, ...]) -> tuple[object, ...]:
    """The same opening of the submission that follows when nobody is told anything."""
    again = groundwork("submit", own, "--bundle", own.with_suffix(".gwb"), "--force", "--accept-findings")
    assert "goes along with the next version" in again.out
    add(own, title="Something else")
    handed_over(own)
    return opening


def test_without_an_office_nothing_can_be_told(tmp_path: Path) -> None:
    _hub, call = hub(tmp_path)
    own = new(tmp_path / "own.groundwork")
    done("call", "take", own, call)
    assert done("envelope", "tell", own, "--challenges", "--notes") == {
        "name": "",
        "challenges": False,
        "notes": False,
        "alone": False,
        "entries": [],
    }
    assert PASSPHRASE not in groundwork("envelope", "set", own).out
