"""The paper bridge on the command line: sheets are printed without a workspace, listed and taken back with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.opening import workspace
from app.services.paper import sheet_book
from tests.cli import made
from tests.cli.made import done, groundwork, new, refused
from tests.services.paper.test_transcribing import NUMBER, type_in


def test_blank_sheets_are_printed(tmp_path: Path) -> None:
    to = tmp_path / "sheets.pdf"
    told = done("print", "form", "--kind", "feedback", "--count", 2, "--languages", "en,ar", "--to", to)
    assert to.stat().st_size and len(told["sheets"]) == 2 and told["rows"] >= 1
    assert "already" in refused("print", "form", "--to", to)
    assert "activity-full" in refused("print", "form", "--kind", "rumour", "--to", tmp_path / "x.pdf")
    assert groundwork("print", "form", "--to", tmp_path / "x.docx").status == 2


def test_a_sheet_is_listed_and_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROUNDWORK_PASSPHRASE", made.PASSPHRASE)
    own = new(tmp_path / "own.groundwork")
    opened = workspace.open_existing(own, made.PASSPHRASE)
    type_in(opened)
    opened.close()
    (told,) = done("sheet", "list", own)["sheets"]
    assert (told["sheet"], told["typed"], told["checked"], told["records"]) == (NUMBER.printed, 3, 0, 2)
    assert "is the number of no sheet" in refused("sheet", "take-back", own, "14-0273")
    assert done("sheet", "take-back", own, NUMBER.row(2))["records"] == 2
    assert done("sheet", "list", own)["sheets"] == [] == done("list", own, "feedback")["records"]
    assert done("sheet", "take-back", own, NUMBER.printed)["records"] == 0
    opened = workspace.open_existing(own, made.PASSPHRASE)
    assert sheet_book.look_up(opened, NUMBER.printed).first is None
    opened.close()
