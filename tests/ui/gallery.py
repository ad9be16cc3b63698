"""Two pages with invented content that use every widget: for tests of the frame and for looking at."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.charts import Bar
from app.domain.terms import When
from app.ui.look import theme
from app.ui.pages import FOOT, PAGES, PageEntry
from app.ui.process.session import Session
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.charts.bars import Bars
from app.ui.widgets.charts.heat_table import DONE, NOT_REPORTED, NOTHING_DONE, WITHHELD, HeatCell, HeatTable
from app.ui.widgets.charts.heat_tile import Tile
from app.ui.widgets.charts.ring import Ring
from app.ui.widgets.chip import Chip
from app.ui.widgets.columns import Columns
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.fields.number_field import NumberField
from app.ui.widgets.fields.objectives_field import ObjectivesField
from app.ui.widgets.fields.place_field import PlaceField
from app.ui.widgets.fields.search_field import SearchField
from app.ui.widgets.fields.text_field import TextField
from app.ui.widgets.fields.when_field import WhenField
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.lists.paged_model import PagedModel, Row
from app.ui.widgets.page import Page
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.panes import Panes
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.segments import Segments
from app.ui.widgets.steps import Step, Steps
from app.ui.widgets.text import Label, Line
from app.ui.words import choices
from app.ui.words.choice import Choice, matching

PLACES = (Choice("MA-TET", "Tetouan"), Choice("MA-TNG", "Tangier"), Choice("MA-BMK", "Beni Makada"))
ROWS = [
    Row("1", "Legal aid desk", "28 Oct 2026 · Tangier · 46 people", "4 Legal identity", "Draft"),
    Row("2", "Evening language course, group B", "26 Oct 2026 · 24 people", "16 Inclusion", "Ready", "accent"),
    Row("3", "Vaccination day with the district clinic", "21 Oct 2026", "15 Basic services", "In review", "info"),
    Row("4", "تدريب على الإحالة", "2026/10/12 · تطوان", "7 Vulnerability", "Changes asked", "warn", is_new=True),
    Row("5", "Tangier Migrant Support Network", "Today, from a stick", "", "2 points to look at", "warn", "TN"),
]


class FormPage(Page):
    """A list and a form side by side, as most pages are."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.rows = ListView(
            "Activities of the gallery", PagedModel(lambda start, count: ROWS[start : start + count], lambda: len(ROWS))
        )
        self.search = SearchField("Filter this list")
        self.title = LineField("What did you do?")
        self.objectives = ObjectivesField("Objectives", choices.objectives(session.pack))
        self.when = WhenField("When", "Shared as month only")
        self.place = PlaceField(
            "Where",
            lambda typed: matching(PLACES, typed),
            dict((c.code, c.label) for c in PLACES).__getitem__,
            help="Shared as district",
        )
        self.kind = CodeField("Kind of activity", choices.codes(session.pack, "activity_types"), nothing="Choose")
        self.numbers = [NumberField(name) for name in ("Women", "Men", "Girls", "Boys")]
        self.happened = TextField("What happened", "Do not write names, phone numbers or exact addresses of migrants.")
        self.send = Button("Send for review", PRIMARY)
        self.received: object = None
        self.reloads = 0
        self._fill()
        self._lay_out()
        self.send.clicked.connect(lambda: self.toast.emit("Sent for review.", self._take_back))
        self.reload()

    def reload(self) -> None:
        self.reloads += 1
        self.rows.reload()
        if not self.rows.current_id():
            self.rows.select("2")

    def open(self, argument: object) -> None:
        self.received = argument

    def state(self) -> dict[str, object]:
        return {"title": self.title.text(), "row": self.rows.current_id(), "when": self.when.text()}

    def restore(self, state: dict[str, object]) -> None:
        self.title.set_value(str(state.get("title", "")))
        self.rows.select(str(state.get("row", "")))
        self.when.set_text(str(state.get("when", "")))

    def primary(self) -> Button:
        return self.send

    def filter_field(self) -> SearchField:
        return self.search

    def areas(self) -> list[QWidget]:
        return [self.rows, self.form, self.footer]

    def _take_back(self) -> None:
        self.title.set_value("taken back")

    def _fill(self) -> None:
        self.title.set_value("Safe house referral training")
        self.objectives.set_value((7, 10))
        self.when.set_value(When(2026, 10, 12))
        self.place.set_value("MA-TET")
        self.numbers[0].set_value(11)
        self.numbers[1].set_text("seven")
        self.happened.set_value(
            "Two-day training for social workers and police liaison officers.\nقادت جمعية الناجيات اليوم الثاني."
        )

    def _lay_out(self) -> None:
        listing, column = QWidget(), QVBoxLayout()
        listing.setLayout(column)
        column.setContentsMargins(theme.px(8), theme.px(16), theme.px(8), 0)
        column.addWidget(PageHeader("Activities", "", Button("New", PRIMARY, "plus"), role="h2"))
        column.addWidget(self.search)
        row = QHBoxLayout()
        row.addWidget(
            Segments("Which activities", [Choice("all", "All"), Choice("mine", "Mine"), Choice("open", "Open")])
        )
        row.addWidget(Label("5 activities", "caption").to_trailing(), 1)
        column.addLayout(row)
        column.addWidget(self.rows, 1)
        detail, down = QWidget(), QVBoxLayout()
        detail.setLayout(down)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(0)
        self.form = Scrolling(self._form())
        self.footer = FooterBar(Button("History", GHOST, "history"), Button("Print"), self.send)
        self.footer.say("Saved on this computer at 10:42", "circle-check", "good")
        down.addWidget(self.form, 1)
        down.addWidget(self.footer)
        self.set_body(Panes(listing, detail), scrolls=False)

    def _form(self) -> QWidget:
        body, column = QWidget(), QVBoxLayout()
        body.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        banner = Banner(
            "warn",
            "“Please say how many of the 18 participants were from the police, and remove the name of the safe house.”",
            title="Youssef asked for a change",
        )
        banner.add_button(Button("Mark as done", SECONDARY, "check"))
        three, four = QHBoxLayout(), QHBoxLayout()
        for field in (self.when, self.place, self.kind):
            three.addWidget(field, 1)
        for field in self.numbers:
            four.addWidget(field, 1)
        column.addWidget(PageHeader("Safe house referral training", "", Chip("Changes asked", "warn"), role="h2"))
        for part in (
            banner,
            self.title,
            self.objectives,
            three,
            Line(),
            Label("People reached", "h3"),
            four,
            Line(),
            self.happened,
        ):
            column.addLayout(part) if isinstance(part, QHBoxLayout) else column.addWidget(part)
        column.addStretch(1)
        return body


class HomePage(Page):
    """Cards, tiles, charts, steps and a table of cells."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        from app.ui.widgets.charts.tile_grid import TileGrid

        self.tiles = TileGrid()
        names = choices.objectives(session.pack)
        counts = [4, None, 22, 9, 2, 12, 8, None, None, 3, None, 5, 1, 2, 26, 17, 7, 11, None, None, 3, None, 6]
        chosen = {3, 4, 6, 7, 15, 16, 17, 18, 20}
        self.tiles.set_tiles([Tile(n + 1, names[n].label, counts[n], n + 1 in chosen) for n in range(23)])
        self.tiles.switch.set_value("all")
        self.tiles._arrange()  # noqa: SLF001
        self._lay_out()

    def _lay_out(self) -> None:
        body, column = QWidget(), QVBoxLayout()
        body.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        record, log = (
            Button("Record feedback", SECONDARY, "message-2-heart"),
            Button("Log an activity", PRIMARY, "plus"),
        )
        explained = "Activities logged in 2026. “–” means nothing written yet, which is not zero."
        work = Card("Your work across the 23 objectives", explained, aside=self.tiles.switch)
        work.add(self.tiles, 1)
        empty = Card()
        buttons = (Button("Log an activity", PRIMARY, "plus"), Button("Import a table", GHOST))
        empty.add(EmptyState("clipboard-list", "No activities yet", "Write down what you did today.", *buttons))
        column.addWidget(PageHeader("Good morning, Samira", "Friday, 30 October 2026", record, log))
        for part in (Columns(work, self._side()), self._table(), empty):
            column.addWidget(part)
        self.set_body(body)

    def _side(self) -> QWidget:
        side, column = QWidget(), QVBoxLayout()
        side.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        told = Card("What migrants told us", "64 answers this month, 82% felt respected")
        bars = Bars("Answers by month")
        bars.set_bars(
            [
                Bar("May", 14, "14"),
                Bar("Jun", 22, "22"),
                Bar("Jul", 18, "18"),
                Bar("Aug", 31, "31"),
                Bar("Sep", None, "–"),
                Bar("Oct", 64, "64"),
            ]
        )
        told.add(bars, 1)
        ring = Ring("Checks passed")
        ring.set_value(8, 11)
        send = Card("Submission")
        send.add(ring)
        steps = (
            Step("Call and period", "Ministry"),
            Step("Check the content", "3 points need you"),
            Step("What leaves"),
        )
        send.add(Steps(steps, 1))
        column.addWidget(told)
        column.addWidget(send)
        return side

    def _table(self) -> Card:
        kinds = (DONE, NOTHING_DONE, NOT_REPORTED, WITHHELD, DONE, NOT_REPORTED)
        rows = ["Tangier", "Oriental", "Fes", "Rabat"]
        cells = [
            [
                HeatCell(kinds[(r * 5 + c) % 6], (r * 7 + c * 3) % 24 + 1, f"{rows[r]}, {c + 1}: sentence")
                for c in range(23)
            ]
            for r in range(4)
        ]
        self.table = HeatTable("Activities by region and objective")
        self.table.set_cells(rows, [str(n) for n in range(1, 24)], cells)
        card = Card("Activities by region and objective", "Use the arrow keys to move, Enter to open.")
        card.add(self.table)
        return card


def table() -> tuple[PageEntry, ...]:
    """The page list with the gallery's pages in place of the real ones."""
    kept = {entry.name: entry for entry in PAGES}
    made = [PageEntry("overview", kept["overview"].title, kept["overview"].icon, f"{__name__}:HomePage")]
    for name in ("objectives", "activities", "feedback", "submissions", "calls", "inbox", "picture"):
        entry = kept[name]
        made.append(PageEntry(name, entry.title, entry.icon, f"{__name__}:FormPage", entry.section))
    made += [entry for entry in PAGES if entry.section == FOOT]
    return tuple(made)


def waiting(session: Session) -> int:
    return 5
