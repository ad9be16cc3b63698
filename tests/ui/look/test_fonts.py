"""The fonts of the window: every script that people type is shown, with no font of the system."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtGui import QFontMetrics, QTextLayout
from PySide6.QtWidgets import QLabel

from app.reports.alphabets import WORLD as ALPHABETS
from app.ui.look import fonts
from tests.documents.world import WORLD


def test_the_shipped_fonts_of_all_scripts_are_asked_in_order() -> None:
    families = fonts.families()

    assert families[:4] == ["IBM Plex Sans", "IBM Plex Sans Arabic", "IBM Plex Sans Hebrew", "Noto Sans"]
    assert {one.family for one in ALPHABETS} <= set(families)
    assert families.index("Noto Sans SC") < families.index("Noto Sans Adlam"), "Chinese is looked for first"


@pytest.mark.parametrize("bold", [False, True])
def test_every_letter_of_every_script_has_a_glyph_and_nobody_is_warned(bold: bool, qapp, capfd) -> None:
    font = qapp.font()
    font.setBold(bold)
    metrics = QFontMetrics(font)
    for name, text in WORLD.items():
        lacking = [one for one in text if not metrics.inFontUcs4(ord(one)) and unicodedata.category(one) != "Cf"]
        assert lacking == [], name
        layout = QTextLayout(text, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        runs = layout.glyphRuns()
        assert runs, name
        assert all(0 not in run.glyphIndexes() for run in runs), name
    told = QLabel("\n".join(WORLD.values()))
    told.setFont(font)
    assert not told.grab().isNull()
    assert "OpenType" not in capfd.readouterr().err
