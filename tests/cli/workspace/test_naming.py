"""The own list of names from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import done, new, refused


def test_a_list_of_names_is_kept_counted_and_forgotten(tmp_path: Path) -> None:
    workspace = new(tmp_path / "w.groundwork", "Maison ouverte")
    (tmp_path / "names.txt").write_text("Zorka Blümel\nAmina\n", "utf-8")
    (tmp_path / "empty.txt").write_text("\n")
    assert done("names", "keep", workspace, tmp_path / "names.txt") == {"people": 2, "public": 0}
    assert done("names", "keep", workspace, tmp_path / "names.txt", "--public")["public"] == 2
    assert done("names", "count", workspace)["people"] == 2
    assert "at least one name" in refused("names", "keep", workspace, tmp_path / "empty.txt")
    for number, wrong in enumerate(("Amélie\n".encode("cp1252"), "Amina\n".encode("utf-16"), b"%PDF-1.7\0\n")):
        (tmp_path / f"{number}.txt").write_bytes(wrong)
        assert "UTF-8" in refused("names", "keep", workspace, tmp_path / f"{number}.txt"), "it would be kept wrongly"
    assert done("names", "count", workspace)["people"] == 2
    assert done("names", "forget", workspace) == {"people": 0, "public": 0}
    assert done("names", "count", workspace) == {"people": 0, "public": 0}
