"""The six steps of an import around whatever step is in sight: where one is, back, and on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import N_, _, format_number, format_sentences, ngettext
from app.ui.importing.check_step import CheckStep
from app.ui.importing.columns_step import ColumnsStep
from app.ui.importing.done_step import DoneStep
from app.ui.importing.file_step import FileStep
from app.ui.importing.table_step import TableStep
from app.ui.importing.values_step import ValuesStep
from app.ui.importing.words import step_titles
from app.ui.importing.work import Seen
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.process.tasks import Task
from app.ui.widgets.buttons import PRIMARY, SECONDARY, Button
from app.ui.widgets.direction import margins
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.steps import Step, Steps
from app.ui.widgets.task_line import TaskLine

FILE, TABLE, COLUMNS, VALUES, CHECK, DONE = range(6)
_NARROW = 900
_SENTENCES = (
    N_("Spreadsheets of any kind become records. Nothing is written before the last step."),
    N_("Here is how the file begins. Say where the headings are if the bold row is wrong."),
    N_("What each column becomes, and why. Choose a row and change it below the table."),
    N_("What the cells say and how it is read. Say once what a value stands for, and all its rows follow."),
    N_("Every row with what becomes of it. Put cells right here, or bring in the rows that are good."),
    N_("The records are in your workspace. All of them can be taken back in one step."),
)


class Journey(QWidget):
    """It knows the steps and shows one of them; what is planned and read belongs to the page."""

    going = Signal(int)
    """Somebody goes to this step."""
    keeping = Signal()
    """Somebody brings in what was checked."""
    again = Signal()
    """Somebody is done with this file."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.step = FILE
        self._seen: Seen | None = None
        self._task: Task | None = None
        self.header = PageHeader(_("Bring in a table"), _(_SENTENCES[0]))
        self.steps = Steps([Step(title) for title in step_titles()])
        self.file, self.table, self.columns = FileStep(), TableStep(), ColumnsStep(session)
        self.values, self.check, self.done = ValuesStep(session), CheckStep(), DoneStep()
        self._stack = QStackedWidget()
        self.back = Button(_("Back"), SECONDARY)
        self.primary = Button(_("Next"), PRIMARY)
        self.footer = FooterBar(self.primary)
        self._first: dict[int, QWidget] = {
            TABLE: self.table.rows,
            COLUMNS: self.columns.rows,
            VALUES: self.values.rows,
            CHECK: self.check.rows,
            DONE: self.primary,
        }
        """What each step is about: it has the focus when somebody comes there."""
        self._lay_out()
        self.steps.chosen.connect(self._go_to)
        self.back.clicked.connect(self._go_back)
        self.primary.clicked.connect(self._go_on)
        self.go(FILE)

    def _lay_out(self) -> None:
        for part in (self.file, self.table, self.columns, self.values, self.check, self.done):
            self._stack.addWidget(Scrolling(part))
        self.footer.put_first(self.back)
        self._busy = QHBoxLayout()
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(4))
        head.addWidget(self.header)
        head.addLayout(self._busy)
        middle = QHBoxLayout()
        middle.setContentsMargins(margins(theme.px(24), 0, 0, 0))
        beside = QVBoxLayout()
        beside.setContentsMargins(0, theme.px(16), 0, 0)
        beside.addWidget(self.steps)
        beside.addStretch(1)
        middle.addLayout(beside)
        middle.addWidget(self._stack, 1)
        self.steps.setFixedWidth(theme.px(170))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(middle, 1)
        column.addWidget(self.footer)

    def go(self, step: int, seen: Seen | None = None) -> None:
        """Show a step."""
        self.step, self._seen = step, seen
        self._stack.setCurrentIndex(step)
        titles = step_titles()
        self.steps.set_steps([Step(title) for title in titles], step + (step == DONE))
        where = _("Step {number} of {count}: {title}.")
        told = where.format(number=format_number(step + 1), count=format_number(len(titles)), title=titles[step])
        self.header.set_words(_("Bring in a table"), format_sentences((told, _(_SENTENCES[step]))))
        self.show_rest()
        self._focus()

    def _focus(self) -> None:
        """Go to what this step is about, unless somebody is elsewhere in the window."""
        now = self.window().focusWidget()
        if self.step != FILE and (now is None or self.isAncestorOf(now)):
            self._first[self.step].setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> QWidget:
        """The step in sight."""
        return (self.file, self.table, self.columns, self.values, self.check, self.done)[self.step]

    def is_busy(self) -> bool:
        """Whether something is being read or written."""
        return self._task is not None

    def show_work(self, task: Task) -> None:
        """A job began: how far it is and Stop stand above, and nothing can be decided meanwhile."""
        self._task = task
        self._busy.addWidget(TaskLine(task))
        self._stack.setEnabled(False)
        self.primary.setEnabled(False)
        self.back.setEnabled(False)

    def show_progress(self, done: int, total: int) -> None:
        """How far the job is."""
        if self.step == FILE:
            self.file.drop_area.show_progress(done, total)

    def show_rest(self) -> None:
        """No job is being done."""
        self._task = None
        self._stack.setEnabled(True)
        self.file.drop_area.show_rest()
        self.back.setVisible(self.step in (TABLE, COLUMNS, VALUES, CHECK))
        self.back.setEnabled(True)
        self.primary.setVisible(self.step != FILE)
        self.primary.setText(self._words())
        self.primary.setAccessibleName(self.primary.text())
        self.primary.setEnabled(self.step != CHECK or self._can_keep())
        self.footer.say(self._told())
        self.footer.setVisible(self.step != FILE)

    def show_changed(self, titles: tuple[str, ...]) -> None:
        """What was changed since an import stays: that is said before it is undone."""
        if self.step == DONE:
            self.done.show_changed(titles)
        else:
            count = len(titles)
            told = ngettext(
                "{count} record was changed since and will stay. Press Undo again to take back all others.",
                "{count} records were changed since and will stay. Press Undo again to take back all others.",
                count,
            )
            self.footer.say(told.format(count=format_number(count)), "alert-triangle", "warn")
            self.footer.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room the step is told in the heading alone."""
        super().resizeEvent(event)
        self.steps.setVisible(self.width() >= theme.px(_NARROW))

    def _words(self) -> str:
        if self.step == DONE:
            return _("Another file")
        if self.step != CHECK:
            return _("Next")
        count = len(self._seen.checked.writes) if self._seen is not None else 0
        told = ngettext("Bring in {count} record", "Bring in {count} records", count)
        return told.format(count=format_number(count)) if self._can_keep() else _("Nothing to bring in")

    def _told(self) -> str:
        if self.step != CHECK or self._seen is None:
            return ""
        counts = self._seen.checked.counts
        if counts["problem"]:
            told = ngettext(
                "{count} row stays out because of a problem.",
                "{count} rows stay out because of a problem.",
                counts["problem"],
            )
            return told.format(count=format_number(counts["problem"]))
        if counts["same"] and not self._seen.checked.writes:
            return _("All rows are here already, just as they are in the file.")
        return ""

    def _can_keep(self) -> bool:
        return self._seen is not None and bool(self._seen.checked.writes)

    def _go_to(self, step: int) -> None:
        if self._task is None:
            self.going.emit(step)

    def _go_back(self) -> None:
        self._go_to(self.step - 1)

    def _go_on(self) -> None:
        if self.step == DONE:
            self.again.emit()
        elif self.step == CHECK:
            self.keeping.emit()
        else:
            self.going.emit(self.step + 1)
