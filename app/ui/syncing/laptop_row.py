"""One laptop: name, digits, since when it belongs, when it was last heard from, and what can be done with it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number, isolate, ngettext
from app.services.syncing.devices import DeviceLine
from app.ui import sync_words
from app.ui.look import theme
from app.ui.syncing.laptop_questions import Question, Rename, demoting, promoting, revoking
from app.ui.widgets.buttons import DANGER, GHOST, Button
from app.ui.widgets.chip import Chip
from app.ui.widgets.direction import in_line
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import IconLabel, Label

_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"


class LaptopRow(QWidget):
    """What changes who may do what asks first, and says what that does and does not do."""

    renamed = Signal(str, str)
    """(fingerprint, name)."""
    revoked = Signal(str)
    promoted = Signal(str)
    demoted = Signal(str)
    """The fingerprint."""

    def __init__(self, line: DeviceLine, now: datetime, *, may_change: bool) -> None:
        super().__init__()
        self._line = line
        self.fingerprint = line.fingerprint
        name = isolate(sync_words.laptop_words(line.name))
        self.rename = Button(_("Rename"), GHOST)
        self.rename.setAccessibleName(_("Rename {laptop}").format(laptop=name))
        self.lost = Button(_("Lost or stolen"), DANGER)
        self.lost.setAccessibleName(_("{laptop} is lost or stolen").format(laptop=name))
        deed = _("Make it an ordinary laptop") if line.is_admin else _("Let it admit others")
        self.standing = Button(deed, GHOST)
        words = _("Make {laptop} an ordinary laptop") if line.is_admin else _("Let {laptop} admit others")
        self.standing.setAccessibleName(words.format(laptop=name))
        self.form = Rename(line.name)
        self.question = revoking(name)
        self.asked = demoting(name, is_me=line.is_me) if line.is_admin else promoting(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(self._head(sync_words.laptop_words(line.name), now))
        self._folded: tuple[tuple[Rename | Question, Button], ...] = (
            (self.form, self.rename),
            (self.question, self.lost),
            (self.asked, self.standing),
        )
        for part, _button in self._folded:
            column.addWidget(part)
            part.hide()
        self.rename.setHidden(bool(line.revoked) or not (line.is_me or may_change))
        self.lost.setHidden(bool(line.revoked) or line.is_me or not may_change)
        self.standing.setHidden(bool(line.revoked) or not may_change)
        self._connect()

    def _connect(self) -> None:
        fingerprint = self.fingerprint
        self.rename.clicked.connect(self._unfold_form)
        self.lost.clicked.connect(lambda: self._ask(self.question))
        self.standing.clicked.connect(lambda: self._ask(self.asked))
        self.form.keep.clicked.connect(self._take_name)
        self.form.name.entered.connect(self._take_name)
        for part, button in self._folded:
            part.stay.clicked.connect(lambda _checked=False, button=button: self._fold(button))
        self.question.go.clicked.connect(lambda: self.revoked.emit(fingerprint))
        told = self.demoted if self._line.is_admin else self.promoted
        self.asked.go.clicked.connect(lambda: told.emit(fingerprint))

    def is_open(self) -> bool:
        """Whether something is being typed or asked here."""
        return any(part.isVisibleTo(self) for part, _button in self._folded)

    def fold(self) -> None:
        """Ask and say nothing any more."""
        self.asked.refuse("")
        for part, button in self._folded:
            part.hide()
            button.setEnabled(True)

    def refuse(self, problem: str) -> None:
        """What was asked could not be done: say why, where it was asked."""
        self._ask(self.asked)
        self.asked.refuse(problem)

    def focus(self) -> None:
        """Go to the first thing that can be done here, or to the row itself."""
        found = next((one for one in (self.rename, self.standing, self.lost) if one.isVisibleTo(self)), None)
        if found is None:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setAccessibleName(sync_words.laptop_words(self._line.name))
        (found or self).setFocus()

    def _head(self, name: str, now: datetime) -> QHBoxLayout:
        title = QHBoxLayout()
        title.setSpacing(theme.px(8))
        title.addWidget(Label(isolate(name), "strong", wraps=True), 1)
        for told, tone in _standing(self._line):
            title.addWidget(Chip(told, tone))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(title)
        words.addWidget(Label(_facts(self._line, now), "small", wraps=True))
        digits = Label(f"{_LEFT_TO_RIGHT}{self._line.digits}{_END}", "caption", wraps=True)
        digits.setAccessibleName(_("Digits of the key: {digits}").format(digits=self._line.digits))
        words.addWidget(digits)
        for told in _worries(self._line):
            words.addWidget(Label(told, "small", wraps=True, tone="warn"))
        buttons = QWidget()
        flow = FlowLayout(buttons, theme.px(8))
        for button in (self.rename, self.standing, self.lost):
            flow.addWidget(button)
        words.addWidget(buttons)
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        mark = QVBoxLayout()
        mark.addWidget(IconLabel("device-laptop", "faint" if self._line.revoked else "accent", 22))
        mark.addStretch(1)
        row.addLayout(mark)
        row.addLayout(words, 1)
        return row

    def _unfold_form(self) -> None:
        self.fold()
        self.form.show()
        self.form.name.setFocus()
        self.form.name.select_all()

    def _ask(self, question: Question) -> None:
        self.fold()
        question.show()
        next(button for part, button in self._folded if part is question).setEnabled(False)
        question.stay.setFocus()

    def _fold(self, back: Button) -> None:
        self.fold()
        back.setFocus()

    def _take_name(self) -> None:
        if not self.form.name.value():
            self.form.name.set_problem(_("Please give the laptop a name."))
            return
        self.form.hide()
        self.renamed.emit(self._line.fingerprint, self.form.name.value())


def _standing(line: DeviceLine) -> list[tuple[str, str]]:
    found = []
    if line.is_me:
        found.append((_("This laptop"), "accent"))
    if line.revoked:
        found.append((_("Taken out"), "bad"))
    elif line.is_admin:
        found.append((_("May let others in"), "neutral"))
    return found


def _worries(line: DeviceLine) -> list[str]:
    """What is odd about a laptop that belongs, and what to do."""
    found = []
    if line.is_silent:
        found.append(
            _(
                "Nothing came from it for a year. Sync it; if it is lost, take it out. Until then no replaced words"
                " leave the places where your laptops meet."
            )
        )
    if line.is_behind:
        found.append(_("It does not tell what it has. It may have an older Groundwork: update it, and sync it."))
    return found


def _facts(line: DeviceLine, now: datetime) -> str:
    parts = [_("added {day}").format(day=sync_words.day_words(line.added))]
    if line.revoked:
        parts.append(_("taken out {day}").format(day=sync_words.day_words(line.revoked)))
    if line.last_seen is None:
        parts.append(_("nothing written yet"))
    elif not line.is_me:
        parts.append(_("last heard from {when}").format(when=sync_words.when_words(line.last_seen, now)))
    if line.put_aside:
        words = ngettext("{count} file put aside", "{count} files put aside", line.put_aside)
        parts.append(words.format(count=format_number(line.put_aside)))
    return in_line(parts)
