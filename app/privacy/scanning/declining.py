"""Declining: the nominative of a Russian name that stands in another case."""

from __future__ import annotations

from collections.abc import Container, Iterator

_ENDINGS = (
    "ами",
    "ями",
    "ого",
    "его",
    "ому",
    "ему",
    "ыми",
    "ими",
    "ой",
    "ей",
    "ою",
    "ею",
    "ом",
    "ем",
    "ым",
    "им",
    "ах",
    "ях",
    "ам",
    "ям",
    "ую",
    "юю",
    "а",
    "я",
    "у",
    "ю",
    "ы",
    "и",
    "е",
    "о",
)
_STEMS = ("", "а", "я", "ь", "и", "ии", "ия")
_SHORTEST = 3


def declined(folded: str, known: Container[str]) -> str:
    """The known name of which this folded word could be a case, or ""."""
    return next((one for one in nominatives(folded) if one in known), "")


def nominatives(folded: str) -> Iterator[str]:
    """Every name of which this folded word could be a case, the longest ending first."""
    for ending in _ENDINGS:
        stem = folded.removesuffix(ending)
        if len(stem) >= _SHORTEST and stem != folded:
            yield from (stem + restored for restored in _STEMS)
