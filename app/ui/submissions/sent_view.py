"""Something that was sent, opened again: exactly what its recipient reads, and its file once more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.compact import Pack
from app.domain.shared import TOTALS, SharedEntry, Withdrawal
from app.i18n import _, format_list, languages
from app.services.pages import tongues
from app.services.submitting.enclosing import SentAlone
from app.services.submitting.submissions import Made
from app.services.submitting.told_back import Became
from app.ui.look import theme
from app.ui.submissions.asked_card import TONES
from app.ui.submissions.became_card import BecameCard
from app.ui.submissions.enclosed_card import SentAloneCard
from app.ui.submissions.item_card import ItemCard, ProfileCard
from app.ui.submissions.sending_card import SendingCard
from app.ui.submissions.sent_words import Sending, sending_words
from app.ui.submissions.taken import Taken
from app.ui.submissions.totals_card import TakenBackCard, totals
from app.ui.widgets.buttons import SECONDARY, Button, in_row
from app.ui.widgets.card import Card
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.over_footer import over_footer
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.text import Label
from app.ui.widgets.tongues_field import TonguesField, tongue_words
from app.ui.words import wording

_AT_ONCE = 25


class SentView(QWidget):
    """Read only; 25 items at once, more when asked; what was taken back since is marked."""

    closed = Signal()
    saving = Signal(object, str)
    """(the Made, the language of its pages) of which somebody wants the file again."""

    send_asked = Signal(object, str)
    """(the Made, the name of a place to exchange files) where somebody wants it to be."""

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self.made: Made | None = None
        self._shown = 0
        self._taken: Mapping[str, Taken] = {}
        self._became: Mapping[str, Became] = {}
        self._header = PageHeader("")
        self._told = Label("", "small", wraps=True)
        self.language = TonguesField()
        self.save = Button(_("Save the PDF again"), SECONDARY, "file-type-pdf")
        self.sending_card = SendingCard()
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(8))
        self._more = Button(_("Show more items"), SECONDARY)
        self.close_button = Button(_("Close"), SECONDARY)
        self._lay_out()
        self._more.clicked.connect(self._show_more)
        self.close_button.clicked.connect(self.closed)
        self.sending_card.asked.connect(lambda place: self.send_asked.emit(self.made, place))
        self.save.clicked.connect(lambda: self.saving.emit(self.made, self.language.value()))

    def _lay_out(self) -> None:
        explained = _(
            "It is drawn from what is kept, with the same data inside. The same language, the same file. "
            "A Word document or a web page can be chosen, too; they carry no data."
        )
        again = Card(_("The same file again"), explained)
        row = in_row(self.save)
        for part in (self._told, self.language, row):
            again.add(part)
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(12))
        whole.addWidget(self._header)
        whole.addWidget(again)
        whole.addWidget(self.sending_card)
        whole.addLayout(self._column)
        whole.addWidget(self._more)
        whole.addStretch(1)
        footer = FooterBar(self.close_button)
        footer.say(_("This is kept as it was sent. It cannot be changed."), "lock")
        over_footer(self, body, footer)

    def show_sending(self, sending: Sending, alone: SentAlone | None = None, became: Sequence[Became] = ()) -> None:
        """Show another submission, from its beginning, what an office alone was told, and what became of each entry."""
        self._became = {one.entry.id: one for one in became if one.entry is not None}
        self.made, self._shown = sending.made, 0
        self._taken = {one.target: one for one in sending.taken}
        while (item := self._column.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        submission = sending.made.submission
        self._header.set_words(wording.period(submission.period), sending_words(sending))
        named = {one.code for one in languages()}
        drawn = [words for words in sending.languages if named.issuperset(tongues(words))]
        told = _("It was handed over in this language: {language}.")
        self._told.setText(told.format(language=format_list([tongue_words(words) for words in drawn])))
        self._told.setVisible(bool(drawn))
        self.language.set_value(drawn[0] if drawn else (submission.languages or ("en",))[0])
        for card in self._cards(sending):
            self._column.addWidget(card)
        if alone is not None:
            self._column.addWidget(SentAloneCard(self._pack, alone))
        self._show_more()

    def _cards(self, sending: Sending) -> list[QWidget]:
        """Everything that is not one of the items."""
        submission = sending.made.submission
        disclosure = submission.disclosure
        cards: list[QWidget] = [BecameCard(tuple(self._became.values()))] if self._became else []
        cards.append(ProfileCard(submission.organisation))
        if said := wording.cost(disclosure.counts, disclosure.counts_withheld):
            cards.append(Label(said, "small", wraps=True))
        cards += totals(self._pack, submission.entries)
        told = {one.target for one in submission.of(Withdrawal)}
        if told:
            cards.append(TakenBackCard([one for one in sending.taken if one.target in told]))
        return cards

    def _show_more(self) -> None:
        entries = [one for one in self.made.submission.entries if not isinstance(one, (*TOTALS, Withdrawal))]
        for entry in entries[self._shown : self._shown + _AT_ONCE]:
            item = ItemCard(self._pack, entry, self._note(entry), tone=self._tone(entry))
            if one := self._became.get(entry.id):
                item.add_questions(one.questions)
            self._column.addWidget(item)
        self._shown += _AT_ONCE
        self._more.setVisible(self._shown < len(entries))

    def _tone(self, entry: SharedEntry) -> str:
        """Of the chip that says what became of an entry: what is taken back or asked about is looked at."""
        became = None if entry.id in self._taken else self._became.get(entry.id)
        return TONES.get(became.fate, "neutral") if became else "warn"

    def _note(self, entry: SharedEntry) -> str:
        """What became of an entry since it was sent."""
        taken = self._taken.get(entry.id)
        if taken is None or entry.KIND in ("choice", "assessment"):
            became = self._became.get(entry.id)
            return wording.fate(became.fate) if became else ""
        words = _("Words taken back, {month}") if taken.words_only else _("Taken back, {month}")
        return words.format(month=taken.since)
