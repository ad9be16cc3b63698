"""What is kept of comparing is the same as if all was compared anew, whatever came, went and changed in between."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from app.domain.once import Answers, proposals
from app.domain.once.proposing import order
from app.domain.shared import Audience, Disclosure, PublicOrganisation, SharedActivity, Submission, Told
from app.domain.terms import Count, Period, When
from app.progress import Cancelled, Progress
from app.services.opening.workspace import Workspace
from app.services.picturing import comparing
from tests.making import make_workspace

PERIOD = Period.parse("2026-01..2026-12")
WORDS = ("legal", "aid", "clinic", "course", "shelter", "newborn", "papers", "evening", "Amal", "Toubkal")
PLACES = ("", "MA007", "MA010", "MA001", "MA001001")
OWNERS = [f"{number:02}" for number in range(14)]


def entry(identity: str, chance: random.Random) -> SharedActivity:
    month = chance.choice((3, 4, 5, 8))
    return SharedActivity(
        identity,
        " ".join(chance.sample(WORDS, 3)),
        tuple(sorted(chance.sample((4, 7, 16), chance.choice((1, 2))))),
        When(2026, month) if chance.random() > 0.1 else None,
        When(2026, month + 3) if chance.random() < 0.2 else None,
        chance.choice(("legal_support", "training")),
        place=chance.choice(PLACES),
        reach=Count(chance.choice((12, 40, 61, 64, 300))),
        partners=("Organisation 03 Amal",) if chance.random() < 0.1 else (),
    )


def sent(owner: str, number: int, chance: random.Random) -> Submission:
    who = PublicOrganisation(owner, f"Organisation {owner} {chance.choice(WORDS)}")
    entries = tuple(entry(f"{owner}-{each}", chance) for each in range(number))
    return Submission(who, "call", PERIOD, 1, Disclosure(Audience.COORDINATOR, 5), "1", entries=entries)


class Files:
    """What organisations sent, as it may be replaced and taken away; who is read is remembered."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.said: dict[str, Submission] = {}
        self.read_of: list[str] = []

    def read(self, owners) -> dict[str, tuple[Submission, ...]]:
        self.read_of += owners
        return {owner: (self.said[owner],) for owner in owners}

    def catch_up(self, **more) -> None:
        comparing.catch_up(self.workspace, {owner: repr(said) for owner, said in self.said.items()}, self.read, **more)

    def kept(self) -> list:
        return sorted(comparing.alike(self.workspace), key=order)

    def anew(self) -> list[tuple]:
        found = proposals([one for each in self.said.values() for one in told(each)], Answers()).found
        return [(each.pair, each.points) for each in found]


def told(said: Submission) -> list[Told]:
    return [Told(said.organisation, each) for each in said.entries]


@pytest.fixture
def files(tmp_path: Path) -> Iterator[Files]:
    made = make_workspace(tmp_path, "Tangier Network", coordinator=True)
    yield Files(made)
    made.close()


def test_what_is_kept_equals_what_is_found_anew_whatever_came_changed_and_went(files: Files) -> None:
    chance = random.Random(5)
    files.said = {owner: sent(owner, 12, chance) for owner in OWNERS}
    files.catch_up()
    seen = 0
    for owner in (*OWNERS[:3], "new", OWNERS[5]):
        files.read_of.clear()
        if owner == OWNERS[5]:
            del files.said[owner]
        elif owner == OWNERS[0]:
            files.said[owner] = replace(files.said[owner], entries=files.said[owner].entries[:5])
        else:
            files.said[owner] = sent(owner, 12, chance)
        files.catch_up()
        assert files.read_of == ([owner] if owner in files.said else []), "only what changed is read"
        kept = [((each.one, each.other), each.points) for each in files.kept()]
        assert kept == files.anew()
        seen += len(kept)
    assert seen > 100, "there was something to find"


def test_who_stops_in_between_has_lost_nothing_and_an_unfinished_comparison_is_made_whole(files: Files) -> None:
    chance = random.Random(6)
    files.said = {owner: sent(owner, 8, chance) for owner in OWNERS}

    def stop_after(steps: int) -> Progress:
        left = iter(range(steps))

        def stop(done: int, total: int) -> None:
            if next(left, None) is None:
                raise Cancelled

        return stop

    for steps in (0, 5, 40):
        with pytest.raises(Cancelled):
            files.catch_up(progress=stop_after(steps))
    files.catch_up()
    assert [((each.one, each.other), each.points) for each in files.kept()] == files.anew()


def test_files_that_do_not_count_yet_are_compared_beside_those_that_do_and_leave_nothing(files: Files) -> None:
    chance = random.Random(7)
    files.said = {owner: sent(owner, 10, chance) for owner in OWNERS}
    files.catch_up()
    before = files.kept()
    fresh = {one.identity: one for owner in ("fresh", OWNERS[2]) for one in told(sent(owner, 10, chance))}
    beside = comparing.beside(files.workspace, fresh)

    others = [one for each in files.said.values() for one in told(each) if one.identity not in fresh]
    wanted = proposals([*others, *fresh.values()], Answers()).found
    wanted = [(each.pair, each.points) for each in wanted if any(side in fresh for side in each.pair)]
    assert sorted(((each.one, each.other), each.points) for each in beside) == sorted(wanted)
    assert wanted
    assert files.kept() == before
    assert len(list(islice(comparing.every(files.workspace), 200))) == 10 * len(OWNERS)
