"""The sync itself: how things stand, the place, and the one button."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.i18n import _, format_number, ngettext
from app.services.opening import stores
from app.services.syncing import clocks
from app.services.syncing.exchanging import Standing
from app.ui import sync_words
from app.ui.syncing.around import Around, Part
from app.ui.syncing.secret_part import SecretPart
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import GHOST, PRIMARY, Button, in_row
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice


class SyncCard(Part):
    """Offline is the normal state: nothing here is ever red because a place is away."""

    def __init__(self, around: Around) -> None:
        super().__init__(around, _("Sync"), _("Nothing is sent unless you say so. Stopped anywhere, it goes on there."))
        self.told = Label("", wraps=True)
        self.late = Label("", "small", wraps=True, tone="warn")
        self.clock = Banner("warn", "", title=_("Look at the clock"), closable=False)
        self.where = CodeField(_("Where your laptops meet"), ())
        self.secret = SecretPart(around)
        self.now = Button(_("Sync now"), PRIMARY, "refresh")
        self.now.setToolTip("Ctrl+Shift+S")
        self.add_place = Button(_("Add a place"), GHOST, "plus")
        self._shown: tuple[str, ...] | None = None
        for part in (self.told, self.late, self.clock, self.where, self.secret, self.problem):
            self.add(part)
        self.add(in_row(self.now, self.add_place))
        self.now.clicked.connect(self._sync)
        self.where.edited.connect(self._ask_secret)
        self.add_place.clicked.connect(lambda: around.go("settings", "places"))

    def show_standing(self, standing: Standing) -> None:
        """Tell how things are now."""
        workspace = self._around.workspace
        self.told.setText(sync_words.whole(standing, workspace.now()))
        count = len(standing.late)
        words = ngettext(
            "{count} file in that place has not been whole for a week. Its laptop puts it there again when it syncs.",
            "{count} files in that place have not been whole for a week. Their laptops put them there again when"
            " they sync.",
            count,
        )
        self.late.setText(words.format(count=format_number(count)))
        self.late.setVisible(bool(count))
        self._tell_clock()
        names = tuple(one.name for one in stores.every(workspace))
        if names != self._shown:
            self._shown = names
            self.where.set_choices([Choice(name, name) for name in names])
            if standing.place in names:
                self.where.set_value(standing.place)
        self.where.setVisible(bool(names))
        self._ask_secret()
        syncing = sync_words.is_syncing(self._around.session)
        self.now.setEnabled(not syncing)
        self.now.set_text(_("Syncing") if syncing else _("Sync now"))
        self.say("" if names else _("Your laptops have no place to meet yet. A folder, a stick or a server will do."))

    def wanted(self) -> QWidget:
        """What has to be filled in before the next sync: the password that is lacking, else where to meet."""
        return self.secret if self.secret.isVisibleTo(self) else self.where

    def _sync(self) -> None:
        if self.secret.isVisibleTo(self):
            self.secret.give()
        else:
            self._around.sync(self.where.value())

    def _ask_secret(self) -> None:
        places = {one.name: one for one in stores.every(self._around.workspace)}
        self.secret.show_place(places.get(self.where.value()))

    def _tell_clock(self) -> None:
        found = clocks.reading(self._around.workspace)
        self.clock.say(clocks.words(found) if found else "")
        self.clock.setVisible(found is not None)
