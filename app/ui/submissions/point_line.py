"""One open point of the checklist: what it is, and the button that leads to where it is settled."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import _
from app.services.opening.workspace import Workspace
from app.services.submitting.checklist import INDICATOR, Point
from app.ui.look import theme
from app.ui.submissions.reading import BLOCKING, place_of, sentence
from app.ui.submissions.staying import step_words
from app.ui.widgets.buttons import GHOST, SECONDARY, Button
from app.ui.widgets.direction import leading
from app.ui.widgets.fields.beginnings import asking_for
from app.ui.widgets.text import IconLabel, Label

FINDING, NO_ACTIVITY, EMPTY, WITHDRAWALS = "finding", "no-activity", "empty", "withdrawals"


class PointLine(QWidget):
    """A chosen objective without an activity may also be settled by saying that nothing was done.

    `step` is what helps a record that waits for an approval.
    """

    settled = Signal(object)
    nothing_done = Signal(int)

    def __init__(self, point: Point, step: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point = point
        told = sentence(point)
        blocks = point.level == BLOCKING
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        row.setSpacing(theme.px(12))
        row.addWidget(IconLabel("alert-octagon" if blocks else "alert-triangle", "bad" if blocks else "warn", 20))
        words = Label(told, "strong" if blocks else "body", wraps=True)
        words.setAlignment(leading())
        row.addWidget(words, 1)
        if point.code == NO_ACTIVITY:
            nothing = Button(_("Nothing was done"), GHOST)
            nothing.setAccessibleDescription(told)
            nothing.clicked.connect(lambda: self.nothing_done.emit(int(str(dict(point.values)["number"]))))
            row.addWidget(nothing)
        self.button = Button(step_words(step) if step else _words(point), SECONDARY)
        self.button.setAccessibleDescription(told)
        self.button.clicked.connect(lambda: self.settled.emit(point))
        row.addWidget(self.button)


def place_of_point(workspace: Workspace, point: Point) -> tuple[str, object]:
    """The page, and the argument for it, where a point of the content is settled."""
    if point.code in (NO_ACTIVITY, EMPTY):
        return "activities", "new"
    if point.code == INDICATOR:
        values = dict(point.values)
        return "records", asking_for("indicator_value", code=values["code"], period=values["period"])
    return place_of(workspace, point.record) if point.record else ("objectives", None)


def _words(point: Point) -> str:
    kind = point.code.partition(":")[0]
    known = {FINDING: _("Show"), WITHDRAWALS: _("Show"), NO_ACTIVITY: _("Add one"), EMPTY: _("Log an activity")}
    known[INDICATOR] = _("Add the value")
    return known.get(kind, _("Open"))
