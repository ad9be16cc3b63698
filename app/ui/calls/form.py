"""The form of a new call: short, with everything but the due day filled in already."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.compact import ReviewEvent
from app.domain import periods
from app.domain.shared import Audience, Call
from app.domain.terms import Period, When
from app.i18n import _, languages, pgettext
from app.ui.calls import questions
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.fields.objectives_field import ObjectivesField
from app.ui.widgets.fields.offered_names_field import OfferedNamesField
from app.ui.widgets.fields.text_field import TextField
from app.ui.widgets.fields.when_field import WhenField
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import Label
from app.ui.words import choices, offers, wording
from app.ui.words.choice import Choice

_ALL, _SOME = "all", "some"
_REVIEW = 0
"""Stands for the length of what a regional review or the forum asks about."""
_ABREAST = 3
"""Languages in one line."""
_QUESTIONS = 170
"""The most height for the questions, in px at 100 %."""


class CallForm(QWidget):
    """One call that is being written; `draft()` after `load(call)` gives the call."""

    edited = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pack, region = session.pack, session.workspace.organisation.region
        self._today = today = session.workspace.now().date()
        self._reviews = periods.reviews(pack.review_cycle, today, region)
        lengths = [(periods.QUARTER, _("Quarter")), (periods.HALF, _("Half year")), (periods.YEAR, _("Year"))]
        lengths += [(_REVIEW, pgettext("period", "Review"))] if self._reviews else []
        self._length = Segments(_("Length of the period"), [Choice(str(code), words) for code, words in lengths])
        self._period = CodeField(_("Period"), ())
        self._due = WhenField(_("Answers are due on"), _("A day. You may leave it open."))
        self._which = Segments(
            _("Which objectives"), [Choice(_ALL, _("All 23 objectives")), Choice(_SOME, _("Some of them"))]
        )
        self._objectives = ObjectivesField(_("Objectives you ask about"), choices.objectives(pack))
        self._questions = TextField(
            _("Questions"),
            _("One question a line. Begin a line with the number of an objective if the question is about it."),
            lines=4,
        )
        self._indicators = OfferedNamesField(
            _("Indicators"),
            offers.finder(session, "indicators"),
            partial(offers.name_of, session, "indicators"),
            _("Numbers you ask for: choose them by their words, or write a name of your own."),
        )
        self._languages = {one.code: CheckField(one.name) for one in languages()}
        readers = [(Audience.COORDINATOR, _("Only we")), (Audience.PEERS, _("All who answer"))]
        readers.append((Audience.PUBLIC, _("Everybody")))
        self._audience = CodeField(
            _("Who will read the answers"), [Choice(code.value, words) for code, words in readers]
        )
        self._title = LineField(_("Title"), _("What the organisations will see. You may leave it empty."), longest=120)
        self._lay_out()
        self._connect()
        self._offer_periods()
        self._show_objectives()

    def _lay_out(self) -> None:
        when = QHBoxLayout()
        when.setSpacing(theme.px(12))
        when.addWidget(self._period, 8)
        when.addWidget(self._due, 5)
        self._questions.setMaximumHeight(theme.px(_QUESTIONS))
        spoken = QGridLayout()
        for place, field in enumerate(self._languages.values()):
            spoken.addWidget(field, place // _ABREAST, place % _ABREAST)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        layout.addWidget(self._length)
        layout.addLayout(when)
        for part in (self._title, self._which, self._objectives, self._questions, self._indicators):
            layout.addWidget(part)
        layout.addWidget(self._audience)
        layout.addWidget(Label(_("Languages you can read"), "small"))
        layout.addLayout(spoken)

    def _connect(self) -> None:
        self._length.chosen.connect(lambda _code: self._offer_periods())
        self._which.chosen.connect(lambda _code: self._show_objectives())
        self._due.edited.connect(lambda: self._due.set_problem(""))
        fields: list[Any] = [self._period, self._due, self._objectives, self._questions, self._indicators]
        fields += [self._audience, self._title]
        for field in (*fields, *self._languages.values()):
            field.edited.connect(self.edited)

    def draft(self) -> Call:
        """What the form says; the due day is left out while it is not one."""
        due = self._due.value()
        return Call(
            "",
            "",
            Period.parse(self._period.value()),
            due=due.iso if due is not None and due.day else "",
            objectives=self._objectives.value() if self._which.value() == _SOME else (),
            questions=questions.read(self._questions.value()),
            indicators=self._indicators.names(),
            languages=tuple(code for code, field in self._languages.items() if field.value()),
            audience=Audience(self._audience.value()),
            title=self._title.value(),
        )

    def unread_due(self) -> str:
        """What stands for the due day and is none, "" where it is one."""
        return "" if self._due.is_valid() else self._due.text()

    def load(self, call: Call, unread_due: str = "") -> None:
        """Show this call, and what was typed for its due day where that was no day."""
        is_review = call.period in [one for _event, one in self._reviews]
        self._length.set_value(str(_REVIEW if is_review else periods.length_of(call.period)))
        self._offer_periods()
        self._period.set_value(call.period.iso)
        self._due.set_value(When.parse(call.due) if call.due else None)
        if unread_due:
            self._due.set_text(unread_due)
        self._which.set_value(_SOME if call.objectives else _ALL)
        self._objectives.set_value(call.objectives)
        self._questions.set_value(questions.written(call.questions))
        self._indicators.set_codes(call.indicators)
        for code, field in self._languages.items():
            field.set_value(code in call.languages)
        self._audience.set_value(call.audience.value)
        self._title.set_value(call.title)
        self._show_objectives()

    def is_complete(self) -> bool:
        """Whether the call can be made; if not, the field that is in the way says so and has the focus."""
        due = self._due.value()
        if not self._due.is_valid() or (due is not None and not due.day):
            self._due.set_problem(_("Write a day, such as 8 November 2026, or leave it empty."))
            self._due.setFocus()
            return False
        if self._which.value() == _SOME and not self._objectives.value():
            self._objectives.set_problem(_("Choose at least one objective, or ask about all 23."))
            self._objectives.setFocus()
            return False
        return True

    def _offer_periods(self) -> None:
        length = int(self._length.value())
        if length == _REVIEW:
            self._period.offer([Choice(one.iso, review_words(event, one)) for event, one in self._reviews])
            self._period.set_value(self._reviews[0][1].iso)
            return
        offered = periods.offered(length, self._today, ahead=1)
        self._period.offer([Choice(one.iso, wording.period(one)) for one in offered])
        self._period.set_value(periods.usual(length, self._today).iso)

    def _show_objectives(self) -> None:
        self._objectives.set_problem("")
        self._objectives.setVisible(self._which.value() == _SOME)


def review_words(event: ReviewEvent, period: Period) -> str:
    """Which review asks, in which year, and about which months; a year that is only expected is called so."""
    if event.kind == "IMRF":
        sure, expected = _("Review forum {year}: {period}"), _("Review forum, expected in {year}: {period}")
    else:
        sure, expected = _("Regional review {year}: {period}"), _("Regional review, expected in {year}: {period}")
    return (sure if event.certain else expected).format(year=event.year, period=wording.period(period))
