"""A long list, read page by page as it is looked at: the scroll bar tells the truth, nothing is read twice."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.i18n import _

PAGE = 256
_KEPT = 40
ROW = Qt.ItemDataRole.UserRole
"""The role under which a `Row` is found."""
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Row:
    """One row of a list, in words: what the delegate paints and what assistive tools read."""

    id: str
    title: str
    facts: str = ""
    """One line, parts with " · " between them."""
    tags: str = ""
    """A line in the accent colour, such as objectives."""
    status: str = ""
    """The words of the chip; empty: no chip."""
    tone: str = "neutral"
    initials: str = ""
    """At most two letters or digits in a square before the title; empty: no square."""
    is_new: bool = False
    """A dot before the title: arrived and not yet looked at."""

    def spoken(self) -> str:
        """The whole row for assistive tools."""
        told = ". ".join(part for part in (self.title, self.status, self.facts, self.tags) if part)
        return _("New. {row}").format(row=told) if self.is_new else told


class PagedModel(QAbstractListModel):
    """Rows from `load(offset, limit)`; `count()` is asked once per reload. Sorting and filtering are the source's."""

    def __init__(
        self, load: Callable[[int, int], Sequence[Row]], count: Callable[[], int], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._load, self._ask_count = load, count
        self._count = 0
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()

    def reload(self) -> None:
        """Forget what was read; the number of rows is asked again."""
        self.beginResetModel()
        self._pages.clear()
        self._count = self._ask_count()
        self.endResetModel()

    def set_source(self, load: Callable[[int, int], Sequence[Row]], count: Callable[[], int]) -> None:
        """Read from another query from now on, such as a filtered one."""
        self._load, self._ask_count = load, count
        self.reload()

    def row(self, place: int) -> Row | None:
        """The row at a place; None beyond the end."""
        if not 0 <= place < self._count:
            return None
        page = self._page(place // PAGE)
        return page[place % PAGE] if place % PAGE < len(page) else None

    def place_of(self, id: str, near: int = 0) -> int:
        """Where a row is, looked for around the place `near` and at the top; -1 if it is not there.

        So a long list is never read whole, only to find that a row is not in it.
        """
        page = max(near, 0) // PAGE
        for number in (page, page + 1, page - 1, 0):
            if not 0 <= number * PAGE < self._count:
                continue
            for offset, row in enumerate(self._page(number)):
                if row.id == id:
                    return number * PAGE + offset
        return -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else self._count

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks of a cell, by role."""
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        return row.title if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else None

    def _page(self, number: int) -> Sequence[Row]:
        if number not in self._pages:
            self._pages[number] = tuple(self._load(number * PAGE, PAGE))
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number]
