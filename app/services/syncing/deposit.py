"""The deposit: what a new laptop needs of the organisation before any record, sealed in the key log.

Whoever has the key of its epoch can open it: every laptop, and the recovery words. Within it lies the private area
of whoever founded the space, which the words alone open. What changes later travels with the records.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from app.errors import GroundworkError
from app.services.feedback import slips
from app.services.opening import own_keys
from app.services.opening.people import Profile
from app.services.opening.workspace import Workspace
from app.storage import values
from app.storage.session import Session
from app.sync.space.entry import Kind, Said
from app.sync.space.membership import Membership
from app.vault.identity import OrganisationKeys, PublicKeys
from app.vault.sealing import open_sealed, seal

_NAMES = ("organisation", "coordinator", "language", own_keys.FOUNDED, own_keys.NAME, "disclosure_secret", slips.SALT)
_LARGEST = 1 << 20


def said(workspace: Workspace, session: Session, reader: PublicKeys, root: PublicKeys | None = None) -> Said:
    """The deposit as it is now, for an epoch's key; with a root also the private area of whoever is working.

    Call it while writing: what the organisation has not made up yet is made up now.
    """
    slips.salt(workspace, session)
    team = workspace.team
    kept: dict[str, Any] = {
        "values": {name: values.get(session, name) for name in _NAMES},
        "profiles": [asdict(one) for one in team.everybody],
        "area_keys": {who: keys.as_dict() for who, keys in team.area_keys.items()},
        "founder": team.founder,
    }
    secret = workspace.opened.secret if workspace.opened else b""
    if root is not None and secret:
        kept["area"] = {"profile": workspace.profile.id, "sealed": seal(secret, [root]).hex()}
    return Said(Kind.DEPOSIT, about=seal(json.dumps(kept).encode(), [reader]))


def newest(log: Membership, epochs: Mapping[str, OrganisationKeys]) -> Mapping[str, Any] | None:
    """The newest deposit of a log that one of these keys opens."""
    return next(_opened(log.deposits, epochs), None)


def people(kept: Mapping[str, Any]) -> tuple[Profile, ...]:
    """Who worked in the organisation when it was made."""
    return tuple(Profile(**one) for one in kept["profiles"])


def secrets(log: Membership, epochs: Mapping[str, OrganisationKeys], root: OrganisationKeys) -> dict[str, bytes]:
    """Profile to what opens their private area, as far as the recovery words open it."""
    found: dict[str, bytes] = {}
    for kept in _opened(log.deposits, epochs):
        try:
            area = kept["area"]
            found.setdefault(area["profile"], open_sealed(bytes.fromhex(area["sealed"]), root, limit=_LARGEST))
        except (GroundworkError, KeyError, ValueError, TypeError):
            continue
    return found


def take(session: Session, kept: Mapping[str, Any], who: Profile) -> None:
    """Make the file that of the organisation, with `who` as the person whose passphrase opens it on this laptop."""
    for name in _NAMES:
        if (value := kept["values"].get(name)) is not None:
            values.put(session, name, value)
    listed = [one for one in people(kept) if one.id != who.id]
    values.put(session, "profile", asdict(who))
    values.put(session, "profiles", [asdict(one) for one in (*listed, who)])
    values.put(session, "area_keys", kept["area_keys"])


def _opened(deposits: Iterable[bytes], epochs: Mapping[str, OrganisationKeys]) -> Iterator[Mapping[str, Any]]:
    for sealed in deposits:
        for keys in epochs.values():
            try:
                found = json.loads(open_sealed(sealed, keys, limit=_LARGEST))
            except (GroundworkError, ValueError):
                continue
            if isinstance(found, dict):
                yield found
