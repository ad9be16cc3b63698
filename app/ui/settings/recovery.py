"""Recovery in the settings: words and cards made or made anew, and tried; for keepers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import _, format_date
from app.services.keeping import recovering
from app.services.keeping.recovering import Fresh, Standing
from app.services.syncing import restoring, spaces
from app.ui.look import theme
from app.ui.settings.section import Around, Section
from app.ui.widgets.buttons import GHOST, SECONDARY, Button, in_row
from app.ui.widgets.fields.typed_words import TypedWords
from app.ui.widgets.recovery_maker import RecoveryMaker
from app.ui.widgets.text import Label


def card(around: Around) -> RecoveryCard | None:
    """Only where whoever is working manages the team."""
    return RecoveryCard(around) if around.may(Verb.TEAM) else None


class RecoveryCard(Section):
    """Words are made, and tried, in a form that unfolds; they are shown once and kept nowhere."""

    def __init__(self, around: Around) -> None:
        super().__init__(
            _("If the passphrase is forgotten"),
            _("24 words, or any two of three cards, open it. Without the passphrase and these words the data is gone."),
        )
        self._around, self._workspace = around, around.session.workspace
        self.standing = Label("", wraps=True)
        self.make = Button("", SECONDARY, "key")
        self.try_them = Button(_("Try them"), SECONDARY)
        self.maker: RecoveryMaker | None = None
        self.typed = TypedWords()
        self.check = Button(_("Do they open this workspace?"), SECONDARY)
        self.go_on = Button(_("Show the new words"), SECONDARY, "key")
        self.cancel = Button(_("Cancel"), GHOST)
        self._below = QVBoxLayout()
        self._below.setSpacing(theme.px(8))
        for part in (self.standing, in_row(self.make, self.try_them), self._below):
            self.add(part)
        self._below.addWidget(self.typed)
        self._below.addLayout(in_row(self.check, self.go_on, self.cancel))
        self._note = Label(
            _("Private notes of other people stay closed to these words: they open those of whoever makes them."),
            "caption",
            wraps=True,
        )
        self.add(self._note)
        needed = _("The words open the file; they do not bring it back. For a lost file you need a backup as well.")
        self.add(Label(needed, "caption", wraps=True))
        self.settings["recovery"] = self.make
        self._fold()
        self.make.clicked.connect(self._ask_old_or_make)
        self.go_on.clicked.connect(self._take_old)
        self.try_them.clicked.connect(self._unfold_trial)
        self.check.clicked.connect(self._try)
        self.cancel.clicked.connect(self._fold)
        self.reload()

    def reload(self) -> None:
        """Say whether there are words, and when they were made and tried."""
        found = recovering.standing(self._workspace)
        self.standing.setText(_told(found))
        words = _("Make new words; the old ones become void") if found.exists else _("Make recovery words")
        self.make.set_text(_("Change the words of all laptops") if spaces.is_shared(self._workspace) else words)
        self.try_them.setVisible(found.exists and not self.check.isVisibleTo(self))

    def _ask_old_or_make(self) -> None:
        """Words that several laptops have in common are changed with the old ones alone."""
        if not spaces.is_shared(self._workspace):
            self._unfold_maker(None)
            return
        self._fold()
        for part in (self.typed, self.go_on, self.cancel):
            part.show()
        self.typed.setFocus()
        self.make.hide()
        self.try_them.hide()

    def _take_old(self) -> None:
        typed = self.typed.value()
        try:
            recovering.rehearse(self._workspace, typed)
        except GroundworkError as error:
            self.typed.refuse(error)
            return
        self._unfold_maker(partial(restoring.change_words, self._workspace, typed))

    def _unfold_maker(self, keep: Callable[[Fresh], None] | None) -> None:
        self._fold()
        self.maker = RecoveryMaker(self._workspace, keep=keep)
        self.maker.kept.connect(self._kept)
        self.maker.left.connect(self._fold)
        self._below.addWidget(self.maker)
        self.maker.ways.setFocus()
        self.make.hide()
        self.try_them.hide()

    def _kept(self) -> None:
        self._fold()
        told = _("The new words open the workspace. Older words and cards are void.")
        if spaces.is_shared(self._workspace):
            told = _("The new words are those of all laptops. Older words and cards are void; sync, so that all know.")
        self._around.tell(told)

    def _unfold_trial(self) -> None:
        self._fold()
        for part in (self.typed, self.check, self.cancel):
            part.show()
        self.typed.setFocus()
        self.make.hide()
        self.try_them.hide()

    def _try(self) -> None:
        try:
            recovering.rehearse(self._workspace, self.typed.value())
        except GroundworkError as error:
            self.typed.refuse(error)
            return
        self._fold()
        self._around.tell(_("They open this workspace. The day was noted."))

    def _fold(self) -> None:
        self.typed.clear()
        if self.maker is not None:
            self._below.removeWidget(self.maker)
            self.maker.hide()
            self.maker.deleteLater()
            self.maker = None
        for part in (self.typed, self.check, self.go_on, self.cancel):
            part.hide()
        self.make.show()
        self.reload()


def _told(found: Standing) -> str:
    if not found.exists or found.made_on is None:
        return _("No recovery words were made yet.")
    made = format_date(found.made_on)
    if found.tried_on is None:
        return _("Made on {day}, and never tried since.").format(day=made)
    return _("Made on {day}, last tried on {trial}.").format(day=made, trial=format_date(found.tried_on))
