"""Which column of an export answers which question, whatever was chosen when it was exported.

A heading may be a question's name or its label in any language, with or without the groups it stands in, with any
separator between them; an answer of several choices may be one column, or one for each choice. The longest ending of
a heading that is a question, or a question and a choice, says what it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from app import compact
from app.i18n import languages, translation
from app.intake.forms import questions, xls_form
from app.intake.forms.questions import Form, Question
from app.intake.grids.columns import Column
from app.intake.words import fold

_TRUE = frozenset({"1", "1 0", "true", "yes"})
"""Folded: 1.0 is "1 0"."""


@dataclass(frozen=True)
class Answering:
    """The columns of one question: the one that holds its answer, and one for each choice."""

    question: Question
    column: Column | None = None
    choices: dict[str, Column] = field(default_factory=dict)


@dataclass(frozen=True)
class Words:
    """All ways to write the questions of a form and their choices, folded as headings are."""

    questions: dict[str, tuple[str, ...]]
    choices: dict[str, dict[str, tuple[str, ...]]]
    """List -> name of the choice -> how it may be written, the name first."""

    def choice(self, list_name: str, said: str) -> str:
        """The choice that is written so; "" if there is none."""
        wanted = fold(said)
        known = self.choices.get(list_name, {})
        return next((name for name, ways in known.items() if wanted in ways), "")

    def several(self, list_name: str, said: str) -> tuple[str, ...]:
        """The choices of one cell: names with spaces between them, or labels, the longest that fits first."""
        names = [self._name(list_name, part) for part in said.split()]
        if names and all(names):
            return tuple(dict.fromkeys(names))
        ways = sorted(
            ((way, name) for name, known in self.choices.get(list_name, {}).items() for way in known),
            key=lambda one: -len(one[0]),
        )
        left, found = f" {fold(said)} ", []
        for way, name in ways:
            place = left.find(f" {way} ")
            if place >= 0:
                found.append((place, name))
                left = left[:place] + " " * (len(way) + 1) + left[place + len(way) + 1 :]
        return () if left.strip() else tuple(dict.fromkeys(name for _place, name in sorted(found)))

    def _name(self, list_name: str, part: str) -> str:
        known = self.choices.get(list_name, {})
        return next((name for name, ways in known.items() if ways[0] == fold(part)), "")


@lru_cache(maxsize=4)
def words(form: Form) -> Words:
    """Every way to write what this form asks, in all languages there are."""
    spoken = [translation(one.code) for one in languages()]
    asked = {
        one.name: tuple(dict.fromkeys([fold(one.name), *(fold(say.gettext(one.label)) for say in spoken if one.label)]))
        for one in form.questions
    }
    lists = {one.choices for one in form.questions if one.choices} - {questions.REGIONS, questions.DISTRICTS}
    pack, choices = compact.load(), {}
    for name in lists:
        choices[name] = {
            one.name: tuple(dict.fromkeys([fold(one.name), *map(fold, one.labels)]))
            for one in xls_form.of_list(name, spoken, pack, "")
        }
    return Words(asked, choices)


def resolve(form: Form, columns: Iterable[Column], known: Words | None = None) -> dict[str, Answering]:
    """Question -> its columns, by all ways to write it. A column that answers nothing is in none."""
    known = known or words(form)
    found = {one.name: Answering(one) for one in form.asked}
    taken: dict[tuple[str, str], int] = {}
    for column in columns:
        if column.heading.startswith("_"):
            continue
        question, choice, length = _meant(form, known, fold(column.heading))
        if not question or length < taken.get((question, choice), 1):
            continue
        taken[question, choice] = length
        if choice:
            found[question].choices[choice] = column
        else:
            found[question] = Answering(found[question].question, column, found[question].choices)
    return found


def code_of(list_name: str, name: str) -> str:
    """The code of the reference pack that a choice stands for; the name itself where it is no code of the pack."""
    known = compact.load().code_list(list_name)
    return next((code for code in known if questions.choice_name(code) == name), name)


def chosen(said: str, choice: tuple[str, ...]) -> bool:
    """Whether the cell in a choice's own column says that it was chosen."""
    return (word := fold(said)) in _TRUE or word in choice


def _meant(form: Form, known: Words, heading: str) -> tuple[str, str, int]:
    """(question, choice, length of the ending) that the heading means; empty where it means none."""
    best = ("", "", 0)
    for one in form.asked:
        for way in known.questions[one.name]:
            if _ends(heading, way) and len(way) > best[2]:
                best = (one.name, "", len(way))
            if one.type == questions.MANY:
                for name, ways in known.choices.get(one.choices, {}).items():
                    for told in ways:
                        if _ends(heading, f"{way} {told}") and len(way) + len(told) + 1 > best[2]:
                            best = (one.name, name, len(way) + len(told) + 1)
    return best


def _ends(heading: str, words: str) -> bool:
    return heading == words or heading.endswith(f" {words}")
