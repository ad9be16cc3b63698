"""The leading side of the inbox: import, drop area, and the list of what came in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QVBoxLayout, QWidget

from app.i18n import _, format_number, isolate, ngettext, pgettext
from app.ui.inbox.held import Held
from app.ui.inbox.incoming import Incoming
from app.ui.inbox.summary import said
from app.ui.list_head import ListHead
from app.ui.look import theme
from app.ui.process.saving import documents
from app.ui.widgets.buttons import GHOST, SECONDARY, Button
from app.ui.widgets.drop_area import DropArea
from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.lists.paged_model import PagedModel, Row
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice

_ALL, _LEFT_OUT = "all", "left-out"


class Listing(QWidget):
    """Says what a person wants; decides nothing."""

    brought = Signal(list)
    """Paths of files and folders to take in."""
    fetch_asked = Signal(str)
    """The name of the place to exchange files from which what is new is wanted."""
    look_asked = Signal()
    """What is new in all places is wanted."""
    watch_asked = Signal(bool)
    """Folders are to be watched from now on, or no more."""
    accept_all_asked = Signal()
    summary_asked = Signal()
    receipts_asked = Signal(Path)
    """The folder to write what travels back into."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        model = PagedModel(lambda start, count: self._rows[start : start + count], lambda: len(self._rows), self)
        self.list = ListView(_("Submissions received"), model)
        self.drop_area = DropArea(_("Drop files or a folder here"), _("PDF, bundle, ZIP or folder, in any order"))
        self.import_button = Button(pgettext("button", "Import"), SECONDARY, "download")
        self._menu = QMenu(self)
        self._look = Button(_("Look for new files"), SECONDARY, "refresh")
        self._watching = Label("", "small", wraps=True)
        self.show_places(())
        self._accept_all = Button("", SECONDARY, "check")
        self._summary = Button("", GHOST)
        self._receipts = Button("", SECONDARY, "send")
        self._head = ListHead(_("Inbox"), self.import_button)
        self._shown = Held(), date.min, frozenset[str]()
        self._filter = Segments(_("What is listed"), [Choice(_ALL, _("All")), Choice(_LEFT_OUT, _("Not counted"))])
        self._filter.chosen.connect(lambda _code: self.show_held(*self._shown))
        self._lay_out()
        self.import_button.clicked.connect(self._open_menu)
        self.drop_area.dropped.connect(self.brought)
        self._accept_all.clicked.connect(self.accept_all_asked)
        self._summary.clicked.connect(self.summary_asked)
        self._look.clicked.connect(self.look_asked)
        self._receipts.clicked.connect(self._ask_where_to)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), 0)
        column.setSpacing(theme.px(8))
        for part in (
            self._head,
            self.drop_area,
            self._look,
            self._watching,
            self._summary,
            self._accept_all,
            self._receipts,
            self._filter,
        ):
            column.addWidget(part)
        column.addWidget(self.list, 1)

    def show_held(self, held: Held, today: date, fresh: frozenset[str]) -> None:
        """Show these, keeping the selected one."""
        self._shown = held, today, fresh
        left_out = held.left_out()
        self._filter.set_label(_LEFT_OUT, _("Not counted ({count})").format(count=format_number(len(left_out))))
        self._filter.setVisible(bool(left_out))
        only = self._filter.value() == _LEFT_OUT and bool(left_out)
        lines = left_out if only else held.lines
        self._rows = [held.row(line, today, fresh=line.id in fresh, why=only) for line in lines]
        self.list.reload()
        waiting, ready = held.waiting(), len(held.ready())
        words = ngettext("{count} waits for your decision.", "{count} wait for your decision.", waiting)
        rest = _("Nothing waits for your decision.") if held.lines else ""
        self._head.set_sentence(words.format(count=format_number(waiting)) if waiting else rest)
        words = ngettext("Accept {count} that is ready", "Accept all {count} that are ready", ready)
        self._accept_all.set_text(words.format(count=format_number(ready)))
        self._accept_all.setVisible(ready > 1)

    def show_due(self, count: int) -> None:
        """Offer to write the receipts of so many decided submissions."""
        words = ngettext("Write {count} receipt", "Write {count} receipts", count)
        self._receipts.set_text(words.format(count=format_number(count)))
        self._receipts.setVisible(count > 0)

    def show_incoming(self, incoming: Incoming) -> None:
        """Offer the summary of the last import while there is one."""
        self._summary.set_text(said(incoming))
        self._summary.setVisible(not incoming.is_empty)

    def show_places(self, names: Sequence[str], *, can_watch: bool = False, watches: bool = False) -> None:
        """Offer what can be brought in: files, a folder, and what is new in all of these places or in each.

        `can_watch` says that there is a folder among them, `watches` that it is watched now.
        """
        self._look.setVisible(bool(names))
        told = _("Folders among your places are watched: what is new comes in within a minute.")
        self._watching.setText(told)
        self._watching.setVisible(can_watch and watches)
        self._menu.clear()
        self._menu.addAction(_("Choose files"), self._ask_files)
        self._menu.addAction(_("Choose a folder"), self._ask_folder)
        for name in names:
            words = _("Fetch from “{name}”").format(name=isolate(name)).replace("&", "&&")
            self._menu.addAction(words, partial(self.fetch_asked.emit, name))
        if can_watch:
            watch = self._menu.addAction(_("Watch the folders among my places"))
            watch.setCheckable(True)
            watch.setChecked(watches)
            watch.triggered.connect(self.watch_asked)

    def _open_menu(self) -> None:
        self._menu.popup(self.import_button.mapToGlobal(QPoint(0, self.import_button.height() + 2)))

    def _ask_files(self) -> None:
        kinds = _("PDF, Groundwork and ZIP files (*.pdf *.gwb *.zip);;All files (*)")
        names, _kind = QFileDialog.getOpenFileNames(self, _("Import what you received"), str(documents()), kinds)
        if names:
            self.brought.emit([Path(name) for name in names])

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Import what you received"), str(documents()))
        if name:
            self.brought.emit([Path(name)])

    def _ask_where_to(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Where to write the receipts"), str(documents()))
        if name:
            self.receipts_asked.emit(Path(name))
