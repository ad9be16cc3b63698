"""A record of an older reference pack keeps its codes and their titles; a quiet line says so where it matters."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.compact import in_force, load, with_older_titles
from app.services.opening.workspace import Workspace
from app.ui.process.session import Session
from app.ui.widgets.record.record_history import HistoryDialog
from app.ui.widgets.text import Label
from tests.cli.workspace.test_packing import pack
from tests.making import log_activity
from tests.ui.accessible import unnamed
from tests.ui.recorded import desk_of, frame_of


@pytest.fixture
def take(session: Session, workspace: Workspace, tmp_path: Path) -> Iterator[object]:
    """Open the workspace, as it were, with a newer pack; the session that a window would have."""

    def taken(**labels: str) -> Session:
        shutil.copytree(pack(tmp_path / "newer", "1.5.0", **labels), in_force.place_of("1.5.0"))
        in_force.look_again()
        workspace._pack = load()  # noqa: SLF001 - as its next opening does
        return replace(session, pack=with_older_titles(workspace.pack))

    yield taken
    in_force.look_again()


def test_what_is_gone_keeps_its_title_and_the_version_is_told(take, workspace: Workspace, in_front) -> None:
    gone, renamed = log_activity(workspace), log_activity(workspace, title="A film", type="campaign_or_media")
    same = log_activity(workspace, title="Visits", type="monitoring", objectives="9")
    session = take(legal_support="", campaign_or_media="Handed on")
    desk = desk_of(in_front(frame_of(session, "activities")))
    desk.open_record(gone)
    line, field = desk.sheet.pack, desk.sheet.form.entries["type"].field
    assert line.isVisible() and "version 1.4.0" in line.text() and "version 1.5.0" in line.text()
    assert "Legal support" in line.text() and "not in the list any more" in line.text()
    assert field.value() == "legal_support" and field.control.currentText() == "Legal support"
    assert unnamed(desk.sheet) == []
    dialog = HistoryDialog(session, type(desk.sheet.form.draft().record), gone, desk)
    assert "Written with version 1.4.0" in " ".join(label.text() for label in dialog.findChildren(Label))
    dialog.deleteLater()

    desk.open_record(renamed)
    assert "is called “\u2068Handed on\u2069” today" in line.text()
    desk.open_record(same)
    assert not line.isVisible()
    desk.open_record(log_activity(workspace, title="New", type="campaign_or_media"))
    assert not line.isVisible(), "written with the pack in force"
