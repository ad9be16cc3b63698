"""Practices of others: a list that is searched, what each says and where it is from, files taken in, our own given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QStackedWidget, QWidget

from app.domain.roles import Verb
from app.domain.shared import Audience
from app.errors import GroundworkError
from app.files import write_whole
from app.i18n import _, isolate, ngettext
from app.services.paper import sheets
from app.services.paper.sheets import Order
from app.services.peers import giving, library
from app.services.peers.giving import NothingToGiveError
from app.services.peers.library import Shelved
from app.ui.library import words
from app.ui.library.give import GiveView
from app.ui.library.listing import Listing
from app.ui.library.offer import OfferView
from app.ui.library.reading import Reading
from app.ui.process.failure import sentence
from app.ui.process.saving import FileKind, ask_place, documents
from app.ui.process.session import Session
from app.ui.widgets.buttons import PRIMARY, Button
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.lists.paged_model import Row
from app.ui.widgets.page import Page
from app.ui.widgets.panes import Panes

GIVE, TAKE = "give", "take"
"""What `open` takes beside the id of a practice of others."""
_LARGEST_BYTES = 16 * 1024 * 1024
_PEERS = Order(Audience.PEERS)


class LibraryPage(Page):
    """`open` takes the id of a practice in the library, `give` or `take`. What was looked at last stays beside."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._found: Sequence[Shelved] = ()
        self._data = b""
        self.view: Reading | OfferView | GiveView | None = None
        self.may_write = bool(session.workspace.allows(Verb.WRITE))
        self.listing = Listing(lambda at, count: self._rows()[at : at + count], lambda: len(self._found))
        self.open_file = Button(_("Open a file"), PRIMARY, "folder-open")
        words_empty = _("Another organisation can give you a file of its practices: by stick, by mail, by hand.")
        self._empty = EmptyState("bulb", _("No practices of others yet"), words_empty, self.open_file)
        self._rest = EmptyState(
            "bulb", _("Choose a practice"), _("What it says, and where it comes from, stands here.")
        )
        self._side = QStackedWidget()
        for part in (self._empty, self._rest):
            self._side.addWidget(part)
        self.panes = Panes(self.listing, self._side, width=340)
        self.set_body(self.panes, scrolls=False)
        self.listing.allow(self.may_write)
        self.open_file.setVisible(self.may_write)
        self._connect()
        self.reload()

    def _connect(self) -> None:
        rows = self.listing.rows
        rows.chosen.connect(self._read)
        rows.opened.connect(self._enter)
        rows.clicked.connect(lambda _index: self.panes.show_detail())
        self.listing.search.searched.connect(lambda _words: self.reload())
        self.listing.dropped.connect(self.look)
        for button in (self.open_file, self.listing.open):
            button.clicked.connect(self._ask_file)
        self.listing.give.clicked.connect(self.begin_giving)
        self.panes.narrowed.connect(self._fit_back)

    def reload(self) -> None:
        """Show what the library holds now; a file that is looked at, and what is being given, stay."""
        workspace = self.session.workspace
        self._found = library.listed(workspace, self.listing.search.text())
        self.listing.show_found(len(self._found), is_filtered=bool(self.listing.search.text().strip()))
        if isinstance(self.view, Reading) or self.view is None:
            shown = self.view.shelved.id if self.view is not None else ""
            self._read(shown if any(one.id == shown for one in self._found) else self._first())

    def open(self, argument: object) -> None:
        """Show a practice of others, or begin to give or to take."""
        if argument == GIVE:
            self.begin_giving()
        elif argument == TAKE:
            self._ask_file()
        elif isinstance(argument, str) and any(one.id == argument for one in self._found):
            self._read(argument)
            self.panes.show_detail()

    def state(self) -> dict[str, object]:
        """The practice in sight and the search."""
        shown = self.view.shelved.id if isinstance(self.view, Reading) else ""
        return {"open": shown, "filter": self.listing.search.text()}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave."""
        self.listing.search.setText(str(state.get("filter") or ""))
        self.reload()
        self.open(state.get("open"))

    def primary(self) -> Button | None:
        """Take, or give, or open a file."""
        if isinstance(self.view, OfferView):
            return self.view.take if self.view.take.isVisibleTo(self) else None
        if isinstance(self.view, GiveView):
            return self.view.give if self.view.give.isVisibleTo(self) else None
        return self.listing.open if self.may_write else None

    def filter_field(self) -> QLineEdit:
        """The search above the list."""
        return self.listing.search

    def areas(self) -> list[QWidget]:
        """List, what stands beside it, footer."""
        beside = [self.view.area] if self.view is not None else []
        foot = [self.view.footer] if isinstance(self.view, OfferView | GiveView) else []
        return [self.listing.rows, *beside, *foot]

    def look(self, paths: Sequence[Path]) -> None:
        """Show what the first of these files brings; nothing is taken yet."""
        if not paths or not self.may_write:
            return
        self.listing.say("")
        try:
            self._data = _content(paths[0])
            offered = library.look(self.session.workspace, self._data)
        except OSError:
            told = _("“{name}” cannot be read. Is it there, and may you open it?")
            self.listing.say(told.format(name=isolate(paths[0].name)))
        except GroundworkError as error:
            self.listing.say(sentence(error))
        else:
            view = OfferView(self.session, offered)
            view.taken.connect(self._take)
            view.left.connect(self._leave)
            self._show(view)

    def begin_giving(self) -> None:
        """Show what may be given, and why the rest stays."""
        self.listing.say("")
        workspace = self.session.workspace
        titles = words.own_titles(workspace)
        try:
            seen = giving.look(workspace)
        except NothingToGiveError as error:
            self.listing.say(sentence(error))
            return
        view = GiveView(self.session, seen, titles)
        view.give_asked.connect(self._give)
        view.opened.connect(lambda record: self.navigate.emit("records", record))
        view.left.connect(self._leave)
        self._show(view)

    def _rows(self) -> list[Row]:
        return [words.row(self.session, one) for one in self._found]

    def _first(self) -> str:
        return self._found[0].id if self._found else ""

    def _read(self, id: str) -> None:
        found = next((one for one in self._found if one.id == id), None)
        if found is None:
            self._put_away()
            is_bare = not self._found and not self.listing.search.text().strip()
            self._side.setCurrentWidget(self._empty if is_bare else self._rest)
            return
        if isinstance(self.view, Reading) and self.view.shelved == found:
            self.listing.rows.select(id)
            return
        view = Reading(self.session, found)
        view.back.clicked.connect(self._go_to_list)
        self._show(view)
        self.listing.rows.select(id)

    def _show(self, view: Reading | OfferView | GiveView) -> None:
        self._put_away()
        self.view = view
        self._side.addWidget(view)
        self._side.setCurrentWidget(view)
        self._fit_back(self.panes.is_narrow())
        if not isinstance(view, Reading):
            self.panes.show_detail()
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        if self.view is not None:
            self._side.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
            self.view = None

    def _leave(self) -> None:
        self._put_away()
        self._data = b""
        self.reload()
        self._go_to_list()

    def _enter(self, id: str) -> None:
        self._read(id)
        self.panes.show_detail()

    def _go_to_list(self) -> None:
        self.panes.show_list()
        (self.listing.rows if self._found else self.listing.open).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _fit_back(self, narrow: bool) -> None:
        if isinstance(self.view, Reading):
            self.view.back.setVisible(narrow)

    def _ask_file(self) -> None:
        kinds = _("Practices (*.gwb);;All files (*)")
        name, _kind = QFileDialog.getOpenFileName(self, _("Look at practices in a file"), str(documents()), kinds)
        if name:
            self.look([Path(name)])

    def _take(self, typed: str) -> None:
        assert isinstance(self.view, OfferView)
        try:
            offered = library.take(self.session.workspace, self._data, typed)
        except GroundworkError as error:
            self.view.show_problem(sentence(error))
            return
        self.listing.search.clear()
        self._leave()
        theirs = [one for one in self._found if one.digits == offered.digits]
        if theirs:
            self._read(theirs[0].id)
        count = len(offered.practices)
        told = ngettext(
            "{count} practice of {organisation} was taken.", "{count} practices of {organisation} were taken.", count
        )
        self.toast.emit(told.format(count=count, organisation=isolate(offered.organisation.name)), None)

    def _give(self, chosen: list[str], let_out: dict[str, bool]) -> None:
        assert isinstance(self.view, GiveView)
        path = ask_place(self, _("Save the practices"), _("practices"), FileKind(_("Practices"), ".gwb"))
        if path is None:
            return
        workspace = self.session.workspace
        try:
            if let_out:
                sheets.decide(workspace, _PEERS, let_out)
            _giving, data = giving.make(workspace, chosen)
            write_whole(path, data, replace=True)
        except GroundworkError as error:
            self.view.footer.say(sentence(error), "alert-triangle", "bad")
            return
        self.view.show_made(path)
        self.toast.emit(_("The file for other organisations is made."), None)


def _content(path: Path) -> bytes:
    """The bytes of a file that is small where it is what it should be."""
    if path.stat().st_size > _LARGEST_BYTES:
        raise OSError(path.name)
    return path.read_bytes()
