"""The entries of a submission as passages of text, by objective, each activity once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.compact import Pack
from app.domain.shared import (
    SHARED_KINDS,
    WORDS,
    FeedbackCount,
    PublicOrganisation,
    SharedActivity,
    SharedAssessment,
    SharedChoice,
    SharedEntry,
    SharedFeedback,
    Submission,
    tellings,
)
from app.i18n import _, format_list, format_number, isolate, language, ngettext
from app.ui.entry_words import facts
from app.ui.widgets.direction import in_line
from app.ui.words import choices, wording

HEADING, TITLE, FACTS, TEXT = "heading", "title", "facts", "text"
_ABOVE = frozenset({"objectives", "type", "reach", "reach_total", "reach_method"})
"""What of an activity is told above its other facts."""
_ASKING = " ?؟？\u00a0\u202f"


@dataclass(frozen=True)
class Passage:
    """One paragraph and its role."""

    role: str
    text: str


def passages(submission: Submission, pack: Pack, *, most: int = 0) -> list[Passage]:
    """Everything the sender says; at most `most` activities and messages if it is not 0."""
    told = list(submission.of(SharedActivity))
    messages = list(submission.of(SharedFeedback))
    if most:
        told, messages = told[:most], messages[:most]
    reader = _Reader(pack, language())
    return [
        *reader.organisation(submission.organisation),
        *reader.activities(told),
        *reader.assessments(list(submission.of(SharedAssessment))),
        *reader.counts(list(submission.of(FeedbackCount))),
        *reader.messages(messages),
        *reader.choices(list(submission.of(SharedChoice))),
        *reader.further(submission),
        *reader.unknown(submission),
        *reader.taken_back(submission),
    ]


@dataclass(frozen=True)
class _Reader:
    pack: Pack
    language: str

    def organisation(self, who: PublicOrganisation) -> Iterator[Passage]:
        """What the sender says of itself; nothing where there is only a name."""
        pairs = wording.profile(who)
        if pairs or who.description:
            yield Passage(HEADING, _("Who they are"))
        if pairs:
            yield Passage(FACTS, _row(pairs))
        if who.description:
            yield Passage(TEXT, who.description)

    def activities(self, told: list[SharedActivity]) -> Iterator[Passage]:
        """Under the first objective of each; the others are named beside it."""
        groups: dict[int, list[SharedActivity]] = {}
        for one in told:
            groups.setdefault(min(one.objectives, default=0), []).append(one)
        for number, group in sorted(groups.items()):
            yield Passage(HEADING, self._objective(number) if number else _("Without an objective"))
            for one in sorted(group, key=lambda each: (each.start.iso if each.start else "", each.title)):
                yield from self._activity(one, number)

    def _activity(self, one: SharedActivity, under: int) -> Iterator[Passage]:
        yield Passage(TITLE, one.title or _("Without a title"))
        place = wording.place(one.place)
        parts = [wording.when(one.start), place, self._label("activity_types", one.type), self._reached(one)]
        yield Passage(FACTS, in_line(parts))
        others = [self._objective(number) for number in one.objectives if number != under]
        if others:
            also = _("Also contributes to {objectives}").format(objectives=format_list(others))
            yield Passage(FACTS, also)
        further = [(fact.label, fact.value) for fact in facts(one, self.pack, without=_ABOVE)]
        if further:
            yield Passage(FACTS, _row(further))
        for text in (one.summary, one.result):
            if text:
                yield Passage(TEXT, text)

    def _reached(self, one: SharedActivity) -> str:
        method = self._label("reach_method", one.reach_method)
        people = _("People reached: {count}").format(count=wording.count(one.reach))
        if one.reach.known and method:
            return _("{people} ({method})").format(people=people, method=method)
        return people

    def assessments(self, told: list[SharedAssessment]) -> Iterator[Passage]:
        """How the organisation sees each objective itself."""
        if told:
            yield Passage(HEADING, _("How they see it themselves"))
        for one in sorted(told, key=lambda each: each.objective):
            view = _("nothing done") if one.nothing_done else self._label("self_assessment", one.value)
            line = _("{objective}: {view}").format(objective=self._objective(one.objective), view=view)
            yield Passage(TITLE, line)
            if one.note:
                yield Passage(TEXT, one.note)

    def counts(self, told: list[FeedbackCount]) -> Iterator[Passage]:
        """How many messages of which kind."""
        if told:
            yield Passage(HEADING, _("What people told them, counted"))
        for one in sorted(told, key=lambda each: (each.objective, each.type)):
            kind = self._label("feedback_types", one.type)
            line = _("{objective}, {kind}: {count}")
            named = {"objective": self._objective(one.objective), "kind": kind, "count": wording.count(one.count)}
            yield Passage(TEXT, line.format(**named))

    def messages(self, told: list[SharedFeedback]) -> Iterator[Passage]:
        """Messages whose speakers agreed that they are told."""
        if told:
            yield Passage(HEADING, _("What people said"))
        for one in told:
            about = format_list([self._objective(number) for number in one.topics])
            kind = self._label("feedback_types", one.type)
            yield Passage(FACTS, in_line((wording.when(one.month), kind, about)))
            for text in (one.paraphrase, one.own_words):
                if text:
                    yield Passage(TEXT, text)

    def choices(self, told: list[SharedChoice]) -> Iterator[Passage]:
        """The objectives they work on."""
        if told:
            yield Passage(HEADING, _("Objectives they work on"))
            yield Passage(TEXT, format_list([self._objective(one.objective) for one in told]))

    def further(self, submission: Submission) -> Iterator[Passage]:
        """Entries of every other kind, kind by kind."""
        for kind in SHARED_KINDS.values():
            found = list(submission.of(kind)) if tellings(kind) else []
            if found:
                yield Passage(HEADING, wording.kind(kind.KIND))
            for one in found:
                words, name = wording.heading(one)
                if name:
                    yield Passage(TITLE, words)
                yield from self._told(one)

    def _told(self, one: SharedEntry) -> Iterator[Passage]:
        """Short values in one line, then each text under its label."""
        short = wording.facts(one)
        if short:
            yield Passage(FACTS, _row(short))
        for label, value in wording.facts(one, texts=True):
            if (label, value) not in short:
                yield Passage(FACTS, label)
                yield Passage(TEXT, value)

    def unknown(self, submission: Submission) -> Iterator[Passage]:
        """What a newer program wrote: that it is there."""
        if submission.unknown:
            yield Passage(HEADING, _("Written by a newer program"))
            kinds = sorted({wording.kind(one.kind) for one in submission.unknown})
            said = _("This program cannot read all of it: {kinds}. It is kept as it came.")
            yield Passage(TEXT, said.format(kinds=format_list(kinds)))

    def taken_back(self, submission: Submission) -> Iterator[Passage]:
        """What the sender took back: that it was there, and that it is honoured."""
        words, whole = _honoured(submission)
        if words or whole:
            yield Passage(HEADING, _("Taken back by the sender"))
        if whole:
            said = ngettext(
                "{count} entry was taken back. Honoured: it is in no list, picture or report.",
                "{count} entries were taken back. Honoured: they are in no list, picture or report.",
                whole,
            )
            yield Passage(TEXT, said.format(count=format_number(whole)))
        if words:
            said = ngettext(
                "Somebody's own words were taken back in {count} entry. Honoured: they are shown nowhere.",
                "Somebody's own words were taken back in {count} entries. Honoured: they are shown nowhere.",
                words,
            )
            yield Passage(TEXT, said.format(count=format_number(words)))

    def _objective(self, number: int) -> str:
        return choices.objective_name(self.pack, number)

    def _label(self, codes: str, code: str) -> str:
        return self.pack.code_list(codes).label(code, self.language) if code else ""


def _row(pairs: Iterable[tuple[str, str]]) -> str:
    """Labels with their values in one line, each in its own direction."""
    told = _("{label}: {value}")
    return in_line(isolate(told.format(label=label.rstrip(_ASKING), value=isolate(value))) for label, value in pairs)


def _honoured(submission: Submission) -> tuple[int, int]:
    """In how many entries words were taken back, and how many whole entries."""
    whole = {one.target for one in submission.honoured if one.scope != WORDS}
    return len({one.target for one in submission.honoured} - whole), len(whole)
