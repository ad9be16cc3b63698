"""The lines of the search palette: headings that cannot be chosen, and entries that can."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.i18n import _
from app.ui.look import icons, theme
from app.ui.widgets.direction import leading, mirror, trailing, write
from app.ui.widgets.lists.row_delegate import draw_ground

ENTRY = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
_PAD = 12


@dataclass(frozen=True)
class Entry:
    """One thing that can be gone to or done."""

    code: object
    """What is told when it is chosen."""
    title: str
    facts: str = ""
    """A few words at the end of the line: when and where, or the keys that do the same."""
    icon: str = ""


@dataclass(frozen=True)
class Group:
    """Entries of one kind under their heading."""

    heading: str
    entries: tuple[Entry, ...]


class PaletteRows(QAbstractListModel):
    """Groups one below the other; a group without entries has no heading."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[str, Entry | None]] = []

    def set_groups(self, groups: Sequence[Group]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = []
        for group in groups:
            if group.entries:
                self._rows.append((group.heading, None))
                self._rows += [(group.heading, entry) for entry in group.entries]
        self.endResetModel()

    def entry(self, place: int) -> Entry | None:
        """The entry at a place; None where a heading is, and beyond the ends."""
        return self._rows[place][1] if 0 <= place < len(self._rows) else None

    def place_of(self, code: object) -> int:
        """Where an entry is; the first entry if it is not there, -1 if there is none."""
        places = {entry.code: place for place, (_heading, entry) in enumerate(self._rows) if entry is not None}
        return places.get(code, min(places.values(), default=-1))

    def next_to(self, place: int, step: int) -> int:
        """The next entry up or down, round at the ends; -1 if there is none."""
        entries = [at for at, (_heading, entry) in enumerate(self._rows) if entry is not None]
        if not entries:
            return -1
        return entries[(entries.index(place) + step) % len(entries)] if place in entries else entries[0]

    def spoken(self, place: int) -> str:
        """The whole line for assistive tools, with the kind of thing it is."""
        heading, entry = self._rows[place]
        if entry is None:
            return heading
        told = _("{entry}, {facts}").format(entry=entry.title, facts=entry.facts) if entry.facts else entry.title
        return _("{group}: {entry}").format(group=heading, entry=told)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many lines there are, headings too."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Headings are only read."""
        chosen = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return chosen if self.entry(index.row()) is not None else Qt.ItemFlag.NoItemFlags

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What Qt asks of a line, by role."""
        if not 0 <= index.row() < len(self._rows):
            return None
        heading, entry = self._rows[index.row()]
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row())
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.title if entry is not None else None
        return (entry.title if entry is not None else heading) if role == Qt.ItemDataRole.DisplayRole else None


class PaletteDelegate(QStyledItemDelegate):
    """Paints headings small and quiet, entries with icon, title and facts; the chosen one with a ring."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The room it would like."""
        line = QFontMetrics(theme.font("body")).height()
        tall = line + theme.px(10) if index.data(ENTRY) is None else max(theme.px(40), line + theme.px(14))
        return QSize(theme.px(120), tall)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry = index.data(ENTRY)
        inside = QRect(option.rect).adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
        if isinstance(entry, Entry):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            draw_ground(painter, option.rect, selected=chosen, focused=chosen)
            _draw_entry(painter, inside, entry, "accent-text" if chosen else "text")
        else:
            painter.setFont(theme.font("caption", 600))
            painter.setPen(theme.colour("muted"))
            write(painter, inside.adjusted(0, 0, 0, -theme.px(3)), leading(Qt.AlignmentFlag.AlignBottom), index.data())
        painter.restore()


def _draw_entry(painter: QPainter, box: QRect, entry: Entry, ink: str) -> None:
    size, start = theme.px(18), theme.px(30)
    if entry.icon:
        mark = mirror(QRectF(box.left(), box.center().y() - size / 2, size, size), box)
        painter.drawPixmap(mark.topLeft(), icons.pixmap(entry.icon, "muted" if ink == "text" else ink, 18))
    room = box.width() - start
    small = theme.font("caption")
    wide = min(QFontMetrics(small).horizontalAdvance(entry.facts), room * 2 // 5)
    if entry.facts:
        painter.setFont(small)
        painter.setPen(theme.colour("muted"))
        place = mirror(QRectF(box.right() - wide, box.top(), wide + 1, box.height()), box)
        write(painter, place, trailing(), _cut(painter, entry.facts, wide + 1))
        room -= wide + theme.px(12)
    painter.setFont(theme.font("body", 500))
    painter.setPen(theme.colour(ink))
    place = mirror(QRectF(box.left() + start, box.top(), room, box.height()), box)
    write(painter, place, leading() | Qt.TextFlag.TextSingleLine, _cut(painter, entry.title, room))


def _cut(painter: QPainter, words: str, room: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
