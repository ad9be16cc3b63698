"""The first screen: four counts, the objectives as tiles, what waits, what people said."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from app.charts import Bar
from app.i18n import _, format_number, language, ngettext
from app.progress import Progress
from app.services import overview
from app.services.opening.workspace import Workspace
from app.services.overview import Overview
from app.services.submitting import submissions
from app.ui.look import theme
from app.ui.overview import figures
from app.ui.overview.count_card import CountCard, CountRow
from app.ui.overview.greeting import day_in_words, greeting, short_month
from app.ui.overview.next_steps import NextSteps, next_steps
from app.ui.overview.offline_card import OfflineCard
from app.ui.process.failure import sentence
from app.ui.process.session import Session
from app.ui.widgets.buttons import PRIMARY, SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.charts.bars import Bars
from app.ui.widgets.charts.heat_tile import Tile
from app.ui.widgets.charts.tile_grid import ALL, TileGrid
from app.ui.widgets.columns import Columns
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.loading import Loading
from app.ui.widgets.page import Page
from app.ui.widgets.page_header import PageHeader

_FEW_TILES = 11
"""Two rows of the widest grid, with room for the key to the shades."""
NEW = "new"
"""The argument with which a page is asked for something new."""


class OverviewPage(Page):
    """What the workspace holds, at a glance; read in the worker, so that a large workspace never blocks."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.seen: Overview | None = None
        """What is shown now; None until it was read for the first time."""
        self._reading = self._stale = False
        self._switched = ""
        self._record = Button(_("Record feedback"), SECONDARY, "message-2-heart")
        self._log = Button(_("Log an activity"), PRIMARY, "plus")
        self._choose = Button(_("What do you do?"), PRIMARY, "target")
        self._begin = Button(_("Log an activity"), SECONDARY, "plus")
        self.counts = {
            "activities": CountCard("clipboard-list", _("Activities this quarter")),
            "people": CountCard("users", _("People reached")),
            "feedback": CountCard("message-2-heart", _("Feedback")),
            "objectives": CountCard("target", _("Objectives chosen")),
        }
        self.tiles = TileGrid()
        self.steps = NextSteps()
        self.bars = Bars(_("Feedback by month"))
        self.offline = OfflineCard(session)
        self._lay_out()
        self._connect()
        self.reload()

    def _lay_out(self) -> None:
        now = self.session.workspace.now().astimezone()
        title, day = greeting(now, self.session.workspace.profile.name), day_in_words(now.date())
        explained = _("All activities you logged. “–” means nothing written yet, which is not zero.")
        self._work = Card(_("Your work across the 23 objectives"), explained, aside=self.tiles.switch)
        self._work.add(self.tiles, 1)
        self._heard = Card(_("What people told us"))
        self.bars.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._heard.add(self.bars, 1)
        self._empty = self._make_empty()
        self._row = CountRow(tuple(self.counts.values()))
        self._rest = QWidget()
        self._main = _column((self._empty, 1), (self._work, 1))
        self._side = _column((self.steps, 0), (self.offline, 0), (self._heard, 1), (self._rest, 1))
        self._content = _column((self._row, 0), (Columns(self._main, self._side), 1))
        self._loading = Loading(_("Reading what you wrote"))
        header = PageHeader(title, day, self._record, self._log)
        body = _column((header, 0), (self._loading, 1), (self._content, 1))
        self._content.hide()
        self.set_body(body)

    def _connect(self) -> None:
        self._record.clicked.connect(lambda: self.navigate.emit("feedback", NEW))
        for button in (self._log, self._begin):
            button.clicked.connect(lambda: self.navigate.emit("activities", NEW))
        self._choose.clicked.connect(lambda: self.navigate.emit("objectives", None))
        self.tiles.opened.connect(lambda number: self.navigate.emit("objectives", f"sheet:{number}"))
        self.tiles.switch.chosen.connect(self._remember_switch)
        self.steps.asked.connect(self.navigate)
        self.offline.sync_asked.connect(lambda: self.sync_asked.emit(""))
        self.offline.laptops_asked.connect(lambda: self.navigate.emit("syncing", None))
        self.offline.told.connect(lambda said: self.toast.emit(said, None))
        self.offline.failed.connect(lambda said: self.banner.emit("bad", said))

    def reload(self) -> None:
        """Read everything again; what is shown stays until the new is there."""
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        work = partial(_read, self.session.workspace)
        self.session.tasks.run(work, done=self._show, failed=self._fail)

    def state(self) -> dict[str, object]:
        """Which objectives are shown."""
        return {"switch": self._switched}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave."""
        self._switched = str(state.get("switch") or "")

    def primary(self) -> QAbstractButton:
        """Log an activity; in a new workspace, say what one does."""
        return self._choose if self._choose.isVisibleTo(self) else self._log

    def areas(self) -> list[QWidget]:
        """Tiles, then what stands beside them."""
        return [self._empty, self.tiles, self._side]

    def _show(self, seen: Overview) -> None:
        self._reading, self.seen = False, seen
        is_new = _is_new(seen)
        self._loading.hide()
        for part in (self._row, self._work, self._heard, self._log, self._record):
            part.setVisible(not is_new)
        self._empty.setVisible(is_new)
        self._rest.setVisible(is_new)
        self._show_counts(seen)
        self._show_tiles(seen)
        self.steps.show_steps(next_steps(seen, self.session.workspace.now().date()))
        self.offline.follow(self.steps)
        self._show_months(seen)
        self.offline.reload()
        self._content.show()
        if self._stale:
            self.reload()

    def _show_counts(self, seen: Overview) -> None:
        self.counts["activities"].tell(figures.activities(seen))
        self.counts["people"].tell(figures.people(seen))
        self.counts["feedback"].tell(figures.feedback(seen))
        self.counts["objectives"].tell(figures.objectives(seen))

    def _show_tiles(self, seen: Overview) -> None:
        nothing_chosen = not any(line.chosen for line in seen.objectives)
        self.tiles.switch.set_value(self._switched or (ALL if nothing_chosen else self.tiles.switch.value()))
        names = {line.number: self.session.pack.objective(line.number).name(language()) for line in seen.objectives}
        self.tiles.set_tiles(
            [Tile(one.number, names[one.number], one.activities or None, one.chosen) for one in seen.objectives]
        )
        self._place_heard()

    def _show_months(self, seen: Overview) -> None:
        count = seen.feedback_this_month
        words = ngettext("{count} message this month", "{count} messages this month", count)
        self._heard.set_sentence(words.format(count=format_number(count)))
        by_month = seen.feedback_by_month
        self.bars.set_bars([Bar(short_month(month), number, format_number(number)) for month, number in by_month])

    def _remember_switch(self, code: str) -> None:
        self._switched = code
        self._place_heard()

    def _place_heard(self) -> None:
        """Where few tiles are shown there is room for what people said below them; else it stands at the side."""
        few = self.tiles.count() <= _FEW_TILES
        main, side = _layout(self._main), _layout(self._side)
        for column in (main, side):
            column.removeWidget(self._heard)
        (main if few else side).insertWidget(2, self._heard, 1)
        main.setStretchFactor(self._work, 0 if few else 1)

    def _fail(self, error: Exception) -> None:
        self._reading = False
        self._loading.hide()
        self.banner.emit("bad", sentence(error))

    def _make_empty(self) -> Card:
        words = _(
            "Say what your work is about, or write down the first thing you did. Everything can be changed later."
        )
        card = Card()
        card.add(EmptyState("plant-2", _("Your workspace is ready"), words, self._choose, self._begin), 1)
        return card


def _read(workspace: Workspace, progress: Progress) -> Overview:
    """What the service says; a call that was answered waits no longer."""
    seen = overview.overview(workspace)
    answered = seen.call is not None and submissions.is_answered(workspace, seen.call)
    return replace(seen, call=None) if answered else seen


def _is_new(seen: Overview) -> bool:
    """Nothing written, heard or chosen."""
    written = any(line.chosen or line.activities for line in seen.objectives)
    return not (written or seen.activities or seen.feedback or seen.drafts)


def _column(*parts: tuple[QWidget, int]) -> QWidget:
    """Parts under each other, each with its stretch."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(12))
    for part, stretch in parts:
        layout.addWidget(part, stretch)
    return whole


def _layout(column: QWidget) -> QVBoxLayout:
    layout = column.layout()
    assert isinstance(layout, QVBoxLayout)
    return layout
