"""The labelled pairs of tests/data/once, and how well proposals find those that are one activity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from app.domain.once import Answers, proposals
from app.domain.shared import PublicOrganisation, SharedActivity, Told
from app.domain.terms import Count, When

PAIRS = Path(__file__).parents[2] / "data" / "once" / "pairs.txt"


@dataclass(frozen=True)
class Labelled:
    """Two activities, and whether a person said that they are one."""

    one: Told
    other: Told
    same: bool


@dataclass(frozen=True)
class Judged:
    """What was proposed of labelled pairs, next to what a person said."""

    missed: tuple[Labelled, ...]
    wrong: tuple[Labelled, ...]
    right: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed))


def pairs() -> list[Labelled]:
    lines = [line for line in PAIRS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [
        Labelled(told(first[2:]), told(second), first.startswith("="))
        for first, second in zip(lines[::2], lines[1::2], strict=True)
    ]


def told(line: str) -> Told:
    name, title, place, months, objectives, people, partners, kind, text, *_rest = (
        *(part.strip() for part in line.split("|")),
        "",
    )
    start, _, end = months.partition("..")
    return Told(
        PublicOrganisation(name, name),
        SharedActivity(
            f"{title} {months}",
            title,
            tuple(map(int, objectives.split(","))),
            When.parse(start),
            When.parse(end) if end else None,
            kind,
            place=place,
            summary=text,
            reach=Count(int(people) if people else None),
            partners=tuple(one.strip() for one in partners.split(";") if one.strip()),
        ),
    )


def judged(given: Iterable[Labelled]) -> Judged:
    missed, wrong, right = [], [], 0
    for one in given:
        proposed = bool(proposals([one.one, one.other], Answers()).found)
        right += proposed and one.same
        if proposed != one.same:
            (missed if one.same else wrong).append(one)
    return Judged(tuple(missed), tuple(wrong), right)
