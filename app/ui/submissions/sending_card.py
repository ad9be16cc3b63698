"""Something that was sent, put into a place to exchange files as well; who can read it there is said before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.i18n import _, format_list, format_sentences, isolate
from app.ui.widgets.buttons import SECONDARY, Button, in_row
from app.ui.widgets.card import Card
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice


class SendingCard(Card):
    """There only where a place is known; the data alone goes, exactly as it was made."""

    asked = Signal(str)
    """The name of the place."""

    def __init__(self) -> None:
        super().__init__(_("Send it to a place"), _("The data goes there exactly as it was made, without pages."))
        self.told = Label("", "small", wraps=True)
        self.place = CodeField(_("Place to exchange files"), ())
        self.send = Button(_("Send it there"), SECONDARY, "send")
        for part in (self.told, self.place, in_row(self.send)):
            self.add(part)
        self.send.clicked.connect(lambda: self.asked.emit(self.place.value()))
        self.hide()

    def show_places(self, names: Sequence[str], delivered: Sequence[str], *, sealed: bool) -> None:
        """Offer these places; say where it is already, and whether whoever runs a place can read it."""
        self.setVisible(bool(names))
        chosen = self.place.value()
        self.place.set_choices(tuple(Choice(one, one) for one in names))
        self.place.set_value(chosen if chosen in names else next(iter(names), ""))
        open_words = _("It is not sealed: whoever runs or can open a place can read it.")
        words = [_("It is sealed: only your coordinator can open it.") if sealed else open_words]
        if delivered:
            places = format_list([isolate(one) for one in delivered])
            words.append(_("It was put into {places}.").format(places=places))
        self.told.setText(format_sentences(words))
