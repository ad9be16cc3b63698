"""One item that would leave, as its recipient would read it, with the places somebody must look at."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.compact import Pack
from app.domain.shared import SharedEntry
from app.i18n import _, isolate
from app.services.reviewing import Item
from app.ui import theme
from app.ui.submissions.entry_words import facts, heading, heading_field, kind_words, line, texts
from app.ui.submissions.finding_line import KEEP, RELEASE, Finding, FindingLine
from app.ui.submissions.marked_text import LEAVES, OPEN, STAYS, Mark, MarkedText
from app.ui.widgets.chip import Chip
from app.ui.widgets.direction import in_line
from app.ui.widgets.text import Label

_ASKING = " ?؟？\u00a0\u202f"
"""A label that asks is followed by its answer: no question mark before the colon."""


class ItemCard(QFrame):
    """Title, facts and texts of one entry; each finding with its two answers."""

    decided = Signal(str, bool)
    """(id of a finding, whether its text leaves)."""
    reasoned = Signal(str, str)
    changing = Signal(str)

    def __init__(self, pack: Pack, item: Item | SharedEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.findings: tuple[FindingLine, ...] = ()
        self._pack = pack
        entry = item.entry if isinstance(item, Item) else item
        found = item.findings if isinstance(item, Item) else ()
        column = QVBoxLayout(self)
        edge = theme.px(14)
        column.setContentsMargins(edge, theme.px(10), edge, theme.px(12))
        column.setSpacing(theme.px(6))
        column.addLayout(self._head(entry))
        self._tell_facts(column, entry)
        for part in self._texts(entry, found):
            column.addWidget(part)

    def open_findings(self) -> list[FindingLine]:
        """What is not answered yet, in the order of reading."""
        return [line for line in self.findings if not line.finding.answer]

    def _head(self, entry: SharedEntry) -> QHBoxLayout:
        words = heading(entry, self._pack)
        self.setAccessibleName(words)
        row = QHBoxLayout()
        row.addWidget(Label(words, "strong", wraps=True), 1)
        row.addWidget(Chip(kind_words(entry)), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _tell_facts(self, column: QVBoxLayout, entry: SharedEntry) -> None:
        if words := line(entry):
            column.addWidget(Label(words, "small", wraps=True))
        told = _("{label}: {value}")
        parts = [told.format(label=fact.label.rstrip(_ASKING), value=fact.value) for fact in facts(entry, self._pack)]
        if parts:
            column.addWidget(Label(in_line(isolate(part) for part in parts), "caption", wraps=True))

    def _texts(self, entry: SharedEntry, found: tuple[Finding, ...]) -> Iterator[QWidget]:
        for name, label, words in texts(entry, [finding.field for finding in found]):
            inside = tuple(finding for finding in found if finding.field == name)
            if name == heading_field(entry) and not inside:
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
                yield one


def _marks(found: tuple[Finding, ...]) -> list[Mark]:
    """The place of each finding; where the whole text must be read or stays here, all of it."""
    if any(finding.answer == KEEP for finding in found):
        return [Mark(0, len(found[0].text), STAYS)]
    return [_mark(finding) for finding in found]


def _mark(finding: Finding) -> Mark:
    start, end = (finding.span.start, finding.span.end) if finding.span else (0, len(finding.text))
    return Mark(start, end, LEAVES if finding.answer == RELEASE else OPEN)
