"""Renewing: new keys for a workspace, as after a person left who knew the old ones, or a laptop was seen.

The whole file is encrypted anew. Everybody else's passphrase goes on opening it: the new key is sealed for the
private area of each of them. Backups made before open with the old keys, until they are thinned away.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import N_, format_list, isolate
from app.progress import Progress, silent
from app.services.keeping.team import NoPassphraseUsedError
from app.services.opening.workspace import Workspace
from app.storage import rekeying, values
from app.vault import recovery_slot, renewals, slot_file, slots
from app.vault.cost import Cost, calibrate
from app.vault.renewals import Renewal
from app.vault.slot_file import Slot
from app.vault.slots import KEY_BYTES, DataKey, WrongPassphraseError

NAME = "keys_renewed"


class AreasMissingError(GroundworkError):
    """The new key cannot be sealed for somebody, who would be locked out."""

    message = N_("First {people} must open this workspace once, or be let go; without that they would be locked out.")


class OnServerError(GroundworkError):
    """There is nothing that the keys encrypt."""

    message = N_("This workspace lies on a database server, where Groundwork encrypts nothing: no key can be renewed.")


def renew(workspace: Workspace, passphrase: str, *, cost: Cost | None = None, progress: Progress = silent) -> bool:
    """Encrypt everything under a new key; whether the recovery words are still good afterwards.

    They are not where their maker no longer works here. The own slot gets the cost of this machine. Whoever asks
    the workspace for anything meanwhile is told that it is busy; `progress` may stop it, and then all is as it was.
    Raises NotAllowedError, OnServerError, WrongPassphraseError, AreasMissingError, and what rekeying raises; then all
    is as it was.
    """
    workspace.may(Verb.TEAM)
    if workspace.opened is None:
        raise NoPassphraseUsedError
    if workspace.on_server:
        raise OnServerError
    found = slots.open_slot(workspace.path, passphrase)
    if (found.profile or workspace.team.founder) != workspace.profile.id:
        raise WrongPassphraseError
    old, fresh = workspace.opened.key, Renewal(secrets.token_hex(8), secrets.token_bytes(KEY_BYTES))
    path = slots.keys_path(workspace.path)
    before = slot_file.read(path)
    pending = _pending(workspace, before, old, fresh)
    try:
        with workspace.standing_aside():
            ready = partial(slot_file.write, path, pending, replace=True)
            rekeying.renew(workspace.path, old.raw, fresh.key, ready=ready, progress=progress)
            workspace.opened = replace(workspace.opened, key=DataKey(fresh.key))
    finally:
        if workspace.opened.key == old:
            slot_file.write(path, before, replace=True)
    slot_file.write(path, renewals.only(pending, fresh.id), replace=True)
    slots.settle(workspace.path, workspace.opened, passphrase, profile=workspace.profile.id, cost=cost or calibrate())
    rekeying.forget_older(workspace.path)
    with workspace.noting() as session:
        values.put(session, NAME, workspace.now().isoformat())
    return recovery_slot.exists(workspace.path)


def hardness(workspace: Workspace) -> tuple[int, int]:
    """What one guess at a passphrase costs: memory in MiB, and passes over it; of the cheapest slot."""
    found = slots.costs(workspace.path)
    least = min(found, key=lambda one: one.weight, default=Cost.floor())
    return least.memory_kib // 1024, least.passes


def _pending(workspace: Workspace, held: tuple[Slot, ...], old: DataKey, fresh: Renewal) -> tuple[Slot, ...]:
    """Every slot with the new key beside the old one; those of people who are gone are left out."""
    keys = workspace.team.area_keys
    absent = [isolate(one.name) for one in workspace.team.present if one.id not in keys]
    if absent:
        raise AreasMissingError(people=format_list(absent))
    present = {slots.owner_of(old, one.id): one.id for one in workspace.team.present}
    made: list[Slot] = []
    for slot in held:
        if slot.get("kind") not in (slots.PASSPHRASE, slots.PROFILE, recovery_slot.RECOVERY):
            made.append(slot)
        elif whose := _whose(slot, present, workspace.team.founder):
            owner = slots.owner_of(DataKey(fresh.key), whose)
            made.append(renewals.with_renewal(slot, fresh, owner, keys[whose]))
    return tuple(made)


def _whose(slot: Slot, present: Mapping[str, str], founder: str) -> str:
    if slot.get("kind") == slots.PASSPHRASE:
        return founder if founder in present.values() else ""
    return next((present[str(owner)] for owner in slots.owners(slot) if owner in present), "")
