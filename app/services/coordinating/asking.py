"""Asking: a question stands at a field that the submission has, or its sender could never find it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from app.domain.shared import SHARED_KINDS, Submission
from app.errors import GroundworkError
from app.i18n import N_
from app.sync.standing import Verdict


class PlaceUnknownError(GroundworkError):
    """A question at a place that the submission does not have."""

    message = N_(
        "Nothing was decided: there is no {place} in this submission. A question stands at the id of an entry and one"
        " of its fields, such as {example}."
    )


def says_enough(verdict: Verdict, comment: str, questions: Mapping[str, str]) -> bool:
    """Whether its sender learns why: what is returned asks something, and what is not used has a reason."""
    if verdict is Verdict.RETURNED:
        return bool(comment.strip() or questions)
    return verdict is not Verdict.REJECTED or bool(comment.strip())


def places(submission: Submission, written: Mapping[str, str]) -> dict[str, str]:
    """The same questions, each at the whole id of its entry; lists show its beginning, which is enough if it is one's.

    What nobody knows stays as it was written.
    """
    known = {one.id for one in submission.entries} | {one.id for one in submission.unknown}
    known.add(submission.organisation.id)
    found: dict[str, str] = {}
    for place, question in written.items():
        entry, dot, field = place.partition(".")
        meant = [entry] if entry in known else [one for one in known if entry and one.startswith(entry)]
        whole = f"{meant[0]}{dot}{field}" if len(meant) == 1 else place
        found[whole] = f"{found[whole]} {question}" if whole in found else question
    return found


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
