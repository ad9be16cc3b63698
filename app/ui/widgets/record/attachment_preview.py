"""A look at an attached file inside the program: the whole picture, or the first words of a document."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import Attachment
from app.errors import GroundworkError
from app.i18n import _, format_number, isolate, ngettext
from app.progress import Progress
from app.services.records import attachments
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.process.session import Session
from app.ui.widgets.buttons import PRIMARY, Button
from app.ui.widgets.direction import in_line
from app.ui.widgets.fields.text_field import TextEdit
from app.ui.widgets.record.picture_view import PictureView
from app.ui.widgets.text import Label

_SIZE = QSize(780, 600)
_KILOBYTE = 1024


class AttachmentPreview(QDialog):
    """Shows and changes nothing. Nothing is written to the disk; a document is read in the guarded child.

    `data` is a cleaned file that is not kept here by itself, such as one that came along with a submission.
    """

    def __init__(self, session: Session, shown: Attachment, parent: QWidget, data: bytes | None = None) -> None:
        super().__init__(parent)
        self._session, self._shown, self._data = session, shown, data
        self.setWindowTitle(_("Preview"))
        self.facts = Label(facts(shown), "caption", wraps=True)
        self.text = TextEdit(12)
        self.picture = PictureView()
        self._note = Label("", "muted", wraps=True)
        close = Button(_("Close"), PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self._lay_out(close)
        close.setFocus()
        self._show()

    def _lay_out(self, close: Button) -> None:
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Text of the document"))
        is_picture = self._shown.kind == attachments.PICTURE
        title = Label(self._shown.title or _("Without a title"), "h3", wraps=True)
        foot = QHBoxLayout()
        if is_picture:
            foot.addLayout(self.picture.bar())
            self.picture.listen(self)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        edge = theme.px(24)
        column.setContentsMargins(edge, theme.px(16), edge, theme.px(16))
        column.setSpacing(theme.px(10))
        shown = (self.picture, self._note) if is_picture else (self._note, self.text)
        for part in (title, self.facts, *shown):
            column.addWidget(part, 1 if part in (self.picture, self.text) else 0)
        column.addLayout(foot)
        self.resize(QSize(theme.px(_SIZE.width()), theme.px(_SIZE.height())).boundedTo(self.screen().availableSize()))

    def _show(self) -> None:
        if self._shown.kind == attachments.PICTURE:
            self._show_picture()
            return
        self._note.setText(_("Reading the document…"))
        self._session.tasks.run(self._read, done=self._show_words, failed=self._show_failure)

    def _show_picture(self) -> None:
        try:
            data = self._bytes()
        except GroundworkError as error:
            self._show_failure(error)
            return
        whole = QPixmap()
        whole.loadFromData(data)
        self.picture.show_picture(whole, self._shown.alt or self._shown.title or _("Without a title"))
        self._note.setText(self._shown.alt)

    def _read(self, progress: Progress) -> attachments.Look:
        return attachments.look(self._shown.kind, self._bytes(), progress=progress)

    def _bytes(self) -> bytes:
        return attachments.read(self._session.workspace, self._shown.hash) if self._data is None else self._data

    def _show_words(self, look: attachments.Look) -> None:
        if look.pages:
            self.facts.setText(facts(self._shown, look.pages))
        self._note.setText(_("The first words of the document:") if look.text else _("There is no text to show."))
        self.text.setPlainText(look.text)
        self.text.setVisible(bool(look.text))

    def _show_failure(self, error: Exception) -> None:
        self._note.setText(sentence(error))
        self.text.hide()
        self.picture.hide()


def facts(shown: Attachment, pages: int = 0) -> str:
    """Kind, size and what was removed; the number of pages where it is known."""
    kilobytes = max(1, round((shown.size or 0) / _KILOBYTE))
    parts = [
        attachments.kind_words(shown.kind),
        _("{count} KB").format(count=format_number(kilobytes)),
        ngettext("{count} page", "{count} pages", pages).format(count=format_number(pages)) if pages else "",
    ]
    return _("{facts}. {removed}").format(facts=isolate(in_line(parts)), removed=attachments.told(shown))
