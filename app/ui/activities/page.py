"""The activities of this workspace, newest first, each in the form beside the list."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.drafts import Draft
from app.domain.records import Activity, Record
from app.domain.terms import When
from app.i18n import _, format_number, isolate, ngettext, pgettext
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.records.recording import Query
from app.ui.activities import rows
from app.ui.activities.form_sections import SECTIONS
from app.ui.from_paper.paper_tools import PaperTools
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.sheet_bar import SheetBar
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields.beginnings import asking_for, beginning
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.lists.paged_model import Row
from app.ui.widgets.page import Page
from app.ui.widgets.record import attachment_strip, record_names
from app.ui.widgets.record.attached_records import AttachedRecords
from app.ui.widgets.record.record_desk import RecordDesk
from app.ui.widgets.record.record_kind import ALL, DRAFTS, Kind, Words, only_drafts
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice


class ActivitiesPage(Page):
    """List and form side by side; `open` takes an activity's id, or "new" to log one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.desk = RecordDesk(session, kind(), self)
        self.paper = PaperTools(self, "activity")
        self.desk.list.layout().addWidget(self._paper_bar())
        self.total = Total()
        self.desk.form.put_beside("reach_boys", self.total)
        self.evidence = attachment_strip.under(self.desk)
        self.money = AttachedRecords(
            _("Money and help in kind"), _("Add money or help in kind"), _("Nothing was written down yet.")
        )
        self.desk.sheet.put_below(self.money)
        self.desk.sheet.put_below(SheetBar(session, self.desk))
        self.set_body(self.desk, scrolls=False)
        self.desk.toast.connect(self.toast)
        self.desk.shown.connect(self._show_total)
        self.desk.shown.connect(self._show_money)
        self.money.opened.connect(lambda id: self.navigate.emit("records", id))
        self.money.add_asked.connect(
            lambda: self.navigate.emit("records", asking_for("resources", of=self.desk.form.loaded().record.id))
        )
        self.desk.form.edited.connect(lambda _name: self._show_total())
        self.desk.start()

    def reload(self) -> None:
        """Show what the workspace holds now; what is being typed stays."""
        self.desk.reload()
        self.evidence.reload()
        self._show_money()

    def open(self, argument: object) -> None:
        """Show the record with this id, or begin a new one."""
        given = beginning(argument)
        if given is not None:
            self.desk.begin(given)
        elif isinstance(argument, str):
            self.desk.open_record(argument)

    def state(self) -> dict[str, object]:
        """What a rebuild carries over."""
        return self.desk.state()

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave."""
        self.desk.restore(state)

    def keep(self) -> None:
        """Save what is being typed."""
        self.evidence.keep()
        self.desk.settle()

    def primary(self) -> Button | None:
        """Done, or the one button of what stands in its place."""
        return self.desk.primary()

    def filter_field(self) -> QLineEdit:
        """The filter above the list."""
        return self.desk.list.search

    def printed_record(self) -> str:
        """The record that is open."""
        self.keep()
        return self.desk.form.saved_id()

    def areas(self) -> list[QWidget]:
        """List, form, footer."""
        return self.desk.areas()

    def _paper_bar(self) -> QWidget:
        bar = QWidget()
        layout = FlowLayout(bar, theme.px(6))
        layout.setContentsMargins(0, 0, 0, 0)
        for button in (self.paper.print, self.paper.type_in):
            layout.addWidget(button)
        return bar

    def _show_total(self) -> None:
        record = self.desk.form.draft().record
        assert isinstance(record, Activity)
        self.total.set_count(record.counted)

    def _show_money(self) -> None:
        """What was written down of the money of this activity; nothing can be before the activity is saved."""
        loaded = self.desk.form.loaded()
        self.money.setVisible(not loaded.is_new)
        if not loaded.is_new:
            found = recording.lines(self.session.workspace, Query("resources", points_at=loaded.record.id))
            named = [(line.record, record_names.called(self.session, line.record)) for line in found]
            self.money.show_rows([Row(record.id, name) for record, name in named])


class Total(QWidget):
    """How many people were reached in all, as the numbers beside it add up; a dash while nobody counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = Label("", "h2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(Label(_("Total"), "small"))
        column.addWidget(self._count)
        column.addStretch(1)
        self.set_count(None)

    def set_count(self, count: int | None) -> None:
        """Show this number; None: nobody counted."""
        self._count.setText("–" if count is None else format_number(count))
        told = _("Total: nobody counted") if count is None else _("Total: {count}").format(count=format_number(count))
        self._count.setAccessibleName(told)

    def text(self) -> str:
        """What is shown."""
        return self._count.text()


def kind() -> Kind:
    """Activities, in the active language."""
    return Kind(
        Activity,
        _words(),
        SECTIONS,
        rows.row,
        rows.title,
        _fresh,
        (Choice(ALL, _("All")), Choice(DRAFTS, _("Drafts"))),
        {DRAFTS: only_drafts},
    )


def _words() -> Words:
    return Words(
        title=_("Activities"),
        new=pgettext("activity", "New"),
        segments=_("Which activities"),
        icon="clipboard-list",
        empty=_("No activities yet"),
        empty_more=_("Write down what you did today. You can add the details later."),
        empty_button=_("Log an activity"),
        fresh=_("New activity"),
        nothing_chosen=_("Choose an activity, or log a new one"),
        count=lambda number: ngettext("{count} activity", "{count} activities", number).format(
            count=format_number(number)
        ),
        trashed=lambda title: _("{title} was moved to the trash.").format(title=isolate(title)),
        saved=lambda title: _("{title} was saved.").format(title=isolate(title)),
    )


def _fresh(workspace: Workspace) -> Draft[Record]:
    today = workspace.now().astimezone().date()
    return recording.new(workspace, Activity, start=When.of(today).only_month)
