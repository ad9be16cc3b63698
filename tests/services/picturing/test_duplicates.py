"""Answers about duplicates hold for ever: for revisions, in any order of receipt; and every edition says so."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from app.domain.wording import Wording
from app.reports.national import document
from app.reports.sheets.brief_content import of_picture
from app.services.coordinating import receiving, triage
from app.services.opening.workspace import Workspace
from app.services.picturing import duplicates, national
from app.services.picturing.duplicates import Answer, SameEntryError
from tests.making import PERIOD, make_workspace
from tests.ui.coordinating import Member, answer, make_call
from tests.ui.once.conftest import CLINIC, COUNCIL

MORE = {"title": "A second day", "objectives": "7", "place": "MA010"}


def sent(folder: Path, call: bytes, member: Member, *more: dict[str, str]) -> Path:
    (folder / "received").mkdir(parents=True, exist_ok=True)
    return answer(folder / "received", call, member, *more)


def take_in(coordinator: Workspace, *paths: Path) -> None:
    for path in paths:
        receiving.receive(coordinator, [path])
    triage.trust_all_waiting(coordinator)
    triage.accept_all(coordinator)


@pytest.fixture
def coordinator(tmp_path: Path) -> Iterator[Workspace]:
    made = make_workspace(tmp_path, "Tangier Network", coordinator=True)
    yield made
    made.close()


def test_a_link_holds_for_revisions_in_whatever_order_files_come_in(coordinator: Workspace, tmp_path: Path) -> None:
    call = make_call(coordinator)
    clinic, council = sent(tmp_path / "a", call, CLINIC), sent(tmp_path / "a", call, COUNCIL)
    revised = sent(tmp_path / "b", call, COUNCIL, MORE)
    take_in(coordinator, council, clinic)
    (proposed,) = duplicates.look(coordinator, PERIOD).proposed
    assert duplicates.answer(coordinator, *proposed.pair, Answer.SAME) is Answer.OPEN
    before = national.picture(coordinator, PERIOD)
    assert [len(one.members) for one in before.linked] == [2, 2]
    assert before.activities_once == 2

    take_in(coordinator, revised, council, clinic)
    after = national.picture(coordinator, PERIOD)
    assert {one.members for one in after.linked} == {one.members for one in before.linked}
    assert (len(after.activities), after.activities_once) == (5, 3)

    other = make_workspace(tmp_path / "b", "Tangier Network", coordinator=True)
    take_in(other, clinic, revised, council)
    assert duplicates.answer(other, *reversed(proposed.pair), Answer.SAME) is Answer.OPEN
    assert national.picture(other, PERIOD).digest == after.digest
    other.close()

    with pytest.raises(SameEntryError):
        duplicates.answer(coordinator, proposed.pair[0], proposed.pair[0], Answer.SAME)


def test_report_workbook_and_brief_count_once_name_everybody_and_say_how(
    coordinator: Workspace, tmp_path: Path
) -> None:
    call = make_call(coordinator)
    take_in(coordinator, sent(tmp_path / "a", call, CLINIC), sent(tmp_path / "a", call, COUNCIL))
    (proposed,) = duplicates.look(coordinator).proposed
    duplicates.answer(coordinator, *proposed.pair, Answer.SAME)
    shown = national.picture(coordinator, PERIOD)
    pack = coordinator.pack

    printed = repr(document(shown, pack, "en", author="Ministry").blocks)
    assert "Activities that several organisations told of" in printed
    assert "Legal aid day at the town hall" in printed and "Legal aid day in Oujda town hall" in printed
    assert "Oujda City Council\\u2069; also reported by Maghreb Law Clinic" in printed
    assert "at least the largest number of one organisation" in printed
    assert "64 to 125" in printed and "Shared number MA-2026/14" in printed
    book = CalamineWorkbook.from_filelike(io.BytesIO(national.tabled(coordinator, shown, "en")))
    rows = book.get_sheet_by_name("Counted once").to_python()[1:]
    assert [row[0] for row in rows] == [1, 1, 2, 2]
    assert {(row[5], row[6]) for row in rows if row[4]} == {(64, 125)}
    assert len(book.get_sheet_by_name("Activities").to_python()) == 1 + 4
    brief = of_picture(shown, Wording.of("en", pack))
    assert brief.figures[1].value == "2"
