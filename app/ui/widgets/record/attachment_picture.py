"""Attached files as they are seen: drawn from memory, never through a file, never larger than they are."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QLabel

from app.domain.records import Attachment
from app.errors import GroundworkError
from app.services.records import attachments
from app.ui.look import icons, theme
from app.ui.process.session import Session

THUMBNAIL = QSize(116, 88)
_ICONS = {"pdf": "file-type-pdf", "table": "table"}
_ICON = 36


def pixmap(data: bytes, within: QSize) -> QPixmap:
    """The picture in these bytes, made to fit; a null one if they are no picture."""
    held = QByteArray(data)
    device = QBuffer(held)
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(device)
    size = reader.size()
    if size.isValid() and (size.width() > within.width() or size.height() > within.height()):
        reader.setScaledSize(size.scaled(within, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    return QPixmap.fromImage(reader.read())


class Thumbnail(QLabel):
    """A small picture of an attachment, or the icon of its kind; told by its title and description."""

    def __init__(self, session: Session, shown: Attachment) -> None:
        super().__init__()
        self.setFixedSize(theme.px(THUMBNAIL.width()), theme.px(THUMBNAIL.height()))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        ground, radius = theme.colour("sunken").name(), theme.px(6)
        self.setObjectName("thumbnail")
        self.setStyleSheet(f"QLabel#thumbnail {{ background: {ground}; border-radius: {radius}px; }}")
        self.setPixmap(self._drawn(session, shown))
        self.say(shown)

    def say(self, shown: Attachment) -> None:
        """What assistive tools read in place of the picture."""
        self.setAccessibleName(shown.alt or shown.title)

    def _drawn(self, session: Session, shown: Attachment) -> QPixmap:
        plain = icons.pixmap(_ICONS.get(shown.kind, "file-text"), "muted", _ICON)
        if shown.kind != attachments.PICTURE:
            return plain
        try:
            data = attachments.read(session.workspace, shown.hash)
        except GroundworkError:
            return icons.pixmap("eye-off", "muted", _ICON)
        ratio = self.devicePixelRatioF()
        drawn = pixmap(data, self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        return plain if drawn.isNull() else drawn
