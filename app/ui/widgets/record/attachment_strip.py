"""Evidence: the files attached to one record, under its form; taken in by dropping or by a button."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import Attachment
from app.errors import GroundworkError
from app.i18n import _, format_number, isolate, ngettext
from app.progress import Progress
from app.services.opening.workspace import Workspace
from app.services.records import attachments, recording
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.process.saving import documents
from app.ui.process.session import Session
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.drop_area import DropArea
from app.ui.widgets.record.attachment_card import AttachmentCard
from app.ui.widgets.record.record_desk import RecordDesk
from app.ui.widgets.text import Label, Line

_PICTURES = "*.jpg *.jpeg *.png *.heic *.heif *.avif *.webp *.gif *.tif *.tiff *.bmp"
_PATTERNS = f"{_PICTURES} *.pdf *.docx *.xlsx *.pptx *.odt *.ods *.odp"


class AttachmentStrip(QWidget):
    """Drop area, button, and a card for each file. Cleaning runs on the worker thread; the state line has Stop.

    `keep_record` saves the record that the files belong to and gives its id, "" while there is nothing to save.
    No more than `most` files are taken, where it is not 0. Under a record that is only shown, as after approval,
    the files are only shown too: the button that opens the record again opens them.
    """

    toast = Signal(str, object)
    """(sentence, undo), as `Page.toast`."""

    def __init__(self, session: Session, keep_record: Callable[[], str], *, most: int = 0) -> None:
        super().__init__()
        self._session, self._keep_record, self._most = session, keep_record, most
        self._record, self._closed = "", False
        self.cards: dict[str, AttachmentCard] = {}
        self.drop_area = DropArea(
            _("Drop a picture or document here"), _("Place, author and the like are removed before it is kept")
        )
        self.add_button = Button(_("Add a file"), SECONDARY, "paperclip")
        self._problem = Label("", "problem", wraps=True)
        self._lay_out()
        self.drop_area.dropped.connect(self.take_in)
        self.add_button.clicked.connect(self._ask_files)

    def _lay_out(self) -> None:
        self._problem.hide()
        head = QHBoxLayout()
        head.addWidget(Label(_("Evidence"), "h3"))
        head.addWidget(Label(_("Stays in your organisation"), "caption", wraps=True).to_trailing(), 1)
        self._taking = QWidget()
        row = QHBoxLayout(self._taking)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(self.drop_area, 1)
        row.addWidget(self.add_button)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(10))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(Line())
        column.addLayout(head)
        for part in (self._taking, self._problem):
            column.addWidget(part)
        column.addLayout(self._column)

    def show_record(self, record: str) -> None:
        """Show the files of another record; "" for one that is not saved yet."""
        if record != self._record:
            self.keep()
            self._say("")
        self._record = record
        self.reload()

    def close_or_open(self, *, closed: bool) -> None:
        """Take and change nothing, or whatever a person does; without files a closed strip is not there."""
        self.keep()
        self._closed = closed
        self._taking.setHidden(closed)
        for card in self.cards.values():
            card.close_or_open(closed=closed)
        self._hide_if_nothing()

    def reload(self) -> None:
        """Show what the workspace holds now; what is being typed stays."""
        shown = attachments.of(self._session.workspace, self._record) if self._record else ()
        for id in self.cards.keys() - {one.id for one in shown}:
            gone = self.cards.pop(id)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for one in shown:
            if one.id in self.cards:
                self.cards[one.id].take(one)
            else:
                self._add(one)
        self._hide_if_nothing()

    def keep(self) -> None:
        """Save what was typed about the files."""
        for card in self.cards.values():
            card.keep()

    def take_in(self, paths: list[Path]) -> None:
        """Clean these files and attach them, one after the other."""
        record = "" if self._closed else self._keep_record()
        if not record:
            self._say(_("Write a few words above first, so that there is something to attach the file to."))
            return
        self._record = record
        self._say("")
        if self._most and len(self.cards) + len(paths) > self._most:
            words = ngettext("{count} file belongs here.", "{count} files belong here.", self._most)
            self._say(words.format(count=format_number(self._most)))
            return
        for path in paths:
            work = partial(_attach, self._session.workspace, record, path)
            progressed = self.drop_area.show_progress
            task = self._session.tasks.run(
                work, _("Cleaning the file"), done=self._attached, failed=self._failed, progressed=progressed
            )
            task.finished.connect(self.drop_area.show_rest)

    def _ask_files(self) -> None:
        kinds = f"{_('Pictures and documents')} ({_PATTERNS})"
        names, _kind = QFileDialog.getOpenFileNames(self, _("Add a file"), str(documents()), kinds)
        if names:
            self.take_in([Path(name) for name in names])

    def _add(self, shown: Attachment) -> None:
        card = AttachmentCard(self._session, shown)
        card.removed.connect(self._remove)
        self.cards[shown.id] = card
        self._column.addWidget(card)
        card.close_or_open(closed=self._closed)
        card.show()

    def _attached(self, saved: recording.Saved) -> None:
        """Ask for the title, unless the person went on writing elsewhere meanwhile."""
        self.reload()
        focus = QApplication.focusWidget()
        if saved.id in self.cards and focus is not None and self.isAncestorOf(focus):
            self.cards[saved.id].title.setFocus()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, GroundworkError):
            self._session.tasks.unhandled.emit(error)
            return
        self._say(sentence(error))

    def _remove(self, id: str) -> None:
        self.keep()
        title = self.cards[id].read().title or _("Without a title")
        recording.trash(self._session.workspace, id)
        self.reload()
        self.add_button.setFocus()
        self.toast.emit(_("{title} was moved to the trash.").format(title=isolate(title)), partial(self._restore, id))

    def _restore(self, id: str) -> None:
        recording.bring_back(self._session.workspace, id)
        self.reload()

    def _hide_if_nothing(self) -> None:
        self.setHidden(self._closed and not self.cards)

    def _say(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))


def under(desk: RecordDesk, *, most: int = 0) -> AttachmentStrip:
    """A strip under the form of a desk, of whatever kind its records are; it follows the record that is shown."""

    def kept() -> str:
        desk.settle()
        loaded = desk.form.loaded()
        return "" if loaded.is_new else loaded.record.id

    def follow() -> None:
        loaded = desk.form.loaded()
        strip.show_record("" if loaded.is_new else loaded.record.id)

    strip = AttachmentStrip(desk.session, kept, most=most)
    desk.sheet.put_below(strip)
    desk.shown.connect(follow)
    desk.sheet.closed.connect(lambda closed: strip.close_or_open(closed=closed))
    strip.toast.connect(desk.toast)
    return strip


def _attach(workspace: Workspace, record: str, path: Path, progress: Progress) -> recording.Saved:
    return attachments.attach(workspace, record, path, Attachment(), progress=progress)
