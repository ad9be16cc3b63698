"""What was typed on a page and is kept nowhere yet, carried over to the same page in another language or look.

Passphrases are never carried. Fields are known by their place among those of the page: where a rebuilt page has
others than before, nothing is put back, as it could stand in the wrong one.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from app.ui.widgets.fields.chips_field import ChipsField

Typed = tuple[int, dict[int, str]]


def typed(top: QWidget) -> Typed:
    """How many fields there are, and what a person typed into which of them."""
    fields = list(_fields(top))
    return len(fields), {at: _text(one) for at, one in enumerate(fields) if _is_typed(one)}


def put_back(top: QWidget, kept: object) -> None:
    """Type again what `typed` found; where that stands already, nothing happens."""
    fields = list(_fields(top))
    if not (isinstance(kept, tuple) and len(kept) == 2 and kept[0] == len(fields)):
        return
    for at, words in kept[1].items():
        if _text(fields[at]) != words:
            fields[at].selectAll()
            _write(fields[at], words)


def begun(top: QWidget) -> Typed:
    """How many fields there are in which things are looked up, and in which of them a name was begun and not chosen."""
    fields = top.findChildren(ChipsField)
    return len(fields), {at: one.begun() for at, one in enumerate(fields) if one.begun()}


def go_on(top: QWidget, kept: object) -> None:
    """Show again what `begun` found."""
    fields = top.findChildren(ChipsField)
    if isinstance(kept, tuple) and len(kept) == 2 and kept[0] == len(fields):
        for at, words in kept[1].items():
            fields[at].go_on(words)


def _fields(top: QWidget) -> Iterator[QLineEdit | QTextEdit]:
    for one in top.findChildren(QWidget):
        if isinstance(one, QTextEdit):
            yield one
        elif isinstance(one, QLineEdit) and one.echoMode() is QLineEdit.EchoMode.Normal:
            yield one


def _is_typed(one: QLineEdit | QTextEdit) -> bool:
    return not one.isReadOnly() and (one.isModified() if isinstance(one, QLineEdit) else one.document().isModified())


def _text(one: QLineEdit | QTextEdit) -> str:
    return one.text() if isinstance(one, QLineEdit) else one.toPlainText()


def _write(one: QLineEdit | QTextEdit, words: str) -> None:
    if isinstance(one, QLineEdit):
        one.insert(words)  # as if somebody typed it, so that the page learns of it
        one.setModified(True)
    else:
        one.insertPlainText(words)
