"""Making recovery words: shown once, written down or printed, and two of them asked back before they count."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.errors import GroundworkError
from app.files import write_whole
from app.i18n import _, format_number, isolate
from app.services.keeping import recovering
from app.services.keeping.recovering import Fresh
from app.services.opening.workspace import Workspace
from app.ui.look import theme
from app.ui.process.saving import FileKind, ask_place
from app.ui.process.waiting import waiting
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button, in_row
from app.ui.widgets.direction import in_path
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice

WORDS, CARDS = "words", "cards"
_COLUMNS = 3


class RecoveryMaker(QWidget):
    """Words that nobody has before they are shown here; an older paper stays good until the new one has proved itself.

    Nothing shown here is part of any state that is kept.
    """

    kept = Signal()
    """The new words and cards open the workspace; older ones are void."""
    left = Signal()
    """The person thought better of it; nothing has changed."""

    def __init__(
        self, workspace: Workspace, parent: QWidget | None = None, *, keep: Callable[[Fresh], None] | None = None
    ) -> None:
        """`keep` makes the words count, where that is more than letting them open this workspace."""
        super().__init__(parent)
        self._workspace = workspace
        self._keep_words = keep or partial(recovering.keep, workspace)
        self._fresh: Fresh = recovering.fresh(workspace)
        self.ways = Segments(
            _("On what paper"), (Choice(WORDS, _("24 words")), Choice(CARDS, _("Three cards, two are needed")))
        )
        self.ways.set_value(WORDS)
        self.words = _Words(self._fresh)
        self.print = Button(_("Save a page to print"), SECONDARY, "printer")
        self.cards = tuple(Button(_card(number), SECONDARY, "printer") for number in (1, 2, 3))
        self.told = Label("", "small", wraps=True)
        self.asked = _Asked(workspace, self._fresh)
        self.keep = Button(_("Keep these words"), PRIMARY)
        self.leave = Button(_("Not now"), GHOST)
        self._sheet, self._deck = QWidget(), QWidget()
        self._lay_out()
        self._connect()
        self._show_way(WORDS)

    def _lay_out(self) -> None:
        sheet = _column(self._sheet)
        sheet.addWidget(Label(_("Write them down by hand, in this order. They are shown this once."), wraps=True))
        sheet.addWidget(self.words)
        sheet.addLayout(in_row(self.print))
        deck = _column(self._deck)
        words = _("Each card is a page of its own. Any two of them open the workspace; one alone tells nothing.")
        deck.addWidget(Label(words, wraps=True))
        deck.addLayout(in_row(*self.cards))
        layout = _column(self)
        layout.addWidget(self.ways)
        for part in (self._sheet, self._deck, self.told, self.asked):
            layout.addWidget(part)
        layout.addLayout(in_row(self.keep, self.leave))
        self.told.hide()

    def _connect(self) -> None:
        self.ways.chosen.connect(self._show_way)
        self.print.clicked.connect(self._save_words)
        for number, button in enumerate(self.cards, start=1):
            button.clicked.connect(lambda _checked=False, number=number: self._save_card(number))
        self.keep.clicked.connect(self._keep)
        self.asked.entered.connect(self._keep)
        self.leave.clicked.connect(self.left)

    def _show_way(self, way: str) -> None:
        self._sheet.setVisible(way == WORDS)
        self._deck.setVisible(way == CARDS)
        self.asked.ask(way)

    def _save_words(self) -> None:
        today = self._workspace.now().date()
        self._save(_("recovery words"), lambda: recovering.words_page(self._fresh, today).data)

    def _save_card(self, number: int) -> None:
        today = self._workspace.now().date()
        name = _("recovery card {number}").format(number=number)
        self._save(name, lambda: recovering.card_page(self._fresh, number, today).data)

    def _save(self, name, make) -> None:
        path: Path | None = ask_place(self, _("Save a page to print"), name, FileKind(_("PDF document"), ".pdf"))
        if path is None:
            return
        try:
            with waiting():
                write_whole(path, make(), replace=True, private=True)
        except GroundworkError as error:
            self._tell(error.sentence())
            return
        words = _("The page is in {name}. Print it from there, then erase the file.")
        self._tell(words.format(name=in_path(path.name)))

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.show()

    def _keep(self) -> None:
        if not self.asked.agreed():
            return
        try:
            self._keep_words(self._fresh)
        except GroundworkError as error:
            self._tell(error.sentence())
            return
        self.kept.emit()


class _Words(QWidget):
    """The words in columns that are read from top to bottom, each with its number."""

    def __init__(self, fresh: Fresh) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        rows = -(-len(fresh.words) // _COLUMNS)
        for at, word in enumerate(fresh.words):
            number = Label(format_number(at + 1), "caption").to_trailing()
            shown = Label(isolate(word), "strong")
            shown.setAccessibleName(_("Word {number}: {word}").format(number=format_number(at + 1), word=word))
            grid.addWidget(number, at % rows, at // rows * 2)
            grid.addWidget(shown, at % rows, at // rows * 2 + 1)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column * 2 + 1, 1)


class _Asked(QWidget):
    """Two words that are asked back: of the paper, or one of each of two cards."""

    entered = Signal()

    def __init__(self, workspace: Workspace, fresh: Fresh) -> None:
        super().__init__()
        self._fresh, self._workspace = fresh, workspace
        self.fields: list[LineField] = []
        self._wanted: list[str] = []
        self._column = _column(self)
        self._column.addWidget(Label(_("From your paper, so that we know it can be read:"), wraps=True))

    def ask(self, way: str) -> None:
        """Ask for two words of this kind of paper."""
        for old in self.fields:
            old.hide()
            old.deleteLater()
        if way == WORDS:
            first, second = sorted(self._two(len(self._fresh.words)))
            self._wanted = [self._fresh.words[first], self._fresh.words[second]]
            labels = [_("Word {number}").format(number=format_number(at + 1)) for at in (first, second)]
        else:
            cards = [card.split() for card in self._fresh.cards[:2]]
            places = [place + 4 for place in self._two(len(cards[0]) - 4)]  # cards of one set begin alike
            self._wanted = [card[place] for card, place in zip(cards, places, strict=True)]
            words = _("Word {number} of card {card}")
            labels = [
                words.format(number=format_number(place + 1), card=format_number(card))
                for card, place in enumerate(places, start=1)
            ]
        self.fields = [LineField(label) for label in labels]
        for field in self.fields:
            self._column.addWidget(field)
            field.edited.connect(lambda field=field: field.set_problem(""))
        self.fields[-1].entered.connect(self.entered)

    def agreed(self) -> bool:
        """Whether both are right; the first that is not says so."""
        for field, wanted in zip(self.fields, self._wanted, strict=True):
            if not recovering.is_same_word(field.value(), wanted):
                field.set_problem(_("This is not the word. Please look at your paper again."))
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    def _two(self, count: int) -> tuple[int, int]:
        first = int.from_bytes(self._workspace.random(4), "big") % count
        other = int.from_bytes(self._workspace.random(4), "big") % (count - 1)
        return first, other + (other >= first)


def _card(number: int) -> str:
    return _("Save card {number}").format(number=format_number(number))


def _column(whole: QWidget) -> QVBoxLayout:
    made = QVBoxLayout(whole)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(theme.px(12))
    return made
