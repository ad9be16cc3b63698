"""The search palette: one line to type in and one list, over the whole window; arrows move, Enter goes, Esc closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from app.i18n import _, format_number, ngettext
from app.ui.look import theme
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fields.search_field import SearchField
from app.ui.widgets.lists.palette_rows import Group, PaletteDelegate, PaletteRows
from app.ui.widgets.text import Label, Line

_WIDE, _ABOVE, _TALL = 640, 56, 560
_VEIL = 200
"""How much of the window behind is covered, of 255."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class Palette(QWidget):
    """Covers `host` while it is open. Whoever hears `asked` answers with `show_groups`, at once or later."""

    asked = Signal(str)
    """What was typed, 80 ms after the last key; empty when it opens."""
    chosen = Signal(object)
    """The code of the entry taken; the palette is closed by then."""
    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.field = SearchField(_("Search everything"))
        self.rows = PaletteRows()
        self.list = QListView()
        self.nothing = EmptyState(
            "search",
            _("Nothing has these words"),
            _("The beginning of each word is enough, so fewer letters find more. The trash is not looked at."),
        )
        self._count = Label("", "caption")
        self._before: QWidget | None = None
        self._answered, self._enters = "", False
        self._lay_out()
        self.field.searched.connect(self._ask)
        self.field.installEventFilter(self)
        host.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self.hide()

    def _lay_out(self) -> None:
        self._card = QFrame(self)
        self._card.setProperty("role", "card")
        self.list.setAccessibleName(_("What was found"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        keys = Label(_("Up and Down choose, Enter goes there, Esc closes"), "caption").to_trailing()
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(keys)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(2))
        column.setSpacing(theme.px(6))
        column.addWidget(self.field)
        self.nothing.hide()
        column.addWidget(self.nothing, 1)
        column.addWidget(self.list, 1)
        column.addWidget(Line())
        column.addLayout(foot)

    def open(self, typed: str = "") -> None:
        """Show it over everything, with these words in the line, and ask for what belongs to them."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self.field.blockSignals(True)
        self.field.setText(typed)
        self.field.blockSignals(False)
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.end(False)  # what is typed next goes on after these words
        self.asked.emit(typed.strip())

    def close_palette(self) -> None:
        """Close it; the focus goes back to where it was."""
        if not self.isVisible():
            return
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.closed.emit()

    def show_groups(self, typed: str, groups: Sequence[Group], *, more: bool = False, whole: bool = True) -> None:
        """Show what was found for these words, the first preselected; what was chosen stays while it is found.

        `more` says that there are others which are not shown, `whole=False` that the rest is still looked for.
        """
        kept = self.rows.entry(self._current()) if typed == self._answered else None
        self._put(typed, groups, self.nothing.hide)
        self._select(self.rows.place_of(kept.code if kept is not None else None))
        if whole:
            self._tell(sum(len(group.entries) for group in groups), typed, more=more)
        else:
            self._count.setText(_("Looking …"))
        if self._enters and whole and typed == self.field.text().strip():
            self._enters = False
            self._take(self._current())

    def show_nothing(self, typed: str, instead: Group) -> None:
        """Say that nothing has these words, and what can be done with them; nothing of it is preselected."""
        self._put(typed, [instead], self.nothing.show)
        self._select(-1)
        self._enters = False
        self._tell(0, typed, more=False)

    def count_words(self) -> str:
        """What is said about how much was found; empty while nothing is typed."""
        return self._count.text()

    def _put(self, typed: str, groups: Sequence[Group], about_nothing: Callable[[], None]) -> None:
        self._answered = typed
        self.rows.set_groups(groups)
        about_nothing()
        self.list.setVisible(self.rows.rowCount() > 0 or self.nothing.isHidden())
        self._count.setVisible(self.nothing.isHidden())  # said above already

    def _ask(self, typed: str) -> None:
        self.asked.emit(typed)

    def _tell(self, number: int, typed: str, *, more: bool) -> None:
        words = ngettext("{count} found", "{count} found", number)
        if more:
            words = _("The first {count}; another word narrows it down")
        if not number:
            words = _("Nothing has these words")
        told = words.format(count=format_number(number)) if typed else ""
        self._count.setText(told)
        if told:
            self._say(told)

    def _current(self) -> int:
        return self.list.currentIndex().row()

    def _select(self, place: int) -> None:
        self.list.setCurrentIndex(self.rows.index(place, 0))
        if place >= 0:
            self.list.scrollTo(self.rows.index(0 if place == 1 else place, 0))
        self.field.setAccessibleDescription(self.rows.spoken(place) if place >= 0 else "")

    def _step(self, step: int) -> None:
        place = self.rows.next_to(self._current(), step)
        self._select(place)
        if place >= 0:
            self._say(self.rows.spoken(place))

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _enter(self) -> None:
        """Take what is chosen; words that were not answered yet are waited for."""
        if self.field.text().strip() == self._answered:
            self._take(self._current())
        else:
            self._enters = True

    def _take(self, place: int) -> None:
        entry = self.rows.entry(place)
        if entry is not None:
            self.close_palette()
            self.chosen.emit(entry.code)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the window's size, and answer the keys of the line."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._answer(event)
        return super().eventFilter(watched, event)

    def _answer(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            self._enters = False
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside the card closes it."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Veil what is behind."""
        veil = theme.colour("bg")
        veil.setAlpha(_VEIL)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def _place(self) -> None:
        room = self.parentWidget().rect()
        self.setGeometry(room)
        edge = theme.px(16)
        above = min(theme.px(_ABOVE), room.height() // 12)
        wide = min(theme.px(_WIDE), room.width() - 2 * edge)
        tall = min(theme.px(_TALL), room.height() - above - edge)
        self._card.setGeometry(QRect((room.width() - wide) // 2, above, wide, tall))
