"""Standing: which of all submissions received count, as a pure function of the set of them and of the decisions.

Order, repetition and the file a submission came in cannot matter. Of one organisation's submissions for one
call the highest revision that was accepted counts; two different ones with the same revision are a clash and
a person must look. What was returned, rejected, put aside or not decided never counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter


class Verdict(StrEnum):
    """What a coordinator decided about a submission; its value is its fate in the picture."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    REJECTED = "rejected"
    ASIDE = "aside"


class Outcome(StrEnum):
    """What a file that just came in is, next to what is held."""

    NEW = "new"
    SAME = "same"
    OLDER = "older"
    REPLACES = "replaces"
    CLASH = "clash"
    UNKNOWN_SENDER = "unknown-sender"
    REFUSED = "refused"
    LEFT_ALONE = "left-alone"
    """Something else that was packed together with what is ours."""


@dataclass(frozen=True, order=True)
class Held:
    """One submission, known by what its signed manifest says."""

    organisation: str
    call: str
    revision: int
    id: str
    sender: str = ""
    """The public signing key, as hex."""


_IN_ORDER = attrgetter("organisation", "call", "revision", "id", "sender")


@dataclass(frozen=True)
class Standing:
    """What counts, what does not and why."""

    counted: tuple[Held, ...]
    replaced: tuple[Held, ...]
    clashes: tuple[Held, ...]
    left_out: Mapping[str, Verdict]
    """Submission id to the verdict that keeps it out."""


def standing(held: Iterable[Held], verdicts: Mapping[str, Verdict], trusted: Mapping[str, str]) -> Standing:
    """What counts of all that is held. `trusted` maps an organisation to the key that may speak for it."""
    counted: list[Held] = []
    replaced: list[Held] = []
    clashes: list[Held] = []
    left_out: dict[str, Verdict] = {}
    for _key, group in sorted(_grouped(held).items()):
        accepted = []
        for one in group:
            verdict = verdicts.get(one.id, Verdict.WAITING)
            if verdict is Verdict.ACCEPTED and trusted.get(one.organisation) == one.sender:
                accepted.append(one)
            else:
                left_out[one.id] = Verdict.WAITING if verdict is Verdict.ACCEPTED else verdict
        newest = max((one.revision for one in accepted), default=0)
        best = [one for one in accepted if one.revision == newest]
        replaced += [one for one in accepted if one.revision < newest]
        (counted if len(best) == 1 else clashes).extend(best)
    return Standing(tuple(counted), tuple(replaced), tuple(clashes), left_out)


def outcome(fresh: Held, held: Iterable[Held], trusted: Mapping[str, str]) -> Outcome:
    """What a submission that just came in is, next to those held before it."""
    others = [one for one in held if (one.organisation, one.call) == (fresh.organisation, fresh.call)]
    if any(one.id == fresh.id for one in others):
        return Outcome.SAME
    if trusted.get(fresh.organisation) != fresh.sender:
        return Outcome.UNKNOWN_SENDER
    known = [one for one in others if one.sender == fresh.sender]
    if any(one.revision == fresh.revision for one in known):
        return Outcome.CLASH
    if not known:
        return Outcome.NEW
    return Outcome.REPLACES if fresh.revision > max(one.revision for one in known) else Outcome.OLDER


def _grouped(held: Iterable[Held]) -> dict[tuple[str, str], list[Held]]:
    groups: dict[tuple[str, str], list[Held]] = {}
    for one in sorted(set(held), key=_IN_ORDER):
        groups.setdefault((one.organisation, one.call), []).append(one)
    return groups
