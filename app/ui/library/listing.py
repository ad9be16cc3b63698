"""The list of practices of others: taking files in, the search, and the rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST, SECONDARY, Button
from app.ui.widgets.direction import margins
from app.ui.widgets.drop_area import DropArea
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fields.search_field import SearchField
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.lists.paged_model import PagedModel, Row
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.text import Label


class Listing(QWidget):
    """A file can be dropped anywhere on the area, or opened by the button below it."""

    dropped = Signal(list)
    """The paths, as they were dropped."""

    def __init__(self, read: Callable[[int, int], Sequence[Row]], count: Callable[[], int]) -> None:
        super().__init__()
        self.drop = DropArea(_("Drop a file of practices here"), _("Nothing is taken before you have looked at it"))
        self.open = Button(_("Open a file"), SECONDARY, "folder-open")
        self.give = Button(_("Give practices"), GHOST, "upload")
        self.search = SearchField(_("Search in practices of others"))
        self.rows = ListView(_("Practices of others"), PagedModel(read, count))
        self.problem = Label("", "problem", wraps=True)
        self._none = EmptyState("search", _("Nothing fits"), _("No practice of others has these words."))
        self._nothing = Label(_("Nothing was taken yet."), "small", wraps=True)
        self._stack = QStackedWidget()
        for part in (self.rows, self._none, self._nothing):
            self._stack.addWidget(part)
        self._lay_out()
        self.problem.hide()
        self.drop.dropped.connect(self.dropped)

    def _lay_out(self) -> None:
        about = _("What other organisations gave you, apart from your own records.")
        column = QVBoxLayout(self)
        column.setContentsMargins(margins(theme.px(12), theme.px(16), theme.px(8), 0))
        column.setSpacing(theme.px(8))
        column.addWidget(PageHeader(_("Practices of others"), about, role="h2"))
        column.addWidget(self.drop)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, theme.px(8))
        for button in (self.open, self.give):
            flow.addWidget(button)
        for part in (self._buttons, self.problem, self.search):
            column.addWidget(part)
        column.addWidget(self._stack, 1)

    def allow(self, may_write: bool) -> None:
        """Whoever may not write reads only."""
        self.drop.setVisible(may_write)
        self._buttons.setVisible(may_write)

    def show_found(self, count: int, *, is_filtered: bool) -> None:
        """Show the rows anew, or say that nothing fits."""
        self.rows.reload()
        self.search.setVisible(count > 0 or is_filtered)
        self._stack.setCurrentWidget(self.rows if count else self._none if is_filtered else self._nothing)

    def say(self, problem: str) -> None:
        """Say what went wrong; "" takes it away."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
