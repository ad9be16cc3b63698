"""Several of a short list of codes, each with a box to tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.look import theme
from app.ui.widgets.fields.field import Field
from app.ui.widgets.flow import FlowLayout
from app.ui.words.choice import Choice

_WIDEST = 440
"""Px at 100 % after which the words of a box go on in a second line, which a check box does not do by itself."""


class CodesField(Field):
    """A labelled set of codes. One that the list does not know is kept and ticked, by what `name_of` calls it."""

    def __init__(
        self, label: str, choices: Sequence[Choice], help: str = "", *, name_of: Callable[[str], str] = str
    ) -> None:
        self._boxes: dict[str, QCheckBox] = {}
        self._name_of = name_of
        inside = QWidget()
        self._flow = FlowLayout(inside, theme.px(8))
        super().__init__(label, inside, help)
        for choice in choices:
            self._add(choice)

    def value(self) -> tuple[str, ...]:
        """The codes ticked, in order of code, as records keep them."""
        return tuple(sorted(code for code, box in self._boxes.items() if box.isChecked()))

    def set_value(self, codes: Sequence[str]) -> None:
        """Tick these and no others, without saying so."""
        for code in codes:
            if code not in self._boxes:
                self._add(Choice(code, self._name_of(code)))
        for code, box in self._boxes.items():
            box.setChecked(code in codes)

    def _edges(self) -> list[QWidget]:
        return []

    def _add(self, choice: Choice) -> None:
        box = QCheckBox(_in_lines(choice.label))
        box.setAccessibleName(choice.label)
        box.clicked.connect(self._tell)
        self._boxes[choice.code] = box
        self._flow.addWidget(box)
        if len(self._boxes) == 1:
            self.setFocusProxy(box)

    def _tell(self) -> None:
        self.edited.emit()
        self.left.emit()


def _in_lines(words: str) -> str:
    metrics, lines = QFontMetrics(theme.font("body")), [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > theme.px(_WIDEST):
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)
