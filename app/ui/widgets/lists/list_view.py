"""A list of rows that is walked with the arrow keys while the form beside it follows."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from app.ui.widgets.lists.paged_model import PagedModel
from app.ui.widgets.lists.row_delegate import RowDelegate


class ListView(QListView):
    """Shows a PagedModel; `name` is its accessible name. Selecting by program emits nothing."""

    chosen = Signal(str)
    """The id of the row a person went to, by pointer or key."""
    opened = Signal(str)
    """The id of the row on which Enter was pressed, or that was double-clicked."""
    delete_asked = Signal(str)
    """The id of the row on which Delete was pressed."""

    def __init__(self, name: str, model: PagedModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(RowDelegate(self))
        self.rows, self._quiet = model, False
        self.setModel(model)
        self.selectionModel().currentChanged.connect(self._tell)
        self.activated.connect(self._open)

    def reload(self) -> None:
        """Read the rows again, keeping the selected one (by id) and the scroll place."""
        kept, near, place = self.current_id(), self.currentIndex().row(), self.verticalScrollBar().value()
        self._quiet = True
        self.rows.reload()
        self._quiet = False
        self._take_focus_if_filled()
        if kept:
            self.select(kept, near)
        self.verticalScrollBar().setValue(place)

    def current_id(self) -> str:
        """The id of the selected row; empty if there is none."""
        row = self.rows.row(self.currentIndex().row())
        return row.id if row is not None else ""

    def select(self, id: str, near: int = -1) -> bool:
        """Select a row and bring it into sight; False and no selection if it is not in the list.

        A long list is searched around the row `near`, without one around the selected row.
        """
        place = self.rows.place_of(id, near if near >= 0 else self.currentIndex().row()) if id else -1
        self._quiet = True
        index = self.rows.index(place, 0) if place >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False
        if place >= 0:
            self.scrollTo(index)
        return place >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that this piece answers itself."""
        if event.key() == Qt.Key.Key_Delete and self.current_id():
            self.delete_asked.emit(self.current_id())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self.current_id():
            self.opened.emit(self.current_id())
            return
        super().keyPressEvent(event)

    def _take_focus_if_filled(self) -> None:
        """An empty list has nothing to draw a focus on, so it never takes it."""
        filled = self.rows.rowCount() > 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if filled else Qt.FocusPolicy.NoFocus)

    def _tell(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        if row is not None and not self._quiet:
            self.chosen.emit(row.id)

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        if row is not None:
            self.opened.emit(row.id)
