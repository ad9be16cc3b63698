"""Where received files lie: in the workspace, or sealed in places outside; and what to say of it beside a copy."""

from __future__ import annotations

from dataclasses import dataclass

from app.i18n import isolate, translation
from app.services.opening import stores
from app.services.opening.stores import Place
from app.services.opening.workspace import Workspace
from app.storage import outside, values

_KEPT_IN = "received_kept_in"


@dataclass(frozen=True)
class There:
    """What lies in one place."""

    place: str
    """Its name; "" of one that the workspace does not know any more."""
    files: int
    size: int


@dataclass(frozen=True)
class Lying:
    """Where received files lie."""

    kept_in: str
    """The name of the place to which they go; "" where they stay in the workspace."""
    inside: int
    there: tuple[There, ...]

    @property
    def outside(self) -> int:
        """How many lie outside."""
        return sum(one.files for one in self.there)


def look(workspace: Workspace) -> Lying:
    """Where received files lie now."""
    with workspace.reading() as session:
        inside, held, place = len(outside.waiting(session)), outside.held(session), values.get(session, _KEPT_IN)
    names = {one.id: one.name for one in stores.every(workspace)}
    found = tuple(There(names.get(place, ""), count, size) for place, (count, size) in held.items())
    return Lying(names.get(str(place or ""), ""), inside, found)


def beyond(workspace: Workspace) -> tuple[str, ...]:
    """What a backup, a copy or a move does not hold, in words: a sentence for each place that must be kept, too."""
    return tuple(_kept_too(one) for one in look(workspace).there)


def chosen(workspace: Workspace) -> Place | None:
    """The place to which received files go; None where they stay."""
    with workspace.reading() as session:
        place = str(values.get(session, _KEPT_IN) or "")
    return next((one for one in stores.every(workspace) if one.id == place), None)


def choose(workspace: Workspace, place: Place | None) -> None:
    """From now on received files go there, or stay in the workspace."""
    with workspace.writing() as session:
        values.put(session, _KEPT_IN, place.id if place else "")


def _kept_too(one: There) -> str:
    said = translation()
    words = said.ngettext(
        "{count} file that came in lies in “{place}”; this copy has only the key to it. Keep that place, too.",
        "{count} files that came in lie in “{place}”; this copy has only the keys to them. Keep that place, too.",
        one.files,
    )
    return words.format(count=said.number(one.files), place=isolate(one.place))
