"""Leading and trailing as absolute sides, for the few places where Qt does not mirror by itself.

Latin names and digits stick to the left in a mirrored label or line edit unless the alignment is absolute.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QMargins, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter

from app.i18n import isolate

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_BETWEEN = " · "
_RIGHT_TO_LEFT_MARK = "\u200f"
_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute
_READ_FROM_THE_LEFT, _END = "\u2066", "\u2069"


def mirrored() -> bool:
    """Whether the window reads from right to left."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def leading(vertical: Qt.AlignmentFlag = _MIDDLE, *, right_to_left: bool | None = None) -> Qt.AlignmentFlag:
    """The alignment to the side where a line starts, absolute; `right_to_left` is for a part with its own language."""
    turned = mirrored() if right_to_left is None else right_to_left
    side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
    return side | _ABSOLUTE | vertical


def trailing(vertical: Qt.AlignmentFlag = _MIDDLE) -> Qt.AlignmentFlag:
    """The alignment to the side where a line ends, absolute."""
    side = Qt.AlignmentFlag.AlignLeft if mirrored() else Qt.AlignmentFlag.AlignRight
    return side | _ABSOLUTE | vertical


def write(painter: QPainter, box: QRectF | QRect, alignment: Qt.AlignmentFlag, text: str) -> None:
    """Draw text in its own direction, by its first strong letter; numbers alone take the interface's.

    Without this a painter of a mirrored widget puts "28 Oct" as "Oct 28", and an ellipsis on the wrong side.
    It never clips: Arabic lines are taller than the Latin ones a box is measured by, and would lose the dots below.
    """
    painter.save()
    painter.setLayoutDirection(_own(text))
    painter.drawText(QRectF(box), int(alignment | Qt.TextFlag.TextDontClip), text)
    painter.restore()


def in_line(parts: Iterable[str]) -> str:
    """Facts in one line with " · " between them, in the direction of the interface; empty ones are left out.

    A line of facts is the interface's, whatever its first name is written in: mirrored, it begins with a
    right-to-left mark, and no fact pulls the digits of the next one to its own side.
    """
    told = [part for part in parts if part]
    if not told or not mirrored():
        return _BETWEEN.join(told)
    return _RIGHT_TO_LEFT_MARK + _BETWEEN.join(isolate(part) for part in told)


def in_path(name: str) -> str:
    """A file name or path inside a sentence: read from the left in every window, so that its ending stays its end."""
    return f"{_READ_FROM_THE_LEFT}{name}{_END}"


def _own(text: str) -> Qt.LayoutDirection:
    """The direction of the first strong letter outside isolates, as the bidirectional algorithm has it."""
    inside = 0
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("FSI", "LRI", "RLI"):
            inside += 1
        elif kind == "PDI":
            inside = max(inside - 1, 0)
        elif not inside and kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
        elif not inside and kind == "L":
            return Qt.LayoutDirection.LeftToRight
    return QGuiApplication.layoutDirection()


def margins(leading: int, top: int, trailing: int, bottom: int) -> QMargins:
    """Margins of a layout, which Qt does not mirror by itself."""
    return QMargins(trailing, top, leading, bottom) if mirrored() else QMargins(leading, top, trailing, bottom)


def mirror(inside: QRectF | QRect, around: QRectF | QRect) -> QRectF:
    """A rectangle laid out from the left, placed from the leading side of `around`."""
    part, whole = QRectF(inside), QRectF(around)
    if not mirrored():
        return part
    return QRectF(whole.left() + whole.right() - part.right(), part.top(), part.width(), part.height())
