"""Messages by type and objective: sums over all organisations, protected again after they were added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from app.domain.shared import FeedbackCount
from app.domain.terms import WITHHELD, Count
from app.privacy.beside import Reader
from app.privacy.suppression import single
from app.services.submitting.published import EVERYBODY, Before

Told = tuple[tuple[str, Count], ...]


def told(heard: Sequence[FeedbackCount], exact: Iterable[FeedbackCount], reader: Reader, known: Before) -> Told:
    """Of one objective, added up from the numbers that are told; what is withheld from us stays unknown here too.

    `exact` are, for the public, the counts before they were rounded.
    """
    if not heard:
        return ()
    exactly = _sums(exact, reader)
    found = []
    for kind, one in sorted(_sums(heard, reader).items()):
        now = known.beside(one, reader, organisation=EVERYBODY, exact=exactly.get(kind))
        found.append((kind, now.count))
    return tuple(found)


def left_out(heard: Iterable[FeedbackCount]) -> tuple[tuple[str, int], ...]:
    """By type, how many numbers are withheld and left out of the sum."""
    withheld = Counter(one.type for one in heard if one.count.withheld)
    return tuple(sorted(withheld.items()))


def total(kind: str, objective: int, count: Count) -> FeedbackCount:
    """How many messages of one type everybody together heard about an objective."""
    return FeedbackCount(f"{kind}:{objective}", kind, objective, count)


def _sums(heard: Iterable[FeedbackCount], reader: Reader) -> dict[str, FeedbackCount]:
    """Of one objective the sum of each type."""
    sums: dict[tuple[str, int], int | None] = {}
    for one in heard:
        key, value = (one.type, one.objective), one.count.value
        sums[key] = value if sums.get(key) is None else (sums[key] or 0) + (value or 0)
    return {
        kind: total(kind, objective, WITHHELD if number is None else single(number, reader.smallest))
        for (kind, objective), number in sums.items()
    }
