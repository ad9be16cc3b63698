"""The national picture: one period, one audience, several ways to look at it, and the report made of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.picture.editions import Arranged
from app.domain.shared import Audience, Picture, Told
from app.domain.terms import Period
from app.i18n import _, format_number, language
from app.progress import silent
from app.services.coordinating.sources import Behind
from app.ui.look import theme
from app.ui.picture import cells, periods, report
from app.ui.picture.chooser import Chooser
from app.ui.picture.choosers import Choosers
from app.ui.picture.finding import Found, find
from app.ui.picture.period_chooser import PeriodChooser
from app.ui.picture.report import Forwarded, Written
from app.ui.picture.shown import Shown, make
from app.ui.picture.tabs import COVERAGE, Tabs
from app.ui.printing import warned
from app.ui.process.saving import ask_place
from app.ui.process.session import Session
from app.ui.process.tasks import Task, Work
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import PRIMARY, SECONDARY, Button
from app.ui.widgets.direction import in_path
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.loading import Loading
from app.ui.widgets.page import Page
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.segments import Segments
from app.ui.words.choice import Choice


class PicturePage(Page):
    """Figures come from the worker thread and are kept until the workspace changes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._kept: dict[tuple[str, str], Shown] = {}
        self._task: Task | None = None
        self._shown: Shown | None = None
        self._banner: Banner | None = None
        self._instead: QWidget | None = None
        self._kind = ""
        self._period = PeriodChooser()
        self._report = Button(_("Make the report"), PRIMARY, "file-text")
        self._brief = Button(_("Two-page brief"), SECONDARY, "file-text")
        orders = (
            Choice(Arranged.OBJECTIVES.value, _("Report by objective")),
            Choice(Arranged.ROUND_TABLES.value, _("Report by round table")),
            Choice(Arranged.REGIONS.value, _("Report by regional review")),
        )
        self._order = Chooser(_("How the report is arranged"), orders)
        self._header = PageHeader(_("National picture"), "", self._period, self._brief, self._report)
        audiences = (
            Choice(Audience.COORDINATOR.value, _("For the coordinator")),
            Choice(Audience.PUBLIC.value, _("For the public")),
        )
        self._audience = Segments(_("Who will read it"), audiences)
        self._tabs = Tabs(session.pack)
        self._lay_out()
        self._period.chosen.connect(lambda _iso: self._want())
        self._audience.chosen.connect(lambda _code: self._want())
        self._report.clicked.connect(self._ask_report)
        self._brief.clicked.connect(self._ask_brief)
        self._tabs.inbox_asked.connect(lambda: self.navigate.emit("inbox", None))
        self._tabs.forward_asked.connect(self._ask_forward)
        self.reload()

    def _lay_out(self) -> None:
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        self._column.addWidget(self._header)
        self._choosers = Choosers(self._tabs.chooser, _beside(self._audience, self._order))
        self._column.addWidget(self._choosers)
        self._column.addWidget(self._tabs, 1)
        self.set_body(body)

    # what the frame calls

    def reload(self) -> None:
        """The workspace changed: what was reckoned before no longer holds; it stays until the new is there."""
        self._kept.clear()
        found = periods.offered(self.session.workspace)
        self._period.offer_periods(found)
        for part in (self._period, self._report, self._brief, self._choosers):
            part.setVisible(bool(found))
        if found:
            self._want()
            return
        self._shown = None
        self._header.set_words(_("National picture"), "")
        self._show_instead(self._empty())

    def open(self, argument: object) -> None:
        """Show the tab of this name."""
        self._tabs.show_tab(str(argument))

    def state(self) -> dict[str, object]:
        """Period, audience, tab, rows and cell, and how the report is arranged."""
        chosen = {"period": self._period.value(), "audience": self._audience.value()}
        coverage = self._tabs.coverage
        rows = {"axis": coverage.axis.value(), "kind": coverage.kind.value(), "order": self._order.value()}
        return {**chosen, **rows, "tab": self._tabs.chooser.value(), "cell": coverage.table.current()}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what another page of this kind left."""
        self._period.set_value(str(state.get("period") or self._period.value()))
        self._audience.set_value(str(state.get("audience") or ""))
        self._tabs.show_tab(str(state.get("tab") or COVERAGE))
        self._order.set_value(str(state.get("order") or ""))
        self._tabs.coverage.axis.set_value(str(state.get("axis") or ""))
        self._kind = str(state.get("kind") or "")
        cell = state.get("cell")
        if isinstance(cell, tuple):
            self._tabs.start_at(cell)
        self._want()

    def primary(self) -> QAbstractButton | None:
        """The button that makes the report."""
        return self._report

    def prints(self) -> QAbstractButton:
        """The two pages for whoever has no time for the report."""
        return self._brief

    def why_not_printed(self) -> str:
        """There is no picture yet."""
        return _("There is no picture to print yet. It is made of what you accept in the inbox.")

    # the picture

    def _want(self) -> None:
        """Show the picture of what is chosen: the one kept, or a new one."""
        key = self._period.value(), self._audience.value()
        if not key[0]:
            return
        if key in self._kept:
            self._show(self._kept[key])
            return
        if self._task is not None:
            self._task.stop()
        loading = Loading(_("Bringing everything together"))
        if self._shown is None:
            self._show_instead(loading)
        work = partial(make, self.session.workspace, Period.parse(key[0]), Audience(key[1]))
        self._task = self.session.tasks.run(work, done=self._take, progressed=loading.show_progress)

    def _take(self, shown: Shown) -> None:
        self._task = None
        key = shown.picture.period.iso, shown.picture.audience.value
        self._kept[key] = shown
        if key == (self._period.value(), self._audience.value()):
            self._show(shown)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self._show_instead(None)
        self._header.set_words(_("National picture"), _sentence(shown))
        self._tabs.show_picture(shown, partial(self._find, shown.picture), self._read)
        if self._kind:
            self._tabs.coverage.look(self._tabs.coverage.axis.value(), self._kind)
            self._kind = ""

    def _find(self, picture: Picture, told: Iterable[Told], show: Callable[[Behind], None]) -> None:
        """Where entries came from: at once where they are held, else when they were read."""
        work = partial(find, self.session.workspace, picture, told, show)
        if picture.is_held:
            self._answer(work(silent))
            return
        self._read(work, self._answer)

    def _answer(self, found: Found) -> None:
        """What belongs to a picture that is not shown any more is told nowhere."""
        if self._shown is not None and found.picture is self._shown.picture:
            found.show(found.behind)

    def _read(self, work: Work, done: Callable[[Any], None]) -> Task:
        return self.session.tasks.run(work, _("Reading what organisations told"), done=done)

    def _show_instead(self, widget: QWidget | None) -> None:
        """Something in place of the tabs, or the tabs again."""
        if self._instead is not None:
            self._instead.hide()
            self._instead.deleteLater()
        self._instead = widget
        self._tabs.setVisible(widget is None)
        if widget is not None:
            self._column.addWidget(widget, 1)
            widget.show()

    def _empty(self) -> EmptyState:
        inbox = Button(_("Open the inbox"), PRIMARY, "inbox")
        call = Button(_("Make a call"), SECONDARY, "speakerphone")
        inbox.clicked.connect(lambda: self.navigate.emit("inbox", None))
        call.clicked.connect(lambda: self.navigate.emit("calls", "new"))
        said = _("Make a call, and take in what organisations send. The picture is made of what you accept.")
        return EmptyState("layout-grid", _("No picture yet"), said, inbox, call)

    # the report

    def _ask_report(self) -> None:
        if self._shown is None:
            return
        picture = self._shown.picture
        name = f"national-picture-{picture.period.iso.replace('..', '-')}"
        path = ask_place(self, _("Where the report goes"), name, *report.kinds())
        if path is None:
            return
        edition = replace(self._shown.edition, arranged=Arranged(self._order.value()))
        work = partial(report.write, self.session.workspace, edition, self._target(path))
        self.session.tasks.run(work, _("Making the national report"), done=self._show_report)

    def _target(self, path: Path) -> report.Target:
        return report.Target(path, language(), self.session.settings.paper)

    def _ask_forward(self) -> None:
        if self._shown is None:
            return
        period = self._shown.picture.period
        name = f"passed-on-{period.iso.replace('..', '-')}"
        path = ask_place(self, _("Where the file for the level above goes"), name, report.bundle())
        if path is not None:
            work = partial(report.write_forward, self.session.workspace, period, path)
            self.session.tasks.run(work, _("Passing on what counts"), done=self._show_forward)

    def _show_forward(self, written: Forwarded) -> None:
        self._show_written(written.sentence, written.path)

    def _ask_brief(self) -> None:
        if self._shown is None:
            return
        picture = self._shown.picture
        name = f"brief-{picture.period.iso.replace('..', '-')}"
        path = ask_place(self, _("Where the brief goes"), name, report.kinds()[0])
        if path is not None:
            work = partial(report.write_brief, self.session.workspace, picture, path, language())
            self.session.tasks.run(work, _("Making the brief"), done=self._show_report)

    def _show_report(self, written: Written) -> None:
        told = _("The brief is in {name}.") if written.is_brief else _("The report is in {name}.")
        said = told.format(name=in_path(written.path.name))
        said = warned(said, written.warnings)
        self._show_written(said, written.path, _("Open the brief") if written.is_brief else _("Open the report"))

    def _show_written(self, said: str, path: Path, opening: str = "") -> None:
        self._close_banner()
        self._banner = Banner("good", said)
        if opening:
            opened = self._banner.add_button(Button(opening, SECONDARY, "file-text"))
            opened.clicked.connect(partial(_open, str(path)))
        folder = self._banner.add_button(Button(_("Open the folder"), SECONDARY, "folder-open"))
        folder.clicked.connect(partial(_open, str(path.parent)))
        self._column.insertWidget(1, self._banner)
        self._banner.show()
        self.toast.emit(said, None)

    def _close_banner(self) -> None:
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()


def _beside(*widgets: QWidget) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    for widget in widgets:
        row.addWidget(widget)
    return line


def _open(path: str, _checked: bool = False) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))


def _sentence(shown: Shown) -> str:
    counted, sent = shown.organisations()
    said = _("{activities} from {counted} of {organisations}")
    words = {"counted": format_number(counted), "organisations": cells.organisations(sent)}
    return said.format(activities=cells.activities(shown.picture.activities_once), **words)
