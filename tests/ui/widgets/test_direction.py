from __future__ import annotations

from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtGui import QImage, QPainter

from app.i18n import isolate
from app.ui.look import theme
from app.ui.widgets.direction import in_line, in_path, margins, write
from app.ui.widgets.text import Label


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


def test_facts_in_one_line_take_the_direction_of_the_interface_and_each_its_own(dressed) -> None:
    facts = ("2026/10/28", "Tangier", "", "46 شخصا")
    assert in_line(facts) == "2026/10/28 · Tangier · 46 شخصا"
    dressed("ar")
    mirrored_line = in_line(facts)
    assert mirrored_line == "\u200f" + " · ".join(isolate(fact) for fact in facts if fact)
    assert drawn(mirrored_line) == drawn(f"2026/10/28 · {isolate('Tangier')} · 46 شخصا")
    assert in_line(("", "")) == ""


def test_the_dots_below_an_arabic_line_are_drawn_in_a_box_of_latin_height(dressed) -> None:
    dressed("ar")
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(theme.font("h1"))
    write(painter, QRect(0, 20, 60, 20), Qt.AlignmentFlag.AlignCenter, "في")
    painter.end()
    below = {image.pixelColor(x, y).name() for x in range(60) for y in range(40, 60)}
    assert below != {"#ffffff"}


def test_a_file_name_keeps_its_ending_at_its_end_in_every_window(dressed) -> None:
    dressed("ar")
    assert drawn(in_path("تقرير.pdf")) == drawn("\u200e" + "تقرير" + "\u200e.pdf")
    assert drawn(in_path("تقرير.pdf")) != drawn(isolate("تقرير.pdf"))


def test_the_wider_margin_stays_on_the_leading_side(dressed) -> None:
    assert margins(24, 1, 8, 2) == QMargins(24, 1, 8, 2)
    dressed("ar")
    assert margins(24, 1, 8, 2) == QMargins(8, 1, 24, 2)


def test_every_line_of_a_wrapped_text_begins_at_the_edge_of_a_mirrored_window(qtbot, dressed) -> None:
    dressed("ar")
    label = Label("محمد " * 7 + "محمد", wraps=True)
    qtbot.addWidget(label)
    label.resize(label.fontMetrics().horizontalAdvance("محمد " * 3), 4 * label.fontMetrics().lineSpacing())
    image, height = label.grab().toImage(), label.fontMetrics().lineSpacing()
    paper = image.pixelColor(0, image.height() - 1)
    begins = []
    for line in range(3):
        rows = range(line * height, (line + 1) * height)
        inked = [x for x in range(image.width()) if any(image.pixelColor(x, y) != paper for y in rows)]
        begins.append(max(inked))
    assert len(set(begins)) == 1
    assert image.width() - begins[0] < label.fontMetrics().horizontalAdvance("م")
