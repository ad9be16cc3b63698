"""The files that came along with a submission: what each shows, a look at it, a copy of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import Attachment
from app.domain.shared import SharedAttachment, Submission
from app.i18n import _, format_list, isolate
from app.progress import Progress
from app.services.coordinating import attached
from app.services.coordinating.attached import CameAlong
from app.services.records import attachments
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.process.saving import FileKind, ask_place
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.card import Card
from app.ui.widgets.direction import in_line
from app.ui.widgets.record.attachment_preview import AttachmentPreview
from app.ui.widgets.text import Label, Line
from app.ui.words import wording


class AttachedCard(Card):
    """Each file is cleaned here before anybody sees it, whatever its sender says; that takes a moment."""

    opened = Signal(object)
    """The preview that was opened."""

    def __init__(self, session: Session, submission: str, said: Submission) -> None:
        explained = _("Each file was let go by its sender. It is cleaned here once more before you see it.")
        super().__init__(_("Files that came along"), explained)
        self._session, self._submission = session, submission
        titles = {one.id: wording.heading(one)[0] for one in said.entries}
        along = said.of(SharedAttachment)
        self.rows = [_FileRow(one, [titles[each] for each in one.about if each in titles]) for one in along]
        self._problem = Label("", "small", wraps=True, tone="bad")
        self._problem.hide()
        for place, row in enumerate(self.rows):
            if place:
                self.add(Line())
            self.add(row)
            row.look.clicked.connect(partial(self._read, row, self._show))
            row.copy.clicked.connect(partial(self._read, row, self._save))
        self.add(self._problem)

    def _read(self, row: _FileRow, then: Callable[[CameAlong], None], _checked: bool = False) -> None:
        """Clean it on the worker thread, then do what was asked; its buttons rest meanwhile."""
        self._problem.hide()
        row.rest(resting=True)
        work = partial(_opened, self._session, self._submission, row.entry.id)
        task = self._session.tasks.run(
            work, _("Reading the file"), done=partial(self._done, row, then), failed=partial(self._fail, row)
        )
        task.cancelled.connect(partial(row.rest, resting=False))

    def _done(self, row: _FileRow, then: Callable[[CameAlong], None], came: CameAlong) -> None:
        row.rest(resting=False)
        then(came)

    def _fail(self, row: _FileRow, error: Exception) -> None:
        row.rest(resting=False)
        self._problem.setText(sentence(error))
        self._problem.show()

    def _show(self, came: CameAlong) -> None:
        told = Attachment(
            "", came.entry.title, came.entry.alt, kind=came.content.kind, media=came.content.media,
            size=len(came.content.data), removed=came.content.removed,
        )  # fmt: skip
        dialog = AttachmentPreview(self._session, told, self, came.content.data)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        self.opened.emit(dialog)

    def _save(self, came: CameAlong) -> None:
        name, _dot, ending = came.name.rpartition(".")
        kind = FileKind(attachments.kind_words(came.content.kind), f".{ending}")
        if path := ask_place(self, _("Save a copy"), name, kind):
            attached.save(came, path)


class _FileRow(QWidget):
    """One file: what it shows, its description, and what can be done with it."""

    def __init__(self, entry: SharedAttachment, about: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.look = Button(_("Look at the file"), GHOST, "eye")
        self.copy = Button(_("Save a copy…"), GHOST, "device-floppy")
        title = isolate(entry.title)
        self.look.setAccessibleName(_("Preview: {title}").format(title=title))
        self.copy.setAccessibleName(_("Save a copy: {title}").format(title=title))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(entry.title, "strong", wraps=True))
        belongs = _("belongs to {titles}").format(titles=format_list([isolate(one) for one in about])) if about else ""
        words.addWidget(Label(in_line((attachments.kind_words(entry.kind), belongs)), "caption", wraps=True))
        if entry.alt:
            words.addWidget(Label(entry.alt, "small", wraps=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        row.setSpacing(theme.px(8))
        row.addLayout(words, 1)
        row.addWidget(self.look)
        row.addWidget(self.copy)

    def rest(self, *, resting: bool) -> None:
        """Take no further wish while one is carried out."""
        for button in (self.look, self.copy):
            button.setEnabled(not resting)


def _opened(session: Session, submission: str, entry: str, progress: Progress) -> CameAlong:
    return attached.opened(session.workspace, submission, entry, progress)
