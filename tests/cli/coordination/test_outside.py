"""received where, keep-in, bring-back, check, save; and what a backup says of what lies outside."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import done, groundwork, handed_over, hub, refused, sender


def test_files_that_came_in_are_kept_in_a_place_saved_from_there_checked_and_brought_back(tmp_path: Path) -> None:
    made, call = hub(tmp_path)
    first, second = (handed_over(sender(tmp_path, call, number)) for number in (1, 2))
    share = tmp_path / "share"
    share.mkdir()
    groundwork("receive", made, first)
    assert done("received", "where", made) == {"kept_in": "", "inside": 1, "outside": []}
    assert "stay in the workspace" in groundwork("received", "where", made).out
    assert "no place" in refused("received", "keep-in", made, "office")
    done("store", "add", made, "office", share)
    told = done("received", "keep-in", made, "office")
    assert (told["kept_in"], told["inside"], told["put"]) == ("office", 0, 1)
    assert told["outside"] == [{"store": "office", "files": 1, "size": first.stat().st_size}]

    groundwork("receive", made, second)
    assert done("received", "where", made)["outside"][0]["files"] == 2
    said = groundwork("backup", made, "--to", tmp_path / "kept").out
    assert "2 files" in said and "office" in said and "Keep that place" in said
    assert done("backup", made, "--to", tmp_path / "kept")["files_outside"] == 2
    lines = {one["organisation"]: one["submission"] for one in done("inbox", made)["submissions"]}
    assert len(lines) == 2 and done("check", made)["sound"]
    id = next(iter(lines.values()))
    saved = done("received", "save", made, id, "--to", tmp_path / "saved.gwb")
    assert Path(saved["path"]).read_bytes() in (first.read_bytes(), second.read_bytes())
    assert "is in" in groundwork("received", "save", made, id, "--to", tmp_path / "again.gwb").out
    assert "Bring them back" in refused("store", "remove", made, "office")

    gone = next(share.rglob("*.sealed"))
    gone.unlink()
    ended = groundwork("received", "check", made, "--json")
    assert ended.status == 1 and len(ended.json["missing"]) == 1
    assert "not in" in groundwork("check", made).out
    ended = groundwork("received", "bring-back", made)
    assert ended.status == 1 and "1 file is in the workspace" in ended.out
    groundwork("receive", made, first, second)
    assert groundwork("received", "check", made).out.startswith("All that lies outside")

    assert done("received", "keep-in", made, "office")["put"] == 2
    share.rename(tmp_path / "away")
    groundwork("receive", made, handed_over(sender(tmp_path, call, 3)))
    assert done("received", "where", made)["inside"] == 1
    assert "stays in the workspace for now" in groundwork("receive", made, first).err
