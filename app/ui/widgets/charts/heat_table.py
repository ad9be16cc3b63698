"""Places by objectives: four kinds of cell that never look alike, walked with the arrow keys, told in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from app.i18n import format_number
from app.ui.look import theme
from app.ui.widgets.charts.heat_cells import HeatCellDelegate, HeatTableKey
from app.ui.widgets.text import Label

DONE = "done"
NOTHING_DONE = "nothing done"
NOT_REPORTED = "not reported"
WITHHELD = "withheld"


@dataclass(frozen=True)
class HeatCell:
    """One cell: its kind, its count where something was done, and the whole sentence that tells it."""

    kind: str = NOT_REPORTED
    count: int = 0
    sentence: str = ""


_EMPTY = HeatCell()
_MOST_LINES = 16


class HeatModel(QAbstractTableModel):
    """The cells as Qt asks for them; the sentence is their accessible text and tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[str] = ()
        self._columns: Sequence[str] = ()
        self._cells: Sequence[Sequence[HeatCell]] = ()

    def set_cells(self, rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[HeatCell]]) -> None:
        """Show `cells[row][column]` under these names."""
        self.beginResetModel()
        self._rows, self._columns, self._cells = rows, columns, cells
        self.endResetModel()

    def cell(self, index: QModelIndex) -> HeatCell:
        """The cell at an index; an empty one for none."""
        return self._cells[index.row()][index.column()] if index.isValid() else _EMPTY

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """How many rows there are."""
        cell = self.cell(index)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return cell.sentence
        if role == Qt.ItemDataRole.DisplayRole:
            return {DONE: format_number(cell.count), NOTHING_DONE: format_number(0)}.get(cell.kind, "")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """Row and column names."""
        names = self._columns if orientation == Qt.Orientation.Horizontal else self._rows
        if role == Qt.ItemDataRole.DisplayRole:
            return names[section]
        return None


class HeatTable(QWidget):
    """Key above, table, and a sentence below that tells the current cell in words."""

    current_changed = Signal(int, int)
    """(row, column) of the cell that the keys or the pointer went to."""
    opened = Signal(int, int)
    """(row, column): Enter or double click."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = HeatModel(self)
        self.view = QTableView()
        self.view.setAccessibleName(name)
        self.view.setModel(self._model)
        self.view.setItemDelegate(HeatCellDelegate(self.view))
        self._sentence = Label("", "small", wraps=True)
        self._dress()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(HeatTableKey())
        layout.addWidget(self.view)
        layout.addWidget(self._sentence)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.activated.connect(lambda index: self.opened.emit(index.row(), index.column()))

    def set_cells(self, rows: Sequence[str], columns: Sequence[str], cells: Sequence[Sequence[HeatCell]]) -> None:
        """Show these, keeping the current cell where it exists."""
        kept = self.view.currentIndex()
        row, column = max(kept.row(), 0), max(kept.column(), 0)
        self._model.set_cells(rows, columns, cells)
        self.view.setCurrentIndex(self._model.index(row, column))
        lines = min(len(rows), _MOST_LINES) * self.view.verticalHeader().defaultSectionSize()
        self.view.setFixedHeight(lines + self.view.horizontalHeader().sizeHint().height() + theme.px(14))

    def current(self) -> tuple[int, int]:
        """(row, column) of the current cell; (-1, -1) in an empty table."""
        index = self.view.currentIndex()
        return index.row(), index.column()

    def _dress(self) -> None:
        view = self.view
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setStyleSheet("QTableView { selection-background-color: transparent; }")  # the cell draws its own ring
        view.setShowGrid(False)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        across, down = view.horizontalHeader(), view.verticalHeader()
        across.setMinimumSectionSize(theme.px(28))
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(theme.px(26))
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for header in (across, down):
            header.setSectionsClickable(False)
            header.setHighlightSections(True)
            header.setStyleSheet(
                f"QHeaderView, QHeaderView::section {{ background: transparent; border: none;"
                f" color: {theme.colour('muted').name()}; padding: 2px 4px;"
                f" font-size: {theme.px(13)}px; }}"
            )

    def _tell(self, index: QModelIndex) -> None:
        self._sentence.setText(self._model.cell(index).sentence)
        self.current_changed.emit(index.row(), index.column())
