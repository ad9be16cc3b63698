"""The four ways to look at a picture, one at a time, and the picture's digest under them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.compact import Pack
from app.domain.shared import Audience
from app.i18n import _, format_number
from app.ui.look import theme
from app.ui.picture import tables
from app.ui.picture.chart_cards import ChartCards
from app.ui.picture.coverage import CoverageTab
from app.ui.picture.shown import Shown
from app.ui.picture.side import SideCards
from app.ui.picture.silence import SilenceTab
from app.ui.widgets.card import Card
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice

COVERAGE, OBJECTIVES, ORGANISATIONS, SILENCE = "coverage", "objectives", "organisations", "silence"


class Tabs(QWidget):
    """`chooser` stands where the page wants it. Only the tab in sight takes room."""

    inbox_asked = Signal()

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        names = (
            (COVERAGE, _("Coverage")),
            (OBJECTIVES, _("Objectives")),
            (ORGANISATIONS, _("Organisations")),
            (SILENCE, _("Silence")),
        )
        self.chooser = Segments(_("What is shown"), [Choice(code, words) for code, words in names])
        self.coverage = CoverageTab(pack)
        self.objectives = tables.objectives_table()
        self.organisations = tables.organisations_table()
        self._absent = Label("", "small", wraps=True)
        self._digest = Label("", "caption", wraps=True)
        self._digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._start: tuple[int, int] | None = None
        self._made: list[QWidget] = []
        self._lay_out()
        self.chooser.chosen.connect(self.show_tab)
        self.show_tab(COVERAGE)

    def _lay_out(self) -> None:
        told = Card(_("What is known of each objective"), _("What organisations contribute to, by number."))
        told.add(self.objectives)
        sent = Card(_("Who contributed"), _("Everything that came in, and what became of it."))
        sent.add(self.organisations)
        sent.add(self._absent)
        self._pages = {name: QWidget() for name in (COVERAGE, OBJECTIVES, ORGANISATIONS, SILENCE)}
        for page in self._pages.values():
            inside = QVBoxLayout(page)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(theme.px(12))
        self._pages[COVERAGE].layout().addWidget(self.coverage)
        self._pages[OBJECTIVES].layout().addWidget(told)
        self._pages[ORGANISATIONS].layout().addWidget(sent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        for page in self._pages.values():
            layout.addWidget(page)
        layout.addWidget(self._digest)
        layout.addStretch(1)

    def show_tab(self, name: str) -> None:
        """Turn to a tab; an unknown name changes nothing."""
        if name not in self._pages:
            return
        self.chooser.set_value(name)
        for code, page in self._pages.items():
            page.setVisible(code == name)

    def start_at(self, cell: tuple[int, int]) -> None:
        """The cell to stand on when the next picture is shown."""
        self._start = cell

    def show_picture(self, shown: Shown) -> None:
        """Show this picture in every tab."""
        picture, pack = shown.picture, self._pack
        self.coverage.show_picture(shown)
        self.objectives.set_rows(tables.objective_rows(picture, pack))
        self.organisations.set_rows(tables.organisation_rows(picture, pack))
        self._absent.setText(tables.absent(picture, pack))
        side, silence = SideCards(shown, pack), SilenceTab(picture, pack)
        side.silence_asked.connect(lambda: self.show_tab(SILENCE))
        side.inbox_asked.connect(self.inbox_asked)
        charts = ChartCards(picture, pack)
        self._put((self._pages[COVERAGE], side), (self._pages[OBJECTIVES], charts), (self._pages[SILENCE], silence))
        self._digest.setText(_foot(shown))
        if self._start is not None:
            view = self.coverage.table.view
            view.setCurrentIndex(view.model().index(*self._start))
            self._start = None

    def _put(self, *places: tuple[QWidget, QWidget]) -> None:
        for old in self._made:
            old.hide()
            old.deleteLater()
        self._made = [made for _page, made in places]
        for page, made in places:
            page.layout().addWidget(made)
            made.show()


def _foot(shown: Shown) -> str:
    """Under which rules, and the digest that two coordinators can compare."""
    smallest = format_number(shown.picture.threshold)
    hidden = _("Groups under {count} people are hidden.").format(count=smallest)
    if shown.picture.audience is Audience.PUBLIC:
        hidden = _("Groups under {count} people are hidden, people are given in fives.").format(count=smallest)
    same = _("{rules} Digest {digest}: the same files and decisions give the same digest.")
    return same.format(rules=hidden, digest=shown.picture.digest[:16])
