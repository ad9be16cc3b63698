"""Step 2: what blocks, what is advised, what is done; each point with the button that settles it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number, ngettext
from app.services.submitting.checklist import Point
from app.ui.look import theme
from app.ui.submissions.point_line import PointLine
from app.ui.submissions.reading import DONE, Seen, sentence
from app.ui.submissions.staying import UNSIGNED
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.card import Card
from app.ui.widgets.charts.ring import Ring
from app.ui.widgets.direction import leading
from app.ui.widgets.text import IconLabel, Label, Line

_ALIKE = 3
"""So many points of one kind are shown; the others when asked."""


class CheckStep(QWidget):
    """A ring with how far it is, what needs somebody, and what is done."""

    settled = Signal(object)
    """The Point a person wants to go to."""
    nothing_done = Signal(int)
    """The number of an objective for which a person says that nothing was done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[PointLine] = []
        self._seen: Seen | None = None
        self._unfolded: set[str] = set()
        self.ring = Ring(_("Checks passed"))
        self._title, self._words = Label("", "h3", wraps=True), Label("", "small", wraps=True)
        self._points = QWidget()
        head, row, words = Card(), QHBoxLayout(), QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._words)
        words.addStretch(1)
        row.setSpacing(theme.px(14))
        row.addWidget(self.ring)
        row.addLayout(words, 1)
        head.add(row)
        self._card = Card()
        self._card.add(self._points)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(head)
        column.addWidget(self._card)
        column.addStretch(1)

    def show_seen(self, seen: Seen) -> None:
        """Show the checklist as it is now."""
        self._seen = seen
        self.ring.set_value(seen.passed, len(seen.points))
        self._title.setText(_headline(seen))
        self._words.setText(
            _("What blocks must be settled first.")
            if seen.blocking
            else _("You may send with warnings. What is missing appears as “not provided”.")
        )
        self._show_points(seen)

    def _show_points(self, seen: Seen) -> None:
        fresh, column = QWidget(), QVBoxLayout()
        fresh.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.lines = []
        open_points = [point for point in seen.points if point.level != DONE]
        if open_points:
            column.addWidget(Label(_("Needs you"), "h3"))
        for part in self._open(open_points):
            column.addWidget(part)
        column.addWidget(Label(_("Done"), "h3"))
        for point in seen.points:
            if point.level == DONE:
                column.addWidget(_done(point))
        self._card.body.replaceWidget(self._points, fresh)
        self._points.hide()
        self._points.deleteLater()
        self._points = fresh

    def _open(self, points: list[Point]) -> Iterator[QWidget]:
        for place, code in enumerate(dict.fromkeys(_kind(point) for point in points)):
            alike = [point for point in points if _kind(point) == code]
            shown = alike if code in self._unfolded else alike[:_ALIKE]
            for number, point in enumerate(shown):
                if place or number:
                    yield Line()
                yield self._line(point)
            if len(shown) < len(alike):
                yield self._unfold(code, len(alike) - len(shown))

    def _line(self, point: Point) -> PointLine:
        line = PointLine(point, self._seen.approvals.get(point.record, "") if point.code == UNSIGNED else "")
        line.settled.connect(self.settled)
        line.nothing_done.connect(self.nothing_done)
        self.lines.append(line)
        return line

    def _unfold(self, code: str, count: int) -> QWidget:
        words = ngettext("Show {count} more like this", "Show {count} more like these", count)
        button = Button(words.format(count=format_number(count)), GHOST)
        button.clicked.connect(lambda: self._show_all(code))
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addSpacing(theme.px(24))
        row.addWidget(button)
        row.addStretch(1)
        return place

    def _show_all(self, code: str) -> None:
        self._unfolded.add(code)
        self._show_points(self._seen)


def _kind(point: Point) -> str:
    """Points of one kind stand together; what blocks is never folded with what warns."""
    return f"{point.level}:{point.code}:{point.field}"


def _headline(seen: Seen) -> str:
    values = {"done": format_number(seen.passed), "total": format_number(len(seen.points))}
    if seen.blocking:
        return _("{done} of {total} checks passed").format(**values)
    if seen.passed == len(seen.points):
        return _("All {total} checks passed").format(**values)
    return _("Ready to go on: {done} of {total} checks passed").format(**values)


def _done(point: Point) -> QWidget:
    row, layout = QWidget(), QHBoxLayout()
    row.setLayout(layout)
    layout.setContentsMargins(0, theme.px(2), 0, theme.px(2))
    layout.setSpacing(theme.px(12))
    layout.addWidget(IconLabel("circle-check", "good", 20))
    words = Label(sentence(point), wraps=True)
    words.setAlignment(leading())
    layout.addWidget(words, 1)
    return row
