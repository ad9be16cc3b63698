"""Several lines of plain text; each paragraph keeps the direction of its first strong letter."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from app.ui.look import theme
from app.ui.widgets.fields.field import Field


class TextEdit(QTextEdit):
    """A plain text edit; Tab leaves it. QPlainTextEdit would keep Arabic at the left edge.

    As long as it is empty it has the direction of the window, so that the cursor waits where a line will begin.
    """

    left = Signal()

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        option = self.document().defaultTextOption()
        option.setTextDirection(self._direction())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.document().setDefaultTextOption(option)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * lines + theme.px(22))
        self.textChanged.connect(self._turn)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text."""
        self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that it was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def _turn(self) -> None:
        option = self.document().defaultTextOption()
        if option.textDirection() is not self._direction():
            option.setTextDirection(self._direction())
            self.document().setDefaultTextOption(option)

    def _direction(self) -> Qt.LayoutDirection:
        written = not self.document().isEmpty()
        return Qt.LayoutDirection.LayoutDirectionAuto if written else QGuiApplication.layoutDirection()


class TextField(Field):
    """A labelled text of several lines; `lines` is the least height."""

    def __init__(self, label: str, help: str = "", *, placeholder: str = "", lines: int = 3) -> None:
        self._edit = TextEdit(lines)
        self._edit.setPlaceholderText(placeholder)
        self._quiet = False
        super().__init__(label, self._edit, help)
        self._edit.textChanged.connect(self._tell)
        self._edit.left.connect(self.left)

    def value(self) -> str:
        """The text, without spaces and empty lines at both ends."""
        return self._edit.toPlainText().strip()

    def text(self) -> str:
        """Exactly what stands in the field, for `Page.state`."""
        return self._edit.toPlainText()

    def set_value(self, text: str) -> None:
        """Show this text; keeps cursor and undo if nothing changed."""
        if text == self._edit.toPlainText():
            return
        self._quiet = True
        self._edit.setPlainText(text)
        self._quiet = False

    def _grows(self) -> bool:
        return True

    def _tell(self) -> None:
        if not self._quiet:
            self.edited.emit()
