"""A code that is gone from a pack keeps the title that an older pack on this computer has, and is offered no more."""

from __future__ import annotations

from dataclasses import replace

from app.compact import Pack, load, remembered
from app.compact.remembered import has, remembering, title

GONE = "legal_support"


def without(pack: Pack, version: str) -> Pack:
    """A newer pack without one code of each sort; of a list, without one that it has."""
    types = pack.code_list("activity_types")
    shorter = replace(
        types,
        codes=tuple(code for code in types if code != GONE),
        labels={one: {c: w for c, w in known.items() if c != GONE} for one, known in types.labels.items()},
    )
    objectives = [one for one in pack.objectives if one.number != 7]
    return replace(
        pack,
        version=version,
        code_lists=tuple(shorter if one.name == types.name else one for one in pack.code_lists),
        objectives=tuple(replace(one, actions=one.actions[:2]) for one in objectives),
        mechanisms=pack.mechanisms[1:],
        indicators=pack.indicators[1:],
    )


def test_what_is_gone_is_named_as_before_and_offered_no_more() -> None:
    old = load()
    new = without(old, "9.0.0")
    gone_action = old.objective(15).actions[2].ref
    parts = (
        ("activity_types", "legal_support"),
        (remembered.OBJECTIVES, "7"),
        (remembered.ACTIONS, gone_action),
        (remembered.MECHANISMS, old.mechanisms[0].code),
        (remembered.INDICATORS, old.indicators[0].code),
    )
    shown = remembering(new, [old])
    for part, code in parts:
        assert title(new, part, code, "fr") == "", part
        assert title(shown, part, code, "fr") == title(old, part, code, "fr") != "", part
        assert has(old, part, code) and not has(shown, part, code), part
    assert shown.objectives == new.objectives and shown.indicators == new.indicators
    assert shown.code_list("activity_types").codes == new.code_list("activity_types").codes
    assert not shown.objective(7).known and shown.objective(7).name("ar") == old.objective(7).name("ar")
    assert "9.0.0" in shown.objective(7).plain("en")
    assert shown.objective(24).name("en") == "Objective 24"
    assert title(shown, remembered.OBJECTIVES, "x", "en") == "" and not has(shown, remembered.OBJECTIVES, "x")


def test_of_several_older_packs_the_newest_that_has_a_code_names_it_and_what_is_there_keeps_its_own_title() -> None:
    oldest = load()
    types = oldest.code_list("activity_types")
    english = {**types.labels["en"], "legal_support": "Advice on law", "monitoring": "Watching"}
    renamed = replace(types, labels={**types.labels, "en": english})
    older = replace(oldest, code_lists=tuple(renamed if one.name == types.name else one for one in oldest.code_lists))
    shown = remembering(without(oldest, "9.0.0"), [older, oldest])
    assert title(shown, "activity_types", "legal_support", "en") == "Advice on law"
    assert title(shown, "activity_types", "monitoring", "en") == types.label("monitoring", "en")
    assert title(remembering(oldest, [older]), "activity_types", "legal_support", "en") == types.label(
        "legal_support", "en"
    )
    listless = replace(oldest, code_lists=tuple(one for one in oldest.code_lists if one.name != types.name))
    assert has(listless, "activity_types", "anything"), "a list that is not there misses no code"
    assert title(remembering(listless, [oldest]), "activity_types", "monitoring", "es") == types.label(
        "monitoring", "es"
    )
