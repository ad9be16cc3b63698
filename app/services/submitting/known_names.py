"""The organisation's own list of names: people whom no text may name unseen, and public names that are nobody's.

Kept as salted hashes inside the workspace, never as words: the list can be asked, not read. It never leaves.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.records import Partner
from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import N_
from app.privacy.scanning import Known, hash_of
from app.services.opening.workspace import Workspace
from app.storage import records, values

_KEPT = "known_names"
_FEWEST_LETTERS = 2


class NamesMissingError(GroundworkError):
    """Nothing was given that could be a name."""

    message = N_("Please write at least one name, of two letters or more.")


@dataclass(frozen=True)
class Counts:
    """How many names the list holds; which ones nobody can tell."""

    people: int
    public: int


def counts(workspace: Workspace) -> Counts:
    """How many names were kept."""
    kept = _kept(workspace)
    return Counts(len(kept.people), len(kept.public))


def add(workspace: Workspace, names: Iterable[str], *, public: bool = False) -> Counts:
    """Keep the hashes of these names: of people, or of organisations and projects that everybody may read.

    Raises NotAllowedError and NamesMissingError.
    """
    workspace.may(Verb.ORGANISATION)
    kept = _kept(workspace)
    fresh = {hash_of(name, kept.salt) for name in names if len(name.strip()) >= _FEWEST_LETTERS}
    if not fresh:
        raise NamesMissingError
    kept = replace(kept, public=kept.public | fresh) if public else replace(kept, people=kept.people | fresh)
    with workspace.writing() as session:
        values.put(session, _KEPT, {"people": sorted(kept.people), "public": sorted(kept.public)})
    return Counts(len(kept.people), len(kept.public))


def forget(workspace: Workspace) -> None:
    """Empty the list. Raises NotAllowedError."""
    workspace.may(Verb.ORGANISATION)
    with workspace.writing() as session:
        values.put(session, _KEPT, {})


def known(workspace: Workspace) -> Known:
    """The list as the scan asks it, with those who work here, and with this organisation and its partners as public."""
    kept = _kept(workspace)
    with workspace.reading() as session:
        partners = [one.name for one in records.every(session, Partner)]
    staff = [one.name for one in workspace.team.everybody if len(one.name.split()) > 1]
    public = [name for name in (workspace.organisation.name, *partners) if name.strip()]
    return replace(
        kept,
        people=kept.people | {hash_of(name, kept.salt) for name in staff},
        public=kept.public | {hash_of(name, kept.salt) for name in public},
    )


def _kept(workspace: Workspace) -> Known:
    """What was kept, under a salt of this workspace that is used for nothing else."""
    with workspace.reading() as session:
        found = values.get(session, _KEPT) or {}
    salt = hashlib.sha256(b"known names" + workspace.disclosure_secret).digest()
    return Known(salt, frozenset(found.get("people", ())), frozenset(found.get("public", ())))
