"""The subtraction attack on everything that is published together: submissions, exports and pictures, exact and in
fives, with their revisions, for a longer and for the next period, read by a coordinator, by peers and by the public."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.domain.filling import filled
from app.domain.records import Activity
from app.domain.shared import Audience, Call, FeedbackCount, SharedActivity, Submission
from app.domain.terms import Count, Period
from app.privacy.beside import counts_of
from app.services.coordinating import receiving, triage
from app.services.opening.workspace import Workspace
from app.services.picturing import exporting, national
from app.services.records import recording
from app.services.submitting import calls, submissions
from tests.making import PERIOD, hear_feedback, log_activity, make_workspace
from tests.privacy.suppression.attacker import Attacker, narrow

ONCE = "counted_each_person_once"
HALF_YEAR, NEXT = Period.parse("2026-07..2026-12"), Period.parse("2026-10..2026-12")
QUARTERS = {PERIOD: (3,), HALF_YEAR: (3, 4), NEXT: (4,)}
READS = {
    Audience.COORDINATOR: (Audience.COORDINATOR, Audience.PEERS, Audience.PUBLIC),
    Audience.PEERS: (Audience.PEERS, Audience.PUBLIC),
    Audience.PUBLIC: (Audience.PUBLIC,),
}
"""What each of them gets to see."""
SMALLEST_ATTACKED = {Audience.COORDINATOR: 5, Audience.PEERS: 10, Audience.PUBLIC: 10}
Name = tuple[object, ...]


@dataclass
class Reading:
    """What one of them knows: the numbers printed at each moment, and which ones were withheld."""

    audience: Audience
    attacker: Attacker = field(default_factory=Attacker)
    hidden: list[Name] = field(default_factory=list)
    printed: set[Name] = field(default_factory=set)

    def sees(self, name: dict[Name, int], count: Count, audience: Audience, *, alone: bool = True) -> None:
        """A number, or a sum of some, as it is printed for this audience at this moment."""
        if audience not in READS[self.audience] or count.not_asked:
            return
        if count.withheld:
            is_secret = alone and audience is self.audience
            self.hidden += [one for one in name if is_secret and not self._followed(one)]
            return
        self.printed |= set(name) if alone else set()
        exact = audience is not Audience.PUBLIC
        unknown = {} if exact else {("off", len(self.hidden), id(count), *next(iter(name))): 1}
        away = 0 if exact else 2 * len(name)
        self.attacker.knows({**name, **dict.fromkeys(unknown, -1)}, (count.value or 0) - away)
        for one in unknown:
            self.attacker.knows({one: 1, ("left", *one): 1}, 2 * away)

    def _followed(self, name: Name) -> bool:
        """Whether it was printed before, or is the difference of two numbers that were: no secret any more."""
        if name in self.printed or name[0] != "heard":
            return name in self.printed
        others = {(*name[:3], quarters, name[4]) for quarters in QUARTERS.values()} - {name}
        return others <= self.printed


@dataclass
class World:
    """Three readers, and the moment: how often something has changed."""

    readings: list[Reading] = field(default_factory=lambda: [Reading(one) for one in READS])
    then: int = 0
    sent: dict[tuple[str, Period], int] = field(default_factory=dict)
    """Of which moment the newest submission of an organisation for a period is: that is what a coordinator prints."""

    def publish(self, owner: str, found: Submission, audience: Audience, then: int, *, by_owner: bool = True) -> None:
        """All numbers of what an organisation sent or exported, or of what was printed of it."""
        for entry in found.entries:
            if isinstance(entry, SharedActivity):
                self.publish_activity(owner, entry, audience, then, by_owner=by_owner)
            if isinstance(entry, FeedbackCount):
                for one in self.readings:
                    one.sees({heard(owner, entry.id, found.period, then): 1}, entry.count, audience)

    def publish_activity(
        self, owner: str, entry: SharedActivity, audience: Audience, then: int, *, by_owner: bool = False
    ) -> None:
        """The people of one piece of work; only its owner tells others of groups, a coordinator never does."""
        for name, count in counts_of(entry).items():
            kept = by_owner or name == "reach" or audience is Audience.COORDINATOR
            for one in self.readings:
                one.sees({(owner, entry.title, name, then): 1}, count, audience, alone=kept)

    def of(self, found: Submission) -> int:
        """Of which moment the numbers are that a coordinator prints of this submission."""
        return self.sent[found.organisation.id, found.period]


def heard(owner: str, kind: str, period: Period, then: int) -> Name:
    return ("heard", owner, kind, QUARTERS[period], then)


def structure(world: World, owners: Iterable[str], titles: dict[str, tuple[str, ...]]) -> None:
    """What everybody knows: groups add up to their total, quarters to the half year, and people were only added."""
    for one in world.readings:
        for owner in owners:
            for then in range(world.then + 1):
                for title, groups in titles.items():
                    parts = {(owner, title, name, then): 1 for name in groups}
                    rest = {("rest", owner, title, then): 1} if groups else {}
                    total = (owner, title, "reach", then)
                    if groups:
                        one.attacker.knows({**parts, **rest, total: -1})
                    for name in ("reach", *groups) if then else ():
                        now, before = (owner, title, name, then), (owner, title, name, then - 1)
                        one.attacker.knows({now: 1, before: -1, ("more", *now): -1})
                for kind in KINDS:
                    parts = {heard(owner, kind, period, then): 1 for period in (PERIOD, NEXT)}
                    one.attacker.knows({**parts, heard(owner, kind, HALF_YEAR, then): -1})
                    for period in QUARTERS if then else ():
                        now, before = heard(owner, kind, period, then), heard(owner, kind, period, then - 1)
                        one.attacker.knows({now: 1, before: -1, ("more", *now): -1})


KINDS = ("question:4",)
TITLES = {"Alone": (), "Groups": ("reach_women", "reach_men", "reach_girls")}


Person = tuple[Workspace, dict[Period, Call], dict[str, str]]
"""An organisation, the calls it answers and the records that change."""


def join(ministry: Workspace, folder: Path, number: int, chance: random.Random) -> Person:
    """An organisation with two pieces of work, one of them in groups, and messages in two quarters."""
    own = make_workspace(folder, f"Organisation {number}", seed=61 + number)
    asked = {period: calls.take(own, call_of(ministry, period)) for period in QUARTERS}
    groups = {name: chance.randrange(2, 40) for name in TITLES["Groups"]}
    records = {
        "Alone": log_activity(own, title="Alone", reach_method=ONCE, reach_total=chance.randrange(9, 60)),
        "Groups": log_activity(own, title="Groups", reach_method=ONCE, **groups),
    }
    for _message in range(chance.randrange(4, 14)):
        hear_feedback(own, month=chance.choice(("2026-08", "2026-11")))
    return own, asked, records


def hand_over(own: Workspace, call: Call, ministry: Workspace, folder: Path) -> Submission:
    made = submissions.make(own, call, accept_findings=True)
    path = folder / f"{made.id[:12]}.gwb"
    path.write_bytes(made.bundle)
    receiving.receive(ministry, [path])
    triage.trust_all_waiting(ministry)
    triage.accept_all(ministry)
    return made.submission


def change(own: Workspace, records: dict[str, str], chance: random.Random) -> None:
    """A few people or many more, in one record or in both, and some messages of either quarter."""
    for title, record in records.items():
        field = "reach_total" if title == "Alone" else chance.choice(TITLES[title])
        draft = recording.open_draft(own, Activity, record)
        more = chance.choice((0, 1, 3, 4, 5, 7, 9, 11, 30))
        values = {field: (getattr(draft.record, field) or 0) + more}
        recording.save(own, filled(draft, values))
    for _message in range(chance.choice((0, 1, 2, 6, 12))):
        hear_feedback(own, month=chance.choice(("2026-08", "2026-11")))


@pytest.mark.parametrize("seed", (9, 20, 30))
def test_who_holds_everything_that_was_ever_published_recovers_no_number_that_was_withheld_from_them(
    tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    world = World()
    ministry = make_workspace(tmp_path, "Ministry", coordinator=True, seed=60)
    people = [join(ministry, tmp_path, number, chance) for number in range(2)]
    for turn in range(3):
        for own, asked, records in people:
            if turn:
                change(own, records, chance)
            for period in chance.sample(list(QUARTERS), 2):
                found = hand_over(own, asked[period], ministry, tmp_path)
                world.sent[own.organisation.id, period] = world.then
                world.publish(own.organisation.id, found, Audience.COORDINATOR, world.then)
            if chance.random() < 0.6:
                export(world, own, chance.choice(list(QUARTERS)), chance.choice(list(READS)))
        for _edition in range(2):
            period, audience = chance.choice(list(QUARTERS)), chance.choice(list(READS))
            (export if chance.random() < 0.5 else draw)(world, ministry, period, audience)
        world.then += 1
    world.then -= 1
    structure(world, [own.organisation.id for own, _asked, _records in people], TITLES)
    for reading in world.readings:
        found = reading.attacker.intervals(sorted(set(reading.hidden), key=repr))
        told = narrow(found, SMALLEST_ATTACKED[reading.audience])
        assert not told, (reading.audience, told)
    assert sum(len(one.hidden) for one in world.readings) > 10
    for own, _asked, _records in people:
        own.close()
    ministry.close()


def call_of(ministry: Workspace, period: Period) -> bytes:
    held = [one for one in calls.every(ministry) if one.period == period]
    return calls.file_of(ministry, held[0]) if held else calls.make(ministry, Call("", "", period))[1]


def export(world: World, workspace: Workspace, period: Period, audience: Audience) -> None:
    shown = exporting.shown(workspace, period, audience)
    exporting.as_csv(workspace, shown)
    for one in shown:
        then = world.of(one) if workspace.coordinator else world.then
        world.publish(one.organisation.id, one, audience, then, by_owner=not workspace.coordinator)


def draw(world: World, ministry: Workspace, period: Period, audience: Audience) -> None:
    """The picture: its list of activities, and of messages a sum of what an export of the same moment would print."""
    exported = exporting.shown(ministry, period, audience)
    shown = national.picture(ministry, period, audience)
    national.tabled(ministry, shown)
    told = [(one, entry.title) for one in exported for entry in one.of(SharedActivity)]
    assert [title for _one, title in told] == [one.entry.title for one in shown.activities]
    for (submission, _title), one in zip(told, shown.activities, strict=True):
        world.publish_activity(one.organisation.id, one.entry, audience, world.of(submission))
    for view in shown.objectives:
        for kind, count in view.feedback:
            parts = {
                heard(one.organisation.id, entry.id, one.period, world.of(one)): 1
                for one in exported
                for entry in one.of(FeedbackCount)
                if (entry.type, entry.objective) == (kind, view.objective) and entry.count.known
            }
            for reading in world.readings:
                if parts:
                    reading.sees(parts, count, audience, alone=False)
