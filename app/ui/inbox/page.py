"""The inbox: what came in on the leading side, one submission and the decision about it beside."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.domain.shared import Call, SharedAttachment, Submission
from app.i18n import _
from app.services.coordinating import receipts, triage
from app.services.coordinating.receipts import Written
from app.services.coordinating.triage import InboxLine, Replacing, Verdict
from app.services.picturing import answering_back
from app.services.submitting import calls
from app.ui.inbox.alike import WAITING, Alike
from app.ui.inbox.answering import nothing_shown, written_words
from app.ui.inbox.arriving import Arriving
from app.ui.inbox.attached_card import AttachedCard
from app.ui.inbox.carrying import Carrying
from app.ui.inbox.checks import Asked
from app.ui.inbox.comparing import Comparing
from app.ui.inbox.deciding import Deciding
from app.ui.inbox.decision_bar import DecisionBar
from app.ui.inbox.detail import Shown, SubmissionView
from app.ui.inbox.fetcher import Fetcher
from app.ui.inbox.held import Held, look
from app.ui.inbox.incoming import Incoming
from app.ui.inbox.listing import Listing
from app.ui.inbox.summary import Summary
from app.ui.inbox.unsent import Unsent
from app.ui.process.session import Session
from app.ui.widgets.drop_area import paths_in
from app.ui.widgets.looking_panes import LookingPanes
from app.ui.widgets.page import Page


def waiting(session: Session) -> int:
    """How many submissions nobody has decided about."""
    return sum(one.verdict is Verdict.WAITING for one in triage.inbox(session.workspace))


class InboxPage(Page):
    """Takes in, shows, and decides; every decision can be taken back by deciding again."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._held, self._calls = Held(), dict[str, Call]()
        self._incoming, self._fresh = Incoming(), frozenset[str]()
        self._deciding = Deciding(session.workspace, self)
        self._opened: tuple[str, Submission] | None = None
        self._listing = Listing()
        self._fetcher = Fetcher(session, self._listing, self)
        self._arriving = Arriving(session, self._listing.drop_area, self)
        self._bar = DecisionBar()
        self._comparing, self._carrying = Comparing(session, self), Carrying(session, self)
        self._alike = Alike(session, self)
        self._panes = LookingPanes(self._listing, self._listing.list, self._bar, _("Back to the inbox"))
        self.setAcceptDrops(True)
        self.set_body(self._panes, scrolls=False)
        self._connect()
        self.reload()

    def _connect(self) -> None:
        listing = self._listing
        listing.brought.connect(self.take_in)
        self._arriving.so_far.connect(self._show_so_far)
        self._arriving.brought.connect(self._took_in)
        self._fetcher.brought.connect(self._took_in)
        self._fetcher.failed.connect(partial(self.banner.emit, "bad"))
        self._fetcher.nothing_new.connect(lambda: self.toast.emit(_("There is nothing new in that place."), None))
        listing.accept_all_asked.connect(lambda: self._deciding.accept_all(self._held.ready()))
        listing.summary_asked.connect(lambda: self._show_summary())
        listing.receipts_asked.connect(self._write_receipts)
        listing.list.chosen.connect(self._go_to)
        self._bar.decided.connect(self._decide)
        self._bar.edited.connect(self._keep_comment)
        self._comparing.compared.connect(self._show_pages)
        self._carrying.held_back.connect(partial(self.banner.emit, "info"))
        self._alike.found.connect(self._show_alike)
        self._deciding.changed.connect(self.reload)
        self._deciding.told.connect(self.toast)
        self._deciding.key_in_doubt.connect(self._lead_to_trust)
        self._deciding.known.connect(self._bar.accept.setFocus)

    def reload(self) -> None:
        """Show what the inbox holds now; what is being read and written stays."""
        self._held = look(self.session.workspace)
        self._calls = {one.id: one for one in calls.every(self.session.workspace)}
        self._listing.show_held(self._held, self.session.workspace.now().date(), self._fresh)
        self._listing.show_due(len(receipts.due(self.session.workspace)))
        self._listing.show_incoming(self._incoming)
        self._fetcher.show_places()
        if not isinstance(self._panes.shown, Summary):
            self._show_current()

    def open(self, argument: object) -> None:
        """Show the submission with this id."""
        if self._listing.list.select(str(argument)):
            self._go_to(str(argument))

    def state(self) -> dict[str, object]:
        """What is chosen, written and told."""
        kept = {
            "chosen": self._listing.list.current_id(),
            **self._deciding.unsent.state(),
            "alike": self._alike.state(),
        }
        return {
            **kept,
            "incoming": self._incoming,
            "summary": isinstance(self._panes.shown, Summary),
            "fresh": self._fresh,
        }

    def restore(self, state: dict[str, object]) -> None:
        """Take up what another page of this kind left."""
        self._deciding.unsent = Unsent.restored(state)
        self._alike.restore(state.get("alike"))
        if isinstance(incoming := state.get("incoming"), Incoming):
            self._incoming = incoming
        if isinstance(fresh := state.get("fresh"), frozenset):
            self._fresh = fresh
        self._listing.list.select(str(state.get("chosen") or ""))
        self.reload()
        if state.get("summary"):
            self._show_summary()

    def primary(self) -> QAbstractButton | None:
        """Accept, while a submission is shown."""
        return self._bar.accept if isinstance(self._panes.shown, SubmissionView) else None

    def why_not_printed(self) -> str:
        """What came in has its own pages, and what was decided goes into the report."""
        return _("Open the PDF that came in and print that, or make the report in Picture.")

    def areas(self) -> list[QWidget]:
        """List, what is shown, decision."""
        return [self._listing, self._panes.scrolled, self._bar]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the page."""
        if paths_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped beside the drop area."""
        event.acceptProposedAction()
        self.take_in(paths_in(event.mimeData()))

    def take_in(self, paths: list[Path]) -> None:
        """Read files and folders on the worker thread; the state line shows how far, with Stop."""
        self._arriving.take_in(paths)

    def _show_so_far(self, incoming: Incoming) -> None:
        """The lines of what is done, while the rest is read; whoever looks at a submission is not disturbed."""
        if not isinstance(self._panes.shown, SubmissionView):
            self._show_summary(self._incoming.and_then(incoming), is_open=True)

    def _took_in(self, incoming: Incoming) -> None:
        self.banner.emit("info", "")
        self._incoming = self._incoming.and_then(incoming)
        known = {one.id for one in self._held.lines if one.verdict is not Verdict.WAITING}
        self._fresh |= {one.submission for one in incoming.arrivals if one.submission and one.submission not in known}
        self._show_summary()
        self.reload()
        self._panes.show_detail()
        self._alike.look(one.submission for one in incoming.arrivals if one.submission)
        self._carrying.begin()

    def _show_alike(self) -> None:
        """Say how much of what came in is probably told twice, where what came in is looked at."""
        if isinstance(self._panes.shown, Summary):
            self._show_summary()
        else:
            self._show_current()

    def _write_receipts(self, folder: Path) -> None:
        work = partial(answering_back.hand_out, self.session.workspace, folder, replace=True)
        self.session.tasks.run(work, _("Writing the receipts"), done=partial(self._wrote_receipts, folder))

    def _wrote_receipts(self, folder: Path, written: tuple[Written, ...]) -> None:
        self.reload()
        self.toast.emit(written_words(folder, len(written)), None)

    def _go_to(self, id: str) -> None:
        if id in self._fresh:
            self._fresh -= {id}
            self._listing.show_held(self._held, self.session.workspace.now().date(), self._fresh)
        self._show_current()
        self._panes.to_top()

    def _show_current(self) -> None:
        line = self._held.line(self._listing.list.current_id())
        self._bar.setVisible(line is not None)
        if line is None:
            self._panes.put(nothing_shown(is_empty=not self._held.lines))
            return
        shown = Shown.of(line, self._held, self._submission(line), Asked.of(line.call, self._calls))
        shown = replace(shown, alike=self._alike.count(line.id))
        asked = self._deciding.unsent.asked(line)
        self._bar.set_comment(self._deciding.unsent.comment(line))
        self._bar.set_asked(bool(asked))
        if isinstance(self._panes.shown, SubmissionView) and self._panes.shown.shown == shown:
            return
        view = SubmissionView(shown, self.session.pack)
        view.compared.connect(self._trust)
        view.question_asked.connect(self._bar.ask)
        view.compare_asked.connect(partial(self.navigate.emit, "once", WAITING))
        view.questions.show_asked(asked)
        view.questions.edited.connect(self._keep_questions)
        view.pages.show_proofs(self._comparing.proofs(line.id))
        if any(shown.submission.of(SharedAttachment)):
            view.add_attached(AttachedCard(self.session, line.id, shown.submission))
        self._panes.put(view)

    def _show_pages(self, submission: str) -> None:
        """Fill in what became of the comparison, where that submission is still looked at."""
        if isinstance(self._panes.shown, SubmissionView) and self._panes.shown.shown.line.id == submission:
            self._panes.shown.pages.show_proofs(self._comparing.proofs(submission))

    def _submission(self, line: InboxLine) -> Submission:
        if self._opened is None or self._opened[0] != line.id:
            self._opened = line.id, triage.opened(self.session.workspace, line.id)
        return self._opened[1]

    def _show_summary(self, incoming: Incoming | None = None, *, is_open: bool = False) -> None:
        found = incoming or self._incoming
        summary = Summary(found, self._alike.count(*(one.submission for one in found.arrivals)), is_open=is_open)
        summary.compare_asked.connect(partial(self.navigate.emit, "once", WAITING))
        summary.closed.connect(self._close_summary)
        self._bar.hide()
        self._panes.put(summary)
        self._panes.show_detail()

    def _close_summary(self) -> None:
        self._incoming = Incoming()
        self._listing.show_incoming(self._incoming)
        if self._held.lines and not self._listing.list.current_id():
            self._listing.list.select(self._held.lines[0].id)
        self._show_current()
        self._listing.list.setFocus()

    def _keep_comment(self) -> None:
        self._deciding.unsent.comments[self._listing.list.current_id()] = self._bar.comment()

    def _keep_questions(self, asked: dict[str, str]) -> None:
        self._deciding.unsent.questions[self._listing.list.current_id()] = asked
        self._bar.set_asked(bool(asked))

    def _trust(self, digits: str, replacing: Replacing) -> None:
        self._deciding.trust(self._line(), digits, replacing)

    def _lead_to_trust(self, sentence: str) -> None:
        if isinstance(self._panes.shown, SubmissionView) and self._panes.shown.trust_card is not None:
            self._panes.to_top()
            self._panes.shown.trust_card.show_problem(sentence)

    def _decide(self, verdict: Verdict) -> None:
        self._deciding.decide(self._line(), verdict)

    def _line(self) -> InboxLine:
        line = self._held.line(self._listing.list.current_id())
        assert line is not None, "what is decided about is shown"
        return line
