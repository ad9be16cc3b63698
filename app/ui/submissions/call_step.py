"""Step 1: what the call asks for, and what is written for its period."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.terms import When
from app.i18n import _, format_list, format_number, isolate, languages, ngettext
from app.services.opening.workspace import Workspace
from app.services.submitting import revisions
from app.ui.look import theme
from app.ui.submissions.reading import Seen, is_own
from app.ui.submissions.start_view import due_words, state_words
from app.ui.widgets.card import Card
from app.ui.widgets.text import Label
from app.ui.words import choices, wording


class CallStep(QWidget):
    """Shows the call in words; nothing is decided here."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        self._shown = QWidget()
        self._column.addWidget(self._shown)
        self._column.addStretch(1)

    def show_seen(self, seen: Seen) -> None:
        """Show this call."""
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        if seen.call.withdrawn or seen.before is not None:
            column.addWidget(_changed(seen))
        card = Card(_("What the call asks for"))
        for label, value in self._facts(seen):
            card.add(Label(label, "caption"))
            card.add(Label(value, wraps=True))
        column.addWidget(card)
        if seen.call.questions:
            questions = Card(_("Questions of the call"))
            for question in seen.call.questions:
                questions.add(Label(question.text, wraps=True))
            column.addWidget(questions)
        if seen.call.indicators:
            numbers = Card(_("Indicators that the call asks for"))
            for code in seen.call.indicators:
                numbers.add(Label(isolate(wording.indicator(code)), wraps=True))
            column.addWidget(numbers)
        written = Card(_("What you have for it"))
        written.add(Label(_items(seen), wraps=True))
        written.add(Label(state_words(seen.sent) if seen.sent else _("Nothing was sent for it yet."), "small"))
        column.addWidget(written)
        self._column.replaceWidget(self._shown, fresh)
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = fresh

    def _facts(self, seen: Seen) -> Iterator[tuple[str, str]]:
        call = seen.call
        own = is_own(self._workspace, call)
        yield _("Who asks"), _("Yourselves") if own else isolate(call.coordinator)
        yield _("Period"), wording.period(call.period)
        if call.due:
            yield _("Time"), due_words(call)
        asked = [choices.objective_name(self._workspace.pack, number) for number in call.objectives]
        yield _("Objectives"), format_list(asked) if asked else _("All 23")
        if call.languages:
            names = {one.code: one.name for one in languages()}
            yield _("Languages"), format_list([names.get(code, code) for code in call.languages])
        smallest = _("Groups smaller than {count} people are not told as a number.")
        yield _("Protection"), smallest.format(count=format_number(call.smallest))


def _changed(seen: Seen) -> Card:
    """That this is a later version, and in what it differs."""
    if seen.call.withdrawn:
        return Card(_("This call was withdrawn"), _("Nobody waits for an answer. What you sent stays as it is."))
    assert seen.before is not None, "a version before it is shown"
    told = _("Changed since {day}: {parts}. What you have written for it is kept.")
    day = wording.when(When.parse(seen.before.made_on)) if seen.before.made_on else _("the version before")
    parts = revisions.words(revisions.changes(seen.before, seen.call))
    return Card(_("The call was changed"), told.format(day=day, parts=parts))


def _items(seen: Seen) -> str:
    count = seen.leaves
    words = ngettext("{count} item would leave as it is now.", "{count} items would leave as they are now.", count)
    return words.format(count=format_number(count))
