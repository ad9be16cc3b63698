"""inspect: what a file is, without any workspace."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import PERIOD, done, groundwork, handed_over, hub, sender

KEYS = {
    *("path", "kind", "purpose", "sender", "signature", "whole", "call", "revision", "records"),
    *("pages_match", "problems"),
}


def test_a_bundle_tells_what_it_holds_without_any_passphrase(tmp_path: Path, monkeypatch):
    _hub, call = hub(tmp_path)
    bundle = handed_over(sender(tmp_path, call, 1))
    monkeypatch.delenv("GROUNDWORK_PASSPHRASE")
    found = done("inspect", bundle, call)["files"]
    assert set(found[0]) >= KEYS
    assert (found[0]["purpose"], found[0]["signature"], found[0]["whole"]) == ("submission", "good", True)
    assert (found[0]["revision"], found[0]["period"], found[0]["records"]) == (1, PERIOD, {"activity": 1})
    assert found[0]["call"] == found[1]["call"]
    assert found[1]["purpose"] == "call"


def test_a_changed_bundle_is_neither_whole_nor_silent(tmp_path: Path):
    _hub, call = hub(tmp_path)
    data = bytearray(handed_over(sender(tmp_path, call, 1)).read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "flipped.gwb").write_bytes(data)
    (tmp_path / "cut.gwb").write_bytes(data[: len(data) // 2])
    (tmp_path / "note.txt").write_text("hello", "utf-8")
    names = [tmp_path / name for name in ("flipped.gwb", "cut.gwb", "note.txt", "nowhere.gwb")]
    ended = groundwork("inspect", *names, "--json")
    assert ended.status == 3
    assert all(one["problems"] and not one["whole"] for one in ended.json["files"])
    assert ended.json["files"][3]["kind"] == "unreadable"


def test_words_are_told_to_people(tmp_path: Path):
    _hub, call = hub(tmp_path)
    shown = groundwork("inspect", call)
    assert shown.status == 0
    assert "National hub" in shown.out
    assert "signature fits" in shown.out
