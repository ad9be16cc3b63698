"""A card that is read as its recipient reads it: what it is, its facts, its texts with what to look at beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, isolate
from app.ui.entry_words import Told
from app.ui.look import theme
from app.ui.submissions.finding_line import KEEP, RELEASE, Finding, FindingLine
from app.ui.submissions.marked_text import LEAVES, OPEN, STAYS, Mark, MarkedText
from app.ui.widgets.chip import Chip
from app.ui.widgets.direction import in_line
from app.ui.widgets.text import Label

_ASKING = " ?؟？\u00a0\u202f"
"""A label that asks is followed by its answer: no question mark before the colon."""


@dataclass(frozen=True)
class Reading:
    """The words of a card."""

    heading: str
    kind: str
    line: str = ""
    facts: tuple[Told, ...] = ()
    texts: tuple[tuple[str, str, str], ...] = ()
    """(field, label, words) of each."""
    above: str = ""
    """The field that the heading comes from: not told twice unless there is something to look at in it."""
    note: str = ""
    """What became of it since, such as that it was taken back."""
    tone: str = "warn"
    """Of the chip with the note."""


class ReadCard(QFrame):
    """Each finding stands below its text with its answers."""

    decided = Signal(str, bool)
    """(id of a finding, whether its text leaves)."""
    reasoned = Signal(str, str)
    changing = Signal(str)
    looking = Signal(str)

    def __init__(self, reading: Reading, found: tuple[Finding, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(reading.heading)
        self.findings: tuple[FindingLine, ...] = ()
        self._column = column = QVBoxLayout(self)
        edge = theme.px(14)
        column.setContentsMargins(edge, theme.px(10), edge, theme.px(12))
        column.setSpacing(theme.px(6))
        column.addLayout(_head(reading))
        for part in (*_facts(reading), *self._texts(reading, found)):
            column.addWidget(part)

    def show_below_heading(self, part: QWidget) -> None:
        """Put something that is to be seen, such as a picture, between what it is and what is said of it."""
        self._column.insertWidget(1, part)

    def open_findings(self) -> list[FindingLine]:
        """What is not answered yet, in the order of reading."""
        return [line for line in self.findings if not line.finding.answer]

    def _texts(self, reading: Reading, found: tuple[Finding, ...]) -> Iterator[QWidget]:
        for name, label, words in reading.texts:
            inside = tuple(finding for finding in found if finding.field == name)
            if name == reading.above and not inside:
                continue  # it stands above already
            text = inside[0].text if inside else words
            if not text:
                continue
            yield Label(label, "caption")
            yield MarkedText(text, _marks(inside))
            lines = tuple(FindingLine(finding) for finding in inside)
            self.findings += lines
            for one in lines:
                one.decided.connect(self.decided)
                one.reasoned.connect(self.reasoned)
                one.changing.connect(self.changing)
                one.looking.connect(self.looking)
                yield one


def _head(reading: Reading) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addWidget(Label(reading.heading, "strong", wraps=True), 1)
    if reading.note:
        row.addWidget(Chip(reading.note, reading.tone), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Chip(reading.kind), 0, Qt.AlignmentFlag.AlignTop)
    return row


def _facts(reading: Reading) -> Iterator[QWidget]:
    if reading.line:
        yield Label(reading.line, "small", wraps=True)
    told = _("{label}: {value}")
    parts = [told.format(label=fact.label.rstrip(_ASKING), value=isolate(fact.value)) for fact in reading.facts]
    if parts:
        yield Label(in_line(isolate(part) for part in parts), "caption", wraps=True)


def _marks(found: tuple[Finding, ...]) -> list[Mark]:
    """The place of each finding; where the whole text must be read or stays here, all of it."""
    if any(finding.answer == KEEP for finding in found):
        return [Mark(0, len(found[0].text), STAYS)]
    return [_mark(finding) for finding in found]


def _mark(finding: Finding) -> Mark:
    start, end = (finding.span.start, finding.span.end) if finding.span else (0, len(finding.text))
    return Mark(start, end, LEAVES if finding.answer == RELEASE else OPEN)
