"""The ways to look at a picture, one at a time, and the picture's digest under them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.compact import Pack
from app.domain.picture.editions import Edition
from app.domain.picture.figures import About, Figure, told_of
from app.domain.shared import Audience, Picture
from app.i18n import _, format_number, isolate
from app.ui.look import theme
from app.ui.picture import money_lists, over_time, silence, tables, told_lists
from app.ui.picture.asking import Asked, Asking
from app.ui.picture.behind import BehindCard
from app.ui.picture.chart_cards import ChartCards
from app.ui.picture.coverage import CoverageTab
from app.ui.picture.listed import ListedCard, Listing
from app.ui.picture.map_tab import MapTab
from app.ui.picture.shown import Shown
from app.ui.picture.side import SideCards
from app.ui.picture.stretches import Lists, Stretches, read
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import Label
from app.ui.words import choices
from app.ui.words.choice import Choice

COVERAGE, MAP, OBJECTIVES, ORGANISATIONS, TOLD, OVER_TIME, SILENCE = (
    *("coverage", "map", "objectives", "organisations"),
    *("told", "over-time", "silence"),
)


class Tabs(QWidget):
    """`chooser` stands where the page wants it. Only the tab in sight takes room."""

    inbox_asked = Signal()
    forward_asked = Signal()

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._shown: Shown | None = None
        self._sources: Asking | None = None
        names = (
            (COVERAGE, _("Coverage")),
            (MAP, _("Map")),
            (OBJECTIVES, _("Objectives")),
            (ORGANISATIONS, _("Organisations")),
            (TOLD, _("What was told")),
            (OVER_TIME, _("Over time")),
            (SILENCE, _("Silence")),
        )
        self.chooser = Segments(_("What is shown"), [Choice(code, words) for code, words in names], wraps=True)
        self.coverage, self.map = CoverageTab(pack), MapTab(pack)
        self.objectives = tables.objectives_table()
        self.organisations = tables.organisations_table()
        self._about_objective = BehindCard(_("Entries behind the objective"))
        self._about_organisation = BehindCard(_("Entries of the organisation"))
        self._absent = Label("", "small", wraps=True)
        self._forward = Button(_("Pass on upward"), SECONDARY, "send")
        self._digest = Label("", "caption", wraps=True)
        self._digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._start: tuple[int, int] | None = None
        self._made: list[QWidget] = []
        self._pages = {code: _page() for code, _words in names}
        self._lay_out()
        self.chooser.chosen.connect(self.show_tab)
        self.objectives.opened.connect(self._open_objective)
        self.organisations.opened.connect(self._open_organisation)
        self._about_objective.left.connect(self.objectives.setFocus)
        self._about_organisation.left.connect(self.organisations.setFocus)
        self._forward.clicked.connect(self.forward_asked)
        self.show_tab(COVERAGE)

    def _lay_out(self) -> None:
        said = _("What organisations contribute to, by number. Press Enter to see from what.")
        told = Card(_("What is known of each objective"), said)
        told.add(self.objectives)
        sent = Card(_("Who contributed"), _("Everything that came in, and what became of it."), aside=self._forward)
        sent.add(self.organisations)
        sent.add(self._absent)
        for code, widgets in (
            (COVERAGE, (self.coverage,)),
            (MAP, (self.map,)),
            (OBJECTIVES, (told, self._about_objective)),
            (ORGANISATIONS, (sent, self._about_organisation)),
        ):
            for widget in widgets:
                self._pages[code].layout().addWidget(widget)
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

    def show_picture(self, shown: Shown, sources: Asking) -> None:
        """Show this picture in every tab; `sources` says where its entries came from, and reads those of many."""
        picture, pack = shown.picture, self._pack
        self._shown, self._sources = shown, sources
        self.coverage.show_picture(shown, sources)
        self.map.show_picture(picture, sources)
        self.objectives.set_rows(tables.objective_rows(picture, pack))
        self.organisations.set_rows(tables.organisation_rows(picture, pack))
        self._absent.setText(tables.absent(picture, pack))
        self._forward.setVisible(bool(picture.counted))
        for behind in (self._about_objective, self._about_organisation):
            behind.forget()
        side = SideCards(shown, pack)
        side.silence_asked.connect(lambda: self.show_tab(SILENCE))
        side.organisations_asked.connect(lambda: self.show_tab(ORGANISATIONS))
        side.inbox_asked.connect(self.inbox_asked)
        self._put(
            (self._pages[COVERAGE], side),
            (self._pages[OBJECTIVES], ChartCards(picture, pack, sources)),
            (self._pages[TOLD], _lists(shown, partial(told_lists.every, pack=pack), sources)),
            (self._pages[TOLD], _column(_counted(picture, pack), sources)),
            (self._pages[OVER_TIME], _lists(shown, _promised, sources)),
            (self._pages[OVER_TIME], _column([over_time.trend(shown.edition, pack)], sources)),
            (self._pages[SILENCE], _column(silence.every(picture, pack), sources)),
        )
        self._digest.setText(_foot(shown))
        if self._start is not None:
            view = self.coverage.table.view
            view.setCurrentIndex(view.model().index(*self._start))
            self._start = None

    def _open_objective(self, row: int) -> None:
        if self._shown is None or self._sources is None:
            return
        number = self._shown.picture.objectives[row].objective
        picture, name = self._shown.picture, choices.objective_name(self._pack, number)
        told = chain.from_iterable(told_of(picture, Figure(about, "", number)) for about in _OF_OBJECTIVE)
        self._about_objective.ask(name, Asked(told), self._sources)

    def _open_organisation(self, row: int) -> None:
        if self._shown is None or self._sources is None:
            return
        one = tables.contributors(self._shown.picture)[row]
        counts = one in self._shown.picture.counted
        own = told_of(self._shown.picture, Figure(About.ORGANISATION, one.organisation.id)) if counts else ()
        self._about_organisation.ask(isolate(one.organisation.name), Asked(own), self._sources)

    def _put(self, *places: tuple[QWidget, QWidget]) -> None:
        for old in self._made:
            old.hide()
            old.deleteLater()
        self._made = [made for _page, made in places]
        for page, made in places:
            page.layout().addWidget(made)
            made.show()


_OF_OBJECTIVE = (About.OBJECTIVE, About.VIEWS, About.VOICES)


def _page() -> QWidget:
    page = QWidget()
    inside = QVBoxLayout(page)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(theme.px(12))
    return page


def _column(listings: Iterable[Listing], sources: Asking) -> QWidget:
    page = _page()
    for one in listings:
        page.layout().addWidget(ListedCard(one, sources))
    return page


def _lists(shown: Shown, lists: Lists, sources: Asking) -> QWidget:
    """All of them at once, or of some organisations at a time where nobody holds all entries."""
    if shown.edition.is_held:
        return _column(lists(shown.edition), sources)
    return Stretches(partial(read, shown.edition, lists), sources)


def _counted(picture: Picture, pack: Pack) -> Iterator[Listing]:
    yield from told_lists.counted(picture, pack)
    yield from money_lists.every(picture, pack)


def _promised(edition: Edition) -> Iterator[Listing]:
    yield over_time.commitments(edition)


def _foot(shown: Shown) -> str:
    """Under which rules, and the digest that two coordinators can compare."""
    smallest = format_number(shown.picture.threshold)
    hidden = _("Groups under {count} people are hidden.").format(count=smallest)
    if shown.picture.audience is Audience.PUBLIC:
        hidden = _("Groups under {count} people are hidden, people are given in fives.").format(count=smallest)
    same = _("{rules} Digest {digest}: the same files and decisions give the same digest.")
    return same.format(rules=hidden, digest=shown.picture.digest[:16])
