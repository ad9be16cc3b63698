"""An entry in the recipient's words: its kind, its title, its facts, its texts. Nothing that leaves is left out."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from app.compact import Pack
from app.domain.records import KINDS, rules
from app.domain.records.fields import FieldRule, Shape
from app.domain.shared import (
    Form,
    SharedActivity,
    SharedAssessment,
    SharedChoice,
    SharedEntry,
    SharedFeedback,
    tellings,
)
from app.domain.terms import Count, When
from app.domain.wording import LANGUAGES
from app.i18n import _, format_list, format_number, isolate, ngettext
from app.ui.widgets.direction import in_line
from app.ui.words import choices, wording

TEXTS = {
    "activity": ("title", "summary", "result"),
    "feedback": ("paraphrase", "own_words"),
    "choice": ("why", "note"),
    "assessment": ("note",),
}
"""The texts of each kind that somebody must have read."""
_IN_LINE = frozenset({"start", "end", "month", "place", "objective", "period"})


@dataclass(frozen=True)
class Told:
    """One value that leaves, with the label of its field."""

    label: str
    value: str


def kind_words(entry: SharedEntry) -> str:
    """What kind of entry it is."""
    return wording.kind(entry.KIND)


def heading(entry: SharedEntry, pack: Pack) -> str:
    """What stands above an entry: its title, or what it is about."""
    if isinstance(entry, SharedActivity):
        return entry.title or _("Without a title")
    if isinstance(entry, SharedFeedback):
        return format_list([choices.objective_name(pack, number) for number in entry.topics])
    if isinstance(entry, SharedChoice | SharedAssessment):
        return choices.objective_name(pack, entry.objective)
    words, field = wording.heading(entry)
    about: tuple[int, ...] = getattr(entry, "objectives", ())
    if field or not about:
        return words
    return format_list([choices.objective_name(pack, number) for number in about])


def heading_field(entry: SharedEntry) -> str:
    """The field that stands above, so that it is not told twice."""
    return "title" if isinstance(entry, SharedActivity) else wording.heading(entry)[1]


def line(entry: SharedEntry) -> str:
    """When, where, and for how many."""
    if isinstance(entry, SharedActivity):
        return _joined(_months(entry), _place(entry.place), _people(entry.reach))
    if isinstance(entry, SharedFeedback):
        return _joined(wording.when(entry.month), _place(entry.place))
    if isinstance(entry, SharedAssessment):
        return wording.period_of(entry.period)
    return ""


def facts(entry: SharedEntry, pack: Pack, without: Collection[str] = ()) -> tuple[Told, ...]:
    """Everything else that leaves, field by field, in the order of the form; fields told elsewhere are left out."""
    if tellings(type(entry)):
        return tuple(Told(label, words) for label, words in wording.facts(entry))
    return tuple(_facts(entry, pack, without))


def texts(entry: SharedEntry, pointed_at: Iterable[str] = ()) -> tuple[tuple[str, str, str], ...]:
    """(field, label, words) of each text, and of every other field in which something was found.

    Words are empty where nothing was written or the text stays here.
    """
    labels = {rule.name: rule.label for rule in rules(KINDS[entry.KIND])}
    names = dict.fromkeys((*_texts(entry), *pointed_at))
    return tuple((name, _(labels[name]), _words(getattr(entry, name))) for name in names)


def labels(kind: type[SharedEntry]) -> dict[str, str]:
    """The fields of a kind that a person can be asked about, each with its label in the form it was written in."""
    written = {rule.name: rule.label for rule in rules(KINDS[kind.KIND])} if kind.KIND in KINDS else {}
    known = written | {one.name: one.label for one in tellings(kind)}
    return {one.name: _(known[one.name]) for one in dataclasses.fields(kind) if one.name in known}


def _texts(entry: SharedEntry) -> tuple[str, ...]:
    declared = tuple(one.name for one in tellings(type(entry)) if one.form in (Form.TITLE, Form.TEXT))
    return TEXTS.get(entry.KIND, declared)


def _words(value: object) -> str:
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def _joined(*parts: str) -> str:
    """Parts side by side, each in its own direction."""
    return in_line(isolate(part) for part in parts if part)


def _facts(entry: SharedEntry, pack: Pack, without: Collection[str]) -> Iterator[Told]:
    for rule in rules(KINDS[entry.KIND]):
        if rule.name in TEXTS[entry.KIND] or rule.name in _IN_LINE or rule.name in without:
            continue
        value = getattr(entry, rule.name, None)
        if words := _value(rule, value, pack):
            yield Told(_(rule.label), words)


def _value(rule: FieldRule, value: object, pack: Pack) -> str:
    if isinstance(value, Count):
        return "" if value.not_asked else wording.count(value)
    if isinstance(value, When):
        return wording.when(value)
    if isinstance(value, bool):
        return _("yes") if value else ""
    if not value:
        return ""
    if rule.shape is Shape.OBJECTIVES and isinstance(value, tuple):
        return format_list([choices.objective_name(pack, number) for number in value])
    if isinstance(value, tuple):
        return format_list([_label(rule, str(one)) for one in value])
    return format_number(value) if isinstance(value, int) else _label(rule, str(value))


def _label(rule: FieldRule, code: str) -> str:
    return wording.label(LANGUAGES if rule.offers == LANGUAGES else rule.codes, code)


def _months(entry: SharedActivity) -> str:
    start, end = wording.when(entry.start), wording.when(entry.end)
    if not end or end == start:
        return start
    return _("{start} to {end}").format(start=start, end=end)


def _place(code: str) -> str:
    return wording.place(code) if code else ""


def _people(count: Count) -> str:
    if count.value is None:
        return _("People: {count}").format(count=wording.count(count))
    return ngettext("{count} person", "{count} people", count.value).format(count=format_number(count.value))
