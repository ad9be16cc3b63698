"""places add, list, find, remove."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.made import done, new, refused

LIST = "ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_AR,ADM2_PCODE\nNew Coast,KE099,Far End,الطرف,KE099001\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return new(tmp_path / "a.groundwork")


def test_a_list_is_kept_in_the_workspace_and_imports_know_its_places(workspace: Path, tmp_path: Path):
    places, table, mapping = tmp_path / "ken.csv", tmp_path / "table.csv", tmp_path / "mapping.json"
    places.write_text(LIST, "utf-8")
    table.write_text("What,Where\nVisit,الطرف\n", "utf-8")
    mapping.write_text(
        '{"groundwork_mapping": 1, "kind": "activity", "country": "KE",'
        ' "columns": {"title": "What", "place": "Where"}}',
        "utf-8",
    )
    words = ("import", workspace, table, "--mapping", mapping, "--dry-run")
    assert any("not in the list" in one for one in done(*words)["advice"])
    told = done("places", "add", workspace, places)
    assert told["packs"] == [{"country": "KE", "version": "", "file": "ken.csv", "places": [1, 1, 0]}]
    assert done("places", "list", workspace) == told
    assert done(*words)["advice"] == []
    assert done("places", "find", workspace, "far end")["places"][0]["code"] == "KE099001"
    assert done("places", "remove", workspace, "ken") == {"packs": []}
    assert "KE" in refused("places", "remove", workspace, "KE")
    assert "P-codes" in refused("places", "add", workspace, table)
