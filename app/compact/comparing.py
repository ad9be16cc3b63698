"""What changes when one reference pack takes the place of another: every text of both, laid side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.compact.objective import Objective
from app.compact.pack import Pack
from app.compact.wording import Wording

Key = tuple[str, str, str]


@dataclass(frozen=True)
class Change:
    """One text that is new (`before` is empty), other than before, or gone (`after` is empty)."""

    part: str
    """The name of the code list, or of the texts it belongs to, such as `objectives.plain`."""
    code: str
    language: str
    before: str
    after: str


@dataclass(frozen=True)
class Changes:
    """What is new, what reads otherwise, what is gone; and which codes nobody can choose any more."""

    new: tuple[Change, ...] = ()
    other: tuple[Change, ...] = ()
    gone: tuple[Change, ...] = ()
    languages_new: tuple[str, ...] = ()
    codes_gone: tuple[tuple[str, str], ...] = ()
    """(list, code); records keep them, and show them as they are."""

    @property
    def every(self) -> tuple[Change, ...]:
        """All of them: what is gone first, as it matters most."""
        return (*self.gone, *self.other, *self.new)


def changes(before: Pack, after: Pack) -> Changes:
    """What a reader of `before` finds new, changed or gone in `after`."""
    old, fresh = dict(_texts(before)), dict(_texts(after))
    both = [key for key in fresh if key in old and fresh[key] != old[key]]
    return Changes(
        new=tuple(Change(*key, "", fresh[key]) for key in fresh if key not in old),
        other=tuple(Change(*key, old[key], fresh[key]) for key in both),
        gone=tuple(Change(*key, old[key], "") for key in old if key not in fresh),
        languages_new=tuple(one for one in after.languages if one not in before.languages),
        codes_gone=tuple(one for one in _codes(before) if one not in set(_codes(after))),
    )


def _codes(pack: Pack) -> tuple[tuple[str, str], ...]:
    objectives = [("objectives", one.code) for one in pack.objectives]
    actions = [("actions", action.ref) for one in pack.objectives for action in one.actions]
    indicators = [("indicators", one.code) for one in pack.indicators]
    lists = [(found.name, code) for found in pack.code_lists for code in found]
    return (*objectives, *actions, *indicators, *lists)


def _texts(pack: Pack) -> Iterator[tuple[Key, str]]:
    for listed in pack.code_lists:
        for language, labels in listed.labels.items():
            yield from (((listed.name, code, language), text) for code, text in labels.items() if code in listed)
    for one in pack.objectives:
        yield from _of_objective(one)
    for principle in pack.principles:
        yield from _of_wording("principles", principle.code, principle.titles)
        yield from _of_wording("principles.question", principle.code, principle.questions)
    for mechanism in pack.mechanisms:
        yield from _of_wording("mechanisms", mechanism.code, mechanism.names)
    for indicator in pack.indicators:
        yield from _of_wording("indicators", indicator.code, indicator.labels)


def _of_objective(one: Objective) -> Iterator[tuple[Key, str]]:
    yield from _of_wording("objectives.title", one.code, one.titles)
    yield from _of_wording("objectives.short", one.code, one.short_labels)
    for part, texts in (("objectives.name", one.names), ("objectives.plain", one.plains)):
        yield from (((part, one.code, language), text) for language, text in texts.items())
    for part, lists in (("objectives.examples", one.example_lists), ("objectives.keywords", one.keyword_lists)):
        yield from (((part, one.code, language), "; ".join(texts)) for language, texts in lists.items())
    for action in one.actions:
        yield from _of_wording("actions", action.ref, action.labels)


def _of_wording(part: str, code: str, wording: Wording) -> Iterator[tuple[Key, str]]:
    for language, text in wording.texts.items():
        status = wording.statuses.get(language, "")
        yield (part, code, language), f"{text} ({status})" if status else text
