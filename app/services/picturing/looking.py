"""Looking: which pictures were looked at last; what is kept for the others goes, and is made again when asked for."""

from __future__ import annotations

from app.services.opening.workspace import Workspace
from app.storage import projections

MOST = 12
"""Pictures, each of a period and an audience: those of the present and of the period before, for some readers."""
_LOOKED = "looked"
ENTRIES, GROUPS = "entries", "groups"


def look(workspace: Workspace, name: str) -> None:
    """Note that somebody looks at a picture; what is kept of all but the last ones is forgotten.

    They are numbered as they are looked at, whatever a clock says.
    """
    with workspace.reading() as session:
        numbers = {one: int(number) for one, number in projections.bases(session, _LOOKED).items()}
    newest = max(numbers, key=lambda one: numbers[one], default="")
    if newest == name:
        return
    numbers[name] = numbers.get(newest, 0) + 1
    ordered = sorted(numbers, key=lambda one: -numbers[one])
    with workspace.noting() as session:
        projections.put(session, _LOOKED, {name: (str(numbers[name]), None)})
        projections.forget(session, _LOOKED, ordered[MOST:])
        kept = ordered[:MOST]
        gone = {pair for reader in projections.readers(session) if (pair := _pair(reader)) and pair not in kept}
        projections.forget_readers(session, [kind for pair in gone for kind in (pair, *of(pair))])


def of(name: str) -> tuple[str, str]:
    """What is kept beside the parts of a picture: the entries, and what groups add up to."""
    return f"{name} {ENTRIES}", f"{name} {GROUPS}"


def _pair(reader: str) -> str:
    """The picture that something is kept for; "" where it is kept for all of them."""
    pair, _space, kind = reader.rpartition(" ")
    return pair if kind in (ENTRIES, GROUPS) else reader if pair else ""
