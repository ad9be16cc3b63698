"""Bringing in somebody's table, in six steps: back and forth loses nothing, and nothing is written before the last."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QWidget

from app.errors import GroundworkError
from app.i18n import _, isolate
from app.services.records.importing import Report
from app.services.records.tables import remembering
from app.services.records.tables.planning import LOG, Plan
from app.ui.importing import asking, words, work
from app.ui.importing.journey import CHECK, COLUMNS, DONE, FILE, TABLE, VALUES, Journey
from app.ui.importing.work import Letters, Seen
from app.ui.process.failure import sentence
from app.ui.process.session import Session
from app.ui.process.tasks import Work
from app.ui.widgets.page import Page


class ImportPage(Page):
    """`open` takes a path, or a list of them: the first is begun with, the others wait their turn."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.plan: Plan | None = None
        self.seen: Seen | None = None
        self._waiting: list[Path] = []
        self._given: Path | None = None
        self._warned = ""
        self.journey = Journey(session)
        self.set_body(self.journey, scrolls=False)
        self._connect()
        self.reload()

    def _connect(self) -> None:
        journey = self.journey
        journey.file.chosen.connect(self.take)
        journey.file.spelled.connect(self._read)
        journey.file.undo_asked.connect(self._undo)
        journey.table.sheet_chosen.connect(partial(self._choose, work.on_sheet))
        journey.table.heading_chosen.connect(partial(self._choose, work.below))
        journey.table.kind_chosen.connect(partial(self._choose, work.of_kind))
        journey.table.places_asked.connect(self._keep_places)
        journey.table.codes_asked.connect(partial(self._ask_beside, asking.framework, work.with_codes))
        journey.table.form_asked.connect(partial(self._ask_beside, asking.form, work.with_form))
        journey.columns.planned.connect(self._change_columns)
        journey.columns.mapping_asked.connect(self._ask_mapping)
        journey.columns.sharing_asked.connect(self._share)
        journey.values.planned.connect(self._change)
        journey.check.planned.connect(self._change)
        journey.check.saving_asked.connect(self._save_rows)
        journey.done.undo_asked.connect(self._undo)
        journey.done.look_asked.connect(self._look)
        journey.going.connect(self._go)
        journey.keeping.connect(self._keep)
        journey.again.connect(self._begin_again)

    def reload(self) -> None:
        """Show the imports of before; what is being decided stays."""
        if self.journey.step == FILE and not self.journey.is_busy():
            earlier = partial(work.earlier, self.session.workspace)
            self.session.tasks.run(earlier, done=self.journey.file.show_earlier)

    def open(self, argument: object) -> None:
        """Begin with these files."""
        given = argument if isinstance(argument, list) else [argument]
        self.take([Path(one) for one in given if isinstance(one, (str, Path)) and str(one)])

    def take(self, paths: list[Path]) -> None:
        """Read the first of these files; a mapping file among them says how it is read."""
        self._given = next((path for path in paths if remembering.is_shared(path)), None)
        tables = [path for path in paths if path != self._given]
        if tables:
            self._waiting = tables[1:]
            self._read(tables[0])

    def state(self) -> dict[str, object]:
        """The plan and what was found with it, in memory only; nothing was written yet."""
        report = self.journey.done.report if self.journey.step == DONE else None
        return {"plan": self.plan, "seen": self.seen, "step": self.journey.step, "report": report}

    def restore(self, state: dict[str, object]) -> None:
        """Go on where one was, in another language or look."""
        plan, step, report = state.get("plan"), state.get("step"), state.get("report")
        if not isinstance(plan, Plan) or not isinstance(step, int):
            return
        self.plan, seen = plan, state.get("seen")
        self.seen = seen if isinstance(seen, Seen) else None
        if isinstance(report, Report):
            self._show_done(report)
        else:
            self._go(min(step, CHECK))

    def primary(self) -> QAbstractButton:
        """On to the next step."""
        return self.journey.primary

    def areas(self) -> list[QWidget]:
        """Steps, the step in sight, and the footer."""
        return [self.journey.steps, self.journey.shown(), self.journey.footer]

    def _run(self, job: Work, name: str, done: Callable[[Any], None]) -> None:
        """One job at a time; what fails is a sentence, and everything is as it was."""
        if self.journey.is_busy():
            return
        self._after = done
        task = self.session.tasks.run(
            job, name, done=self._finish, failed=self._fail, progressed=self.journey.show_progress
        )
        task.cancelled.connect(self.journey.show_rest)
        self.journey.show_work(task)

    def _finish(self, result: object) -> None:
        self.journey.show_rest()
        self._after(result)

    def _fail(self, error: Exception) -> None:
        self.journey.show_rest()
        if not isinstance(error, GroundworkError):
            self.session.tasks.unhandled.emit(error)
        elif self.journey.step == FILE:
            self.journey.file.show_failure(error, self._reading.name)
        else:
            self.banner.emit("bad", sentence(error))

    def _read(self, path: Path, encoding: str = "") -> None:
        self._reading = path
        self.journey.go(FILE)
        self.journey.file.show_nothing()
        job = partial(work.read, self.session.workspace, path, encoding or None)
        self._run(job, _("Reading the table"), self._show_read)

    def _show_read(self, found: Plan | Letters) -> None:
        if isinstance(found, Letters):
            self.journey.file.show_letters(found)
            return
        self.plan, self.seen = found, None
        if self._given is not None:
            given, self._given = self._given, None
            self._take_mapping(given)
        else:
            self._go(CHECK if found.is_of_our_form and found.kind != LOG else TABLE)

    def _choose(self, job: Callable[..., Plan], told: object) -> None:
        self._plan_anew(partial(job, self.session.workspace, self.plan, told))

    def _plan_anew(self, job: Work) -> None:
        self._run(job, _("Looking at the columns"), self._change)

    def _change(self, plan: Plan) -> None:
        """Another plan, seen from the same step."""
        self.plan, self.seen = plan, None
        self._go(self.journey.step)

    def _change_columns(self, plan: Plan) -> None:
        self.plan, self.seen = plan, None
        self.journey.columns.show_plan(plan)

    def _go(self, step: int) -> None:
        """Show a step, once what it shows was read."""
        if self.plan is not None and self.plan.is_of_our_form and step in (COLUMNS, VALUES):
            step = TABLE if self.journey.step == CHECK else CHECK
        if self.plan is None or step == FILE:
            self.journey.go(FILE)
            self.reload()
        elif step == TABLE:
            self.journey.table.show_plan(self.plan)
            self.journey.go(TABLE)
        elif step == COLUMNS:
            self.journey.columns.show_plan(self.plan)
            self.journey.go(COLUMNS)
        elif step == VALUES:
            self._run(partial(work.said, self.session.workspace, self.plan), _("Reading the values"), self._show_said)
        elif self.seen is not None:
            self._show_seen(self.seen)
        else:
            job = partial(work.check, self.session.workspace, self.plan)
            self._run(job, _("Checking every row"), self._show_seen)

    def _show_said(self, found: Any) -> None:
        self.journey.values.show_found(self.plan, found)
        self.journey.go(VALUES)

    def _show_seen(self, seen: Seen) -> None:
        self.seen = seen
        self.journey.check.show_seen(seen)
        self.journey.go(CHECK, seen)

    def _keep(self) -> None:
        self._run(partial(work.keep, self.session.workspace, self.seen), _("Bringing in the table"), self._show_done)

    def _show_done(self, report: Report) -> None:
        self._warned = ""
        self.journey.done.show_report(self.plan.file.name, report)
        self.journey.go(DONE)

    def _undo(self, batch: str) -> None:
        if self._warned == batch:
            self._take_back(batch, ())
            return
        job = partial(work.touched, self.session.workspace, batch)
        self._run(job, _("Looking for what was changed since"), partial(self._take_back, batch))

    def _take_back(self, batch: str, changed: tuple[str, ...]) -> None:
        if changed:
            self._warned = batch
            self.journey.show_changed(changed)
            return
        self._run(partial(work.undo, self.session.workspace, batch), _("Taking back the import"), self._show_undone)

    def _show_undone(self, undone: Any) -> None:
        self._warned = ""
        self.seen = None
        self.toast.emit(undone.sentence(), None)
        if self.journey.step == DONE:
            self.journey.done.show_undone(undone)
        self.reload()

    def _look(self) -> None:
        self.navigate.emit("activities" if self.plan.mapping.kind == "activity" else "feedback", None)

    def _begin_again(self) -> None:
        """On to the next file that waits, or to the choice of one."""
        self.plan = self.seen = None
        if self._waiting:
            self._read(self._waiting.pop(0))
        else:
            self._go(FILE)

    def _keep_places(self) -> None:
        job = partial(work.keep_places, self.session.workspace, self.plan)
        self._run(job, _("Keeping the places"), self._show_places)

    def _show_places(self, count: int) -> None:
        self.toast.emit(words.places_kept(count), None)
        self._begin_again()

    def _ask_beside(self, ask: Callable[[QWidget], Path | None], work_with: Callable[..., Plan]) -> None:
        if path := ask(self):
            self._plan_anew(partial(work_with, self.session.workspace, self.plan, path))

    def _ask_mapping(self) -> None:
        if path := asking.mapping(self):
            self._take_mapping(path)

    def _take_mapping(self, path: Path) -> None:
        job = partial(work.by_mapping, self.plan, path)
        self._run(job, _("Reading the mapping"), self._show_mapped)

    def _show_mapped(self, plan: Plan) -> None:
        self.plan, self.seen = plan, None
        self._go(COLUMNS)

    def _share(self) -> None:
        if path := asking.for_mapping(self, self.plan):
            remembering.share(self.plan.mapping, path)
            self.toast.emit(_("The mapping is in {file}.").format(file=isolate(path.name)), None)

    def _save_rows(self) -> None:
        if path := asking.for_rows(self, self.plan):
            self._run(partial(work.save_rows, self.seen, path), _("Saving the rows"), self._tell_saved)

    def _tell_saved(self, path: Path) -> None:
        self.toast.emit(_("The rows are in {file}.").format(file=isolate(path.name)), None)
