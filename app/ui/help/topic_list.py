"""The list of topics: by parts of the help, or those that were found."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.i18n import _
from app.manual import whole
from app.manual.topic import Topic

_CODE = Qt.ItemDataRole.UserRole


class TopicList(QListWidget):
    """A heading of a part cannot be chosen; the arrow keys pass over it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "topics")
        self.setAccessibleName(_("Topics of the help"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_topics(self, topics: Iterable[Topic], *, in_parts: bool) -> None:
        """Show these; the one that was chosen stays so if it is among them, else the first is."""
        chosen, group = self.current(), ""
        self.clear()
        for one in topics:
            if in_parts and whole.group_of(one) != group:
                group = whole.group_of(one)
                self._add_heading(_(whole.GROUPS[group]))
            item = QListWidgetItem(_(one.title))
            item.setData(_CODE, one.code)
            self.addItem(item)
        if not self.choose(chosen):
            self.setCurrentRow(next((at for at in range(self.count()) if self.item(at).data(_CODE)), -1))

    def current(self) -> str:
        """The code of the chosen topic, "" for none."""
        item = self.currentItem()
        return str(item.data(_CODE) or "") if item is not None else ""

    def codes(self) -> list[str]:
        """The codes of the topics shown, in their order."""
        return [str(self.item(at).data(_CODE)) for at in range(self.count()) if self.item(at).data(_CODE)]

    def choose(self, code: str) -> bool:
        """Choose a topic by its code; False if it is not shown."""
        for at in range(self.count()):
            if code and self.item(at).data(_CODE) == code:
                self.setCurrentRow(at)
                self.scrollToItem(self.item(at))
                return True
        return False

    def _add_heading(self, words: str) -> None:
        heading = QListWidgetItem(words)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = heading.font()
        font.setWeight(QFont.Weight.DemiBold)
        heading.setFont(font)
        self.addItem(heading)
