"""Letting a new laptop in: its request, the digits on both screens, who works on it, and the welcome it gets."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.domain.roles import EDITOR, ROLES
from app.errors import GroundworkError
from app.files import write_whole
from app.i18n import _, isolate, pgettext
from app.services.keeping.team import NameMissingError
from app.services.syncing import devices
from app.services.syncing.devices import Admitted, NewLaptop
from app.ui.compared_digits import ComparedDigits, stopped
from app.ui.key_digits import KeyDigits
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.process.saving import FileKind, ask_place, documents
from app.ui.process.waiting import waiting
from app.ui.syncing.around import Around, Part
from app.ui.widgets.buttons import GHOST, SECONDARY, Button, in_row
from app.ui.widgets.direction import in_path
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice

ENDING = ".gwb"
_LARGEST = 4 << 20
ME, OTHER = "me", "other"


class AdmitCard(Part):
    """One step is in sight at a time; what was begun can be left at any of them."""

    def __init__(self, around: Around) -> None:
        super().__init__(
            around,
            _("Let a new laptop in"),
            _("On the new laptop choose “This laptop joins others of my organisation”. It makes a request file."),
        )
        self.open = Button(_("Open the request of the new laptop"), SECONDARY, "folder-open")
        self.compare = ComparedDigits(_("Do the same digits stand on the screen of the new laptop?"))
        self.about = NewLaptopForm()
        self.welcome = WelcomePart()
        self._steps: tuple[QWidget, ...] = (self.compare, self.about, self.welcome)
        self._request, self.admitted = b"", Admitted(b"", "", "")
        self.add(in_row(self.open))
        self.add(self.problem)
        for step in self._steps:
            self.add(step)
        self._show(None)
        self.open.clicked.connect(self._ask_file)
        self.compare.matched.connect(lambda: self._show(self.about))
        self.compare.differed.connect(self._stop)
        self.about.let_in.clicked.connect(self._admit)
        self.about.name.entered.connect(self._admit)
        self.about.leave.clicked.connect(lambda: self._show(None))
        self.welcome.save.clicked.connect(self._save)
        self.welcome.done.clicked.connect(lambda: self._show(None))

    def _show(self, wanted: QWidget | None) -> None:
        for step in self._steps:
            step.setVisible(step is wanted)
        self.open.setVisible(wanted is None)
        self.say("")
        focus = {self.compare: self.compare.match, self.about: self.about.name, self.welcome: self.welcome.save}
        focus.get(wanted, self.open).setFocus()  # type: ignore[call-overload]

    def _ask_file(self) -> None:
        kinds = _("Requests of laptops ({pattern})").format(pattern=f"*{ENDING}")
        name, _kind = QFileDialog.getOpenFileName(self, _("Open the request"), str(documents()), kinds)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Read a request and show its digits."""
        try:
            self._request = read_small(path)
            self.compare.ask(devices.digits(self._request))
        except (GroundworkError, OSError) as error:
            self.say(_("This is no request of a laptop.") if isinstance(error, OSError) else sentence(error))
            return
        self._show(self.compare)

    def _stop(self) -> None:
        self._show(None)
        self.say(stopped())

    def _admit(self) -> None:
        workspace = self._around.workspace
        try:
            with waiting():
                self.admitted = devices.admit(workspace, self._request, self.compare.value(), self.about.value())
        except NameMissingError as error:
            self.about.refuse(error)
            return
        except GroundworkError as error:
            self.say(sentence(error))
            return
        self.welcome.tell(self.about.name.value(), self.admitted.digits)
        self.about.clear()
        self._show(self.welcome)

    def _save(self) -> None:
        kind = FileKind(_("Welcome for a laptop"), ENDING)
        path = ask_place(self, _("Save the welcome"), _("welcome"), kind)
        if path is None:
            return
        try:
            write_whole(path, self.admitted.data, replace=True)
        except GroundworkError as error:
            self.say(sentence(error))
            return
        self.say("")
        self.welcome.saved(path)


class NewLaptopForm(QWidget):
    """What the laptop is called, and who works on it."""

    def __init__(self) -> None:
        super().__init__()
        self.name = LineField(
            _("Name of the laptop"), _("As it stands in the list, such as “Office” or “Amina”."), longest=60
        )
        self.who = Segments(_("Who works on it?"), (Choice(ME, _("I myself")), Choice(OTHER, _("Somebody else"))))
        self.who.set_value(ME)
        self.person = LineField(_("Name of this person"), _("It stays within your organisation."), longest=120)
        self.role = CodeField(_("Role"), [Choice(code, _(name)) for code, name in ROLES.items()])
        self.role.set_value(EDITOR)
        self.note = Label(
            _("Your private notes go to that laptop, sealed: only you can open them there."), "small", wraps=True
        )
        self.let_in = Button(_("Let this laptop in"), SECONDARY)
        self.leave = Button(_("Cancel"), GHOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (self.name, self.who, self.note, self.person, self.role):
            column.addWidget(part)
        column.addLayout(in_row(self.let_in, self.leave))
        self.name.edited.connect(lambda: self.name.set_problem(""))
        self.person.edited.connect(lambda: self.person.set_problem(""))
        self.who.chosen.connect(lambda _code: self._fit())
        self._fit()

    def value(self) -> NewLaptop:
        """What an admin says of it. Raises NameMissingError where somebody else has no name."""
        if self.who.value() == ME:
            return NewLaptop(self.name.value())
        if not self.person.value():
            self.person.set_problem(_("Please write who works on it."))
            raise NameMissingError
        return NewLaptop(self.name.value(), self.person.value(), self.role.value())

    def refuse(self, error: NameMissingError) -> None:
        """Say which name is missing."""
        field = self.person if self.person.problem() else self.name
        if field is self.name:
            field.set_problem(error.sentence())
        field.setFocus()

    def clear(self) -> None:
        """Nothing typed."""
        for field in (self.name, self.person):
            field.set_value("")
            field.set_problem("")
        self.who.set_value(ME)
        self._fit()

    def _fit(self) -> None:
        is_me = self.who.value() == ME
        self.note.setVisible(is_me)
        self.person.setVisible(not is_me)
        self.role.setVisible(not is_me)


class WelcomePart(QWidget):
    """The file for the new laptop, and the digits that must stand there before it joins."""

    def __init__(self) -> None:
        super().__init__()
        self.told = Label("", "strong", wraps=True)
        self.digits = KeyDigits()
        self.save = Button(_("Save the welcome for it"), SECONDARY, "device-floppy")
        self.done = Button(pgettext("button", "Done"), GHOST)
        self.where = Label("", "small", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.told)
        words = _("Bring the welcome to it. These digits must stand on its screen before you press “They match” there:")
        column.addWidget(Label(words, wraps=True))
        column.addWidget(self.digits)
        column.addWidget(self.where)
        column.addLayout(in_row(self.save, self.done))
        self.where.hide()

    def tell(self, name: str, digits: str) -> None:
        """Say who was let in."""
        self.told.setText(_("“{name}” is let in. Nobody else can open its welcome.").format(name=isolate(name)))
        self.digits.set_digits(digits)
        self.where.hide()

    def saved(self, path: Path) -> None:
        """Say where the file is."""
        words = _("The welcome is in {name}. Then sync this laptop, so that the new one finds everything.")
        self.where.setText(words.format(name=in_path(path.name)))
        self.where.show()


def read_small(path: Path) -> bytes:
    """The bytes of a file that is small where it is what it should be; larger ones are cut and found to be none."""
    with path.open("rb") as stream:
        return stream.read(_LARGEST)
