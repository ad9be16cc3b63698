"""A stick was put in: one banner that asks whether to sync with it, to back up to it, or both one after the other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.services.syncing import sticks
from app.ui.backup_buttons import back_up, may_back_up
from app.ui.process.session import Session
from app.ui.shell.banner_place import BannerPlace
from app.ui.shell.stick_watch import StickWatch
from app.ui.widgets.direction import in_path


class StickDesk(QObject):
    """Offers what this person may do with the stick, and nothing where that is nothing."""

    sync_asked = Signal(object)
    """The Path of a stick."""
    told = Signal(str)

    def __init__(self, session: Session, banners: BannerPlace, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._banners = session, banners
        if session.workspace is not None:
            StickWatch(parent).found.connect(lambda place: self.offer(Path(place)))

    def offer(self, stick: Path) -> None:
        """Say that it is there, with a button for each thing that can be done."""
        syncs, backs_up = sticks.may_meet(self._session.workspace, stick), may_back_up(self._session)
        if not (syncs or backs_up):
            return
        words = _("Keep a sealed copy of your work on it: only your passphrase opens it.")
        if syncs:
            words = _("Sync with it, so that your laptops meet on it, or back up to it?")
            if sticks.has_met(self._session.workspace, stick):
                words = _("Your laptops met on it before. Sync with it, or back up to it?")
        self._banners.tell("info", words, _("USB stick found: {name}").format(name=in_path(stick.name)))
        if backs_up:
            self._banners.offer(_("Back up to it"), lambda: self._back_up_to(stick))
        if syncs:
            self._banners.offer(_("Sync with it"), lambda: self._sync(stick))

    def _sync(self, stick: Path) -> None:
        self._banners.tell("", "")
        self.sync_asked.emit(stick)

    def _back_up_to(self, stick: Path) -> None:
        self._banners.tell("", "")
        back_up(self._session, stick, self.told.emit, lambda why: self._banners.tell("bad", why))
