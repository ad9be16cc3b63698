"""All laptops lost: a new one begins with the recovery words and the place where they met."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import GroundworkError
from app.i18n import _
from app.progress import Progress
from app.services.keeping.recovering import WordsError
from app.services.opening.stores import NewPlace
from app.services.opening.workspace import Workspace
from app.services.syncing import restoring
from app.services.syncing.restoring import Recovering, WordsOfOthersError
from app.ui.first_run.request_step import WhereKept
from app.ui.look import theme
from app.ui.new_place import NewPlaceForm
from app.ui.process.failure import sentence
from app.ui.process.tasks import TaskRunner
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.fields.typed_words import TypedWords
from app.ui.widgets.new_passphrase import NewPassphrase
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.text import Label


class RecoverStep(QWidget):
    """Words and passphrase are never part of any state. The place may be a server, so it is asked in the background."""

    recovered = Signal(object)
    """The Workspace, with keys and people; its records come with the first sync."""

    def __init__(self, tasks: TaskRunner | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.words = TypedWords()
        self.name = LineField(_("Name of this laptop"), _("As it stands in the list, such as “Office”."), longest=60)
        self.passphrase = NewPassphrase(_("A new passphrase for this laptop"))
        self.where = WhereKept()
        self.place = NewPlaceForm(deed=_("Bring everything back"))
        self.place.leave.hide()
        self.told = Label("", wraps=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(8), 0, 0)
        layout.setSpacing(theme.px(12))
        about = _(
            "With the recovery words and the place where your laptops met, everything that was sent there comes back."
        )
        layout.addWidget(PageHeader(_("All laptops are lost"), about))
        met = Label(_("The place where your laptops met"), "h3")
        for part in (self.words, self.name, self.passphrase, self.where, met, self.place, self.told):
            layout.addWidget(part)
        self.told.hide()
        self.setFocusProxy(self.words)
        self.name.edited.connect(lambda: self.name.set_problem(""))
        self.place.asked.connect(self._recover)

    def _recover(self, place: NewPlace) -> None:
        if not self.name.value():
            self.name.set_problem(_("Please give the laptop a name."))
            self.name.setFocus()
            return
        agreed = self.passphrase.agreed()
        if not agreed or self._tasks is None:
            return
        wanted = Recovering(self.where.path(), agreed, place, self.name.value())
        self.setEnabled(False)
        self._say(_("Looking at the place. This can take a minute."))
        work = partial(_recover, self.words.value(), wanted)
        self._tasks.run(work, _("Bringing everything back"), done=self._show, failed=self._refuse)

    def _show(self, made: Workspace) -> None:
        for part in (self.words, self.passphrase, self.place):
            part.clear()
        self.recovered.emit(made)

    def _refuse(self, error: Exception) -> None:
        self.setEnabled(True)
        self._say("")
        if isinstance(error, WordsError | WordsOfOthersError):
            self.words.refuse(error)
        elif isinstance(error, GroundworkError):
            self.place.refuse(error)
        else:
            self._say(sentence(error))

    def _say(self, told: str) -> None:
        self.told.setText(told)
        self.told.setVisible(bool(told))


def _recover(typed: str, wanted: Recovering, _progress: Progress) -> Workspace:
    return restoring.recover(typed, wanted)
