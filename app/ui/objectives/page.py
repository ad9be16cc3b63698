"""Choosing objectives: one search in everyday words, a list to tick, one side panel that explains."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.compact.search import prepare
from app.i18n import _, format_number, ngettext
from app.services.records import objectives, recording
from app.services.records.recording import Query
from app.ui.look import theme
from app.ui.objectives.choosing import MOST_MAIN, Choosing
from app.ui.objectives.listing import ObjectiveList
from app.ui.objectives.panel import ObjectivePanel, Use
from app.ui.objectives.sheet import ObjectiveSheet
from app.ui.objectives.wording import OFFICIAL, PLAIN
from app.ui.process.session import Session
from app.ui.widgets.buttons import PRIMARY, SECONDARY, Button
from app.ui.widgets.fields.search_field import SearchField
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.page import Page
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.segments import Segments
from app.ui.words.choice import Choice

_NARROW = 800
"""Width in px at 100 % under which the panel takes the place of the list."""
_LATEST = 4
SHEET = "sheet:"
"""What an argument of `open` begins with that asks for the page of one objective."""


class WordsField(SearchField):
    """The search line; Down and Enter go to the list."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that this piece answers itself."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.left_downwards.emit()
            return
        super().keyPressEvent(event)


class ObjectivesPage(Page):
    """The 23, and what this organisation has chosen of them; nothing is written before "Save choice"."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.choosing = Choosing()
        self._activities: dict[int, int] = {}
        self._in_panel = False
        self.words = Segments(
            _("Which words to show"), (Choice(PLAIN, _("Plain words")), Choice(OFFICIAL, _("Official text")))
        )
        self.search = WordsField(_("Describe your work in your own words"))
        self.list = ObjectiveList(self._known())
        self.panel = ObjectivePanel()
        self.sheet: ObjectiveSheet | None = None
        """The page of one objective; made when it is asked for the first time."""
        self._cancel, self._save = Button(_("Cancel"), SECONDARY), Button(_("Save choice"), PRIMARY)
        self._footer = FooterBar(self._cancel, self._save)
        self._lay_out()
        self._connect()
        self.list.explain(PLAIN)
        self._show_found("")
        self.reload()
        QTimer.singleShot(0, self, self._prepare)

    def _lay_out(self) -> None:
        title = _("Choose your objectives")
        explained = _("Pick the ones your work really touches. Most organisations choose three to eight.")
        self._list_place, self._panel_place = Scrolling(self.list, margin=0), Scrolling(self.panel, margin=0)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._list_place, 5)
        row.addWidget(self._panel_place, 3)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), 0)
        column.setSpacing(theme.px(12))
        column.addWidget(PageHeader(title, explained, self.words))
        column.addWidget(self.search)
        column.addLayout(row, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(body)
        self.set_body(self._stack, self._footer, scrolls=False)

    def _connect(self) -> None:
        self.search.searched.connect(self._show_found)
        self.search.left_downwards.connect(self._go_down)
        self.words.chosen.connect(self.list.explain)
        self.list.reached.connect(self._show_panel)
        self.list.toggled.connect(self._toggle)
        self.list.shown.connect(self._open_panel)
        self.panel.toggled.connect(lambda: self._toggle(self.list.current))
        self.panel.marked.connect(self._mark)
        self.panel.back_asked.connect(self._leave_panel)
        self.panel.activity_asked.connect(lambda id: self.navigate.emit("activities", id))
        self.panel.sheet_asked.connect(lambda: self.open(SHEET + str(self.list.current)))
        self._cancel.clicked.connect(self._discard)
        self._save.clicked.connect(self._keep_choice)

    def reload(self) -> None:
        """Read choices and counts again; ticks that are not saved stay."""
        workspace = self.session.workspace
        self.choosing = self.choosing.reloaded(
            (one.objective or 0, one.priority or 0) for one in objectives.choices(workspace)
        )
        self._activities = {line.number: line.activities for line in objectives.lines(workspace)}
        self._show_choice()
        if self.sheet is not None and self._stack.currentIndex() == 1:
            self.sheet.show_objective(self.sheet.number)

    def keep(self) -> None:
        """Save what is being typed about an objective."""
        if self.sheet is not None:
            self.sheet.keep()

    def open(self, argument: object) -> None:
        """Explain the objective with this number; `sheet:7` shows all that was written down for it."""
        if isinstance(argument, str) and argument.removeprefix(SHEET).isdecimal():
            self._show_sheet(int(argument.removeprefix(SHEET)))
        if isinstance(argument, int):
            self._leave_sheet()
            self.search.clear()
            self._show_found("")
            self.list.set_current(argument)
            self._show_panel(self.list.current)
            self.list.focus_current()

    def state(self) -> dict[str, object]:
        """The words searched, the objective explained, the ticks that are not saved."""
        return {
            "words": self.search.text(),
            "current": self.list.current,
            "choosing": self.choosing,
            "shown": self.words.value(),
            "sheet": self.sheet.number if self.sheet is not None and self._stack.currentIndex() == 1 else 0,
        }

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave."""
        kept = state.get("choosing")
        if isinstance(kept, Choosing) and kept.changed:
            self.choosing = kept
        self.words.set_value(str(state.get("shown") or PLAIN))
        self.list.explain(self.words.value())
        self.search.setText(str(state.get("words") or ""))
        self._show_found(self.search.text().strip())
        current = state.get("current")
        self.list.set_current(current if isinstance(current, int) else self.list.current)
        self._show_choice()
        if state.get("sheet"):
            self.open(f"{SHEET}{state['sheet']}")

    def primary(self) -> Button | None:
        """Save choice; nothing on the page of one objective."""
        return None if self._stack.currentIndex() == 1 else self._save

    def filter_field(self) -> SearchField:
        """The search line."""
        return self.search

    def areas(self) -> list[QWidget]:
        """Search, list, panel, footer."""
        if self.sheet is not None and self._stack.currentIndex() == 1:
            return [self.sheet]
        return [self.search, self.list, self.panel, self._footer]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new size."""
        super().resizeEvent(event)
        self._arrange()

    def _show_sheet(self, number: int) -> None:
        if self.sheet is None:
            self.sheet = ObjectiveSheet(self.session)
            self.sheet.asked.connect(self.navigate)
            self.sheet.left.connect(self._leave_sheet)
            self.sheet.explained.connect(self.open)
            self._stack.addWidget(Scrolling(self.sheet))
        self.sheet.show_objective(number)
        self._stack.setCurrentIndex(1)
        self._footer.hide()
        self.sheet.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_sheet(self) -> None:
        self._stack.setCurrentIndex(0)
        self._footer.show()

    def _known(self) -> list:
        """The objectives of the pack, and chosen ones that it does not know."""
        pack = self.session.pack
        known = {one.number for one in pack.objectives}
        chosen = {one.objective or 0 for one in objectives.choices(self.session.workspace)}
        return [*pack.objectives, *(pack.objective(number) for number in sorted(chosen - known))]

    def _prepare(self) -> None:
        prepare(self.session.pack)

    def _show_found(self, words: str) -> None:
        if not words:
            self.list.arrange([one.number for one in self._known()], (), searched=False)
            self._show_panel(self.list.current)
            return
        found = objectives.search(words, pack=self.session.pack)
        best = [match.objective.number for match in found if match.strength == "best"]
        also = [match.objective.number for match in found if match.strength == "also"]
        self.list.arrange(best, also, searched=True)
        if best:
            self.list.set_current(best[0])
        self._list_place.verticalScrollBar().setValue(0)
        self._show_panel(self.list.current)
        told = ngettext("{count} objective found", "{count} objectives found", len(found))
        _announce(self.list, told.format(count=format_number(len(found))))

    def _go_down(self) -> None:
        self._show_found(self.search.text().strip())
        self.list.focus_current()

    def _show_panel(self, number: int) -> None:
        place = self.choosing.priorities.get(number)
        query = Query("activity", objective=number)
        latest = recording.lines(self.session.workspace, query, limit=_LATEST) if self._activities.get(number) else ()
        use = Use(
            chosen=place is not None,
            place=place or 0,
            may_mark=len(self.choosing.main) < MOST_MAIN,
            activities=self._activities.get(number, 0),
            latest=tuple((line.record.id, _title(line.record)) for line in latest),
        )
        self.panel.show_objective(self.session.pack.objective(number), use)

    def _toggle(self, number: int) -> None:
        self.choosing = self.choosing.toggled(number)
        self._show_choice()

    def _mark(self) -> None:
        self.choosing = self.choosing.marked(self.list.current)
        self._show_choice()

    def _show_choice(self) -> None:
        self.list.show_choice(self.choosing.priorities)
        self._show_panel(self.list.current)
        count = len(self.choosing.chosen)
        words = ngettext("{count} objective chosen.", "{count} objectives chosen.", count)
        told = words.format(count=format_number(count))
        if self.choosing.changed:
            self._footer.say(_("{told} Not saved yet.").format(told=told), "alert-triangle", "warn")
            return
        more = _("{told} You can mark up to three as your main ones.").format(told=told)
        self._footer.say(more, "circle-check", "good")

    def _keep_choice(self) -> None:
        before = dict(self.choosing.saved)
        workspace = self.session.workspace
        objectives.settle(workspace, self.choosing.priorities)
        self.choosing = Choosing.of(self.choosing.chosen)
        self._show_choice()
        self.toast.emit(_("Your choice was saved."), lambda: objectives.settle(workspace, before))

    def _discard(self) -> None:
        changed = self.choosing.changed
        self.choosing = Choosing.of(self.choosing.saved)
        self._show_choice()
        if not changed:
            self.navigate.emit("overview", None)

    def _open_panel(self, number: int) -> None:
        self.list.set_current(number)
        self._show_panel(number)
        self._in_panel = True
        self._arrange()

    def _leave_panel(self) -> None:
        self._in_panel = False
        self._arrange()
        self.list.focus_current()

    def _arrange(self) -> None:
        narrow = self.width() < theme.px(_NARROW)
        self._list_place.setVisible(not narrow or not self._in_panel)
        self._panel_place.setVisible(not narrow or self._in_panel)
        self.panel.offer_back(narrow)


def _title(record: object) -> str:
    return str(getattr(record, "title", "")) or _("Without a title")


def _announce(widget: QWidget, words: str) -> None:
    """Say politely what has changed to assistive tools."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
