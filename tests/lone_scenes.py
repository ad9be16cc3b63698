"""Scenes that stand without the frame: dialogs, kiosk, lock screen, first run."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial

from PySide6.QtWidgets import QWidget

from app.domain.records import Activity
from app.i18n import language
from app.services.feedback.kiosk import QUESTIONS
from app.services.records import attachments
from app.services.records.attachments import AttachmentGoneError
from app.ui.failure_dialog import FailureDialog
from app.ui.feedback.batch_dialog import BatchDialog
from app.ui.feedback.kit_dialog import KitDialog
from app.ui.feedback.loop_panel import StepDialog
from app.ui.feedback.slip_dialogs import CheckSlipDialog, GiveSlipDialog
from app.ui.first_run.recovery_offer import RecoveryOffer
from app.ui.first_run.screen import FirstRun
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


def _preview(session: Session) -> AttachmentPreview:
    return AttachmentPreview(session, attachments.of(session.workspace, SHOWN["approved"])[0], _behind())
