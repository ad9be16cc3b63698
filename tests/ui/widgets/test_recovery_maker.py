from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PySide6.QtWidgets import QFileDialog

from app.services.keeping import recovering
from app.services.opening.workspace import Workspace
from app.ui.widgets.recovery_maker import CARDS, RecoveryMaker
from tests.ui.accessible import unnamed
from tests.ui.made_up import clipped, untranslated


@pytest.fixture
def maker(workspace: Workspace, in_front) -> RecoveryMaker:
    made = RecoveryMaker(workspace)
    in_front(made)
    return made


def answer(maker: RecoveryMaker, *, wrong: bool = False) -> None:
    for field, word in zip(maker.asked.fields, maker.asked._wanted, strict=True):  # noqa: SLF001
        field.set_value("zzz" if wrong else word.upper())
    maker.keep.click()


def test_words_count_only_after_two_of_them_came_back(maker: RecoveryMaker, workspace: Workspace, qtbot) -> None:
    kept: list[str] = []
    maker.kept.connect(lambda: kept.append("kept"))
    answer(maker, wrong=True)
    assert maker.asked.fields[0].problem()
    assert not recovering.standing(workspace).exists
    answer(maker)
    assert len(kept) == 1
    assert recovering.standing(workspace).exists
    assert recovering.rehearse(workspace, " ".join(maker._fresh.words))  # noqa: SLF001


def test_a_card_is_a_page_where_the_person_says_and_nowhere_else(
    maker: RecoveryMaker, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = set(tmp_path.rglob("*"))
    maker.ways.set_value(CARDS)
    maker.ways.chosen.emit(CARDS)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
    maker.cards[0].click()
    assert set(tmp_path.rglob("*")) == before
    for number, button in enumerate(maker.cards, start=1):
        wanted = str(tmp_path / f"{number}.pdf")
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked, wanted=wanted: (wanted, ""))
        button.click()
        assert f"Card {number} of 3" in pypdf.PdfReader(wanted).pages[0].extract_text()
    assert {path.name for path in set(tmp_path.rglob("*")) - before} == {"1.pdf", "2.pdf", "3.pdf"}
    assert "erase the file" in maker.told.text()
    assert [field.label().endswith(f"of card {card}") for card, field in enumerate(maker.asked.fields, 1)] == [True] * 2
    answer(maker)
    assert recovering.standing(workspace).exists


def test_it_is_named_translated_and_uncut_both_ways(workspace: Workspace, in_front, dressed, qtbot) -> None:
    dressed("qps")
    maker = RecoveryMaker(workspace)
    maker.resize(620, 700)
    in_front(maker)
    for way in ("words", CARDS):
        maker.ways.chosen.emit(way)
        assert not unnamed(maker)
        assert not untranslated(maker, *maker._fresh.words)  # noqa: SLF001
        qtbot.waitUntil(lambda: not clipped(maker))
