"""A day or a month: a line edit with our own strict parser, and a calendar for those who like to point."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QTableView, QVBoxLayout, QWidget

from app.domain.terms import When
from app.i18n import _, format_month
from app.ui.look import icons
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.direction import mirrored
from app.ui.widgets.fields.field import Field
from app.ui.widgets.fields.line_field import LineEdit
from app.ui.widgets.when_words import parse, written


class WhenField(Field):
    """A labelled day or month; with `month_only` a day that is typed or chosen becomes its month.

    Alt+Down opens the calendar. What is understood is written out in full when the field is left.
    """

    def __init__(self, label: str, help: str = "", *, month_only: bool = False, parent: QWidget | None = None) -> None:
        self._edit = LineEdit()
        self._month_only = month_only
        self._popup: CalendarPopup | None = None
        super().__init__(label, self._edit, help, parent)
        opened = QAction(icons.icon("calendar", "muted"), _("Open the calendar"), self._edit)
        opened.triggered.connect(self.open_calendar)
        self._edit.addAction(opened, QLineEdit.ActionPosition.TrailingPosition)
        shortcut = QShortcut(QKeySequence("Alt+Down"), self._edit, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.open_calendar)
        self._edit.textEdited.connect(self._check)
        self._edit.editingFinished.connect(self._leave)

    def value(self) -> When | None:
        """The day or month; None while empty or not understood (see `is_valid`)."""
        try:
            when = parse(self._edit.text())
        except ValueError:
            return None
        return when.only_month if when is not None and self._month_only else when

    def is_valid(self) -> bool:
        """Whether the field is empty or holds a day or month."""
        return not self._edit.text().strip() or self.value() is not None

    def set_value(self, when: When | None) -> None:
        """Show this day or month in words; None empties the field."""
        if when != self.value() or not self.is_valid():
            self._edit.setText(written(when))
            self.set_problem("")

    def text(self) -> str:
        """What survives a change of language: the value as ISO, or exactly what was typed."""
        when = self.value()
        return when.iso if when is not None else self._edit.text()

    def set_text(self, text: str) -> None:
        """Put back what `text` gave, with its problem if it has one."""
        self._edit.setText(text)
        self._tidy()

    def open_calendar(self) -> None:
        """Show the calendar under the field; a day chosen is taken, Esc leaves everything as it was."""
        if self._popup is not None:
            self._popup.deleteLater()
        popup = self._popup = CalendarPopup(self.value(), self)
        popup.chosen = self._take
        corner = self._edit.rect().bottomRight() if mirrored() else self._edit.rect().bottomLeft()
        place = self._edit.mapToGlobal(corner)
        popup.adjustSize()
        popup.move(place - QPoint(popup.width() if mirrored() else 0, -2))
        popup.show()
        popup.calendar.setFocus()

    def _take(self, when: When) -> None:
        self._edit.setText(written(when.only_month if self._month_only else when))
        self._edit.setFocus()
        self._check()
        self.left.emit()

    def _check(self) -> None:
        if self.is_valid():
            self.set_problem("")
        self.edited.emit()

    def _leave(self) -> None:
        self._tidy()
        self.left.emit()

    def _tidy(self) -> None:
        sentence = _("Please write a day or a month, such as {day} or {month}.")
        if not self.is_valid():
            sample = When(2026, 10, 12)
            self.set_problem(sentence.format(day=written(sample), month=written(sample.only_month)))
            return
        self.set_problem("")
        if (when := self.value()) is not None:
            self._edit.setText(written(when))


class CalendarPopup(QFrame):
    """A calendar that takes one day, or the whole month in sight.

    It is kept by its field and not deleted on closing: Qt crashes when the field goes in the same moment.
    """

    def __init__(self, when: When | None, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.chosen = lambda _when: None
        day = when.first_day if when is not None else date.today()  # noqa: DTZ011 - the person's own calendar
        self.calendar = QCalendarWidget()
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        for named in (self.calendar, self.calendar.findChild(QTableView)):
            named.setAccessibleName(_("Calendar"))
        self._month = Button("", GHOST)
        layout = QVBoxLayout(self)
        layout.addWidget(self.calendar)
        layout.addWidget(self._month)
        self.calendar.activated.connect(self._take_day)
        self.calendar.clicked.connect(self._take_day)
        self.calendar.currentPageChanged.connect(self._name_month)
        self._month.clicked.connect(self._take_month)
        self._name_month(day.year, day.month)

    def _name_month(self, year: int, month: int) -> None:
        words = format_month(date(year, month, 1))
        self._month.set_text(_("Only the month: {month}").format(month=words))

    def _take_day(self, day: QDate) -> None:
        self.close()
        self.chosen(When(day.year(), day.month(), day.day()))

    def _take_month(self) -> None:
        self.close()
        self.chosen(When(self.calendar.yearShown(), self.calendar.monthShown()))
