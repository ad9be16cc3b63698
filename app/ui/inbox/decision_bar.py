"""What is decided about a submission, with the comment that travels back; it never scrolls away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import N_, _, pgettext
from app.services.coordinating.asking import says_enough
from app.services.coordinating.triage import Verdict
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.fields.line_field import LineEdit
from app.ui.widgets.text import Label, Line

_NEEDED = {
    Verdict.RETURNED: N_("Ask a question about a field, or write one here. It travels back with the receipt."),
    Verdict.REJECTED: N_("Write the reason first. It travels back with the receipt."),
}
"""Verdicts that say nothing without a comment."""
_COMMENT = 220


class DecisionBar(QFrame):
    """Comment field and four buttons; in a narrow pane the comment stands above the buttons."""

    decided = Signal(object)
    """The Verdict that was pressed; its comment, where one is needed, is there."""
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "footer")
        hint = _("Write a comment. It travels back with the receipt.")
        self._edit = LineEdit(hint)
        self._edit.setToolTip(hint)
        self._edit.setAccessibleName(_("Comment"))
        self._edit.setMaxLength(2000)
        self._problem = Label("", "problem", wraps=True)
        self._problem.hide()
        self._asks = False
        self.accept = Button(_("Accept"), PRIMARY, "check")
        self._buttons = {
            Verdict.ASIDE: Button(pgettext("button", "Put aside"), GHOST),
            Verdict.REJECTED: Button(pgettext("button", "Not used"), GHOST),
            Verdict.RETURNED: Button(_("Return with questions"), SECONDARY),
            Verdict.ACCEPTED: self.accept,
        }
        self._lay_out()
        for verdict, button in self._buttons.items():
            button.clicked.connect(lambda _checked=False, which=verdict: self._decide(which))
        self._edit.textEdited.connect(self._comment_edited)

    def _lay_out(self) -> None:
        self._pairs = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for pair in ((Verdict.ASIDE, Verdict.REJECTED), (Verdict.RETURNED, Verdict.ACCEPTED)):
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            row.addStretch(1)
            for verdict in pair:
                row.addWidget(self._buttons[verdict])
            self._pairs.addLayout(row)
        self._pairs.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(theme.px(4))
        words.addWidget(self._edit)
        words.addWidget(self._problem)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setContentsMargins(theme.px(24), theme.px(10), theme.px(24), theme.px(10))
        self._row.setSpacing(theme.px(12))
        self._row.addLayout(words, 1)
        self._row.addLayout(self._pairs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Line())
        layout.addLayout(self._row)

    def comment(self) -> str:
        """What was written, without spaces around it."""
        return self._edit.text().strip()

    def set_comment(self, text: str) -> None:
        """Show this comment, without saying so; the cursor stays where it is in one that is shown already."""
        if text == self.comment():
            return
        self._edit.setText(text)
        self._show_problem("")

    def set_asked(self, has_questions: bool) -> None:
        """Whether something is asked about a field: then returning needs no comment."""
        self._asks = has_questions

    def ask(self, words: str) -> None:
        """Add a question to the comment and go there."""
        self._edit.setText(_("{comment} {question}").format(comment=self.comment(), question=words).strip())
        self._edit.setFocus()
        self.edited.emit()

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider pair of buttons."""
        edges = self._row.contentsMargins()
        widest = max(self._pair_width(place) for place in range(2))
        return QSize(widest + edges.left() + edges.right(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new size."""
        super().resizeEvent(event)
        edges = self._row.contentsMargins()
        room = self.width() - edges.left() - edges.right()
        needed = self._pair_width(0) + self._pair_width(1) + theme.px(8)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(below if room < needed + theme.px(_COMMENT) else beside)
        self._pairs.setDirection(below if room < needed else beside)

    def _pair_width(self, place: int) -> int:
        return self._pairs.itemAt(place).minimumSize().width()

    def _decide(self, verdict: Verdict) -> None:
        asked = {"": ""} if self._asks else {}
        if not says_enough(verdict, self.comment(), asked):
            self._show_problem(_(_NEEDED[verdict]))
            self._edit.setFocus()
            return
        self._show_problem("")
        self.decided.emit(verdict)

    def _comment_edited(self) -> None:
        self._show_problem("")
        self.edited.emit()

    def _show_problem(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._edit.setAccessibleDescription(sentence)
        self._edit.setProperty("problem", "true" if sentence else "false")
        self._edit.style().unpolish(self._edit)
        self._edit.style().polish(self._edit)
