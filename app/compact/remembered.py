"""What older packs called codes that the pack in force has no more: shown where a record holds one, never offered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.compact.codes import CodeList
from app.compact.objective import Objective
from app.compact.pack import Pack
from app.compact.wording import Wording

OBJECTIVES, ACTIONS, INDICATORS, MECHANISMS = "objectives", "actions", "indicators", "mechanisms"
"""Parts of a pack that are no code lists and whose codes records hold, too."""


def remembering(pack: Pack, older: Iterable[Pack]) -> Pack:
    """The pack with the titles that older ones, the newest first, have for what is gone from it; it offers no more."""
    for one in older:
        pack = _with(pack, one)
    return pack


def title(pack: Pack, part: str, code: str, language: str) -> str:
    """What a pack calls a code of a list or of a part; "" where it has no such code."""
    if part == OBJECTIVES:
        found = pack.objective(int(code)) if code.isdecimal() else None
        return found.name(language) if found is not None and (found.known or found.names) else ""
    if part in (ACTIONS, INDICATORS, MECHANISMS):
        known = _titles(pack).get((part, code)) or pack.gone_titles.get((part, code))
        return known.text(language) if known else ""
    listed = pack.code_list(part)
    named = code in listed or any(code in labels for labels in listed.labels.values())
    return listed.label(code, language) if named else ""


def has(pack: Pack, part: str, code: str) -> bool:
    """Whether the pack offers this code; a list or part that it does not have at all misses none."""
    if part == OBJECTIVES:
        return code.isdecimal() and pack.objective(int(code)).known
    if part in (ACTIONS, INDICATORS, MECHANISMS):
        return (part, code) in _titles(pack)
    return not len(pack.code_list(part)) or code in pack.code_list(part)


def _with(pack: Pack, older: Pack) -> Pack:
    lists = {one.name: one for one in pack.code_lists}
    for one in older.code_lists:
        lists[one.name] = _longer(lists.get(one.name) or CodeList(one.name), one)
    known = {one.number for one in (*pack.objectives, *pack.gone_objectives)}
    gone = [_gone(one, pack) for one in older.objectives if one.number not in known]
    now, before = _titles(pack), {**_titles(older), **pack.gone_titles}
    return replace(
        pack,
        code_lists=tuple(lists.values()),
        gone_objectives=(*pack.gone_objectives, *gone),
        gone_titles={key: words for key, words in before.items() if key not in now},
    )


def _longer(listed: CodeList, older: CodeList) -> CodeList:
    """The list with the labels of what only the older one has."""
    labels = {language: dict(known) for language, known in listed.labels.items()}
    for language, known in older.labels.items():
        gone = {code: label for code, label in known.items() if code not in listed}
        labels[language] = {**gone, **labels.get(language, {})}
    return replace(listed, labels=labels)


def _gone(one: Objective, pack: Pack) -> Objective:
    return replace(one, known=False, pack_version=pack.version, actions=())


def _titles(pack: Pack) -> Mapping[tuple[str, str], Wording]:
    actions = ((action.ref, action.labels) for one in pack.objectives for action in one.actions)
    named = (
        (ACTIONS, actions),
        (INDICATORS, ((one.code, one.labels) for one in pack.indicators)),
        (MECHANISMS, ((one.code, one.names) for one in pack.mechanisms)),
    )
    return {(part, code): words for part, found in named for code, words in found}
