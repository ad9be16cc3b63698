"""How the four kinds of cell are painted, and the key that stands above every table of them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app import charts
from app.i18n import _, format_number
from app.ui.look import theme, tokens
from app.ui.widgets.charts.chart import paint, rectangle
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import Label


class HeatCellDelegate(QStyledItemDelegate):
    """Paints a cell of a HeatTable, with the focus ring on the current one."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one item."""
        cell = index.model().cell(index)  # type: ignore[attr-defined]
        box = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        draw_cell(painter, box, cell.kind, cell.count)
        here = option.state & QStyle.StateFlag.State_Selected
        if here:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, tokens.RADIUS_CELL, tokens.RADIUS_CELL)
            painter.restore()


def draw_cell(painter: QPainter, box: QRectF, kind: str, count: int) -> None:
    """Done: shade and number; nothing done: an outlined 0; not reported: hatch; withheld: a lock."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, _sign(rectangle(box), kind, count), radius=tokens.RADIUS_CELL)
    if kind == "done" and theme.is_contrast():
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, tokens.RADIUS_CELL, tokens.RADIUS_CELL)
    painter.restore()


def _sign(box: charts.Box, kind: str, count: int) -> tuple[charts.Shape, ...]:
    if kind == "done":
        return charts.done(box, count, format_number(count))
    if kind == "nothing done":
        return charts.nothing_done(box, format_number(0))
    return charts.withheld(box) if kind == "withheld" else charts.not_reported(box)


class HeatTableKey(QWidget):
    """The four kinds of cell with their words; told as one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        entries = (
            (("done", 1), ("done", 4), ("done", 8), ("done", 15), ("done", 25)),
            (("nothing done", 0),),
            (("not reported", 0),),
            (("withheld", 0),),
        )
        words = (_("Done, few to many"), _("Nothing done"), _("Not reported"), _("Withheld for safety"))
        flow = FlowLayout(self, theme.px(14))
        for cells, told in zip(entries, words, strict=True):
            entry = QWidget()
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px(6))
            row.addWidget(_Samples(cells))
            row.addWidget(Label(told, "caption"))
            flow.addWidget(entry)


class _Samples(QWidget):
    """Small cells without numbers, side by side."""

    def __init__(self, cells: tuple[tuple[str, int], ...]) -> None:
        super().__init__()
        self._cells = cells
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """The room it would like."""
        side = theme.px(18)
        return QSize(len(self._cells) * (side + 2), side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        side = self.height()
        for place, (kind, count) in enumerate(self._cells):
            box = QRectF(place * (side + 2) + 1, 1, side - 2, side - 2)
            if kind == "done":
                painter.fillRect(box, theme.colour(f"heat-{charts.step(count)}"))
                continue
            draw_cell(painter, box, kind, count)
        painter.end()
