"""A list of pages with icons and badges: one stop for Tab, arrows move, Enter or a click goes there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.i18n import format_number, ngettext
from app.ui.look import icons, theme
from app.ui.widgets.direction import leading, mirror, write

_ITEM = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class PageItem:
    """One line: a page by name, or a heading where the name is empty. `title` is in the active language."""

    name: str
    title: str
    icon: str = ""
    key: str = ""
    """The shortcut told in the tooltip."""


class PageList(QListWidget):
    """Pages; the one in force is selected. `name` is the accessible name of the whole list."""

    chosen = Signal(str)

    def __init__(self, name: str, items: Sequence[PageItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_PageDelegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.narrow = False
        self._in_force = ""
        for item in items:
            self._add(item)
        self.itemClicked.connect(self._go)

    def set_current(self, name: str) -> None:
        """Mark a page; a list that does not have it marks none."""
        self._in_force = name
        for place in range(self.count()):
            if name and self._page(place).name == name:
                self.setCurrentRow(place)
                return
        self.clearSelection()
        self.setCurrentRow(-1)

    def set_count(self, name: str, count: int) -> None:
        """The badge of a page; 0 takes it away."""
        for place in range(self.count()):
            if name and self._page(place).name == name:
                self.item(place).setData(_COUNT, count)
                self.item(place).setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(self._page(place), count))

    def set_narrow(self, narrow: bool) -> None:
        """Icons only; headings become short lines."""
        self.narrow = narrow
        self.doItemsLayout()
        self.updateGeometry()

    def has_current(self) -> bool:
        """Whether the page in force is one of these."""
        return self.currentItem() is not None

    def sizeHint(self) -> QSize:
        """The room it would like."""
        height = sum(self.sizeHintForRow(place) for place in range(self.count()))
        return QSize(theme.px(120), height + 2)

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return QSize(theme.px(40), min(self.sizeHint().height(), theme.px(84)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that this piece answers itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go(self.currentItem())
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever walked on without going anywhere leaves the page in force marked."""
        super().focusOutEvent(event)
        self.set_current(self._in_force)

    def _add(self, page: PageItem) -> None:
        item = QListWidgetItem(page.title, self)
        item.setData(_ITEM, page)
        item.setData(_COUNT, 0)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, page.title)
        item.setToolTip(f"{page.title} ({page.key})" if page.key else page.title)
        if not page.name:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            item.setToolTip("")

    def _page(self, place: int) -> PageItem:
        page = self.item(place).data(_ITEM)
        assert isinstance(page, PageItem)
        return page

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_ITEM).name:
            self.chosen.emit(item.data(_ITEM).name)


def _spoken(page: PageItem, count: int) -> str:
    if not count:
        return page.title
    told = ngettext("{page}, {count} thing waits for you", "{page}, {count} things wait for you", count)
    return told.format(page=page.title, count=format_number(count))


class _PageDelegate(QStyledItemDelegate):
    def __init__(self, pages: PageList) -> None:
        super().__init__(pages)
        self._pages = pages

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The room it would like."""
        heading = not index.data(_ITEM).name
        narrow = self._pages.narrow
        height = QFontMetrics(theme.font("body")).height()
        tall = theme.px(10 if narrow else 28) if heading else max(theme.px(40), height + theme.px(16))
        return QSize(theme.px(40), tall)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one item."""
        page, narrow = index.data(_ITEM), self._pages.narrow
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if page.name:
            _draw_page(painter, option, page, (int(index.data(_COUNT)), narrow))
        elif not narrow:
            painter.setPen(theme.colour("muted"))
            painter.setFont(theme.font("caption", 500))
            room = QRect(option.rect).adjusted(theme.px(22), 0, -theme.px(22), -theme.px(2))
            write(painter, room, leading(Qt.AlignmentFlag.AlignBottom), page.title)
        painter.restore()


def _draw_page(painter: QPainter, option: QStyleOptionViewItem, page: PageItem, how: tuple[int, bool]) -> None:
    count, narrow = how
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    side = theme.px(6 if narrow else 11)
    box = QRectF(option.rect).adjusted(side, 2, -side, -2)
    painter.setPen(Qt.PenStyle.NoPen)
    if selected:
        painter.setBrush(theme.colour("accent-soft"))
        painter.setPen(QPen(theme.colour("accent"), 2) if theme.is_contrast() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 8, 8)
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("focus"), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
    ink = "accent-text" if selected else "text"
    mark = icons.pixmap(page.icon, ink if selected else "muted", 20)
    size = theme.px(20)
    start = (box.width() - size) / 2 if narrow else theme.px(11)
    place = mirror(QRectF(box.left() + start, box.center().y() - size / 2, size, size), box)
    painter.drawPixmap(place.topLeft(), mark)
    badge = _draw_badge(painter, box, count, (selected, narrow)) if count else 0
    if narrow:
        return
    room = QRectF(box.left() + theme.px(43), box.top(), box.width() - theme.px(51) - badge, box.height())
    painter.setPen(theme.colour(ink))
    painter.setFont(theme.font("body", 600 if selected else 400))
    write(painter, mirror(room, box), leading(), page.title)


def _draw_badge(painter: QPainter, box: QRectF, count: int, how: tuple[bool, bool]) -> int:
    """The number in a pill at the trailing end; returns the width it took."""
    selected, narrow = how
    painter.setFont(theme.font("caption", 600))
    words = format_number(count) if count < 1000 else "999+"
    tall = theme.px(16 if narrow else 20)
    wide = max(tall, painter.fontMetrics().horizontalAdvance(words) + theme.px(10))
    top = box.top() if narrow else box.center().y() - tall / 2
    pill = mirror(QRectF(box.right() - wide - (0 if narrow else theme.px(9)), top, wide, tall), box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent" if selected else "badge"))
    painter.drawRoundedRect(pill, tall / 2, tall / 2)
    painter.setPen(theme.colour("on-accent" if selected else "on-badge"))
    write(painter, pill, Qt.AlignmentFlag.AlignCenter, words)
    return int(wide) + theme.px(12)
