"""One cell becomes one value of a field: codes by code or label in any language, objectives, flags, plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from app.compact.codes import CodeList
from app.domain.records import FieldRule, Shape
from app.i18n import N_
from app.intake.cells.results import Read
from app.intake.words import fold

NOT_IN_LIST = N_("“{value}” is not one of the choices. Add to the mapping what it stands for.")
NOT_AN_OBJECTIVE = N_("“{value}” is not the number of an objective (1 to 23).")
NOT_YES_OR_NO = N_("“{value}” is neither yes nor no.")
_OBJECTIVE = re.compile(r"(?:gcm|objective|objectif|objetivo|الهدف|цель|目标)? ?0*(\d{1,2})")
_LAST_OBJECTIVE = 23
_FLAGS: Mapping[str, bool] = {
    **dict.fromkeys(("yes", "true", "1", "oui", "si", "نعم", "да", "是"), True),
    **dict.fromkeys(("no", "false", "0", "non", "لا", "нет", "否"), False),
}
_SPLIT_OBJECTIVES = re.compile(r"[;,|\s]+")


def read_code(said: str, codes: CodeList) -> Read:
    """The code that this text is, or that a label in any language names. Never a guess, never "other"."""
    if not len(codes):
        return Read(value=said.strip())
    code = _labels(codes).get(fold(said))
    return Read(value=code) if code else Read(message=NOT_IN_LIST)


def read_objective(said: str) -> Read:
    """`7`, `07`, `GCM-07` or `Objective 7` as the number."""
    found = _OBJECTIVE.fullmatch(fold(said))
    if found and 1 <= int(found[1]) <= _LAST_OBJECTIVE:
        return Read(value=int(found[1]))
    return Read(message=NOT_AN_OBJECTIVE)


def read_flag(said: str) -> Read:
    """Yes or no in six languages."""
    flag = _FLAGS.get(fold(said))
    return Read(message=NOT_YES_OR_NO) if flag is None else Read(value=flag)


def split(said: str, rule: FieldRule, separators: str) -> list[str]:
    """The elements of a cell that holds several, in their order and without repeats."""
    if rule.shape is Shape.OBJECTIVES and re.fullmatch(r"[\d;,|\s]+", said):
        parts = _SPLIT_OBJECTIVES.split(said)
    else:
        parts = re.split("[" + re.escape(separators) + "\n|]", said) if separators else [said]
    return list(dict.fromkeys(part.strip() for part in parts if part.strip()))


@lru_cache(maxsize=64)
def _labels(codes: CodeList) -> Mapping[str, str]:
    """Folded code or label -> code; a label that two codes share names neither."""
    found: dict[str, str] = {}
    for labels in codes.labels.values():
        for code, label in labels.items():
            key = fold(label)
            found[key] = code if found.get(key, code) == code else ""
    return {**found, **{fold(code): code for code in codes.codes}}
