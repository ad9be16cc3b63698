"""Next steps: what waits for somebody, each in words and with the one button that leads there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number, isolate, ngettext, pgettext
from app.services.feedback.loops import Waiting
from app.services.overview import Overview
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.card import Card
from app.ui.widgets.text import IconLabel, Label, Line
from app.ui.widgets.waiting_words import days_waiting

_LONGEST_TITLE = 90


@dataclass(frozen=True)
class NextStep:
    """One thing to do, and the page (with the argument for its `open`) where it is done."""

    icon: str
    tone: str
    title: str
    facts: str
    action: str
    page: str
    argument: object = None


def next_steps(seen: Overview, today: date) -> tuple[NextStep, ...]:
    """What waits, the most pressing last in the order in which work is done: finish, answer, send."""
    found = (
        _drafts(seen),
        _loops(seen),
        *map(_loop, seen.longest_waiting),
        _due(seen, today),
        _asked(seen),
        _call(seen, today),
        _recovery(seen),
        _past_keeping(seen),
    )
    return tuple(step for step in found if step is not None)


def _drafts(seen: Overview) -> NextStep | None:
    if not seen.drafts:
        return None
    count = len(seen.drafts)
    words = ngettext("{count} activity is not complete", "{count} activities are not complete", count)
    title = words.format(count=format_number(count))
    facts = _("What is not complete is not sent")
    return NextStep("pencil", "info", title, facts, _("Finish"), "activities", seen.drafts[0])


def _loops(seen: Overview) -> NextStep | None:
    if not seen.open_loops:
        return None
    words = ngettext("{count} person waits for an answer", "{count} people wait for an answer", seen.open_loops)
    title = words.format(count=format_number(seen.open_loops))
    return NextStep("message-2-heart", "warn", title, _("Tell them what became of it"), _("Answer"), "feedback")


def _asked(seen: Overview) -> NextStep | None:
    if not seen.asked:
        return None
    words = ngettext(
        "{count} question came back about what you sent", "{count} questions came back about what you sent", seen.asked
    )
    title = words.format(count=format_number(seen.asked))
    facts = _("Answer them in the records, then send a new version.")
    return NextStep("message", "warn", title, facts, pgettext("button", "Look"), "submissions")


def _due(seen: Overview, today: date) -> NextStep | None:
    """The first thing that is due by name, the others by number."""
    if not seen.due:
        return None
    first, count = seen.due[0], len(seen.due)
    words = ngettext("{count} plan or commitment is due", "{count} plans or commitments are due", count)
    title = isolate(first.title) if count == 1 and first.title else words.format(count=format_number(count))
    tone = "bad" if first.late else "warn"
    left = days_left(first.day.isoformat(), today)
    return NextStep("clock", tone, title, left, pgettext("button", "Look"), "records", first.id)


def _loop(one: Waiting) -> NextStep:
    """One of those who wait longest: what was meant and how long ago it was told."""
    first, _end, _rest = one.record.paraphrase.strip().partition("\n")
    meant = first if len(first) <= _LONGEST_TITLE else first[:_LONGEST_TITLE].rstrip() + "…"
    facts = _("The day to answer by is over") if one.late else days_waiting(one.days)
    tone = "bad" if one.late else "muted"
    return NextStep("clock", tone, meant or _("Message without words"), facts, _("Answer"), "feedback", one.record.id)


def _call(seen: Overview, today: date) -> NextStep | None:
    if seen.call is None:
        return None
    title = _("Answer the call of {coordinator}").format(coordinator=isolate(seen.call.coordinator))
    done = _("{done} of {total} checks done").format(
        done=format_number(seen.checks_done), total=format_number(seen.checks)
    )
    left = days_left(seen.call.due, today)
    facts = _("{checks}, {left}").format(checks=done, left=left) if left else done
    return NextStep("send", "accent", title, facts, _("Continue"), "submissions", seen.call.id)


def _recovery(seen: Overview) -> NextStep | None:
    if not seen.recovery:
        return None
    if seen.recovery == "missing":
        title = _("There are no recovery words yet")
        facts = _("They help when the passphrase is forgotten")
        return NextStep("key", "warn", title, facts, _("Make them"), "settings", "recovery")
    title = _("Nobody tried the recovery words for a year")
    return NextStep("key", "info", title, _("See that the paper is still there"), _("Try them"), "settings", "recovery")


def _past_keeping(seen: Overview) -> NextStep | None:
    if not seen.past_keeping:
        return None
    words = ngettext(
        "{count} record was kept as long as it should be",
        "{count} records were kept as long as they should be",
        seen.past_keeping,
    )
    facts = _("Nothing is erased unless you say so")
    title = words.format(count=format_number(seen.past_keeping))
    return NextStep("trash", "info", title, facts, pgettext("button", "Look"), "settings", "retention")


def days_left(due: str, today: date) -> str:
    """How long until a day (ISO text), in words; empty if no day was set."""
    if not due:
        return ""
    days = (date.fromisoformat(due) - today).days
    if days < 0:
        words = ngettext("{count} day late", "{count} days late", -days)
        return words.format(count=format_number(-days))
    if days == 0:
        return _("due today")
    return ngettext("{count} day left", "{count} days left", days).format(count=format_number(days))


class NextSteps(Card):
    """The card of next steps; a calm sentence where nothing waits."""

    asked = Signal(str, object)
    """(page, argument): a person wants to go there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Next steps"), parent=parent)
        self.body.setSpacing(theme.px(4))
        self._rows: list[QWidget] = []

    def show_steps(self, steps: tuple[NextStep, ...]) -> None:
        """Show these in their order."""
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = [_nothing()] if not steps else []
        for step in steps:
            if self._rows:
                self._rows.append(Line())
            self._rows.append(self._row(step))
        for row in self._rows:
            self.body.addWidget(row)

    def _row(self, step: NextStep) -> QWidget:
        row, layout, words = QWidget(), QHBoxLayout(), QVBoxLayout()
        row.setLayout(layout)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        words.setSpacing(0)
        words.addWidget(Label(step.title, wraps=True))
        words.addWidget(Label(step.facts, "caption", wraps=True))
        button = Button(step.action, GHOST)
        button.setAccessibleName(_("{action}: {title}").format(action=step.action, title=step.title))
        button.clicked.connect(lambda: self.asked.emit(step.page, step.argument))
        layout.addWidget(IconLabel(step.icon, step.tone, 20))
        layout.addLayout(words, 1)
        layout.addWidget(button)
        return row


def _nothing() -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(10))
    layout.addWidget(IconLabel("circle-check", "good", 20))
    layout.addWidget(Label(_("Nothing waits for you."), wraps=True), 1)
    return row
