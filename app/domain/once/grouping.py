"""Groups: entries that tell of one activity, by the number they share or because a coordinator linked them.

"Not the same" always holds: two entries that were told apart are in no group together, also not through a third.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from app.domain.coverage import Cell, State
from app.domain.once.answers import Answer, Answers
from app.domain.once.shared_number import shared_number
from app.domain.reach import reach_of
from app.domain.shared import Identity, Linked, ObjectiveView, Picture, PlaceView, SharedActivity, Told
from app.places import load, region


def grouped(told: Iterable[Told], answers: Answers) -> dict[Identity, Identity]:
    """Each entry that tells of the same activity as others, and the entry by which that activity is known."""
    entries = {one.identity: one.entry for one in told if isinstance(one.entry, SharedActivity)}
    numbers = {identity: shared_number(entry) for identity, entry in entries.items()}
    return grouped_by(numbers, answers)


def grouped_by(numbers: Mapping[Identity, str], answers: Answers) -> dict[Identity, Identity]:
    """The same of entries of which the shared number is known; "" where one has none."""
    found = _Groups(answers)
    by_number: dict[str, list[Identity]] = {}
    for identity, number in numbers.items():
        if number:
            by_number.setdefault(number, []).append(identity)
    for one_side, other in answers.about(Answer.SAME):
        if one_side in numbers and other in numbers:
            found.join(one_side, other)
    for members in by_number.values():
        found.join_all(sorted(members))
    return {member: group[0] for group in found.groups() for member in group}


def with_each_once(shown: Picture, answers: Answers) -> Picture:
    """The picture in which an activity that several entries tell of counts once; every entry stays as it was told."""
    same = grouped(shown.activities, answers)
    told_once = len({one.identity for one in shown.activities}) == sum(1 for _one in shown.activities)
    if not same and not shown.linked and told_once:
        return shown
    return replace(
        shown,
        objectives=tuple(_objective(view, shown, same) for view in shown.objectives),
        places=_places(shown, same),
        linked=linked(shown.activities, shown.threshold, same),
    )


def linked(told: Iterable[Told], smallest: int, same: Mapping[Identity, Identity]) -> tuple[Linked, ...]:
    """The activities that several of these entries tell of, as `grouped` found them."""
    groups: dict[Identity, list[Told]] = {}
    for one in told:
        if one.identity in same:
            groups.setdefault(same[one.identity], []).append(one)
    return tuple(_one(members, smallest, same) for _first, members in sorted(groups.items()))


class _Groups:
    """Grows groups of entries; an answer "not the same" keeps two of them apart."""

    def __init__(self, answers: Answers) -> None:
        self._group: dict[Identity, list[Identity]] = {}
        self._apart: dict[Identity, set[Identity]] = {}
        for one, other in answers.about(Answer.NOT_SAME):
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def join(self, one: Identity, other: Identity) -> bool:
        """Make one group of the two that these are in, unless that brings together what was told apart."""
        large, small = sorted((self._of(one), self._of(other)), key=len, reverse=True)
        if large is small:
            return True
        if any(self._group.get(each) is large for member in small for each in self._apart.get(member, ())):
            return False
        large.extend(small)
        self._group.update(dict.fromkeys(small, large))
        return True

    def join_all(self, members: list[Identity]) -> None:
        """As few groups of these as the answers allow; the first one that will have it takes an entry in."""
        begun: list[Identity] = []
        for member in members:
            if not any(self.join(one, member) for one in begun):
                begun.append(member)

    def groups(self) -> list[list[Identity]]:
        """All groups of more than one."""
        found = {id(group): sorted(group) for group in self._group.values() if len(group) > 1}
        return sorted(found.values())

    def _of(self, one: Identity) -> list[Identity]:
        return self._group.setdefault(one, [one])


def _objective(view: ObjectiveView, shown: Picture, same: Mapping[Identity, Identity]) -> ObjectiveView:
    about = [
        one
        for one in shown.activities
        if isinstance(one.entry, SharedActivity) and view.objective in one.entry.objectives
    ]
    once = len({same.get(one.identity, one.identity) for one in about})
    return replace(view, activities=once, reach=reach_of(about, shown.threshold, same))


def _places(shown: Picture, same: Mapping[Identity, Identity]) -> tuple[PlaceView, ...]:
    gazetteer = load()
    done: dict[tuple[str, int], set[Identity]] = {}
    for one in shown.activities:
        assert isinstance(one.entry, SharedActivity)
        found = region(gazetteer.place(one.entry.place)) if one.entry.place else None
        for number in one.entry.objectives:
            done.setdefault((found.code if found else "", number), set()).add(same.get(one.identity, one.identity))
    numbers = [view.objective for view in shown.objectives]
    return tuple(
        replace(
            view,
            cells=tuple(
                _once(cell, done.get((view.place, number), ()))
                for number, cell in zip(numbers, view.cells, strict=True)
            ),
        )
        for view in shown.places
    )


def _once(cell: Cell, found: Collection[Identity]) -> Cell:
    return replace(cell, activities=len(found)) if cell.state is State.DONE else cell


def _one(told: list[Told], smallest: int, same: Mapping[Identity, Identity]) -> Linked:
    entries = [one.entry for one in told if isinstance(one.entry, SharedActivity)]
    numbers = {shared_number(one) for one in entries}
    people = {one.reach.value for one in entries if one.reach.value is not None}
    number = next((one.joint_id.strip() for one in entries), "") if len(numbers) == 1 else ""
    members = tuple(sorted({one.identity for one in told}))
    return Linked(members, reach_of(told, smallest, same), number, differ=len(people) > 1)
