"""A choice of a few, side by side in one pill: radio buttons to assistive tools and to the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from app.ui.look import theme
from app.ui.widgets.direction import write
from app.ui.widgets.flow import FlowLayout
from app.ui.words.choice import Choice


class Segments(QFrame):
    """One of some choices; the first is chosen. `name` says what is chosen, for those who do not see it.

    With `wraps` they go on in a second line where there is no room for all in one.
    """

    chosen = Signal(str)
    """The code a person chose."""

    def __init__(
        self, name: str, choices: Sequence[Choice], parent: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        super().__init__(parent)
        self._wraps = wraps
        self.setProperty("role", "sunken")
        self.setAccessibleName(name)
        down = QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, down)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._codes = [choice.code for choice in choices]
        layout = FlowLayout(self, 0) if wraps else QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        if not wraps:
            layout.setSpacing(0)
        for place, choice in enumerate(choices):
            segment = Segment(choice.label)
            self._group.addButton(segment, place)
            layout.addWidget(segment)
        self._group.idToggled.connect(self._follow)
        self._group.button(0).setChecked(True)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._codes[place]))

    def sizeHint(self) -> QSize:
        """All in one line."""
        if not self._wraps:
            return super().sizeHint()
        hints = [each.sizeHint() for each in self._group.buttons()]
        return QSize(sum(hint.width() for hint in hints) + 4, max(hint.height() for hint in hints) + 4)

    def value(self) -> str:
        """The code chosen."""
        return self._codes[self._group.checkedId()]

    def set_value(self, code: str) -> None:
        """Choose this code without saying so; an unknown one changes nothing."""
        if code in self._codes:
            self._group.button(self._codes.index(code)).setChecked(True)

    def set_label(self, code: str, label: str) -> None:
        """Change the words of one choice, such as a number in them."""
        segment = self._group.button(self._codes.index(code))
        segment.setText(label)
        segment.setAccessibleName(label.replace("&", ""))
        segment.updateGeometry()

    def _follow(self, place: int, chosen: bool) -> None:
        """Whoever gives the focus to the whole gives it to the one that is chosen."""
        if chosen:
            self.setFocusProxy(self._group.button(place))


class Segment(QRadioButton):
    """One segment; painted flat, told as a radio button."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text.replace("&", ""))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(theme.font("body", 600))

    def sizeHint(self) -> QSize:
        """The room it would like."""
        metrics = self.fontMetrics()
        words = self.text().replace("&", "")
        self.ensurePolished()
        return QSize(metrics.horizontalAdvance(words) + theme.px(24), max(metrics.height() + theme.px(8), theme.px(32)))

    def minimumSizeHint(self) -> QSize:
        """The least room it needs."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        """The whole of it can be pressed."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it from the tokens in force."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked():
            painter.setPen(QPen(theme.colour("line"), theme.line_width()))
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        painter.setFont(theme.font("body", 600 if self.isChecked() else 500))
        painter.setPen(theme.colour("text" if self.isChecked() else "muted"))
        write(painter, self.rect(), Qt.AlignmentFlag.AlignCenter, self.text().replace("&", ""))
        painter.end()
