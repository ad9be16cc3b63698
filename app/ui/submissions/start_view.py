"""Where every submission begins: the calls with how far each is, a period of one's own, and what was sent before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.shared import Call
from app.domain.terms import When
from app.i18n import _, format_number, isolate
from app.services.opening.workspace import Workspace
from app.services.submitting.receipts import Answer
from app.services.submitting.submissions import Made
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.submissions.asked_card import AskedCard, answer_chip, answer_words
from app.ui.submissions.brief_card import BriefCard
from app.ui.submissions.period_card import PeriodCard
from app.ui.submissions.reading import Start, is_own
from app.ui.submissions.sent_words import Sending, sending_words
from app.ui.submissions.stakeholder_card import StakeholderCard
from app.ui.submissions.taken import Taken
from app.ui.submissions.totals_card import taken_words
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.columns import Columns
from app.ui.widgets.direction import in_line
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import Label, Line
from app.ui.words import wording

_TAKEN = 20
"""So many of what was taken back are named here; every submission names its own."""


class StartView(QWidget):
    """Calls on the leading side, the own period and the list of what was sent beside them."""

    call_asked = Signal(str)
    """The id of a call to answer."""
    sent_asked = Signal(str)
    """The id of something sent, to look at again."""
    record_asked = Signal(str)
    """The id of a record that a reader asked about."""
    take_asked = Signal()
    period_asked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace = session.workspace
        self.take = Button(_("Take a call or receipt"), PRIMARY, "download")
        self._take_here = Button(_("Take a call or receipt"), SECONDARY, "download")
        self.periods = PeriodCard(workspace.now().date())
        self.brief = BriefCard(session, workspace.now().date())
        if workspace.coordinator:
            self.brief.hide()  # it is made of the picture there
        self.stakeholder = StakeholderCard(session, workspace.now().date())
        self._calls = Card(_("Calls"), _("A file from a coordinator. You may also drop it on this page, or a receipt."))
        self._asked = AskedCard()
        self._sent = Card(_("Sent before"), _("Exactly as it was sent."))
        self._taken = Card(_("Taken back"), _("Whoever received it was told so, and no longer shows it."))
        self._listed: list[QWidget] = []
        self._lay_out()
        self.take.clicked.connect(self.take_asked)
        self._take_here.clicked.connect(self.take_asked)
        self.periods.chosen.connect(self.period_asked)
        self._asked.opening.connect(self.record_asked)

    def show_start(self, start: Start) -> None:
        """Show these calls and these submissions."""
        for old in self._listed:
            old.hide()
            old.deleteLater()
        self._listed = []
        self._empty.setVisible(not start.calls)
        self._fill(self._calls, [self._call_row(call, start.latest(call)) for call in start.calls])
        self._asked.show_tasks(start.asked)
        self._fill(self._sent, [self._sent_row(one, start.answers.get(one.made.id)) for one in start.sent])
        self._sent.setVisible(bool(start.sent))
        self._fill(self._taken, [_taken_row(recipient, one) for recipient, one in start.taken[:_TAKEN]])
        self._taken.setVisible(bool(start.taken))

    def _lay_out(self) -> None:
        words = _("Take the call file of your coordinator, or report for a period of your own.")
        self._empty = EmptyState("send", _("No call yet"), words, self._take_here)
        self._calls.add(self._empty)
        main, side = QWidget(), QWidget()
        side_parts = (self.periods, self.brief, self.stakeholder, self._sent, self._taken)
        for place, parts in ((main, (self._asked, self._calls)), (side, side_parts)):
            column = QVBoxLayout(place)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.px(12))
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        title = PageHeader(_("Submissions"), _("What you hand over, checked item by item before it leaves."), self.take)
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(12))
        whole.addWidget(title)
        whole.addWidget(Columns(main, side), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scrolling(body))

    def _fill(self, card: Card, rows: list[QWidget]) -> None:
        for place, row in enumerate(rows):
            parts = [Line(), row] if place else [row]
            for part in parts:
                card.add(part)
            self._listed += parts

    def _call_row(self, call: Call, sent: Made | None) -> QWidget:
        facts = [_coordinator(self._workspace, call), due_words(call), state_words(sent) if sent else ""]
        words = _("Begin") if sent is None and not call.withdrawn else _("Open")
        title = call.title or wording.period(call.period)
        button = Button(words, SECONDARY)
        button.clicked.connect(lambda: self.call_asked.emit(call.id))
        return _row(title, in_line(facts), _call_chip(call, sent), button)

    def _sent_row(self, one: Sending, answer: Answer | None) -> QWidget:
        button = Button(_("Show"), GHOST)
        button.clicked.connect(lambda: self.sent_asked.emit(one.made.id))
        facts = "\n".join(filter(None, (sending_words(one), answer_words(answer))))
        return _row(wording.period(one.made.submission.period), facts, answer_chip(answer), button)


def due_words(call: Call) -> str:
    """When the answer is due; empty if no day was set."""
    return _("Due on {day}").format(day=wording.when(When.parse(call.due))) if call.due else ""


def state_words(sent: Made | None) -> str:
    """Whether something was sent for a call: which version, in which month."""
    if sent is None:
        return _("Not begun")
    revision, month = sent.submission.revision, wording.when(When.parse(sent.submission.made_on))
    return _("Version {number} sent in {month}").format(number=format_number(revision), month=month)


def _call_chip(call: Call, sent: Made | None) -> Chip:
    """How far the answer is, to the version of the call that counts now."""
    if call.withdrawn:
        return Chip(_("Withdrawn"))
    if sent is None:
        return Chip(_("Not begun"))
    if sent.submission.call != call.id:
        return Chip(_("Changed since you answered"), "warn")
    return Chip(_("Sent"), "good")


def _coordinator(workspace: Workspace, call: Call) -> str:
    return _("Your own") if is_own(workspace, call) else isolate(call.coordinator)


def _row(title: str, facts: str, chip: Chip | None, button: Button) -> QWidget:
    row, words = QWidget(), QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Label(title, "strong", wraps=True))
    words.addWidget(Label(facts, "caption", wraps=True))
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, theme.px(2), 0, theme.px(2))
    layout.setSpacing(theme.px(10))
    layout.addLayout(words, 1)
    if chip is not None:
        layout.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
    button.setAccessibleName(_("{action}: {title}").format(action=button.text(), title=title))
    layout.addWidget(button)
    return row


def _taken_row(recipient: str, one: Taken) -> QWidget:
    told = _("{what}, for {coordinator}") if recipient else "{what}"
    return Label(told.format(what=taken_words(one), coordinator=isolate(recipient)), "small", wraps=True)
