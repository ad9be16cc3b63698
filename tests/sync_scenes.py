"""Scenes of several laptops: a second workspace beside the sample, as the sample is on one laptop."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.filling import filled
from app.domain.records import Activity
from app.services.opening import stores
from app.services.opening.stores import NewPlace
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.syncing import devices, learning
from app.services.syncing.failsafe import Danger
from app.services.syncing.joining import Asked
from app.storage.records import Brief
from app.ui.first_run.waiting_screen import WaitingScreen
from app.ui.process.session import Session
from app.ui.shell.deletions_dialog import DeletionsDialog
from app.ui.shell.frame import Frame
from app.ui.shell.state_popup import StatePopup
from tests.laptops import laptops, later, meet, sync
from tests.making import log_activity

_DIGITS = "24804 72529 12845 51621 73925 90082"


def scenes() -> dict[str, Callable[[Session], QWidget]]:
    """Every scene by the name of its picture."""
    return {
        "laptops": _page,
        "laptops-held": _held,
        "laptops-lost": _lost,
        "laptops-ordinary": _ordinary,
        "laptops-secret": _secret,
        "laptops-clean-up": lambda session: _see(session, lambda frame: frame.pages.page().clean_up),
        "laptops-admit": _admit,
        "laptops-welcome": _welcome,
        "laptops-state": _state,
        "laptops-stick": _stick,
        "laptops-conflict": _conflict,
        "laptops-waiting": lambda _session: WaitingScreen(Path("workspace.groundwork"), Asked(b"", _DIGITS)),
        "dialog-deletions": _deletions,
    }


@cache
def _three() -> Workspace:
    """One laptop that learned, has a conflict, holds back late work of a lost one, and wrote something since."""
    folder = Path(tempfile.mkdtemp(prefix="groundwork-scenes-"))
    one, other, lost = laptops(folder, 3)
    stick = folder / "Blue stick"
    shared = log_activity(one, title="Vaccination day with the district clinic")
    meet(stick, one, other, lost)
    log_activity(lost, title="A week of honest work")
    sync(lost, stick)
    devices.revoke(one, devices.find(one, "Laptop 3").fingerprint)
    for title in ("Evening course", "تدريب على الإحالة"):
        log_activity(other, title=title)
    later(other, minutes=3)
    for laptop, summary in (
        (one, "The clinic vaccinated children at the community hall. Two nurses spoke Arabic."),
        (
            other,
            "The clinic vaccinated children at the district clinic. Two nurses spoke Arabic. A mediator was present.",
        ),
    ):
        draft = recording.open_draft(laptop, Activity, shared)
        recording.save(laptop, filled(draft, {"summary": summary}))
    sync(other, stick)
    learning.note(one, sync(one, stick))
    log_activity(one, title="Written since")
    return one


def _on(session: Session, page: str = "syncing") -> Frame:
    workspace = _three()
    frame = Frame(replace(session, workspace=workspace, pack=workspace.pack))
    frame.restore({"page": page})
    return frame


def _page(session: Session) -> Frame:
    return _on(session)


def _see(session: Session, part: Callable[[Frame], QWidget]) -> Frame:
    from tests import scenes as around

    frame = _on(session)
    return around.see(frame, part(frame))


def _held(session: Session) -> Frame:
    def looked(frame: Frame) -> QWidget:
        held = frame.pages.page().held
        held.rows[0].look.click()
        return held

    return _see(session, looked)


def _lost(session: Session) -> Frame:
    def asked(frame: Frame) -> QWidget:
        rows = frame.pages.page().laptops.rows
        rows[1].lost.click()
        return rows[2]

    return _see(session, asked)


def _ordinary(session: Session) -> Frame:
    def asked(frame: Frame) -> QWidget:
        row = frame.pages.page().laptops.rows[0]
        row.standing.click()
        return row

    return _see(session, asked)


def _secret(session: Session) -> Frame:
    def asked(frame: Frame) -> QWidget:
        card = frame.pages.page().sync
        told = stores.take_over(_three(), NewPlace("Cloud of the office", "webdavs://us@cloud.example/dav"))
        frame.pages.page().reload()
        card.where.set_value(told.name)
        card.where.edited.emit()
        return card

    return _see(session, asked)


def _admit(session: Session) -> Frame:
    def compared(frame: Frame) -> QWidget:
        card = frame.pages.page().admit
        card.compare.ask(_DIGITS)
        card._show(card.compare)  # noqa: SLF001
        return card

    return _see(session, compared)


def _welcome(session: Session) -> Frame:
    def let_in(frame: Frame) -> QWidget:
        card = frame.pages.page().admit
        card.welcome.tell("Amina", _DIGITS)
        card._show(card.welcome)  # noqa: SLF001
        return card

    return _see(session, let_in)


def _state(session: Session) -> QWidget:
    frame = _on(session, "overview")
    frame.popup = StatePopup(frame.session, frame.top_bar.state)
    frame.popup.sync.reload()
    return frame.popup


def _stick(session: Session) -> Frame:
    frame = _on(session, "activities")
    frame.sticks.offer(_three().path.parent / "Blue stick")
    return frame


def _conflict(session: Session) -> Frame:
    return _on(session, "review")


def _deletions(_session: Session) -> QWidget:
    titles = ("Legal aid desk", "Evening course", "تدريب على الإحالة")
    found = tuple(Brief(str(n), "activity", titles[n % 3], "", "") for n in range(73))
    dialog = DeletionsDialog(Danger(found, 120, ("Laptop 2",)))
    dialog.look.click()
    dialog.records.show()
    return dialog
