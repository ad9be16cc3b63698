"""Where a file says something else than its document."""

from __future__ import annotations

import io

import pikepdf

from app.reports.document import Bilingual, Document
from tests.documents.judging.hearing import heard
from tests.documents.judging.saying import AnyOrder, said
from tests.documents.judging.spoken import Spoken

_MOST_TOLD = 5


def differences(whole: Document | Bilingual, data: bytes) -> list[str]:
    """Where the file says something else than the document, or in another order; the first few places."""
    with pikepdf.open(io.BytesIO(data)) as file:
        told = [(one.plain(), page) for one, page in heard(file)]
    pages = [page + 1 for one, page in told if one.role.startswith("H")]
    expected, found = _in_one_order(list(said(whole, pages)), [one for one, _page in told])
    differing = [
        f"{place}: should be {wanted}, is {is_said}"
        for place, (wanted, is_said) in enumerate(zip(expected, found, strict=False))
        if wanted != is_said
    ]
    if len(expected) != len(found):
        differing.append(f"should be {len(expected)} things to hear, are {len(found)}")
    return differing[:_MOST_TOLD]


def _in_one_order(wanted: list[Spoken | AnyOrder], found: list[Spoken]) -> tuple[list[Spoken], list[Spoken]]:
    """Both with those pairs sorted that may stand in any order; what is wrong in a pair, or between two, stays so."""
    expected: list[Spoken] = []
    for one in wanted:
        if isinstance(one, Spoken):
            expected.append(one.plain())
            continue
        start = len(expected)
        expected += _sorted([part.plain() for pair in one.pairs for part in pair])
        found = [*found[:start], *_sorted(found[start : len(expected)]), *found[len(expected) :]]
    return expected, found


def _sorted(parts: list[Spoken]) -> list[Spoken]:
    pairs = [parts[place : place + 2] for place in range(0, len(parts), 2)]
    return [part for pair in sorted(pairs, key=str) for part in pair]
