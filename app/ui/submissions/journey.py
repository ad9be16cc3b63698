"""The five steps of answering a call: left at any time and taken up again; whatever blocks is led to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.shared import Call
from app.files import FileExistsRefusedError
from app.i18n import _
from app.progress import Progress
from app.services.records import objectives
from app.services.submitting import reviewing
from app.services.submitting.checklist import Point
from app.services.submitting.enclosing import choose
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.process.session import Session
from app.ui.process.tasks import Task
from app.ui.submissions import journey_words
from app.ui.submissions.approve_step import ApproveStep
from app.ui.submissions.call_step import CallStep
from app.ui.submissions.check_step import CheckStep
from app.ui.submissions.hand_over_step import HandOverStep
from app.ui.submissions.journey_words import APPROVE, CALL, CHECK, HAND_OVER, LEAVING
from app.ui.submissions.leaving_step import LeavingStep
from app.ui.submissions.making import Order, Outcome, carry_out
from app.ui.submissions.point_line import FINDING, WITHDRAWALS, place_of_point
from app.ui.submissions.reading import Seen, place_of, seen
from app.ui.submissions.staying import UNSIGNED, sign
from app.ui.submissions.steps_card import StepsCard
from app.ui.widgets.buttons import PRIMARY, SECONDARY, Button
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.loading import Loading
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.scrolling import Scrolling
from app.ui.words import wording

_NARROW = 720


class JourneyView(QWidget):
    """Shows one call and one step; everything decided is kept by the services at once."""

    closed = Signal()
    navigate = Signal(str, object)
    failed = Signal(str)
    """A sentence about what went wrong."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._workspace = session, session.workspace
        self.call: Call | None = None
        self.seen: Seen | None = None
        self._task: Task | None = None
        self.step, self._reading, self._stale = CALL, False, False
        self._approved: object = ()
        self.header, self.steps = PageHeader(""), StepsCard()
        self.parts = (
            CallStep(self._workspace),
            CheckStep(),
            LeavingStep(session),
            ApproveStep(self._workspace),
            HandOverStep(self._workspace),
        )
        self._call_step, self.check, self.leaving, self.approval, self.hand_over = self.parts
        self._stack = QStackedWidget()
        self.back = Button(_("Back"), SECONDARY, "arrow-left")
        self.close_button = Button(_("Save and close"), SECONDARY)
        self.primary = Button("", PRIMARY)
        self.footer = FooterBar(self.close_button, self.primary)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._loading = Loading(_("Reading what you wrote"), stoppable=True)
        self._stack.addWidget(self._loading)
        for part in self.parts:
            self._stack.addWidget(Scrolling(part, margin=0))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.steps)
        row.addWidget(self._stack, 1)
        self.footer.put_first(self.back)
        body = QVBoxLayout()
        body.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), 0)
        body.setSpacing(theme.px(12))
        body.addWidget(self.header)
        body.addLayout(row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(self.footer)

    def _connect(self) -> None:
        self.steps.chosen.connect(self.go)
        self._loading.cancelled.connect(lambda: self._task.stop())
        self.back.clicked.connect(self._go_back)
        self.close_button.clicked.connect(self.closed)
        self.primary.clicked.connect(self._go_on)
        self.check.settled.connect(self._settle)
        self.check.nothing_done.connect(self._say_nothing_done)
        self.leaving.decided.connect(self._decide)
        self.leaving.reasoned.connect(lambda finding, reason: self._decide(finding, reason=reason))
        self.leaving.changing.connect(lambda record: self.navigate.emit(*place_of(self._workspace, record)))
        self.leaving.signing.connect(self._sign)
        self.approval.read_again.connect(partial(self.go, LEAVING))
        self.leaving.chosen.connect(lambda wanted: self._answer(partial(choose, self._workspace, self.call, wanted)))
        self.approval.edited.connect(self._show_step)
        self.hand_over.ordered.connect(self._make)

    def show_call(self, call: Call, step: int = CALL) -> None:
        """Begin with a call, or go on with it where one was."""
        fresh = self.call is None or self.call.id != call.id
        self.call, self.step = call, step
        if fresh:
            self.seen = None
            self._stack.setCurrentIndex(0)
        self._show_step()
        self.reload()

    def reload(self) -> None:
        """Read checklist and review again; what is shown stays until then."""
        if self.call is None:
            return
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        work, run = partial(seen, self._workspace, self.call), self._session.tasks.run
        self._task = run(work, done=self._take, failed=self._fail, progressed=self._loading.show_progress)
        self._task.cancelled.connect(self._give_up)

    def _give_up(self) -> None:
        """Reading was cancelled: nothing is shown of this call, and it can be opened again."""
        self._reading, self.call = False, None
        self.closed.emit()

    def go(self, step: int) -> None:
        """Show a step; one beyond what blocks is not reached."""
        self.step = min(step, self._furthest())
        self._show_step()

    def state(self) -> dict[str, object]:
        """The call, the step, the approval (in memory only), and the choices of the last step."""
        return {
            "call": self.call.id if self.call else "",
            "step": self.step,
            "approved": self.approval.approved(),
            "by": self._workspace.profile.id,
            "hand_over": self.hand_over.state(),
        }

    def restore(self, state: dict[str, object], call: Call) -> None:
        """Take up what `state` gave."""
        kept, step = state.get("hand_over"), state.get("step")
        self.hand_over.restore(kept if isinstance(kept, dict) else {})
        self._approved = state.get("approved") if state.get("by") == self._workspace.profile.id else ()
        self.show_call(call, step if isinstance(step, int) else CALL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Without room the step is told in the heading."""
        super().resizeEvent(event)
        self.steps.setVisible(self.width() >= theme.px(_NARROW))
        self._show_heading()

    def _take(self, found: Seen) -> None:
        self._reading = False
        if self._stale or found.call.id != self.call.id:
            self.reload()
        if found.call.id != self.call.id:
            return
        self.seen = found
        for part in self.parts:
            part.show_seen(found)
        self.approval.approve_again(self._approved)
        self._approved = ()
        self.step = min(self.step, self._furthest())
        self._show_step()

    def _furthest(self) -> int:
        """The last step that may be shown now."""
        return (
            self.step
            if self.seen is None
            else journey_words.furthest(self.seen, approved=bool(self.approval.approved()))
        )

    def _show_heading(self) -> None:
        if self.call is None:
            return
        about = journey_words.about_call(self._workspace, self.call)
        if self.steps.isHidden():
            about = journey_words.about_step(journey_words.steps(self._workspace, self.call, self.seen), self.step)
        self.header.set_words(_("Submission for {period}").format(period=wording.period(self.call.period)), about)

    def _show_step(self) -> None:
        self._show_heading()
        made = self.step == HAND_OVER and self.hand_over.is_done()
        self.steps.show_steps(journey_words.steps(self._workspace, self.call, self.seen), self.step + made)
        self._stack.setCurrentIndex(self.step + 1 if self.seen is not None else 0)
        self.primary.set_text(journey_words.primary(self.step, self.seen))
        self.primary.setEnabled(self.seen is not None and not self.hand_over.is_working())
        told = journey_words.blocked(self.seen) if self.step in (CHECK, LEAVING) else ""
        self.footer.say(told, "alert-octagon" if told else "", "bad" if told else "")

    def _go_back(self) -> None:
        if self.step == CALL:
            self.closed.emit()
        else:
            self.go(self.step - 1)

    def _go_on(self) -> None:
        if self.step == HAND_OVER:
            self._make(replace(self.hand_over.order(), approved=self.approval.approved()))
        elif self.step == APPROVE and not self.approval.approved():
            self.approval.ask()
        elif self.step == LEAVING and self.seen.review.undecided:
            self.leaving.focus_open()
        elif self.step == CHECK and self.seen.blocking:
            self._settle(self.seen.blocking[0])
        else:
            self.go(self.step + 1)

    def _settle(self, point: Point) -> None:
        """Lead to where a point of the checklist is settled."""
        kind = point.code.partition(":")[0]
        if kind == FINDING:
            self.step = LEAVING
            self._show_step()
            self.leaving.focus_open(point.record)
        elif kind == WITHDRAWALS:
            self.go(LEAVING)
        elif kind == UNSIGNED:
            self._sign(point.record)
        else:
            self.navigate.emit(*place_of_point(self._workspace, point))

    def _say_nothing_done(self, number: int) -> None:
        objectives.assess(self._workspace, number, period=self.call.period, nothing_done=True)
        self.reload()

    def _decide(self, finding: str, release: bool = True, reason: str = "") -> None:
        self._answer(partial(reviewing.decide_all, self._workspace, self.seen.review, {finding: (release, reason)}))

    def _answer(self, answer: Callable[[], None]) -> None:
        self._session.tasks.run(partial(_run, answer), done=lambda _nothing: self.reload(), failed=self._fail)

    def _sign(self, record: str) -> None:
        self._session.tasks.run(partial(sign, self._workspace, record), done=self._signed, failed=self._fail)

    def _signed(self, record: str) -> None:
        """Whoever may approve it reads it next; for everybody else it waits for somebody who may."""
        self.reload()
        if record:
            self.navigate.emit("review", record)

    def _make(self, order: Order) -> None:
        self._ordered = order
        task = self._session.tasks.run(
            partial(carry_out, self._workspace, replace(order, paper=self._session.settings.paper)),
            _("Making the submission"),
            done=self._show_outcome,
            failed=self._fail_making,
            progressed=self.hand_over.show_progress,
        )
        task.cancelled.connect(self._rest)
        self.hand_over.show_work(task)
        self._show_step()

    def _show_outcome(self, outcome: Outcome) -> None:
        self.hand_over.show_outcome(outcome)
        self._show_step()
        self.reload()

    def _rest(self) -> None:
        self.hand_over.show_rest()
        self._show_step()

    def _fail_making(self, error: Exception) -> None:
        if isinstance(error, FileExistsRefusedError):
            self.hand_over.ask_about(self._ordered)
        else:
            self.failed.emit(sentence(error))
        self._rest()
        self.reload()

    def _fail(self, error: Exception) -> None:
        self._reading = False
        self.failed.emit(sentence(error))


def _run(answer: Callable[[], None], progress: Progress) -> None:
    answer()
