"""The lists of given and family names, and what each name is; read when the first text is scanned."""

from __future__ import annotations

import gzip
from functools import lru_cache

from app import paths
from app.errors import GroundworkError
from app.folding import fold
from app.i18n import N_
from app.privacy.scanning.declining import declined, nominatives
from app.privacy.scanning.sounding import sound

GIVEN, FAMILY, WORD, SOUNDED = "g", "f", "w", "s"
_SHORTEST_SOUNDED = 4


class NamesDamagedError(GroundworkError):
    """The list of names is missing or cannot be read."""

    message = N_("The list of names is missing or damaged. Please install Groundwork again.")


@lru_cache(maxsize=1)
def names() -> dict[str, str]:
    """Every listed name, folded, with what it is: given, family, and whether it is a word or a place as well."""
    try:
        text = gzip.decompress((paths.resources() / "names" / "names.tsv.gz").read_bytes()).decode("utf-8")
        return dict(line.split("\t") for line in text.splitlines())
    except (OSError, EOFError, ValueError) as failure:
        raise NamesDamagedError(detail=type(failure).__name__) from failure


@lru_cache(maxsize=20_000)
def marks(word: str) -> str:
    """What a word is as a name; a Cyrillic one also in its other cases, one with a hyphen by its parts; "" for none."""
    known, folded = names(), fold(word)
    if found := known.get(folded):
        return found
    if "\u0400" <= folded[:1] <= "\u04ff" and len(folded) > 3:
        return known.get(declined(folded, known), "") or _sounded(folded)
    if "-" in folded or " " in folded:
        parts = [known.get(part, "") for part in folded.replace("-", " ").split()]
        return next((part for part in parts if part), "") if len(parts) > 1 else ""
    return ""


def _sounded(folded: str) -> str:
    """Given, if a Cyrillic word in some case sounds like a listed Latin name that is nothing else."""
    return (
        GIVEN + SOUNDED
        if sound(folded) in _sounds() or any(one in _sounds() for one in map(sound, nominatives(folded)))
        else ""
    )


@lru_cache(maxsize=1)
def _sounds() -> frozenset[str]:
    return frozenset(
        sound(name)
        for name, what in names().items()
        if GIVEN in what and WORD not in what and name.isascii() and len(name) >= _SHORTEST_SOUNDED
    )
