"""Reading: what organisations tell in a picture, as it is printed, a few at a time and only when somebody asks.

What is read is always what the figures were made of: where it is missing it is made again, and where something has
changed since, nothing is told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from app import garbage
from app.domain.shared import Submission
from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening.workspace import Workspace
from app.services.picturing import looking
from app.services.picturing.unpacking import at_once
from app.storage import listings, projections


class PictureChangedError(GroundworkError):
    """A file came in, or something was decided, since the figures were made."""

    message = N_("What counts has changed meanwhile. Look at the picture once more.")


class Reading:
    """What all organisations tell that count in a picture, by id and call."""

    def __init__(self, workspace: Workspace, name: str, bases: Mapping[str, str], again: Callable[[], object]) -> None:
        self._workspace, self._name, self._bases, self._again = workspace, name, bases, again

    def __call__(self, organisation: str = "") -> Iterator[Submission]:
        """What one organisation tells, or all of them. Raises PictureChangedError."""
        owners = [organisation] if organisation else sorted(self._bases)
        for some in at_once([owner for owner in owners if owner in self._bases]):
            yield from self._some(some)

    def _some(self, owners: Sequence[str]) -> list[Submission]:
        found = self._kept(owners)
        if missing := [owner for owner in owners if owner not in found]:
            with self._workspace.noting() as session:
                projections.forget(session, self._name, missing)
            self._again()
            found = self._kept(owners)
        if len(found) < len(owners):
            raise PictureChangedError
        return [one for owner in owners for one in found[owner]]

    def _kept(self, owners: Sequence[str]) -> dict[str, tuple[Submission, ...]]:
        with self._workspace.reading() as session, garbage.not_looked_for():
            told = listings.get(session, looking.of(self._name)[0], owners)
            return {owner: listed for owner, basis, listed in told if basis == self._bases[owner]}
