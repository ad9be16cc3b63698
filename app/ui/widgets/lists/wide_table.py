"""A table of any length, walked with the arrow keys; only what is in sight is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.ui.look import theme
from app.ui.widgets.direction import leading

_NOWHERE = QModelIndex()
_LEAST = 150


class _Model(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.columns: Sequence[str] = ()
        self.count = 0
        self.row: Callable[[int], Sequence[str]] = lambda _place: ()
        self.strong: frozenset[int] = frozenset()

    def show(self, columns: Sequence[str], count: int, row: Callable[[int], Sequence[str]]) -> None:
        self.beginResetModel()
        self.columns, self.count, self.row = columns, count, row
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.count

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return leading()
        if role == Qt.ItemDataRole.FontRole and index.row() in self.strong:
            return theme.font("body", 600)
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        cells = self.row(index.row())
        text = cells[index.column()] if index.column() < len(cells) else ""
        return f"{self.columns[index.column()]}: {text}" if role == Qt.ItemDataRole.AccessibleTextRole else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return leading()
        return self.columns[section] if role == Qt.ItemDataRole.DisplayRole else None


class WideTable(QTableView):
    """Rows are chosen whole; Enter says that somebody wants to do something about the one chosen."""

    moved = Signal(int)
    """The row that is chosen now, from 0."""
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMinimumHeight(theme.px(_LEAST))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + theme.px(14))
        across = self.horizontalHeader()
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setStretchLastSection(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(_sheet())
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_rows(
        self,
        columns: Sequence[str],
        count: int,
        row: Callable[[int], Sequence[str]],
        *,
        widths: Sequence[int] = (),
        strong: frozenset[int] = frozenset(),
    ) -> None:
        """Show so many rows, each asked of `row`; the row chosen stays the one chosen. `widths` in px at 100 %."""
        chosen = max(self.currentIndex().row(), 0)
        self._model.strong = strong
        self._model.show(columns, count, row)
        for place in range(len(columns)):
            self.setColumnWidth(place, theme.px(widths[place] if place < len(widths) else 130))
        if count:
            self.choose(min(chosen, count - 1))

    def choose(self, row: int) -> None:
        """Choose a row and bring it into sight."""
        self.setCurrentIndex(self._model.index(row, 0))

    def chosen(self) -> int:
        """The row that is chosen, -1 for none."""
        return self.currentIndex().row()

    def texts(self, row: int) -> list[str]:
        """What stands in one row."""
        return [str(self._model.data(self._model.index(row, place))) for place in range(self._model.columnCount())]

    def count(self) -> int:
        """How many rows there are."""
        return self._model.rowCount()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leads to what can be done about the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.moved.emit(now.row())


def _sheet() -> str:
    line, soft = theme.colour("line").name(), theme.colour("accent-soft").name()
    ink, muted, focus = theme.colour("text").name(), theme.colour("muted").name(), theme.colour("focus").name()
    ground = theme.colour("surface").name()
    return (
        f"QTableView {{ border: 2px solid {line}; border-radius: 6px; background: {ground};"
        f" selection-background-color: {soft}; selection-color: {ink}; }}"
        f"QTableView:focus {{ border: 2px solid {focus}; }}"
        f"QTableView::item {{ border-bottom: 1px solid {line}; padding: 0 {theme.px(8)}px 0 {theme.px(8)}px; }}"
        f"QHeaderView::section {{ background: {ground}; color: {muted}; font-size: {theme.px(13)}px; border: none;"
        f" border-bottom: {theme.line_width()}px solid {line}; padding: {theme.px(4)}px {theme.px(8)}px; }}"
    )
