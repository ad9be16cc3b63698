"""A form for a new place to exchange files: a folder, or an address and a password."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.i18n import _, isolate
from app.services.opening.stores import (
    HostKeyUnknownError,
    NewPlace,
    PlaceNameMissingError,
    PlaceNameTakenError,
    PlaceSecretMissingError,
)
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.process.saving import documents
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button, in_row
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.text import Label

_LONGEST = 1000


class NewPlaceForm(QWidget):
    """Of SFTP the key of the other computer is shown first, and a person says that it is right."""

    asked = Signal(object)
    """The NewPlace."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, deed: str = "") -> None:
        """`deed` names what pressing the button does, where that is more than keeping the place."""
        super().__init__(parent)
        self._found_key = ""
        self.name = LineField(_("A short name"), _("Your own word for it, such as “stick” or “ministry”."), longest=60)
        self.address = LineField(
            _("Folder or address"),
            _("A folder, webdavs://name@server/folder, s3://key@server/bucket or sftp://name@server/folder."),
            longest=_LONGEST,
        )
        self.choose = Button(_("Choose a folder"), SECONDARY, "folder")
        self.secret = LineField(
            _("Password"),
            _("Not needed for a folder. It is kept inside this workspace only."),
            secret=True,
            longest=_LONGEST,
        )
        self.region = LineField(_("Region"), _("The region of an S3 place."), longest=60)
        self.region.hide()
        self.key = Label("", wraps=True)
        self.key.hide()
        self.right = Button(_("This key is right"), SECONDARY, "check")
        self.right.hide()
        self.add = Button(deed or _("Try it, and keep it"), PRIMARY)
        self.leave = Button(_("Cancel"), GHOST)
        self.fields = (self.name, self.address, self.secret, self.region)
        self._lay_out()
        for field in self.fields:
            field.edited.connect(lambda field=field: field.set_problem(""))
            field.entered.connect(self._ask)
        self.address.edited.connect(self._forget_key)
        self.address.edited.connect(self._offer_region)
        self.choose.clicked.connect(self._choose)
        self.add.clicked.connect(self._ask)
        self.right.clicked.connect(lambda: self._ask(key=self._found_key))
        self.leave.clicked.connect(self._leave)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.name)
        column.addWidget(self.address)
        column.addLayout(in_row(self.choose))
        column.addWidget(self.secret)
        column.addWidget(self.region)
        column.addWidget(self.key)
        column.addLayout(in_row(self.right))
        column.addLayout(in_row(self.add, self.leave))

    def refuse(self, error: Exception) -> None:
        """Say what is wrong at the field it is about; an unknown key is shown, to be compared."""
        if isinstance(error, HostKeyUnknownError):
            self._found_key = str(error.fields["found"])
            told = _(
                "That computer shows the key {key}. Ask whoever runs it whether this is right. Nothing was sent yet."
            )
            self.key.setText(told.format(key=isolate(self._found_key)))
            self.key.show()
            self.right.show()
            self.right.setFocus()
            return
        field = self.address
        if isinstance(error, PlaceNameMissingError | PlaceNameTakenError):
            field = self.name
        if isinstance(error, PlaceSecretMissingError):
            field = self.secret
        field.set_problem(sentence(error))
        field.setFocus()

    def clear(self) -> None:
        """Nothing typed, and no password left in a field."""
        for field in self.fields:
            field.set_value("")
            field.set_problem("")
        self._forget_key()
        self._offer_region()

    def _ask(self, *, key: str = "") -> None:
        said = (self.name.value(), self.address.value(), self.secret.text(), self.region.value())
        self.asked.emit(NewPlace(*said, host_key=key))

    def _choose(self) -> None:
        if name := QFileDialog.getExistingDirectory(self, _("Folder to exchange files"), str(documents())):
            self.address.set_value(name)
            self.address.set_problem("")
            self._offer_region()

    def _leave(self) -> None:
        self.clear()
        self.closed.emit()

    def _offer_region(self) -> None:
        """Only S3 has regions; what was typed for another address is not kept."""
        is_s3 = self.address.value().lower().startswith("s3")
        self.region.setVisible(is_s3)
        if not is_s3:
            self.region.set_value("")

    def _forget_key(self) -> None:
        self._found_key = ""
        self.key.hide()
        self.right.hide()
