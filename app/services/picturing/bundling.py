"""Bundling: the parts of many organisations are added up in a tree, so that one more file adds up a few of them.

Organisations stand in 256 groups by the first two letters of the digest of their ids, and these in 16 by the first.
What a group adds up to is kept with the digest of the bases of everything in it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from app.domain.parts import Part, split, summed
from app.services.opening.workspace import Workspace
from app.services.picturing.unpacking import digest
from app.storage import projections

Parts = dict[str, Part]
_SMALL, _LARGE = 2, 1
"""Letters of the digest that name a group."""


def bundled(workspace: Workspace, name: str, bases: Mapping[str, str]) -> Parts:
    """The parts kept for a reader as a few: of each large group one, and what is tied by its organisation."""
    return _Tree(workspace, name, bases).parts()


class _Tree:
    def __init__(self, workspace: Workspace, name: str, bases: Mapping[str, str]) -> None:
        self._workspace, self._name, self._reader = workspace, name, f"{name} groups"
        owners: dict[str, list[str]] = {}
        for owner in bases:
            owners.setdefault(digest(owner)[:_SMALL], []).append(owner)
        self._owners = owners
        self._now = {one: digest([[owner, bases[owner]] for owner in found]) for one, found in owners.items()}
        self._small: dict[str, list[str]] = {}
        for one in sorted(owners):
            self._small.setdefault(one[:_LARGE], []).append(one)
        self._now |= {one: digest([[each, self._now[each]] for each in found]) for one, found in self._small.items()}
        with workspace.reading() as session:
            self._kept = projections.bases(session, self._reader)

    def parts(self) -> Parts:
        """Groups of which anything is another one than before are added up again, a large one at a time."""
        stale = [one for one in self._small if self._is_stale(one)]
        whole = self._get([one for one in self._small if one not in stale])
        for large in stale:
            small = {one: _together(one, self._of_owners(one)) for one in self._small[large] if self._is_stale(one)}
            whole[large] = _together(large, self._of_small(large, small))
            self._keep({**small, large: whole[large]})
        self._forget(sorted(self._kept.keys() - self._now.keys()))
        return {owner: part for parts in whole.values() for owner, part in parts.items()}

    def _is_stale(self, group: str) -> bool:
        return self._kept.get(group) != self._now[group]

    def _of_owners(self, group: str) -> Parts:
        with self._workspace.reading() as session:
            return projections.get(session, self._name, Part, self._owners[group])

    def _of_small(self, group: str, made: Mapping[str, Parts]) -> Parts:
        kept = self._get([one for one in self._small[group] if one not in made])
        found = {one: made[one] if one in made else kept[one] for one in self._small[group]}
        return {owner: part for parts in found.values() for owner, part in parts.items()}

    def _get(self, groups: Collection[str]) -> dict[str, Parts]:
        with self._workspace.reading() as session:
            return projections.get(session, self._reader, Parts, groups)

    def _keep(self, made: Mapping[str, Parts]) -> None:
        with self._workspace.noting() as session:
            projections.put(session, self._reader, {one: (self._now[one], parts) for one, parts in made.items()})

    def _forget(self, gone: Sequence[str]) -> None:
        if gone:
            with self._workspace.noting() as session:
                projections.forget(session, self._reader, gone)


def _together(name: str, parts: Mapping[str, Part]) -> Parts:
    """All of them as one, beside what is tied: that stays with its organisation."""
    divided = {owner: split(owner, part) for owner, part in sorted(parts.items())}
    tied = {owner: apart for owner, (_closed, apart) in divided.items() if apart.tied}
    return {**tied, f"group {name}": summed(closed for closed, _apart in divided.values())}
