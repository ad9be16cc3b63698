"""The first step: a file is dropped or chosen; what ails it is told here, and earlier imports are undone here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, isolate
from app.ui.importing import words
from app.ui.importing.work import Earlier, Letters
from app.ui.look import theme
from app.ui.process.failure import details, sentence
from app.ui.process.saving import documents
from app.ui.widgets.buttons import GHOST, SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.drop_area import DropArea
from app.ui.widgets.text import Label

PATTERNS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt *.zip *.xml *.json *.yaml *.yml"


class FileStep(QWidget):
    """Nothing is read here: it says which file was chosen, and with which letters."""

    chosen = Signal(list)
    """The paths of files."""
    spelled = Signal(object, str)
    """(path, encoding): these letters can be read."""
    undo_asked = Signal(str)
    """An earlier import, by its id."""

    def __init__(self) -> None:
        super().__init__()
        note = _("Spreadsheets, exports of KoboToolbox and ODK, 3W, HXL and IATI, feedback logs, lists of places")
        self.drop_area = DropArea(_("Drop a spreadsheet here"), note)
        self.choose = Button(_("Choose a file"), SECONDARY, "folder-open")
        self.trouble = Card(_("This file cannot be read"))
        self.told = Label("", wraps=True)
        self.more = Button(_("Show details"), GHOST, "chevron-down")
        self.detail = Label("", "caption", wraps=True)
        self.letters = Card(_("Which letters can you read?"), _("The file does not say how its letters are written."))
        self.earlier = Card(_("Brought in earlier"))
        self._lay_out()
        self.drop_area.dropped.connect(self.chosen)
        self.choose.clicked.connect(self._ask)
        self.more.clicked.connect(self._unfold)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.drop_area, 1)
        row.addWidget(self.choose)
        for part in (self.told, self.more, self.detail):
            self.trouble.add(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addLayout(row)
        self._samples, self._batches = _column(self.letters), _column(self.earlier)
        for card in (self.trouble, self.letters, self.earlier):
            column.addWidget(card)
            card.hide()
        column.addStretch(1)

    def show_nothing(self) -> None:
        """No file is being looked at, and none was in trouble."""
        self.trouble.hide()
        self.letters.hide()

    def show_failure(self, error: Exception, name: str) -> None:
        """Say in one sentence what ails the file; technical words are folded."""
        self.letters.hide()
        self.told.setText(_("{name}: {sentence}").format(name=isolate(name), sentence=sentence(error)))
        self.detail.setText(details(error))
        self.detail.hide()
        self.trouble.show()
        self.more.setFocus()

    def show_letters(self, found: Letters) -> None:
        """Let a person choose the encoding in which the first lines can be read."""
        self.trouble.hide()
        _empty(self._samples)
        labels = {
            "cp1252": _("These: Latin letters (cp1252)"),
            "cp1256": _("These: Arabic letters (cp1256)"),
            "cp1251": _("These: Cyrillic letters (cp1251)"),
            "gb18030": _("These: Chinese letters (gb18030)"),
        }
        for encoding, sample in found.samples.items():
            button = Button(labels.get(encoding, encoding), SECONDARY)
            button.setAccessibleDescription(sample)
            button.clicked.connect(lambda _on=False, chosen=encoding: self.spelled.emit(found.path, chosen))
            self._samples.addWidget(Label(isolate(sample), "small", wraps=True))
            self._samples.addWidget(_leading(button))
        self.letters.show()

    def show_earlier(self, found: Sequence[Earlier]) -> None:
        """The last imports, each with its undo."""
        _empty(self._batches)
        for one in found:
            line, row = QWidget(), QHBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            told = _("{file}: {counts}").format(
                file=isolate(one.batch.file), counts=words.counts(json.loads(one.batch.counts))
            )
            row.addWidget(Label(told, wraps=True), 1)
            if one.is_undone:
                row.addWidget(Label(_("Undone"), "small"))
            else:
                undo = Button(_("Undo"), GHOST, "arrow-back-up")
                undo.setAccessibleName(_("Undo the import of {file}").format(file=one.batch.file))
                undo.clicked.connect(lambda _on=False, batch=one.batch.id: self.undo_asked.emit(batch))
                row.addWidget(undo)
            line.setLayout(row)
            self._batches.addWidget(line)
        self.earlier.setVisible(bool(found))

    def _unfold(self) -> None:
        self.detail.setVisible(self.detail.isHidden())

    def _ask(self) -> None:
        kinds = f"{_('Tables')} ({PATTERNS});;{_('All files')} (*)"
        names, _kind = QFileDialog.getOpenFileNames(self, _("Bring in a table"), str(documents()), kinds)
        if names:
            self.chosen.emit([Path(name) for name in names])


def _column(card: Card) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(6))
    card.add(column)
    return column


def _leading(button: Button) -> QWidget:
    line, row = QWidget(), QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    line.setLayout(row)
    return line


def _empty(column: QVBoxLayout) -> None:
    while column.count():
        part = column.takeAt(0).widget()
        part.hide()
        part.deleteLater()
