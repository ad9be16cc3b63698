"""Asking: a question stands at a field that the submission has, or its sender could never find it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from app.domain.shared import SHARED_KINDS, Submission
from app.errors import GroundworkError
from app.i18n import N_


class PlaceUnknownError(GroundworkError):
    """A question at a place that the submission does not have."""

    message = N_(
        "Nothing was decided: there is no {place} in this submission. A question stands at the id of an entry and one"
        " of its fields, such as {example}."
    )


def refuse_unknown(submission: Submission, places: Iterable[str]) -> None:
    """Go on only if every place is an entry of the submission, or of its sender, and a field of it.

    Of a kind that only a newer program knows, every field may be asked about. Raises PlaceUnknownError.
    """
    known = {entry.id: _fields(type(entry)) for entry in submission.entries}
    known[submission.organisation.id] = _fields(type(submission.organisation))
    for one in submission.unknown:
        known[one.id] = known.get(one.id, frozenset()) | frozenset(one.fields)
    whole = {one.id for one in submission.unknown if one.kind not in SHARED_KINDS and not one.fields}
    for place in places:
        entry, _dot, field = place.partition(".")
        if entry not in known or not (field in known[entry] or (field and entry in whole)):
            raise PlaceUnknownError(place=place, example=_example(submission))


def _fields(kind: type[object]) -> frozenset[str]:
    found = dataclasses.fields(kind)  # type: ignore[arg-type]
    return frozenset(one.name for one in found) - {"id"}


def _example(submission: Submission) -> str:
    entry = next((one for one in submission.entries if len(_fields(type(one)))), None)
    if entry is None:
        return f"{submission.organisation.id}.name"
    return f"{entry.id}.{min(_fields(type(entry)))}"
