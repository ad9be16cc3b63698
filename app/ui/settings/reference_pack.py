"""The reference pack in the settings: which one is used, and a newer one from a file; for keepers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.compact import load
from app.domain.roles import Verb
from app.errors import GroundworkError
from app.folding import only_digits
from app.i18n import _, format_list, isolate, language, ngettext
from app.services.opening import reference_packs
from app.services.opening.reference_packs import Offered, Signer
from app.ui.key_digits import KeyDigits
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.process.saving import documents
from app.ui.settings.section import Around, Section
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button, in_row
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.text import Label

_MOST = 6
_LARGEST_BYTES = 64 * 1024 * 1024


def card(around: Around) -> Section | None:
    """Only where whoever is working may change it."""
    return ReferencePackCard(around) if around.may(Verb.ORGANISATION) else None


class ReferencePackCard(Section):
    """A pack is taken after the digits of its key were heard on the telephone, or where the key is known here."""

    def __init__(self, around: Around) -> None:
        super().__init__(
            _("Reference pack"),
            _("The words and codes of the Compact. A newer pack comes as a file, and you decide whether to use it."),
        )
        self._around, self._workspace = around, around.session.workspace
        self._data = b""
        self.told, self.problem = Label("", wraps=True), Label("", "problem", wraps=True)
        self.choose = Button(_("Look at a pack in a file"), SECONDARY, "folder")
        self.remove = Button(_("Use the one before"), GHOST)
        self.offer = PackOffer()
        self.settings["reference_pack"] = self.choose
        for part in (self.told, self.problem, in_row(self.choose, self.remove), self.offer):
            self.add(part)
        self.choose.clicked.connect(self._ask_file)
        self.remove.clicked.connect(self._remove)
        self.offer.take.clicked.connect(self._take)
        self.offer.leave.clicked.connect(self._leave)
        self.offer.digits.entered.connect(self._take)
        self._leave()

    def reload(self) -> None:
        """Show which pack is used; what is being typed stays."""
        used = load().version
        taken = {one.version for one in reference_packs.listed()}
        words = _("Version {version} is used. You took it from a file.")
        if used not in taken:
            words = _("Version {version} is used. It came with Groundwork.")
        self.told.setText(words.format(version=used))
        self.remove.setVisible(bool(taken))
        self._complain(reference_packs.complaint())

    def look(self, path: Path) -> None:
        """Show what a file brings; nothing is taken yet."""
        try:
            if path.stat().st_size > _LARGEST_BYTES:
                raise OSError(path.name)
            self._data = path.read_bytes()
            offered = reference_packs.look(self._workspace, self._data)
        except OSError:
            self._complain(
                _("“{name}” cannot be read. Is it there, and may you open it?").format(name=isolate(path.name))
            )
        except GroundworkError as error:
            self._complain(sentence(error))
        else:
            self._complain("")
            self.choose.hide()
            self.remove.hide()
            self.offer.show_offered(offered)

    def _ask_file(self) -> None:
        kinds = _("Reference packs (*.gwb);;All files (*)")
        name, _kind = QFileDialog.getOpenFileName(self, _("Look at a reference pack"), str(documents()), kinds)
        if name:
            self.look(Path(name))

    def _take(self) -> None:
        typed = only_digits(self.offer.digits.value())
        try:
            offered = reference_packs.take(self._workspace, self._data, typed)
        except GroundworkError as error:
            self.offer.show_problem(sentence(error))
            return
        told = _("Version {version} was taken. It is used from the next time you open a workspace.")
        self._around.tell(told.format(version=offered.version))
        self._leave()

    def _remove(self) -> None:
        newest = reference_packs.listed()[0]
        reference_packs.remove(newest.version)
        self._around.tell(
            _("Version {version} was removed. Your records stay as they are.").format(version=newest.version)
        )
        self.reload()

    def _leave(self) -> None:
        self._data = b""
        self.offer.hide()
        self.choose.show()
        self.reload()

    def _complain(self, said: str) -> None:
        self.problem.setText(said)
        self.problem.setVisible(bool(said))


class PackOffer(QWidget):
    """A pack in a file: whose key signed it, its digits, and what changes, in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.about, self.changes = Label("", wraps=True), Label("", wraps=True)
        self.shown = KeyDigits()
        self.digits = LineField(
            _("What they read to you"),
            _("Call whoever made the pack on a number you already have. Thirty digits; spaces do not matter."),
            longest=60,
        )
        self.problem = Label("", "problem", wraps=True)
        self.take, self.leave = Button(_("Use this pack"), PRIMARY), Button(_("Cancel"), GHOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (self.about, self.changes, self.shown, self.digits, self.problem):
            column.addWidget(part)
        column.addLayout(in_row(self.take, self.leave))
        self.digits.edited.connect(lambda: self.show_problem(""))

    def show_offered(self, offered: Offered) -> None:
        """Show this one; digits need to be typed only where the key is not known here."""
        self.about.setText("\n".join((_version(offered), _signer(offered))))
        self.changes.setText("\n".join(_changes(offered)))
        self.shown.set_digits(offered.digits)
        self.digits.set_value("")
        self.digits.setVisible(offered.signer is Signer.UNKNOWN)
        self.show_problem("")
        self.show()
        (self.digits if offered.signer is Signer.UNKNOWN else self.take).setFocus()

    def show_problem(self, said: str) -> None:
        """Say why it is not taken; nothing takes it back."""
        self.problem.setText(said)
        self.problem.setVisible(bool(said))


def _version(offered: Offered) -> str:
    told = _("Reference pack {version}; version {known} is used now.")
    return told.format(version=offered.version, known=offered.known)


def _signer(offered: Offered) -> str:
    told = {
        Signer.OWN: _("Your own organisation signed it."),
        Signer.COORDINATOR: _("It is signed with the key of {name}, whose call is in this workspace."),
        Signer.UNKNOWN: _("It is signed with a key that this workspace does not know."),
    }[offered.signer]
    return told.format(name=isolate(offered.name))


def _changes(offered: Offered) -> list[str]:
    found = offered.changes
    counts = [
        ngettext("{count} text is new.", "{count} texts are new.", len(found.new)).format(count=len(found.new)),
        ngettext("{count} text changes.", "{count} texts change.", len(found.other)).format(count=len(found.other)),
        ngettext("{count} text is gone.", "{count} texts are gone.", len(found.gone)).format(count=len(found.gone)),
    ]
    told = _("{before} becomes {after}")
    mine = sorted(found.other, key=lambda one: one.language != language())
    some = [told.format(before=_quoted(one.before), after=_quoted(one.after)) for one in mine[:_MOST]]
    gone = [isolate(load().code_list(part).label(code, language())) for part, code in found.codes_gone[:_MOST]]
    ended = [_("No longer offered: {names}.").format(names=format_list(gone))] if gone else []
    return [*counts, *ended, *some]


def _quoted(text: str) -> str:
    return _("“{text}”").format(text=isolate(text))
