"""What the recovery words are for when laptops are not enough: all of them lost, or two that revoked each other.

The words make the root keys, which no laptop has. Without the words nobody can do this: neither the makers of this
program nor whoever runs the place where files are exchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Cancelled, silent
from app.services.keeping import recovering
from app.services.opening import stores
from app.services.opening import workspace as workspaces
from app.services.opening.founding import Founding, Organisation
from app.services.opening.origin import Origin
from app.services.opening.people import Profile
from app.services.opening.stores import NewPlace
from app.services.opening.workspace import Workspace
from app.services.syncing import deposit, joining, spaces
from app.services.syncing.spaces import Signing, Space
from app.storage import key_entries, values
from app.sync.refusals import BundleError
from app.sync.space import entry, keylog, names
from app.sync.space.entry import Kind, Said
from app.sync.space.names import Found
from app.sync.stores.layout import ROOT
from app.sync.stores.store import Store
from app.vault import recovery, slots
from app.vault.cost import Cost
from app.vault.identity import OrganisationKeys
from app.vault.space_root import root_of

_LARGEST_ENTRY = 1 << 20


class NothingToRecoverError(GroundworkError):
    """Wrong place, or one that was never synced with."""

    message = N_(
        "No laptops exchanged anything in this place, so nothing can be brought back from it. Choose another place, or"
        " restore a backup."
    )


class WordsOfOthersError(GroundworkError):
    """Whole words, and not those of these laptops."""

    message = N_(
        "These words are not those of the laptops in question. They may be older ones that were replaced. Without the"
        " right words nobody can bring this back."
    )


@dataclass(frozen=True)
class Recovering:
    """Where a new laptop begins when all others are lost."""

    path: Path
    """Of the new workspace."""
    passphrase: str
    place: NewPlace
    """Where the laptops exchanged their changes; it is kept as a place of the new workspace."""
    name: str
    """Of the new laptop."""


def recover(typed: str, wanted: Recovering, *, origin: Origin | None = None, cost: Cost | None = None) -> Workspace:
    """A new first laptop of words and place: keys, people, and after its first sync every record that was sent there.

    Works as whoever founded the space, with that person's private area; areas of others stay closed. The lost laptops
    still belong: revoke those that may be in other hands. Raises WordsError, WordsOfOthersError, NothingToRecoverError,
    what founding a workspace and adding a place raise, and a StoreError; nothing is left behind then.
    """
    seed = recovery.seed_of(typed)
    root = root_of(seed)
    made = workspaces.create(wanted.path, wanted.passphrase, Founding(Organisation("")), origin=origin, cost=cost)
    try:
        stores.add(made, wanted.place)
        with stores.opened(made, stores.find(made, wanted.place.name)) as store:
            space, held = _found_in(store, root, OrganisationKeys.generate(made.random))
        who = _moved(made, space, held, (root, wanted.name))
    except (GroundworkError, Cancelled):
        made.close()
        _clear(wanted.path)
        raise
    made.close()
    opened = joining.moved_in(wanted.path, wanted.passphrase, who, origin=origin)
    recovering.keep(opened, recovering.of_seed(seed, opened.language))
    return opened


def settle(workspace: Workspace, typed: str, keep: str) -> None:
    """Let the laptop with the fingerprint `keep` belong again: what laptops said to revoke it never counts.

    Needed after two admins revoked each other, or somebody with a stolen laptop revoked all others. Raises
    NotAllowedError, NoSpaceError, WordsError and WordsOfOthersError.
    """
    workspace.may(Verb.TEAM)
    root = root_of(recovery.seed_of(typed))
    with workspace.writing() as session:
        space = spaces.loaded(session)
        _refuse_others(space, root)
        log = spaces.read_all(space.id, key_entries.every(session).values())
        against = frozenset(one.id for one in log if one.said.kind == Kind.REVOKE and one.said.subject == keep)
        if against:
            spaces.say(session, space, Said(Kind.SETTLE, names=against), Signing(root, spaces.day(workspace)))


def change_words(workspace: Workspace, typed: str, fresh: recovering.Fresh) -> None:
    """Let the words of `fresh` be those of the laptops, as after the old paper was seen; `typed` are the old ones.

    Show the new ones before: they are kept nowhere. Raises as `settle`, and NoPassphraseUsedError.
    """
    workspace.may(Verb.TEAM)
    old, new = root_of(recovery.seed_of(typed)), root_of(fresh.seed)
    with workspace.reading() as session:
        _refuse_others(spaces.loaded(session), old)
    recovering.put(workspace, fresh)  # first: killed after it, the old words still are those of the laptops
    with workspace.writing() as session:
        space = spaces.loaded(session)
        log = spaces.read_all(space.id, key_entries.every(session).values())
        mine = frozenset(one.id for one in log if one.signer.fingerprint == old.fingerprint)
        grants = spaces.granted(spaces.opened(space.membership.openable, old).values(), [new.public])
        said = Said(Kind.ROOT, key=new.public, names=mine, grants=grants)
        space = spaces.say(session, space, said, Signing(old, spaces.day(workspace)))
        if space.current is not None:
            kept = deposit.said(workspace, session, space.current, new.public)
            space = spaces.say(session, space, kept, Signing(new, spaces.day(workspace)))
        spaces.keep(session, space)


def _refuse_others(space: Space, root: OrganisationKeys) -> None:
    known = space.membership.root
    if known is None or known.fingerprint != root.fingerprint:
        raise WordsOfOthersError


def _found_in(store: Store, root: OrganisationKeys, device: OrganisationKeys) -> tuple[Space, tuple[bytes, ...]]:
    """The space in this place whose root these are, with the keys of all its epochs, and its key log."""
    listed = list(store.list(ROOT))
    there = names.spaces_in(listed)
    if not there:
        raise NothingToRecoverError
    for space in sorted(there):
        held = tuple(_entries(store, space, names.candidates(space, listed)))
        log = keylog.membership(space, spaces.read_all(space, held))
        if log.root is not None and log.root.fingerprint == root.fingerprint:
            return replace(Space(space, device, log), epochs=spaces.opened(log.openable, root)), held
    raise WordsOfOthersError


def _entries(store: Store, space: str, found: Iterable[Found]) -> Iterator[bytes]:
    """What is whole and an entry of this space; anything else is passed over, as it may be still on its way."""
    for one in found:
        if one.kind is not names.Kind.SEGMENT and one.entry.size <= _LARGEST_ENTRY:
            data = store.get(one.entry.name, one.entry.size, silent)
            try:
                entry.read(data, space)
            except BundleError:
                continue
            yield data


def _moved(
    made: Workspace, space: Space, held: tuple[bytes, ...], known: tuple[OrganisationKeys, str]
) -> tuple[Profile, bytes]:
    """Make the workspace that of the organisation and this laptop its admin; who works on it, and their secret."""
    root, name = known
    kept = deposit.newest(space.membership, space.epochs)
    if kept is None:
        raise NothingToRecoverError(detail="no deposit that the words open")
    secrets = deposit.secrets(space.membership, space.epochs, root)
    who = next((one for one in deposit.people(kept) if one.id in secrets and not one.left), None)
    who = who or next(one for one in deposit.people(kept) if one.id == kept["founder"])
    joining.settle_in(made, space, held, (kept, who))
    with made.writing() as session:
        grants = spaces.granted(space.epochs.values(), [space.device.public])
        writer = str(values.get(session, "writer"))
        added = Said(Kind.ADD, device=space.device.public, writer=writer, is_admin=True, grants=grants)
        signing = Signing(root, spaces.day(made))
        space = spaces.say(session, space, added, signing)
        if space.current is not None:
            about = spaces.named(name, space.current)
            spaces.say(session, space, Said(Kind.NAME, subject=space.device.fingerprint, about=about), signing)
    return who, secrets.get(who.id, b"")


def _clear(path: Path) -> None:
    """Leave nothing of a workspace that could not be brought back."""
    for left in (path, slots.keys_path(path)):
        for one in left.parent.glob(f"{left.name}*"):
            one.unlink(missing_ok=True)
