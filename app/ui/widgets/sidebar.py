"""The list of pages on the leading side: words and badges, or icons only in a narrow window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import theme
from app.ui.widgets.brand import Brand, Initials
from app.ui.widgets.lists.fitting import Fit, Room, fit
from app.ui.widgets.lists.page_list import PageList
from app.ui.widgets.lists.page_rows import MOST, PageItem, least_height
from app.ui.widgets.text import ElidedLabel, Line

WIDE = 224
NARROW = 56


@dataclass(frozen=True)
class Who:
    """Who is working, and for whom, as shown at the foot."""

    name: str = ""
    organisation: str = ""


class Sidebar(QFrame):
    """`top` and `foot` are two lists of pages; an item without a name is the heading of a group that folds.

    Rows become lower before a group folds, groups fold before anything has to be scrolled to, and no row is cut.
    """

    chosen = Signal(str)
    """The name of the page a person went to."""

    def __init__(
        self, name: str, top: Sequence[PageItem], foot: Sequence[PageItem], who: Who, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self._brand = Brand()
        self._lists = (PageList(name, top), PageList(name, foot))
        self._who = WhoLine(who)
        self._narrow = False
        self._lay_out()
        for pages in self._lists:
            pages.chosen.connect(self.chosen)
        self._lists[0].wishes_changed.connect(self.share)
        self.set_narrow(False)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        layout.setSpacing(0)
        layout.addWidget(self._brand)
        layout.addSpacing(theme.px(8))
        layout.addWidget(self._lists[0], 1)
        layout.addWidget(self._lists[1])
        line = QHBoxLayout()
        line.setContentsMargins(theme.px(10), theme.px(4), theme.px(10), 0)
        line.addWidget(Line())
        layout.addLayout(line)
        layout.addWidget(self._who)

    def set_current(self, name: str) -> None:
        """Mark the page in force in whichever list has it."""
        for pages in self._lists:
            pages.set_current(name)

    def set_count(self, name: str, count: int) -> None:
        """Show how many things wait on a page; 0 takes the badge away."""
        for pages in self._lists:
            pages.set_count(name, count)

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, or words."""
        self._narrow = narrow
        self.setFixedWidth(theme.px(NARROW if narrow else WIDE))
        self._brand.set_narrow(narrow)
        self._who.set_narrow(narrow)
        for pages in self._lists:
            pages.set_narrow(narrow)
        self.share()

    def share(self) -> None:
        """Share the height among the rows; where it is scarce, the mark of the program makes room in a narrow bar."""
        shared, height = self._shared(with_brand=True)
        is_scarce = self._narrow and shared.scrolls
        if is_scarce:
            shared, height = self._shared(with_brand=False)
        self._brand.setVisible(not is_scarce)
        top, foot = self._lists
        below = foot.loose() * shared.row
        foot.setFixedHeight(below)
        foot.arrange(Fit(shared.row, frozenset()), below)
        top.arrange(shared, height - below)
        foot.stand_beside(top if shared.scrolls and self._narrow else None)

    def folded(self) -> list[str]:
        """The groups that a person folded."""
        return self._lists[0].folded_by_hand()

    def fold(self, groups: Sequence[str]) -> None:
        """Fold these, as a person left them."""
        self._lists[0].fold(groups)
        self.share()

    def event(self, event: QEvent) -> bool:
        """Share the height anew whenever it, or what stands above and below the pages, is another."""
        answer = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.share()
        return answer

    def is_narrow(self) -> bool:
        """Whether only icons are shown."""
        return self._narrow

    def focus_list(self) -> PageList:
        """The list that F6 goes to: the one with the page in force."""
        return next((pages for pages in self._lists if pages.has_current()), self._lists[0])

    def _shared(self, *, with_brand: bool) -> tuple[Fit, int]:
        """What the two lists and the mark have together is what there is to share."""
        top, foot = self._lists
        brand = self._brand.sizeHint().height()
        height = top.height() + foot.height() + (0 if self._brand.isHidden() else self._brand.height())
        height -= brand if with_brand else 0
        room = Room(height, least_height(), theme.px(MOST))
        return fit(room, top.loose() + foot.loose(), *top.wished()), height


class WhoLine(QWidget):
    """Initials, name and organisation."""

    def __init__(self, who: Who) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        name, organisation = ElidedLabel(who.name, "strong"), ElidedLabel(who.organisation, "caption")
        words.addWidget(name)
        words.addWidget(organisation)
        self._words = QWidget()
        words.setContentsMargins(0, 0, 0, 0)
        self._words.setLayout(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(4))
        row.setSpacing(theme.px(10))
        row.addWidget(Initials(who.name or who.organisation), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)

    def set_narrow(self, narrow: bool) -> None:
        """Initials only, or words too."""
        self._words.setVisible(not narrow)
