"""One line of text; what a person typed keeps its own direction, the edit sits on the interface side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.widgets.direction import leading
from app.ui.widgets.fields.field import Field


class LineEdit(QLineEdit):
    """A line edit aligned absolutely to the leading side; use it inside a Field, or name it."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAlignment(leading())
        self.setPlaceholderText(placeholder)


class LineField(Field):
    """A labelled line of text; `value()` is stripped of spaces at both ends."""

    entered = Signal()
    """Enter was pressed."""

    def __init__(
        self, label: str, help: str = "", *, placeholder: str = "", secret: bool = False, longest: int = 300
    ) -> None:
        self._edit = LineEdit(placeholder)
        self._edit.setMaxLength(longest)
        if secret:
            self._edit.setEchoMode(QLineEdit.EchoMode.Password)
        super().__init__(label, self._edit, help)
        self._edit.textEdited.connect(lambda _text: self.edited.emit())
        self._edit.editingFinished.connect(self.left)
        self._edit.returnPressed.connect(self.entered)

    def value(self) -> str:
        """The text, without spaces around it."""
        return self._edit.text().strip()

    def set_value(self, text: str) -> None:
        """Show this text; keeps the cursor where it is if nothing changed."""
        if text != self._edit.text():
            self._edit.setText(text)

    def select_all(self) -> None:
        """Mark the whole text, so that typing replaces it."""
        self._edit.selectAll()

    def text(self) -> str:
        """Exactly what stands in the field, for `Page.state`."""
        return self._edit.text()
