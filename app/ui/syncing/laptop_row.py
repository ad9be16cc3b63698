"""One laptop: name, digits, since when it belongs, when it was last heard from, and what can be done with it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number, isolate, ngettext
from app.services.syncing.devices import DeviceLine
from app.ui import sync_words
from app.ui.look import theme
from app.ui.widgets.buttons import DANGER, GHOST, SECONDARY, Button, in_row
from app.ui.widgets.chip import Chip
from app.ui.widgets.direction import in_line
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.text import IconLabel, Label

_LEFT_TO_RIGHT, _END = "\u2066", "\u2069"


class LaptopRow(QWidget):
    """Taking a laptop out is for good, so it says first what that does and does not do."""

    renamed = Signal(str, str)
    """(fingerprint, name)."""
    revoked = Signal(str)
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
        self.form = _Rename(line.name)
        self.question = _Question(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(self._head(sync_words.laptop_words(line.name), now))
        for part in (self.form, self.question):
            column.addWidget(part)
            part.hide()
        self.rename.setHidden(bool(line.revoked) or not (line.is_me or may_change))
        self.lost.setHidden(bool(line.revoked) or line.is_me or not may_change)
        self.rename.clicked.connect(self._unfold_form)
        self.lost.clicked.connect(self._ask)
        self.form.keep.clicked.connect(self._take_name)
        self.form.name.entered.connect(self._take_name)
        self.form.leave.clicked.connect(lambda: self._fold(self.rename))
        self.question.stay.clicked.connect(lambda: self._fold(self.lost))
        self.question.go.clicked.connect(lambda: self.revoked.emit(line.fingerprint))

    def is_open(self) -> bool:
        """Whether something is being typed or asked here."""
        return self.form.isVisibleTo(self) or self.question.isVisibleTo(self)

    def focus(self) -> None:
        """Go to the first thing that can be done here, or to the row itself."""
        found = next((one for one in (self.rename, self.lost) if one.isVisibleTo(self)), None)
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
        words.addLayout(in_row(self.rename, self.lost))
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        mark = QVBoxLayout()
        mark.addWidget(IconLabel("device-laptop", "faint" if self._line.revoked else "accent", 22))
        mark.addStretch(1)
        row.addLayout(mark)
        row.addLayout(words, 1)
        return row

    def _unfold_form(self) -> None:
        self.form.show()
        self.form.name.setFocus()
        self.form.name.select_all()

    def _ask(self) -> None:
        self.question.show()
        self.lost.setEnabled(False)
        self.question.stay.setFocus()

    def _fold(self, back: Button) -> None:
        self.lost.setEnabled(True)
        back.setFocus()
        self.form.hide()
        self.question.hide()

    def _take_name(self) -> None:
        if not self.form.name.value():
            self.form.name.set_problem(_("Please give the laptop a name."))
            return
        self.form.hide()
        self.renamed.emit(self._line.fingerprint, self.form.name.value())


class _Rename(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = LineField(_("Name of the laptop"), longest=60)
        self.name.set_value(name)
        self.keep = Button(_("Rename"), SECONDARY)
        self.leave = Button(_("Cancel"), GHOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.name)
        column.addLayout(in_row(self.keep, self.leave))


class _Question(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        told = (
            _("What arrived from {laptop} stays and counts. What it sends later is put aside until it was looked at."),
            _("From now on everything is sealed with a new key that {laptop} does not have."),
            _(
                "What was on it is still on it, behind its passphrase. Change the password of the place where you"
                " exchange files, too, and sync, so that the other laptops know."
            ),
        )
        self.stay = Button(_("Keep it"), SECONDARY)
        self.go = Button(_("Take out {laptop} for good").format(laptop=name), DANGER)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(8))
        column.setSpacing(theme.px(6))
        for one in told:
            column.addWidget(Label(one.format(laptop=name), "small", wraps=True))
        column.addLayout(in_row(self.stay, self.go))


def _standing(line: DeviceLine) -> list[tuple[str, str]]:
    found = []
    if line.is_me:
        found.append((_("This laptop"), "accent"))
    if line.revoked:
        found.append((_("Taken out"), "bad"))
    elif line.is_admin:
        found.append((_("May let others in"), "neutral"))
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
