"""The help: topics beside the text of the one that is chosen, found by their words, printed through PDF."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from app.i18n import _, language, translation
from app.manual import searching, whole
from app.manual.topic import Topic
from app.progress import Progress
from app.services.pages import Pages
from app.services.paper import handbook
from app.ui import printing
from app.ui.help import topic_view
from app.ui.help.explainer_bar import ExplainerBar
from app.ui.help.topic_list import TopicList
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.card import Card
from app.ui.widgets.direction import margins
from app.ui.widgets.fields.search_field import SearchField
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.page import Page
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.panes import Panes
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import Label

OBJECTIVES = "objectives"


class HelpPage(Page):
    """`open` takes the name of a page, or the code of a topic."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.search = SearchField(_("Find in the help"))
        self.topics = TopicList()
        self.print_one = Button(_("Print this topic"), GHOST, "printer")
        self.print_all = Button(_("Print all of the help"), GHOST)
        self._text = QVBoxLayout()
        self._shown: list[QWidget] = []
        self._typed = ""
        self._lay_out()
        self.search.searched.connect(self._find)
        self.topics.currentItemChanged.connect(lambda *_items: self._show())
        self.print_one.clicked.connect(self._print_one)
        self.print_all.clicked.connect(lambda: self._print(whole.topics(), _("Help")))
        self._find("")

    def open(self, argument: object) -> None:
        """Show the topic of a page."""
        self.search.clear()
        self._find("")
        found = whole.topic(str(argument or ""))
        if found is not None and self.topics.choose(found.code):
            self.panes.show_detail()

    def state(self) -> dict[str, object]:
        """Which topic is shown, and what was looked for."""
        return {"topic": self.topics.current(), "words": self.search.text()}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave; what was looked for finds again, in the other language."""
        self.open(state.get("topic"))
        if words := str(state.get("words") or ""):
            self.search.setText(words)
            self._find(words)

    def prints(self) -> QAbstractButton:
        """The topic in sight."""
        return self.print_one

    def filter_field(self) -> QLineEdit:
        """The search above the topics."""
        return self.search

    def areas(self) -> list[QWidget]:
        """Topics, the text, what can be printed."""
        return [self.topics, self._side, self._footer]

    def _lay_out(self) -> None:
        beside, detail = QWidget(), QWidget()
        column, down = QVBoxLayout(beside), QVBoxLayout(detail)
        column.setContentsMargins(margins(theme.px(16), theme.px(16), theme.px(8), theme.px(16)))
        column.setSpacing(theme.px(10))
        column.addWidget(PageHeader(_("Help"), "", role="h2"))
        column.addWidget(self.search)
        column.addWidget(self.topics, 1)
        body = QWidget()
        self._text.setContentsMargins(0, 0, 0, 0)
        self._text.setSpacing(theme.px(12))
        body.setLayout(self._text)
        self._side = Scrolling(Narrow(body, 640))
        self._footer = FooterBar(self.print_all, self.print_one)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        down.addWidget(self._side, 1)
        down.addWidget(self._footer)
        self.panes = Panes(beside, detail)
        self.topics.itemClicked.connect(lambda _item: self.panes.show_detail())
        self.topics.itemActivated.connect(lambda _item: self.panes.show_detail())
        self.set_body(self.panes, scrolls=False)

    def _find(self, words: str) -> None:
        self._typed = words
        self.topics.show_topics(searching.find(words, translation()), in_parts=not words.strip())
        self._show()

    def _show(self) -> None:
        for old in self._shown:
            old.hide()
            old.deleteLater()
        while self._text.count():
            self._text.takeAt(0)
        found = whole.topic(self.topics.current())
        self._shown = self._pieces(found) if found is not None else [_nothing()]
        self.print_one.setEnabled(found is not None)
        for piece in self._shown:
            self._text.addWidget(piece)
            piece.show()
        self._text.addStretch(1)
        self._side.verticalScrollBar().setValue(0)

    def _pieces(self, found: Topic) -> list[QWidget]:
        """The topic, what can be done under it, and what helps on: the page on the Compact stands by the objectives."""
        made = topic_view.pieces(found, searching.rows(found, self._typed, translation()))
        if found.code == OBJECTIVES:
            made.append(ExplainerBar(self.session, lambda told: self.toast.emit(told, None)))
        if leads := whole.leads(found):
            made.append(self._see(leads))
        return made

    def _see(self, leads: Sequence[Topic]) -> Card:
        card = Card(_("See also"))
        for one in leads:
            way = Button(_(one.title), GHOST, "help-circle")
            way.clicked.connect(partial(self._follow, one.code))
            card.body.addWidget(way, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _follow(self, code: str, _checked: bool = False) -> None:
        self.open(code)
        self.topics.setFocus()

    def _print_one(self) -> None:
        found = whole.topic(self.topics.current())
        if found is not None:
            self._print((found,), _(found.title))

    def _print(self, topics: Sequence[Topic], name: str) -> None:
        draw = partial(_drawn, topics, language(), self.session.settings.paper)
        printing.ask_and_make(self.session, draw, self, lambda told: self.toast.emit(told, None), name=name)


def _nothing() -> Label:
    return Label(_("Nothing in the help has these words."), "lead", wraps=True)


def _drawn(topics: Sequence[Topic], spoken: str, page: str, progress: Progress) -> Pages:
    return handbook.draw(topics, spoken, page=page, progress=progress)
