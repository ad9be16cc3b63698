"""A look at an attached file inside the program: the picture, or the first words of a document."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
from app.ui.widgets.record.attachment_picture import pixmap
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import Label

_PICTURE = QSize(720, 460)
_KILOBYTE = 1024


class AttachmentPreview(QDialog):
    """Shows and changes nothing. Nothing is written to the disk; a document is read in the guarded child."""

    def __init__(self, session: Session, shown: Attachment, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._shown = session, shown
        self.setWindowTitle(_("Preview"))
        self.facts = Label(facts(shown), "caption", wraps=True)
        self.text = TextEdit(12)
        self._picture = QLabel()
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
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        title = Label(self._shown.title or _("Without a title"), "h3", wraps=True)
        for part in (title, self.facts, self._picture, self._note, self.text):
            column.addWidget(part, 1 if part is self.text else 0)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(16))
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scrolling(body), 1)
        layout.addLayout(foot)
        self.resize(theme.px(780), theme.px(600))

    def _show(self) -> None:
        if self._shown.kind == attachments.PICTURE:
            self.text.hide()
            self._show_picture()
            return
        self._picture.hide()
        self._note.setText(_("Reading the document…"))
        self._session.tasks.run(self._read, done=self._show_words, failed=self._show_failure)

    def _show_picture(self) -> None:
        try:
            data = attachments.read(self._session.workspace, self._shown.hash)
        except GroundworkError as error:
            self._show_failure(error)
            return
        ratio = self.devicePixelRatioF()
        drawn = pixmap(data, QSize(theme.px(_PICTURE.width()), theme.px(_PICTURE.height())) * ratio)
        drawn.setDevicePixelRatio(ratio)
        self._picture.setPixmap(drawn)
        self._picture.setAccessibleName(self._shown.alt or self._shown.title)
        self._note.setText(self._shown.alt)

    def _read(self, progress: Progress) -> attachments.Look:
        return attachments.look(self._session.workspace, self._shown, progress=progress)

    def _show_words(self, look: attachments.Look) -> None:
        if look.pages:
            self.facts.setText(facts(self._shown, look.pages))
        self._note.setText(_("The first words of the document:") if look.text else _("There is no text to show."))
        self.text.setPlainText(look.text)
        self.text.setVisible(bool(look.text))

    def _show_failure(self, error: Exception) -> None:
        self._note.setText(sentence(error))
        self.text.hide()


def facts(shown: Attachment, pages: int = 0) -> str:
    """Kind, size and what was removed; the number of pages where it is known."""
    kilobytes = max(1, round((shown.size or 0) / _KILOBYTE))
    parts = [
        attachments.kind_words(shown),
        _("{count} KB").format(count=format_number(kilobytes)),
        ngettext("{count} page", "{count} pages", pages).format(count=format_number(pages)) if pages else "",
    ]
    return _("{facts}. {removed}").format(facts=isolate(in_line(parts)), removed=attachments.told(shown))
