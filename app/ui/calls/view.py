"""One call as it was made: nothing of it can be changed, its file can be saved again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.compact import Pack
from app.domain.shared import Call, Question
from app.domain.terms import When
from app.i18n import _, format_list, format_number, isolate, languages
from app.services.submitting import revisions
from app.ui.key_digits import KeyDigits
from app.ui.look import theme
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.text import Label
from app.ui.words import choices, wording


class CallView(QWidget):
    """What a call asks for, in words."""

    def __init__(self, call: Call, pack: Pack, before: Call | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        chips = [Chip(_("Withdrawn"), "warn")] if call.withdrawn else []
        layout.addWidget(PageHeader(title_of(call), due_of(call), *chips, role="h2"))
        if call.replaces:
            layout.addWidget(
                Card(_("Version {number}").format(number=format_number(call.version)), _since(call, before))
            )
        asked = Card(_("What it asks for"))
        for words in _asked(call, pack):
            asked.add(Label(words, wraps=True))
        layout.addWidget(asked)
        if call.questions:
            listed = Card(_("Questions"))
            for question in call.questions:
                listed.add(Label(_question(question, pack), wraps=True))
            layout.addWidget(listed)
        if call.indicators:
            layout.addWidget(indicators_card(call.indicators))


def indicators_card(codes: Sequence[str]) -> Card:
    """The numbers that are asked for."""
    listed = Card(_("Indicators"))
    for code in codes:
        listed.add(Label(isolate(wording.indicator(code)), wraps=True))
    return listed


class OwnDigits(Card):
    """The digits of the own key, for the telephone."""

    def __init__(self, digits: str, parent: QWidget | None = None) -> None:
        told = _("Who receives your call can ask you for these digits. If they are the same, the call is from you.")
        super().__init__(_("Compare these by telephone"), told, parent=parent)
        self.add(KeyDigits(digits))


def title_of(call: Call) -> str:
    """The title, or the period where there is none."""
    return call.title or wording.period(call.period)


def due_of(call: Call) -> str:
    """When answers are due."""
    if not call.due:
        return _("No day is set for the answers.")
    return _("Answers are due on {day}.").format(day=wording.when(When.parse(call.due)))


def since(before: Call, call: Call) -> str:
    """What was changed since which day."""
    day = wording.when(When.parse(before.made_on))
    parts = revisions.words(revisions.changes(before, call))
    return _("Changed since the call of {day}: {parts}.").format(day=day, parts=parts)


def _since(call: Call, before: Call | None) -> str:
    if call.withdrawn:
        return _("Nobody is asked any more. What was answered stays as it is.")
    return since(before, call) if before is not None else ""


def _asked(call: Call, pack: Pack) -> list[str]:
    names = {one.code: one.name for one in languages()}
    told = [_("Period: {period}").format(period=wording.period(call.period))]
    objectives = [choices.objective_name(pack, number) for number in call.objectives]
    listed = format_list(objectives) if objectives else _("all 23")
    told.append(_("Objectives: {objectives}").format(objectives=listed))
    spoken = format_list([names.get(code, code) for code in call.languages]) or _("any")
    told.append(_("Languages you can read: {languages}").format(languages=spoken))
    return told


def _question(question: Question, pack: Pack) -> str:
    if not question.objective:
        return question.text
    about = choices.objective_name(pack, question.objective)
    return _("{objective}: {question}").format(objective=about, question=isolate(question.text))
