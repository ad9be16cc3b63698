"""Submissions: the start, one call in five steps, or something sent before."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QStackedWidget, QWidget

from app.domain.shared import Call
from app.domain.terms import Period
from app.errors import GroundworkError
from app.i18n import N_, _, isolate
from app.services.opening import stores
from app.services.pages import Form
from app.services.submitting import calls, enclosing, receipts, sending, told_back
from app.services.submitting.sending import Delivery
from app.services.submitting.submissions import Made
from app.ui.process.failure import sentence
from app.ui.process.saving import FileKind, ask_place, documents
from app.ui.process.session import Session
from app.ui.submissions.journey import JourneyView
from app.ui.submissions.making import Again, save_again, send_to, stem
from app.ui.submissions.reading import Start, is_own, place_of, start
from app.ui.submissions.sent_view import SentView
from app.ui.submissions.start_view import StartView
from app.ui.widgets.direction import in_path
from app.ui.widgets.loading import Loading
from app.ui.widgets.page import Page

_LARGEST = 5_000_000
"""Bytes; a call is a few thousand, so nothing larger is read."""


class NoCallFileError(GroundworkError):
    """A file that cannot be a call or a receipt, for its size or because it cannot be read."""

    message = N_("{name} is neither a call nor a receipt. Please choose the file that your coordinator gave you.")


class SubmissionsPage(Page):
    """Everything is read in the worker; a call asked for before it was read is opened then."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAcceptDrops(True)
        self.found: Start | None = None
        self._reading = self._stale = False
        self._wanted: dict[str, object] = {}
        self.loading = Loading(_("Reading your calls"))
        self.start = StartView(session)
        self.journey = JourneyView(session)
        self.sent = SentView(session.pack)
        self._views = QStackedWidget()
        for view in (self.loading, self.start, self.journey, self.sent):
            self._views.addWidget(view)
        self.set_body(self._views, scrolls=False)
        self._connect()
        self.reload()

    def _connect(self) -> None:
        self.start.take_asked.connect(self._ask_file)
        self.start.period_asked.connect(self._begin_own)
        self.start.call_asked.connect(self.open)
        self.start.sent_asked.connect(self._show_sent)
        self.start.record_asked.connect(lambda record: self.navigate.emit(*place_of(self.session.workspace, record)))
        for card in (self.start.brief, self.start.stakeholder):
            card.maker.made.connect(lambda told: self.toast.emit(told, None))
        self.journey.closed.connect(self._show_start)
        self.journey.failed.connect(lambda words: self.banner.emit("bad", words))
        self.journey.navigate.connect(self.navigate)
        self.sent.closed.connect(self._show_start)
        self.sent.saving.connect(self._save_again)
        self.sent.send_asked.connect(self._send)

    def reload(self) -> None:
        """Read calls and what was sent again, and the call in work."""
        if self._views.currentWidget() is self.journey:
            self.journey.reload()
        if self._reading:
            self._stale = True
            return
        self._reading, self._stale = True, False
        work = partial(start, self.session.workspace)
        self.session.tasks.run(work, done=self._take_start, failed=self._fail)

    def open(self, argument: object) -> None:
        """Show the call with this id, in the step where one was."""
        if isinstance(argument, str) and argument:
            self._wanted = {**self._wanted, "view": "journey", "call": argument}
            self._show_wanted()

    def state(self) -> dict[str, object]:
        """Which view, which call, which step; what is decided is kept by the services."""
        view = {self.journey: "journey", self.sent: "sent"}.get(self._views.currentWidget(), "start")
        if self._wanted:
            return self._wanted
        sent = self.sent.made.id if self.sent.made else ""
        return {"view": view, "sent": sent, **self.journey.state()}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave, as soon as the calls are read."""
        self._wanted = dict(state)
        self._show_wanted()

    def primary(self) -> QAbstractButton:
        """Take a call, or whatever the step in sight asks for."""
        return {self.journey: self.journey.primary, self.sent: self.sent.close_button}.get(
            self._views.currentWidget(), self.start.take
        )

    def areas(self) -> list[QWidget]:
        """The view in sight, and the footer of the steps."""
        if self._views.currentWidget() is self.journey:
            return [self.journey.steps, *self.journey.parts, self.journey.footer]
        return [self._views.currentWidget()]

    def take(self, path: Path) -> None:
        """Take a call file and begin with it, or a receipt; what is wrong with the file is told in a banner."""
        try:
            data = _read(path)
            if receipts.is_one(data):
                self._take_receipt(data)
                return
            call = calls.take(self.session.workspace, data)
        except GroundworkError as error:
            self.banner.emit("bad", sentence(error))
            return
        self.banner.emit("info", "")
        newest = calls.newest_of(self.session.workspace, call)
        said = _("The call of {coordinator} was taken.")
        if newest.id != call.id:
            said = _("A newer version of this call of {coordinator} is here already; that one is shown.")
        self.toast.emit(said.format(coordinator=isolate(call.coordinator)), None)
        self._begin(newest)

    def _take_receipt(self, data: bytes) -> None:
        answer = receipts.take(self.session.workspace, data)
        self.banner.emit("info", "")
        reader = answer.receipt.reader if answer.receipt else ""
        self.toast.emit(_("The receipt of {reader} was taken.").format(reader=isolate(reader)), None)
        self._show_start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the calls and receipts that were dropped."""
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            self.take(Path(url.toLocalFile()))

    def _ask_file(self) -> None:
        kinds = _("Calls and receipts (*.gwb);;All files (*)")
        name, _kind = QFileDialog.getOpenFileName(self, _("Take a call or a receipt"), str(documents()), kinds)
        if name:
            self.take(Path(name))

    def _begin_own(self, period: Period) -> None:
        """Report for a period of one's own; the same period is taken up again."""
        workspace = self.session.workspace
        known = self.found.calls if self.found else ()
        own = [call for call in known if is_own(workspace, call) and call.period == period and not call.objectives]
        self._begin(own[0] if own else calls.own(workspace, period))

    def _begin(self, call: Call) -> None:
        self._wanted = {}
        self._views.setCurrentWidget(self.journey)
        self.journey.show_call(call)
        self.reload()

    def _take_start(self, found: Start) -> None:
        self._reading, self.found = False, found
        self.start.show_start(found)
        if self._views.currentWidget() is self.loading:
            self._views.setCurrentWidget(self.start)
        self._show_wanted()
        if self._stale:
            self.reload()

    def _show_wanted(self) -> None:
        """Show what was asked for, once the calls are read; what is not there leaves the start."""
        if not self._wanted or self.found is None:
            return
        wanted, self._wanted = self._wanted, {}
        asked = wanted.get("call")
        call = next((one for one in self.found.calls if asked in (one.id, *one.replaces)), None)
        if wanted.get("view") == "sent":
            self._show_sent(str(wanted.get("sent")))
        elif wanted.get("view") == "journey" and call is not None:
            self._views.setCurrentWidget(self.journey)
            same = self.journey.call is not None and self.journey.call.id == call.id
            self.journey.restore(self.journey.state() if same else wanted, call)

    def _show_sent(self, identity: str) -> None:
        found = next((one for one in self.found.sent if one.made.id == identity), None) if self.found else None
        if found is not None:
            workspace, made = self.session.workspace, found.made
            became = told_back.of_submission(workspace, made.id)
            self.sent.show_sending(found, enclosing.sent_with(workspace, made.id), became)
            self._show_places(found.made)
            self._views.setCurrentWidget(self.sent)

    def _save_again(self, made: Made, language: str) -> None:
        """Ask where the file goes, and write it in the background."""
        name = stem(made.submission.organisation.name, made.submission.period, language)
        path = ask_place(self, _("Save the PDF again"), name, *_kinds())
        if path is not None:
            target = Again(path, language, self.session.settings.paper)
            work = partial(save_again, self.session.workspace, made, target)
            self.session.tasks.run(work, _("Making the PDF"), done=self._tell_saved, failed=self._fail)

    def _send(self, made: Made, place: str) -> None:
        """Put it into a place in the background; what is there already is not sent again."""
        work = partial(send_to, self.session.workspace, made, place)
        self.session.tasks.run(work, _("Sending"), done=self._tell_sent, failed=self._fail)

    def _tell_sent(self, delivery: Delivery) -> None:
        self.banner.emit("info", "")
        self.toast.emit(_("The submission is in “{name}”.").format(name=isolate(delivery.place)), None)
        if self.sent.made is not None:
            self._show_places(self.sent.made)

    def _show_places(self, made: Made) -> None:
        workspace = self.session.workspace
        names = [one.name for one in stores.every(workspace)]
        delivered = sending.delivered(workspace, made.id)
        self.sent.sending_card.show_places(names, delivered, sealed=made.sealed)

    def _tell_saved(self, path: Path) -> None:
        words = _("The file {name} is in the folder {folder}.")
        self.toast.emit(words.format(name=in_path(path.name), folder=in_path(str(path.parent))), None)

    def _show_start(self) -> None:
        self._views.setCurrentWidget(self.start)
        self.reload()

    def _fail(self, error: Exception) -> None:
        self._reading = False
        self.banner.emit("bad", sentence(error))


def _kinds() -> tuple[FileKind, ...]:
    named = (_("PDF"), Form.PDF), (_("Word document"), Form.WORD), (_("Web page"), Form.WEB)
    return tuple(FileKind(words, form.ending) for words, form in named)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise NoCallFileError(name=path.name)
        return path.read_bytes()
    except OSError as failure:
        raise NoCallFileError(name=path.name) from failure
