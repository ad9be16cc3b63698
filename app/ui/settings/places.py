"""Places to exchange files in the settings: which there are, whether they work, and a new one; for keepers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import _, isolate
from app.progress import Progress
from app.services.opening import stores
from app.services.opening.stores import NewPlace, Place
from app.services.opening.workspace import Workspace
from app.ui.look import theme
from app.ui.new_place import NewPlaceForm
from app.ui.process.failure import sentence
from app.ui.settings.place_row import PlaceRow
from app.ui.settings.section import Around, Section
from app.ui.widgets.buttons import SECONDARY, Button, in_row
from app.ui.widgets.text import Label


def card(around: Around) -> Section | None:
    """Only where whoever is working may change it."""
    return PlacesCard(around) if around.may(Verb.ORGANISATION) else None


class PlacesCard(Section):
    """A place is tried before it is kept; trying waits for a server, and so is work of its own."""

    def __init__(self, around: Around) -> None:
        super().__init__(
            _("Places to exchange files"),
            _("A folder, a stick or a server where you put submissions and others fetch them, when you say so."),
        )
        self._around, self._workspace = around, around.session.workspace
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        self.rows: list[PlaceRow] = []
        self._shown: tuple[tuple[str, str], ...] | None = None
        self.told = Label("", wraps=True)
        self.problem = Label("", "problem", wraps=True)
        self.problem.hide()
        self.unfold = Button(_("Add a place"), SECONDARY, "plus")
        self.settings["places"] = self.unfold
        self.form = NewPlaceForm()
        self.form.hide()
        for part in (self.told, self._column, self.problem, in_row(self.unfold), self.form):
            self.add(part)
        self.unfold.clicked.connect(self._show_form)
        self.form.closed.connect(self._hide_form)
        self.form.asked.connect(self._add)
        self.reload()

    def reload(self) -> None:
        """Show the places there are now; what is being typed stays."""
        found = stores.every(self._workspace)
        named = tuple((one.name, one.address) for one in found)
        if named == self._shown:
            return
        self._shown = named
        self.told.setText("" if found else _("There is no place yet."))
        self.told.setVisible(not found)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [PlaceRow(one) for one in found]
        for row in self.rows:
            self._column.addWidget(row)
            row.tried.connect(self._try)
            row.removed.connect(self._remove)

    def _show_form(self) -> None:
        self.unfold.hide()
        self.form.show()
        self.form.name.setFocus()

    def _hide_form(self) -> None:
        self.form.hide()
        self.unfold.show()
        self.unfold.setFocus()

    def _add(self, fresh: NewPlace) -> None:
        self.form.setEnabled(False)
        self._work(partial(_added, self._workspace, fresh), self._added, self._refuse_form)

    def _added(self, place: Place) -> None:
        self.form.setEnabled(True)
        self.form.clear()
        self._hide_form()
        self._done(_("“{name}” works, and is kept.").format(name=isolate(place.name)))

    def _refuse_form(self, error: Exception) -> None:
        self.form.setEnabled(True)
        self.form.refuse(error)

    def _try(self, name: str) -> None:
        self._set_busy(busy=True)
        self._work(partial(_tried, self._workspace, name), self._worked, self._refuse)

    def _worked(self, place: Place) -> None:
        self._set_busy(busy=False)
        self._done(_("“{name}” works.").format(name=isolate(place.name)))

    def _remove(self, name: str) -> None:
        try:
            stores.remove(self._workspace, name)
        except GroundworkError as error:
            self._refuse(error)
            return
        self._done(_("“{name}” is forgotten. The files in it are still there.").format(name=isolate(name)))

    def _work(self, work: Callable[[Progress], Place], done: Callable[[Place], None], failed: Callable) -> None:
        self.problem.hide()
        self._around.session.tasks.run(work, _("Trying a place"), done=done, failed=failed)

    def _done(self, said: str) -> None:
        self.problem.hide()
        self._around.tell(said)
        self.reload()

    def _refuse(self, error: Exception) -> None:
        self._set_busy(busy=False)
        self.problem.setText(sentence(error))
        self.problem.show()

    def _set_busy(self, *, busy: bool) -> None:
        for row in self.rows:
            row.setEnabled(not busy)


def _added(workspace: Workspace, fresh: NewPlace, _progress: Progress) -> Place:
    return stores.add(workspace, fresh)


def _tried(workspace: Workspace, name: str, _progress: Progress) -> Place:
    return stores.probe(workspace, name)
