"""The help: topics beside the text of the one that is chosen, found by their words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.folding import fold
from app.i18n import _
from app.ui.help.explainer_bar import ExplainerBar
from app.ui.help.topic import Topic
from app.ui.help.topics import KEYS, TOPICS
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.card import Card
from app.ui.widgets.direction import mirrored
from app.ui.widgets.fields.search_field import SearchField
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.page import Page
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.panes import Panes
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import Label

KEYBOARD, OBJECTIVES = "keyboard", "objectives"
_SWAPPED = {"Alt+Left": "Alt+Right", "Alt+Right": "Alt+Left"}
"""Back is where the line began: on the other side of a mirrored window."""


class HelpPage(Page):
    """`open` takes the name of a page, or the code of a topic."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.search = SearchField(_("Find in the help"))
        self.topics = QListWidget()
        self.topics.setProperty("role", "topics")
        self.topics.setAccessibleName(_("Topics of the help"))
        self._text = QVBoxLayout()
        self._shown: list[QWidget] = []
        self._lay_out()
        self.search.searched.connect(self._find)
        self.topics.currentItemChanged.connect(lambda *_items: self._show())
        self._find("")

    def open(self, argument: object) -> None:
        """Show the topic of a page."""
        self.search.clear()
        self._find("")
        for place in range(self.topics.count()):
            if self.topics.item(place).data(Qt.ItemDataRole.UserRole) == argument:
                self.topics.setCurrentRow(place)
                self.panes.show_detail()

    def state(self) -> dict[str, object]:
        """Which topic is shown, and what was looked for."""
        return {"topic": self._current(), "words": self.search.text()}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave."""
        self.open(state.get("topic"))

    def filter_field(self) -> QLineEdit:
        """The search above the topics."""
        return self.search

    def areas(self) -> list[QWidget]:
        """Topics, then the text."""
        return [self.topics, self._side]

    def _lay_out(self) -> None:
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(8), theme.px(16))
        column.setSpacing(theme.px(10))
        column.addWidget(PageHeader(_("Help"), "", role="h2"))
        column.addWidget(self.search)
        column.addWidget(self.topics, 1)
        body = QWidget()
        self._text.setContentsMargins(0, 0, 0, 0)
        self._text.setSpacing(theme.px(12))
        body.setLayout(self._text)
        self._side = Scrolling(Narrow(body, 640))
        self.panes = Panes(beside, self._side)
        self.topics.itemClicked.connect(lambda _item: self.panes.show_detail())
        self.topics.itemActivated.connect(lambda _item: self.panes.show_detail())
        self.set_body(self.panes, scrolls=False)

    def _find(self, words: str) -> None:
        wanted = fold(words).split()
        chosen = self._current()
        self.topics.clear()
        for code, title, text in _all():
            if all(word in fold(text) for word in wanted):
                item = QListWidgetItem(title)
                item.setData(Qt.ItemDataRole.UserRole, code)
                self.topics.addItem(item)
        rows = range(self.topics.count())
        here = (place for place in rows if self.topics.item(place).data(Qt.ItemDataRole.UserRole) == chosen)
        self.topics.setCurrentRow(next(here, 0))
        self._show()

    def _current(self) -> str:
        item = self.topics.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _show(self) -> None:
        for old in self._shown:
            old.hide()
            old.deleteLater()
        while self._text.count():
            self._text.takeAt(0)
        self._shown = [*_pieces(self._current()), *self._beside(self._current())]
        for piece in self._shown:
            self._text.addWidget(piece)
            piece.show()
        self._text.addStretch(1)

    def _beside(self, code: str) -> list[QWidget]:
        """What can be done under a topic: the page that explains the Compact stands where objectives are explained."""
        if code != OBJECTIVES:
            return []
        return [ExplainerBar(self.session, lambda told: self.toast.emit(told, None))]


def _all() -> list[tuple[str, str, str]]:
    """(code, title, all its words) of everything the help tells."""
    told = [(one.code, _(one.title), " ".join(_(text) for text in (one.title, *one.paragraphs))) for one in TOPICS]
    keys = " ".join(f"{key} {_(words)}" for key, words in KEYS)
    return [*told, (KEYBOARD, _("Keyboard"), keys)]


def _pieces(code: str) -> list[QWidget]:
    if code == KEYBOARD:
        return [Label(_("Keyboard"), "h1"), _keys()]
    found = next((one for one in TOPICS if one.code == code), None)
    return (
        _topic(found) if found is not None else [Label(_("Nothing in the help has these words."), "lead", wraps=True)]
    )


def _topic(topic: Topic) -> list[QWidget]:
    return [Label(_(topic.title), "h1"), *(Label(_(text), "lead", wraps=True) for text in topic.paragraphs)]


def _keys() -> Card:
    card = Card()
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(24))
    grid.setVerticalSpacing(theme.px(8))
    grid.setColumnStretch(1, 1)
    for row, (key, words) in enumerate(KEYS):
        grid.addWidget(Label(_SWAPPED.get(key, key) if mirrored() else key, "strong"), row, 0)
        grid.addWidget(Label(_(words), wraps=True), row, 1)
    card.add(grid)
    return card
