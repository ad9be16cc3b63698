"""The frame around the pages of an open workspace: sidebar, top bar, banner, page, toast."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.services.opening.workspace import Workspace
from app.services.records import undoing
from app.ui import pages, printing
from app.ui.look import theme
from app.ui.pages import PageEntry
from app.ui.process.session import Session
from app.ui.shell.banner_place import BannerPlace
from app.ui.shell.commands import GO, SET, Errand
from app.ui.shell.frame_keys import bind
from app.ui.shell.page_items import listed
from app.ui.shell.page_stack import PageStack
from app.ui.shell.search_desk import SearchDesk
from app.ui.shell.state_popup import StatePopup
from app.ui.shell.stick_desk import StickDesk
from app.ui.shell.sync_desk import SyncDesk
from app.ui.shell.undo_keys import TypingFirst
from app.ui.shell.visits import Visits
from app.ui.widgets.page import Page
from app.ui.widgets.sidebar import Sidebar, Who
from app.ui.widgets.text import Line
from app.ui.widgets.toast import Toast
from app.ui.widgets.top_bar import TopBar
from app.ui.words import areas

NARROW = 1100
"""Width of the window in px at 100 % under which the sidebar shows icons only."""


class Frame(QWidget):
    """Everything a person sees while a workspace is open; built again for another language or theme."""

    lock_asked = Signal()
    panic_asked = Signal()
    """Lock at once, and show nothing at all."""
    setting_chosen = Signal(str, object)
    kiosk_asked = Signal()
    _noticed = Signal()

    def __init__(
        self, session: Session, table: tuple[PageEntry, ...] = pages.PAGES, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.session = session
        self._entries = pages.entries(session, table)
        self._visits = Visits()
        self.sidebar = self._make_sidebar()
        self.top_bar = TopBar()
        self.pages = PageStack(session, self._entries)
        self.banners = BannerPlace()
        self._told_after = 0
        self._state_popup: StatePopup | None = None
        self._deeds: dict[str, Callable[[], None]] = {
            "lock": self.lock_asked.emit,
            "panic": self.panic_asked.emit,
            "kiosk": self.kiosk_asked.emit,
            "undo": self.undo,
            "redo": self.redo,
            "print": self.print_record,
            "sync": self.sync_now,
        }
        """What the search palette offers to do, by the names of `commands`."""
        self._lay_out()
        self._toast = Toast(self.pages)
        self.search = SearchDesk(session, self._entries, self._visits.recent, self)
        self.syncing = SyncDesk(session, self.top_bar, self.banners, self)
        self.sticks = StickDesk(session, self.banners, self)
        self._connect()
        bind(self, self)
        TypingFirst(self)
        self._forget = self._listen()
        self.show_counts()

    def _make_sidebar(self) -> Sidebar:
        workspace = self.session.workspace
        who = Who(workspace.profile.name, workspace.organisation.name) if workspace is not None else Who()
        top, foot = listed(self._entries)
        return Sidebar(_("Pages"), top, foot, who)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.banners)
        column.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(Line(upright=True))
        row.addLayout(column, 1)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.go)
        self.top_bar.search_asked.connect(self.search.open)
        self.search.chosen.connect(self._do)
        self.top_bar.language_chosen.connect(lambda code: self.setting_chosen.emit("language", code))
        self.top_bar.state_pressed.connect(self._show_state)
        self.pages.built.connect(self._welcome)
        self.pages.currentChanged.connect(lambda _place: self._toast.stay())
        self.session.tasks.started.connect(self.top_bar.show_task)
        self.syncing.went.connect(self.go)
        self.syncing.told.connect(self.tell)
        self.syncing.changed.connect(self.pages.changed)
        self.sticks.sync_asked.connect(self.syncing.sync_with_stick)
        self.sticks.told.connect(self.tell)
        self._noticed.connect(self._reload, Qt.ConnectionType.QueuedConnection)

    def _listen(self) -> Callable[[], object]:
        """Hear of commits; they may come from the worker thread, so they cross by a queued signal."""
        workspace = self.session.workspace
        return workspace.subscribe(self._noticed.emit) if workspace is not None else lambda: None

    def go(self, name: str, argument: object = None) -> None:
        """Show a page, with an argument for its `open` if there is one; an unknown name changes nothing."""
        page = self._turn_to(name)
        if page is not None:
            self._visits.went(name)
            if argument is not None:
                page.open(argument)

    def search_everything(self) -> None:
        """Open the search palette."""
        self.search.open()

    def go_back(self) -> None:
        """The page before."""
        self._turn_to(self._visits.back())

    def go_forward(self) -> None:
        """The page after, where one went back."""
        self._turn_to(self._visits.forward())

    def press_primary(self) -> None:
        """Press the primary button of the page in sight."""
        page = self.pages.page()
        button = page.primary() if page is not None else None
        if button is not None and button.isEnabled():
            button.click()

    def focus_filter(self) -> None:
        """Go to the filter of the page in sight."""
        page = self.pages.page()
        field = page.filter_field() if page is not None else None
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()

    def next_area(self) -> None:
        """F6: sidebar, top bar, then the areas of the page, and round again."""
        page = self.pages.page()
        parts = page.areas() if page is not None else []
        areas.go_on([self.sidebar.focus_list(), self.top_bar.search, *parts], page)

    def undo(self) -> None:
        """Take back what was done last: what the toast tells of, unless something else was done since."""
        self.pages.keep()
        if self._told_after != self._changes() or not self._toast.undo():
            self._step(undoing.undo, self.redo, _("Redo"))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._step(undoing.redo, self.undo, _("Undo"))

    def help(self) -> None:
        """F1: the help for the page in sight."""
        self.go("help", self.pages.current_name)

    def print_record(self) -> None:
        """Ctrl+P: the record in sight as PDF, else what the page makes pages of, else why there is nothing to print."""
        page = self.pages.page()
        if page is None:
            return
        if record := page.printed_record():
            printing.ask_and_print(self.session, record, self, self.tell)
        elif (button := page.prints()) is not None and button.isVisibleTo(page) and button.isEnabled():
            button.click()
        else:
            self._toast.tell(page.why_not_printed(), None)

    def sync_now(self) -> None:
        """Ctrl+Shift+S: exchange changes with the other laptops; what is being typed goes with them."""
        self.pages.keep()
        self.syncing.sync()

    def show_counts(self) -> None:
        """Ask every page with a badge how much waits."""
        for entry in self._entries:
            if entry.badge:
                self.sidebar.set_count(entry.name, entry.waiting(self.session))

    def state(self) -> dict[str, object]:
        """What is carried over a rebuild: the page in sight and the state of each page."""
        folded = " ".join(self.sidebar.folded())
        return {"page": self.pages.current_name, "pages": self.pages.state(), "folded": folded}

    def restore(self, state: dict[str, object]) -> None:
        """Take up where another frame was; the first page if that one is not there."""
        kept = state.get("pages")
        self.pages.restore(kept if isinstance(kept, dict) else {})
        self.sidebar.fold(str(state.get("folded") or "").split())
        self.go(str(state.get("page") or ""))
        if not self.pages.current_name and self._entries:
            self.go(self._entries[0].name)
        if self.focusWidget() is None:
            self.sidebar.focus_list().setFocus(Qt.FocusReason.OtherFocusReason)  # where the page in force stands

    def leave(self) -> None:
        """Write down what is being typed and stop listening; called before the frame is thrown away."""
        self.search.leave()
        self.pages.keep()
        self._forget()

    def tell(self, sentence: str, undo: object = None, words: str = "") -> None:
        """Show a toast."""
        self._told_after = -1 if words else self._changes()
        self._toast.tell(sentence, undo if callable(undo) else None, words)

    def welcome_back(self, name: str, argument: object) -> None:
        """After a crash: one banner that leads to the page where the text is."""
        self.banners.welcome_back(name, lambda: self.go(name, argument))

    def show_banner(self, kind: str, sentence: str, title: str = "") -> None:
        """One banner above the page; an empty sentence takes it away."""
        self.banners.tell(kind, sentence, title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new size."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        if narrow != self.sidebar.is_narrow():
            self.sidebar.set_narrow(narrow)

    def _turn_to(self, name: str) -> Page | None:
        page = self.pages.show_page(name)
        if page is not None:
            self.sidebar.set_current(name)
        self.banners.went(name)
        return page

    def _changes(self) -> int:
        return self.session.workspace.done.count if self.session.workspace is not None else 0

    def _step(self, step: Callable[[Workspace], undoing.Undone | None], back: Callable[[], None], words: str) -> None:
        undone = step(self.session.workspace) if self.session.workspace is not None else None
        if undone is not None:
            self.tell(undone.sentence(), None if undone.nothing else back, words)

    def _welcome(self, page: Page) -> None:
        page.navigate.connect(self.go)
        page.toast.connect(lambda sentence, undo: self.tell(sentence, undo))
        page.banner.connect(lambda kind, sentence: self.show_banner(kind, sentence))
        page.setting.connect(self.setting_chosen)
        page.kiosk_asked.connect(self.kiosk_asked)
        page.sync_asked.connect(self.syncing.sync)

    def _do(self, errand: Errand) -> None:
        if errand.kind == GO:
            self.go(errand.name, errand.argument)
        elif errand.kind == SET:
            self.setting_chosen.emit(errand.name, errand.argument)
        else:
            self._deeds[errand.name]()

    def _reload(self) -> None:
        self.pages.changed()
        self.show_counts()
        self.syncing.show_state()

    def _show_state(self) -> None:
        if self._state_popup is None:
            self._state_popup = StatePopup(self.session, self.top_bar.state)
            self._state_popup.sync_asked.connect(self.sync_now)
            self._state_popup.page_asked.connect(self.go)
        self._state_popup.open_below()
