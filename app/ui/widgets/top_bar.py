"""The bar above the pages: find something, the state line, long work, and the language."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.i18n import _, language, languages
from app.ui.look import theme
from app.ui.process.tasks import Task
from app.ui.widgets.buttons import BAR, Button
from app.ui.widgets.direction import margins
from app.ui.widgets.search_button import SearchButton
from app.ui.widgets.task_line import TaskLine
from app.ui.widgets.text import Line

_LEAST_HEIGHT = 48
_ROOMY = 640
_AROUND, _TASK = 320, 300
"""What the search line and the gaps, and each line of a job, want before the words of the state line."""


class TopBar(QWidget):
    """`search_asked` carries what was typed at the search line, empty when it was pressed."""

    search_asked = Signal(str)
    state_pressed = Signal()
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchButton(_("Search everything"), "Ctrl+K")
        self._sentences: tuple[str, ...] = ("",)
        self.state = Button("", BAR)
        self._language = LanguageButton()
        self._tasks = QHBoxLayout()
        self._lay_out()
        self.set_state(_("Offline. All saved here"), "cloud-off")
        self.search.clicked.connect(lambda: self.search_asked.emit(""))
        self.search.typed.connect(self.search_asked)
        self.state.clicked.connect(self.state_pressed)
        self._language.chosen.connect(self.language_chosen)

    def show_task(self, task: Task) -> None:
        """Show a job that has a name until it has finished."""
        line = TaskLine(task)
        self._tasks.addWidget(line)
        line.destroyed.connect(self._fit)
        self._fit()

    def set_state(self, sentence: str, icon: str, *shorter: str) -> None:
        """Change the state line, such as "Up to date"; the `shorter` ones stand in for it where it has no room."""
        self._sentences = (sentence, *shorter)
        self.state.set_text(sentence)
        self.state.set_icon(icon)
        self.state.setToolTip(sentence)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Little: the words of the state line give way, never the window."""
        return QSize(theme.px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the state line is its icon."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - theme.px(_AROUND) - self._language.sizeHint().width()
        room -= theme.px(_TASK) * self._tasks.count()
        letters = self.state.fontMetrics()
        fitting = (one for one in self._sentences if letters.horizontalAdvance(one) <= room)
        roomy = self.width() >= theme.px(_ROOMY)
        self.state.setText(next(fitting, "") if roomy else "")

    def _lay_out(self) -> None:
        self.search.setMaximumWidth(theme.px(380))
        self.search.setMinimumWidth(theme.px(120))
        row = QHBoxLayout()
        row.setContentsMargins(margins(theme.px(24), theme.px(6), theme.px(20), theme.px(6)))
        row.setSpacing(theme.px(8))
        row.addWidget(self.search, 1)
        row.addStretch(1)
        row.addLayout(self._tasks)
        row.addWidget(self.state)
        row.addWidget(self._language)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(Line())
        self.setMinimumHeight(theme.px(_LEAST_HEIGHT))


class LanguageButton(Button):
    """The language in force, in itself; a menu of all the others, each in itself."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        names = {known.code: known.label for known in languages()}
        super().__init__(names.get(language(), language()), BAR, "language", parent)
        self.setAccessibleName(_("Language: {name}").format(name=self.text()))
        menu = QMenu(self)
        group = QActionGroup(menu)
        for code, name in names.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(code == language())
            action.setData(code)
            group.addAction(action)
        group.triggered.connect(lambda action: self.chosen.emit(action.data()))
        self.setMenu(menu)
