"""A table of words and numbers, as tall as its rows up to a limit, walked with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.ui.look import theme
from app.ui.widgets.direction import leading, trailing

_NOWHERE = QModelIndex()
_MOST_LINES = 24
"""More rows are scrolled: all objectives are in sight, all organisations may be many."""
_WIDEST = 300


class _Model(QAbstractTableModel):
    def __init__(self, columns: Sequence[str], numbers: frozenset[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns, self._numbers = columns, numbers
        self._rows: Sequence[Sequence[str]] = ()

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        text = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._columns[index.column()]}: {text}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return trailing() if index.column() in self._numbers else leading()
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return trailing() if section in self._numbers else leading()
        return self._columns[section] if role == Qt.ItemDataRole.DisplayRole else None


class PlainTable(QTableView):
    """`columns` are headings; those in `numbers` stand at the trailing side. The last one takes the room left.

    Long texts are cut short where they are painted; the tooltip and assistive tools have all of them.
    """

    opened = Signal(int)
    """The row on which Enter was pressed, or that was double-clicked."""

    def __init__(self, name: str, columns: Sequence[str], *, numbers: frozenset[int]) -> None:
        super().__init__()
        self._model = _Model(columns, numbers, self)
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setStretchLastSection(True)
        across.setMaximumSectionSize(theme.px(_WIDEST))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(_sheet())
        self.activated.connect(lambda index: self.opened.emit(index.row()))

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these, one text for each column."""
        self._model.set_rows(rows)
        down = self.verticalHeader()
        down.setDefaultSectionSize(self.fontMetrics().height() + theme.px(14))
        lines = min(len(rows), _MOST_LINES) * down.defaultSectionSize()
        self.setFixedHeight(lines + self.horizontalHeader().sizeHint().height() + theme.px(20))
        self._stretch()
        if rows:
            self.setCurrentIndex(self._model.index(0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The last column takes the room left, and where there is none it keeps its own and the table is scrolled."""
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        across, last = self.horizontalHeader(), self._model.columnCount() - 1
        before = sum(across.sectionSize(column) for column in range(last))
        needed = min(max(self.sizeHintForColumn(last), across.sectionSizeHint(last)), across.maximumSectionSize())
        across.setStretchLastSection(before + needed <= self.viewport().width())

    def texts(self) -> list[list[str]]:
        """What stands in the table, for those who copy it."""
        rows, columns = self._model.rowCount(), self._model.columnCount()
        return [[str(self._model.data(self._model.index(r, c))) for c in range(columns)] for r in range(rows)]


def _sheet() -> str:
    line, soft = theme.colour("line").name(), theme.colour("accent-soft").name()
    ink, muted, focus = theme.colour("text").name(), theme.colour("muted").name(), theme.colour("focus").name()
    small = theme.px(13)
    return (
        f"QTableView {{ border: 2px solid transparent; selection-background-color: {soft}; selection-color: {ink}; }}"
        f"QTableView:focus {{ border: 2px solid {focus}; }}"
        f"QTableView::item {{ border-bottom: 1px solid {line}; padding: 0 {theme.px(10)}px 0 {theme.px(10)}px; }}"
        f"QHeaderView::section {{ background: transparent; color: {muted}; font-size: {small}px; border: none;"
        f" border-bottom: {theme.line_width()}px solid {line}; padding: {theme.px(4)}px {theme.px(10)}px; }}"
    )
