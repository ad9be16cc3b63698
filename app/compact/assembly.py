"""From the files of a pack to its values: the reference joined with our own words, language by language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from app.compact.codes import CodeList
from app.compact.cycle import ReviewCycle, ReviewEvent, ReviewRule, RoundTable
from app.compact.files import PackFiles
from app.compact.framework import Instrument, Mechanism, Principle, StakeholderType
from app.compact.objective import Action, LocalIndicator, Objective, SdgTarget
from app.compact.shapes import (
    ActionShape,
    EventShape,
    InstrumentShape,
    ObjectiveShape,
    ObjectiveWords,
    PackDamagedError,
    PrincipleShape,
    RoundTableShape,
    StakeholderShape,
)
from app.compact.wording import Wording

T = TypeVar("T")
_TYPES = "stakeholder_types"
ACTIONS, INDICATORS = "actions", "indicators"
"""Under which names the words of a language may hold labels of these, by code."""
_QUESTIONS, _MECHANISMS, _ROUND_TABLES = "principle_questions", "mechanisms", "round_tables"
_PRINCIPLES = "guiding_principles"


def objectives(content: PackFiles) -> tuple[Objective, ...]:
    """Every objective in order of number. Raises PackDamagedError if one has no English words or comes twice."""
    numbers = [shape.number for shape in content.objectives]
    if len(set(numbers)) != len(numbers) or any(str(n) not in content.words["en"].objectives for n in numbers):
        raise PackDamagedError(file="objectives.json", detail="an objective twice or without English words")
    return tuple(_objective(shape, content) for shape in sorted(content.objectives, key=lambda shape: shape.number))


def _objective(shape: ObjectiveShape, content: PackFiles) -> Objective:
    key = str(shape.number)
    words = {code: found.objectives[key] for code, found in content.words.items() if key in found.objectives}
    return Objective(
        code=shape.code,
        number=shape.number,
        paragraph=shape.paragraph,
        pack_version=content.version,
        actions=tuple(_action(each, content) for each in shape.actions),
        sdg_targets=tuple(SdgTarget(each.target, each.link) for each in shape.sdg_targets),
        round_table=shape.imrf_round_table,
        mechanisms=shape.mechanisms,
        acts=shape.now_and_how_acts,
        governance_dimensions=shape.mgi_dimensions,
        network_groups=shape.un_network_groups,
        local_reach=shape.local_reach,
        local_indicators=tuple(
            LocalIndicator(i.code, i.label_en, i.unit, worded(content, INDICATORS, i.code, i.label_en))
            for i in shape.suggested_local_indicators
        ),
        titles=Wording(shape.title, shape.title_status),
        short_labels=Wording(shape.short_label, shape.short_label_status),
        names={code: found.name for code, found in words.items()},
        plains={code: found.plain for code, found in words.items()},
        example_lists={code: found.examples for code, found in words.items()},
        keyword_lists=_keywords(shape, words),
    )


def _action(shape: ActionShape, content: PackFiles) -> Action:
    english = shape.working_label_en
    return Action(shape.ref, shape.letter, english, worded(content, ACTIONS, shape.ref, english))


def worded(content: PackFiles, which: str, code: str, english: str) -> Wording:
    """An English label with those that the words of other languages have for it, under `codes`."""
    found = {language: words.codes.get(which, {}).get(code, "") for language, words in content.words.items()}
    return Wording({**{language: text for language, text in found.items() if text}, "en": english})


def _keywords(shape: ObjectiveShape, words: Mapping[str, ObjectiveWords]) -> dict[str, tuple[str, ...]]:
    """Our keywords; in English those of the reference come first."""
    lists = {code: found.keywords for code, found in words.items()}
    return {**lists, "en": tuple(dict.fromkeys((*shape.keywords_en, *lists.get("en", ()))))}


def code_lists(content: PackFiles) -> tuple[CodeList, ...]:
    """Every code list with the labels of all languages."""
    labels = {name: _labels(content, name) for name in content.codes.lists}
    return tuple(
        CodeList(name, shape.codes, labels[name], shape.details) for name, shape in content.codes.lists.items()
    )


def _labels(content: PackFiles, name: str) -> dict[str, dict[str, str]]:
    found = {language: dict(words.codes.get(name, {})) for language, words in content.words.items()}
    framework = content.framework
    titled: dict[str, tuple[StakeholderShape | PrincipleShape, ...]] = {
        _TYPES: framework.stakeholder_types,
        _PRINCIPLES: framework.guiding_principles,
    }
    for shape in titled.get(name, ()):
        for language, text in shape.title.items():
            found.setdefault(language, {})[shape.code] = text
    return found


def instrument(shape: InstrumentShape) -> Instrument:
    """The resolution."""
    return Instrument(
        symbol=shape.symbol,
        adopted=shape.adopted_conference,
        endorsed=shape.endorsed_assembly,
        legally_binding=shape.legally_binding,
        objective_count=shape.objectives,
        action_count=shape.actions_total,
        titles=Wording(shape.title, shape.title_status),
    )


def principles(content: PackFiles) -> tuple[Principle, ...]:
    """The guiding principles in the order of the resolution."""
    return tuple(
        Principle(
            each.code,
            each.letter,
            each.ref,
            worded(content, _QUESTIONS, each.code, each.self_check_en),
            Wording(each.title, each.title_status),
        )
        for each in content.framework.guiding_principles
    )


def stakeholder_types(content: PackFiles) -> tuple[StakeholderType, ...]:
    """The partners of paragraph 44, then those we add; the names of the latter are our own words."""
    named = [
        StakeholderType(each.code, False, each.para44_term_en, Wording(each.title, each.title_status))
        for each in content.framework.stakeholder_types
    ]
    labels = {language: words.codes.get(_TYPES, {}) for language, words in content.words.items()}
    for each in content.framework.stakeholder_extensions:
        texts = {language: known[each.code] for language, known in labels.items() if each.code in known}
        named.append(StakeholderType(each.code, True, each.basis, Wording({"en": each.name_en, **texts})))
    return tuple(named)


def mechanisms(content: PackFiles) -> tuple[Mechanism, ...]:
    """The neighbouring reviews."""
    return tuple(
        Mechanism(each.code, each.name_en, each.objectives, worded(content, _MECHANISMS, each.code, each.name_en))
        for each in content.framework.mechanisms
    )


def cycle(content: PackFiles) -> ReviewCycle:
    """The review cycle."""
    shape = content.cycle
    return ReviewCycle(
        basis=shape.basis,
        note=shape.note,
        rules=tuple(ReviewRule(r.code, r.name_en, r.every_years, r.first_year) for r in shape.cycle_rules),
        events=tuple(_event(each) for each in shape.events),
        round_tables=tuple(_round_table(each, content) for each in shape.round_tables),
    )


def _round_table(shape: RoundTableShape, content: PackFiles) -> RoundTable:
    themes = worded(content, _ROUND_TABLES, str(shape.number), shape.theme_en_working)
    return RoundTable(shape.number, shape.objectives, shape.theme_en_working, themes)


def _event(shape: EventShape) -> ReviewEvent:
    return ReviewEvent(
        code=shape.code,
        kind=shape.type,
        year=shape.year or int(shape.start[:4]),
        status=shape.status,
        region=shape.region,
        start=shape.start,
        end=shape.end,
        symbol=shape.symbol or shape.outcome_symbol,
        note=shape.note,
    )
