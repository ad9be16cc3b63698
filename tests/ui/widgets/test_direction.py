from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from app.i18n import isolate
from app.ui.widgets.direction import write


def drawn(text: str) -> QImage:
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    write(painter, QRect(0, 0, 300, 30), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return image


def test_a_latin_name_in_isolates_does_not_turn_an_arabic_line_around(dressed) -> None:
    dressed("ar")
    line = f"12/10/2026 · {isolate('Tetouan')} · 18 شخصا"
    right_to_left_mark = "\u200f"
    assert drawn(line) == drawn(right_to_left_mark + line)
    assert drawn(line) != drawn("\u200e" + line)


def test_a_latin_line_stays_as_it_is_written_where_the_window_is_mirrored(dressed) -> None:
    dressed("ar")
    assert drawn("28 Oct 2026 · Tangier") == drawn("\u200e28 Oct 2026 · Tangier")
