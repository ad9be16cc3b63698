"""Step 3: everything that leaves, item by item, kind by kind; what is taken back; and what stays and why."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.records import Attachment
from app.domain.shared import SharedAttachment
from app.i18n import _, format_number
from app.services.records import recording
from app.services.submitting.enclosing import Enclosed
from app.services.submitting.reviewing import Item
from app.ui.entry_words import kind_words
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.submissions.enclosed_card import EnclosedCard
from app.ui.submissions.finding_line import Finding, FindingLine
from app.ui.submissions.item_card import ItemCard, ProfileCard
from app.ui.submissions.leaving_head import ALL, BACK, LOOK, STAYING, TOTALS, LeavingHead, passes
from app.ui.submissions.read_card import ReadCard
from app.ui.submissions.reading import Seen, with_findings_first
from app.ui.submissions.stays_card import StaysCard
from app.ui.submissions.totals_card import TakenBackCard, totals
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.record.attachment_picture import Thumbnail
from app.ui.widgets.record.attachment_preview import AttachmentPreview
from app.ui.widgets.text import Label

_AT_ONCE = 25
_PROFILE = "organisation"


class LeavingStep(QWidget):
    """Items with something to look at come first and keep their place when it is answered.

    A card is drawn again only when its item changed, so an answer in a long list is shown at once.
    """

    decided = Signal(str, bool)
    reasoned = Signal(str, str)
    changing = Signal(str)
    """The record that somebody wants to see or change."""
    signing = Signal(str)
    """The record for which somebody wants an approval."""
    chosen = Signal(object)
    """What an ombudsperson is told, a Choice."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._pack = session, session.pack
        self._seen: Seen | None = None
        self._items: tuple[Item, ...] = ()
        self._shown = _AT_ONCE
        self._drawn: dict[str, tuple[object, ReadCard]] = {}
        self._goes_on, self._chose = False, ""
        self.enclosed: EnclosedCard | None = None
        self.cards: list[ReadCard] = []
        self.head = LeavingHead()
        self._list, self._column = QWidget(), QVBoxLayout()
        self._list.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(8))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(12))
        whole.addWidget(self.head)
        whole.addWidget(self._list)
        whole.addStretch(1)
        self.head.filtered.connect(self._filter)

    def show_seen(self, seen: Seen) -> None:
        """Show what would leave now; after an answer the focus goes on to the next open place."""
        self._seen, self._items = seen, with_findings_first(seen.review.items)
        self.head.show_seen(seen)
        self._build()
        if self._goes_on:
            self._goes_on = False
            self.focus_open()
        if self._chose and self.enclosed is not None:
            getattr(self.enclosed, self._chose).setFocus(Qt.FocusReason.OtherFocusReason)
            self._chose = ""

    def open_findings(self) -> list[FindingLine]:
        """What is not answered yet, in the order of reading."""
        return [line for card in self.cards for line in card.open_findings()]

    def focus_open(self, record: str = "") -> None:
        """Put the focus on the first open place, of this record if one is named."""
        if not self._wanted(record) and self.head.wanted() != ALL and self._seen.review.undecided:
            self.head.show_all()
            self._build()
        while not self._wanted(record) and self._shown < len(self._items):
            self._show_more()
        wanted = self._wanted(record) or self.open_findings()
        if wanted:
            wanted[0].first_button().setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted(self, record: str) -> list[FindingLine]:
        return [line for line in self.open_findings() if not record or line.finding.record == record]

    def _build(self) -> None:
        """Put the parts into the list anew; hidden meanwhile, so that it is laid out once and not for each part."""
        before, focused = self.cards, QApplication.focusWidget()
        self._list.hide()
        self.cards = []
        while (place := self._column.takeAt(0)) is not None:
            if place.widget() not in before:
                place.widget().hide()
                place.widget().deleteLater()
        for part in self._parts():
            self._column.addWidget(part)
        shown = set(self.cards)
        for card in before:
            if card not in shown:
                card.hide()
                card.deleteLater()
        self._drawn = {key: kept for key, kept in self._drawn.items() if kept[1] in shown}
        self._list.show()
        if focused is not None and any(card.isAncestorOf(focused) for card in self.cards):
            focused.setFocus()

    def _parts(self) -> Iterator[QWidget]:
        wanted, review = self.head.wanted(), self._seen.review
        if wanted == ALL or (wanted == LOOK and review.about):
            yield self._card(_PROFILE, (review.organisation, review.about), review.about)
        items = [item for item in self._items if passes(item, wanted)]
        yield from self._groups(items[: self._shown], items)
        if self._shown < len(items):
            more = Button(_("Show more items"), SECONDARY)
            more.clicked.connect(self._show_more)
            yield more
        if wanted in (ALL, TOTALS):
            yield from totals(self._pack, review.counts)
        if wanted in (ALL, BACK) and self._seen.taken:
            yield TakenBackCard(self._seen.taken)
        self.enclosed = None
        if wanted in (ALL, LOOK) and review.enclosed.to is not None:
            yield self._enclosed_card(review.enclosed)
        if wanted in (ALL, STAYING) and self._seen.held:
            stays = StaysCard(self._seen.held)
            stays.opening.connect(self.changing)
            stays.signing.connect(self.signing)
            yield stays

    def _groups(self, shown: list[Item], every: list[Item]) -> Iterator[QWidget]:
        """The items below a heading for each group, with how many of it there are in all."""
        for name, found in groupby(shown, _group):
            count = sum(_group(item) == name for item in every)
            words = _("{kind}: {count}")
            yield Label(words.format(kind=name, count=format_number(count)), "h3")
            for item in found:
                yield self._card(item.record, item, item.findings)

    def _card(self, key: str, told: object, found: tuple[Finding, ...]) -> ReadCard:
        """The card of an item or of the organisation: the one that is there, if it says the same."""
        kept = self._drawn.get(key)
        if kept is None or kept[0] != told:
            self._drawn[key] = kept = (told, self._drawn_anew(told, found))
        self.cards.append(kept[1])
        return kept[1]

    def _drawn_anew(self, told: object, found: tuple[Finding, ...]) -> ReadCard:
        card = ItemCard(self._pack, told) if isinstance(told, Item) else ProfileCard(told[0], found)
        card.decided.connect(self._decide)
        card.reasoned.connect(self._say_why)
        card.changing.connect(self.changing)
        card.looking.connect(self.look_at)
        if isinstance(told, Item) and isinstance(told.entry, SharedAttachment):
            card.show_below_heading(Thumbnail(self._session, self._attachment(told.record)))
        return card

    def look_at(self, record: str) -> AttachmentPreview:
        """Show an attached file whole."""
        dialog = AttachmentPreview(self._session, self._attachment(record), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _attachment(self, record: str) -> Attachment:
        return recording.open_draft(self._session.workspace, Attachment, record).record

    def _enclosed_card(self, told: Enclosed) -> EnclosedCard:
        """What an ombudsperson alone is told; drawn anew each time with all that is in it."""
        self.enclosed = made = EnclosedCard(told)
        made.chosen.connect(self._choose)
        for item in told.items:
            card = self._drawn_anew(item, item.findings)
            self.cards.append(card)
            made.body.addWidget(card)
        return made

    def _choose(self, wanted: object) -> None:
        if self.enclosed is not None:
            self._chose = "notes" if self.enclosed.notes.control.hasFocus() else "challenges"
        self.chosen.emit(wanted)

    def _filter(self) -> None:
        self._shown = _AT_ONCE
        self._build()

    def _show_more(self) -> None:
        self._shown += _AT_ONCE
        self._build()

    def _decide(self, finding: str, release: bool) -> None:
        self._goes_on = True
        self.decided.emit(finding, release)

    def _say_why(self, finding: str, reason: str) -> None:
        self._goes_on = True
        self.reasoned.emit(finding, reason)


def _group(item: Item) -> str:
    return _("To look at first") if item.findings else kind_words(item.entry)
