"""Whether the pages match the data is one line of the checks, filled in by the worker once somebody looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QWidget

from app.services.coordinating.proving import Outcome, Proof
from app.ui.inbox.page import InboxPage
from app.ui.inbox.pages_row import PagesRow, tellings
from app.ui.inbox.told import TellingRow
from app.ui.process.session import Session
from tests.ui.coordinating import OUJDA, finished, read

Answered = Callable[..., Path]
TakenIn = Callable[..., InboxPage]


@pytest.mark.parametrize(
    ("altered", "said"),
    [(False, "The pages match the data"), (True, "The pages differ from the data; the data counts")],
)
def test_the_line_says_that_it_compares_and_then_what_it_found(
    taken_in: TakenIn, answered: Answered, session: Session, qtbot, altered: bool, said: str
) -> None:
    path = answered(OUJDA, name="oujda.pdf")
    if altered:
        with pikepdf.open(path, allow_overwriting_input=True) as file:
            file.pages[0].Contents.write(file.pages[0].Contents.read_bytes().replace(b" re f", b" re n", 1))
            file.save(path)
    page = taken_in(path)

    assert "The pages are being compared with the data" in read(page)
    qtbot.waitUntil(lambda: said in read(page), timeout=20_000)
    finished(session, qtbot)
    assert "being compared" not in read(page)
    page.reload()
    assert said in read(page), "kept, and not asked again"


def test_data_alone_says_so_and_each_of_several_files_has_its_name(
    qtbot, in_front: Callable[[QWidget], QWidget]
) -> None:
    row = PagesRow()
    row.show_proofs([Proof("", Outcome.NONE)])
    assert "No pages (bundle)" in read(in_front(row))
    row.show_proofs([Proof("fr.pdf", Outcome.MATCH), Proof("ar.pdf", Outcome.OTHER)])

    told = read(row)
    assert "fr.pdf" in told and "ar.pdf" in told
    assert "Drawn by another version; the pages cannot be compared" in told
    assert "No pages" not in told
    assert {one.accessibleName() for one in row.findChildren(TellingRow) if one.isVisible()} == {
        "In order: The pages match the data",
        "To know: Drawn by another version; the pages cannot be compared",
    }
    assert [
        one.tone for one in tellings([Proof("", outcome) for outcome in (Outcome.DIFFER, Outcome.UNREAD, None)])
    ] == [
        *("warn", "warn", "info"),
    ]
