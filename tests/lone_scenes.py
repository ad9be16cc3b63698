"""Scenes that stand without the frame: dialogs, kiosk, lock screen, first run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial

from PySide6.QtWidgets import QWidget

from app.domain.filling import filled
from app.domain.records import Activity
from app.i18n import language
from app.services.feedback.kiosk import QUESTIONS
from app.services.paper import sheet_book, transcribing
from app.services.paper.sheet_numbers import SheetNumber
from app.services.records import attachments
from app.services.records.attachments import AttachmentGoneError
from app.ui.failure_dialog import FailureDialog
from app.ui.feedback.batch_dialog import BatchDialog
from app.ui.feedback.kit_dialog import KitDialog
from app.ui.feedback.loop_panel import StepDialog
from app.ui.feedback.slip_dialogs import CheckSlipDialog, GiveSlipDialog
from app.ui.first_run.recovery_offer import RecoveryOffer
from app.ui.first_run.screen import FirstRun
from app.ui.from_paper.dialog import FromPaperDialog
from app.ui.from_paper.printing_dialog import PrintSheetsDialog
from app.ui.kiosk.footer import Note, Ways
from app.ui.kiosk.header import Header
from app.ui.kiosk.ready import Ready
from app.ui.kiosk.screen import Kiosk
from app.ui.lock.screen import LockScreen
from app.ui.process.session import Session
from app.ui.trash.erase_dialog import EraseDialog
from app.ui.widgets.record.attachment_preview import AttachmentPreview
from app.ui.widgets.record.record_history import HistoryDialog
from tests.scene_records import SHOWN

STEPS = ("language", "start", "organisation", "passphrase", "join", "recover")
_SAID = {"month": "2026-10", "channel": "help_desk", "type": "question", "topics": (4, 7), "consent": "C2"}
TOUCHES: dict[str, tuple[type[QWidget], str, int]] = {
    "question": (Ways, "skip", 0),
    "words": (Ways, "skip", next(place for place, one in enumerate(QUESTIONS) if not one.answers)),
    "thanks": (Ways, "skip", len(QUESTIONS)),
    "stop": (Note, "help", 1),
}
"""Which button of the kiosk is touched, and how often, from the first question on."""


def scenes() -> dict[str, Callable[[Session], QWidget]]:
    """Every scene by the name of its picture."""
    told: dict[str, Callable[[Session], QWidget]] = {
        "lock": lambda session: LockScreen(session.workspace.path, session.tasks),
        "lock-forgotten": _forgotten,
        "kiosk": lambda session: Kiosk(session.workspace),
        "kiosk-ready": lambda _session: Ready(),
        "kiosk-leaving": _leaving,
        "first-run-recovery": lambda session: RecoveryOffer(session.workspace),
        "first-run-words": _words,
        "dialog-batch": _batch,
        "dialog-kit": lambda session: KitDialog(session, "", None),
        "dialog-step": lambda session: StepDialog(session, SHOWN["told"], None),
        "dialog-slip": _slip,
        "dialog-slip-check": lambda session: CheckSlipDialog(session, None),
        "paper-print": lambda session: PrintSheetsDialog(session, "feedback", None),
        "paper-number": lambda session: FromPaperDialog(session),
        "paper-row": lambda session: _from_paper(session, rows=0),
        "paper-known": lambda session: _from_paper(session, rows=3),
        "paper-check": _checked,
        "dialog-history": lambda session: HistoryDialog(session, Activity, SHOWN["contested"], _behind()),
        "dialog-preview": _preview,
        "dialog-erase": lambda _session: EraseDialog(2, 3, _behind()),
        "dialog-failure": lambda _session: FailureDialog(AttachmentGoneError()),
        "dialog-bug": lambda _session: FailureDialog(ValueError("a word of somebody")),
    }
    told.update((f"first-run-{step}", partial(_first_run, step=step)) for step in STEPS)
    told.update((f"kiosk-{name}", partial(_kiosk, name=name)) for name in TOUCHES)
    return told


@cache
def _behind() -> QWidget:
    """What dialogs stand above; never shown."""
    return QWidget()


def _first_run(_session: Session, step: str) -> FirstRun:
    screen = FirstRun(asks_language=step == "language")
    screen.restore({"step": step})
    return screen


def _words(session: Session) -> RecoveryOffer:
    screen = RecoveryOffer(session.workspace)
    screen.show_words.click()
    return screen


def _forgotten(session: Session) -> LockScreen:
    screen = LockScreen(session.workspace.path, session.tasks)
    screen.forgot.click()
    return screen


def _kiosk(session: Session, name: str) -> Kiosk:
    foot, button, times = TOUCHES[name]
    screen = Kiosk(session.workspace)
    screen.resize(1366, 768)
    screen.body.chosen.emit(language())
    for _touch in range(times):
        shown = next(one for one in screen.findChildren(foot) if one.isVisibleTo(screen))
        getattr(shown, button).click()
    return screen


def _leaving(session: Session) -> Kiosk:
    screen = Kiosk(session.workspace)
    screen.findChild(Header).staff_asked.emit()
    return screen


def _batch(session: Session) -> BatchDialog:
    dialog = BatchDialog(session)
    dialog.entries["topics"].show(("4",))
    dialog.paraphrase.set_value("Somebody asked how long papers take.")
    dialog.keep()
    return dialog


def _slip(session: Session) -> GiveSlipDialog:
    dialog = GiveSlipDialog(session, SHOWN["told"], None)
    dialog.give.click()
    return dialog


def _from_paper(session: Session, rows: int) -> FromPaperDialog:
    """A sheet of three rows of which so many were typed in before."""
    number = SheetNumber(1, 3, f"4027395{rows}")
    sheet = sheet_book.look_up(session.workspace, number.printed)
    for place in range(rows if not sheet.is_typed else 0):
        draft = transcribing.begin(session.workspace, sheet, place + 1, transcribing.shared(session.workspace, sheet))
        said = {**_SAID, "paraphrase": f"When does the school open? ({place + 1})"}
        sheet = transcribing.save(session.workspace, sheet, place + 1, filled(draft, said))
    dialog = FromPaperDialog(session)
    dialog.number.set_value(number.printed)
    dialog.go_on()
    return dialog


def _checked(session: Session) -> FromPaperDialog:
    """The second reading of a sheet, where a row differs from the first."""
    dialog = _from_paper(session, rows=3)
    dialog.go_on()
    record = replace(dialog._typed().record, type="complaint", paraphrase="When does the school open?")  # noqa: SLF001
    dialog.fields.show_record(record, {})
    dialog.go_on()
    return dialog


def _preview(session: Session) -> AttachmentPreview:
    return AttachmentPreview(session, attachments.of(session.workspace, SHOWN["approved"])[0], _behind())
