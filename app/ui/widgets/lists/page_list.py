"""A list of pages with icons and badges: one stop for Tab, arrows move, Enter or a click goes there.

Headings fold their groups: by Enter, a click, or the arrows along the line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from app.i18n import _, format_number, ngettext
from app.ui.look import theme
from app.ui.widgets.direction import mirrored
from app.ui.widgets.lists.fitting import Fit, Gathered
from app.ui.widgets.lists.page_rows import COUNT, ITEM, MOST, PageDelegate, PageItem, least_height

_SHOWN = Qt.ItemDataRole.AccessibleTextRole


class PageList(QListWidget):
    """Pages; the one in force is selected. `name` is the accessible name of the whole list."""

    chosen = Signal(str)
    wishes_changed = Signal()
    """Another group shall be unfolded: the room has to be shared anew."""

    def __init__(self, name: str, items: Sequence[PageItem], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)  # by item, Qt counts rows that are hidden
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.narrow = False
        self.row_height = theme.px(MOST)
        self._in_force = ""
        self._wish: list[str] = []
        """Groups that a person unfolded, the last one first; then those that nobody touched."""
        self._by_hand: set[str] = set()
        """Groups that a person folded."""
        self._unfolded: frozenset[str] = frozenset()
        self.setItemDelegate(PageDelegate(self, self))
        for item in items:
            self._add(item)
        self._wish = [page.group for page in self._pages() if not page.name]
        self._unfolded = frozenset(self._wish)
        self.itemClicked.connect(self._click)
        self.verticalScrollBar().valueChanged.connect(self._begin_with_a_row)

    def set_current(self, name: str) -> None:
        """Mark a page, or the heading of its folded group; a list that does not have it marks none."""
        before, self._in_force = self._in_force, name
        if name != before:
            self._by_hand -= {page.group for page in self._pages() if name and page.name == name}
            self.wishes_changed.emit()
        self._mark()

    def set_count(self, name: str, count: int) -> None:
        """The badge of a page; 0 takes it away."""
        for place, page in enumerate(self._pages()):
            if name and page.name == name:
                self.item(place).setData(COUNT, count)
        self._tell()

    def set_narrow(self, narrow: bool) -> None:
        """Icons only; headings become the mark that folds."""
        self.narrow = narrow
        self.doItemsLayout()
        self.updateGeometry()

    def has_current(self) -> bool:
        """Whether the page in force is one of these."""
        return self.currentItem() is not None

    def is_folded(self, group: str) -> bool:
        """Whether the pages of a group are out of sight."""
        return group not in self._unfolded

    def folded_by_hand(self) -> list[str]:
        """The groups that a person folded."""
        return sorted(self._by_hand)

    def fold(self, groups: Sequence[str]) -> None:
        """Fold these, as a person left them."""
        self._by_hand = {group for group in groups if group in self._wish}

    def wished(self) -> tuple[list[Gathered], list[Gathered], str]:
        """The groups that shall be unfolded, best wish first, those that shall not, and the one that must be."""
        pages = self._pages()
        sizes = {group: sum(1 for page in pages if page.name and page.group == group) for group in self._wish}
        gathered = [Gathered(group, sizes[group]) for group in self._wish]
        must = next((page.group for page in pages if page.name and page.name == self._in_force), "")
        wished = [one for one in gathered if one.name not in self._by_hand]
        return wished, [one for one in gathered if one.name in self._by_hand], "" if must in self._by_hand else must

    def loose(self) -> int:
        """How many rows always show."""
        return sum(1 for page in self._pages() if page.name and not page.group)

    def arrange(self, fit: Fit, height: int) -> None:
        """Stand as it was shared out, in this height; where it scrolls, no row is cut at the end."""
        self.row_height, self._unfolded = fit.row, fit.unfolded
        for place, page in enumerate(self._pages()):
            self.setRowHidden(place, bool(page.name and page.group) and self.is_folded(page.group))
        self.setViewportMargins(0, 0, 0, height % fit.row if fit.scrolls else 0)
        self.verticalScrollBar().setSingleStep(fit.row)
        self._tell()
        self.doItemsLayout()
        self._mark()
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page in force stays in sight."""
        super().resizeEvent(event)
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())

    def stand_beside(self, scrolled: QListWidget | None) -> None:
        """Keep as much room at the end of each row as a list takes that scrolls, so that icons stand in one line."""
        bar = scrolled.verticalScrollBar().sizeHint().width() if scrolled else 0
        self.setViewportMargins(bar if mirrored() else 0, 0, 0 if mirrored() else bar, 0)

    def sizeHint(self) -> QSize:
        """The room it would like."""
        height = sum(self.sizeHintForRow(place) for place in range(self.count()) if not self.isRowHidden(place))
        return QSize(theme.px(120), height + 2)

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return QSize(theme.px(40), least_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there; on a heading it folds, and so do the arrows along the line."""
        page = self._page(self.currentRow()) if self.currentItem() is not None else None
        along = {Qt.Key.Key_Right: not mirrored(), Qt.Key.Key_Left: mirrored()}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go(self.currentItem())
        elif page is not None and page.group and event.key() in along:
            self._fold(page.group, folded=not along[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever walked on without going anywhere leaves the page in force marked."""
        super().focusOutEvent(event)
        self._mark()

    def _add(self, page: PageItem) -> None:
        item = QListWidgetItem(page.title, self)
        item.setData(ITEM, page)
        item.setData(COUNT, 0)
        item.setData(_SHOWN, page.title)
        item.setToolTip(f"{page.title} ({page.key})" if page.key else page.title)

    def _page(self, place: int) -> PageItem:
        page = self.item(place).data(ITEM)
        assert isinstance(page, PageItem)
        return page

    def _pages(self) -> list[PageItem]:
        return [self._page(place) for place in range(self.count())]

    def _go(self, item: QListWidgetItem | None) -> None:
        page = item.data(ITEM) if item is not None else None
        if page is not None and page.name:
            self.chosen.emit(page.name)
        elif page is not None:
            self._fold(page.group, folded=not self.is_folded(page.group))

    def _begin_with_a_row(self, value: int) -> None:
        """Where it scrolls all rows are alike, so the first one in sight is a whole one."""
        self.verticalScrollBar().setValue(round(value / self.row_height) * self.row_height)

    def _click(self, item: QListWidgetItem) -> None:
        """A pointer that folds leaves the page in force marked."""
        self._go(item)
        if not item.data(ITEM).name:
            self._mark()

    def _fold(self, group: str, *, folded: bool) -> None:
        """What a person unfolds is wished for before all others."""
        self._by_hand = self._by_hand | {group} if folded else self._by_hand - {group}
        if not folded:
            self._wish.sort(key=lambda one: one != group)
        self.wishes_changed.emit()
        self._select(lambda page: not page.name and page.group == group)

    def _mark(self) -> None:
        """Select the page in force, or the heading that it is folded under."""
        group = next((page.group for page in self._pages() if self._in_force and page.name == self._in_force), None)
        if group is None:
            self.clearSelection()
            self.setCurrentRow(-1)
        elif group and self.is_folded(group):
            self._select(lambda page: not page.name and page.group == group)
        else:
            self._select(lambda page: page.name == self._in_force)

    def _select(self, is_it: Callable[[PageItem], bool]) -> None:
        self.setCurrentRow(next(place for place, page in enumerate(self._pages()) if is_it(page)))

    def _tell(self) -> None:
        """What assistive tools hear of each row; a folded heading has the badges of its pages."""
        pages = self._pages()
        for place, page in enumerate(pages):
            inside = [at for at, one in enumerate(pages) if one.name and one.group == page.group]
            if not page.name:
                counts = [int(self.item(at).data(COUNT)) for at in inside] if self.is_folded(page.group) else []
                self.item(place).setData(COUNT, sum(counts))
            told = page.title if page.name else _heading(page, len(inside), folded=self.is_folded(page.group))
            self.item(place).setData(_SHOWN, _spoken(told, int(self.item(place).data(COUNT))))


def _heading(page: PageItem, count: int, *, folded: bool) -> str:
    if not folded:
        return _("{group}, unfolded").format(group=page.title)
    told = ngettext("{group}, folded, {count} page", "{group}, folded, {count} pages", count)
    return told.format(group=page.title, count=format_number(count))


def _spoken(told: str, count: int) -> str:
    if not count:
        return told
    words = ngettext("{page}, {count} thing waits for you", "{page}, {count} things wait for you", count)
    return words.format(page=told, count=format_number(count))
