"""Who works here: the organisation, whether it coordinates others, and where the workspace is kept."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import compact
from app.i18n import _
from app.services.opening import placing
from app.services.opening.workspace import SUFFIX, Founding, Organisation
from app.ui.first_run.countries import countries
from app.ui.look import theme
from app.ui.process.saving import documents
from app.ui.widgets.buttons import PRIMARY, SECONDARY, Button, in_row
from app.ui.widgets.direction import in_path
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.text import Label
from app.ui.words.choices import codes


class OrganisationStep(QWidget):
    """A form of six; only the name of the organisation is required."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        nothing = _("Choose")
        self._name = LineField(_("Name of your organisation"), _("As others may read it."), longest=200)
        self._kind = CodeField(
            _("What kind of organisation"), codes(compact.load(), "stakeholder_types"), nothing=nothing
        )
        self._country = CodeField(_("Country"), countries(), nothing=nothing)
        self._person = LineField(_("Your name"), _("It stays in this workspace and never leaves it."), longest=120)
        self._coordinates = CheckField(
            _("We coordinate others"), _("We ask organisations for their work and bring it together in one picture.")
        )
        self._folder = documents()
        self._place = Label("", "caption", wraps=True)
        self.place_warning = Label("", "small", wraps=True, tone="warn")
        self.anyway = CheckField(
            _("Make it there all the same"), _("Only if you know that the other program never touches this file.")
        )
        self._other_place = Button(_("Another folder"), SECONDARY, "folder")
        self._next = Button(_("Next"), PRIMARY)
        self._lay_out()
        self.setFocusProxy(self._name)
        self._name.edited.connect(self._show_place)
        self._other_place.clicked.connect(self._ask_folder)
        self._next.clicked.connect(self._finish)
        self._show_place()

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self._place, 1)
        place.addWidget(self._other_place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(8), 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(PageHeader(_("Your organisation"), _("You can change all of this later.")))
        for field in (self._name, self._kind, self._country, self._person, self._coordinates):
            layout.addWidget(field)
        layout.addWidget(Label(_("Where the workspace is kept"), "small"))
        layout.addLayout(place)
        layout.addWidget(self.place_warning)
        layout.addWidget(self.anyway)
        row = in_row(self._next)
        layout.addLayout(row)

    def founding(self, language: str) -> Founding:
        """What the workspace is made of."""
        kinds = (self._kind.value(),) if self._kind.value() else ()
        organisation = Organisation(self._name.value(), kinds, self._country.value(), languages=(language,))
        anywhere = self.anyway.value()
        return Founding(organisation, self._person.value(), self._coordinates.value(), language, anywhere=anywhere)

    def path(self) -> Path:
        """The file of the workspace: a free name in the folder, made from the organisation's name."""
        words = re.sub(r"[^\w-]+", "-", self._name.value(), flags=re.UNICODE).strip("-_")[:60] or "workspace"
        path, number = self._folder / f"{words}{SUFFIX}", 2
        while path.exists():
            path, number = self._folder / f"{words}-{number}{SUFFIX}", number + 1
        return path

    def state(self) -> dict[str, object]:
        """What was filled in."""
        return {
            "name": self._name.text(),
            "kind": self._kind.value(),
            "country": self._country.value(),
            "person": self._person.text(),
            "coordinates": self._coordinates.value(),
            "folder": str(self._folder),
        }

    def restore(self, state: dict[str, object]) -> None:
        """Fill in what `state` gave."""
        self._name.set_value(str(state.get("name", "")))
        self._kind.set_value(str(state.get("kind", "")))
        self._country.set_value(str(state.get("country", "")))
        self._person.set_value(str(state.get("person", "")))
        self._coordinates.set_value(state.get("coordinates") is True)
        self._folder = Path(str(state.get("folder") or self._folder))
        self._show_place()

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Where the workspace is kept"), str(self._folder))
        if name:
            self._folder = Path(name)
            self.anyway.set_value(False)
            self._show_place()

    def _show_place(self) -> None:
        if self._name.value():
            self._name.set_problem("")
        path = self.path()
        words = _("The file {name} in the folder {folder}")
        warning = placing.warning(path.parent)
        self.place_warning.setText(warning)
        self.place_warning.setVisible(bool(warning))
        self.anyway.setVisible(self._is_synced())
        self._place.setText(words.format(name=in_path(path.name), folder=in_path(str(path.parent))))

    def _finish(self) -> None:
        if not self._name.value():
            self._name.set_problem(_("Please write the name of your organisation."))
            self._name.setFocus()
            return
        if self._is_synced() and not self.anyway.value():
            self._refuse_folder()
            return
        self.finished.emit()

    def _is_synced(self) -> bool:
        return placing.ground(self._folder) is placing.Ground.SYNCED

    def _refuse_folder(self) -> None:
        """Nothing is made in a folder that another program copies, unless somebody says so in so many words."""
        self.place_warning.setText(placing.SyncedFolderError(folder=in_path(str(self._folder))).sentence())
        self._other_place.setFocus()
