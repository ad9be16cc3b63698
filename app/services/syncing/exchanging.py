"""Exchanging: one sync of this laptop with one place, and what it says about it afterwards.

Nothing is taken away because a place lacks it, no clock decides, and what was kept stays kept wherever a sync stops.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress, silent
from app.services.opening import stores
from app.services.opening.stores import Place
from app.services.opening.workspace import Workspace
from app.services.records import erasing
from app.services.syncing import (
    attached,
    cleaning,
    devices,
    failsafe,
    growing,
    incarnation,
    meeting,
    pulling,
    pushing,
    recalling,
    rereading,
    sealing,
    settings,
    spaces,
    taking,
)
from app.services.syncing.failsafe import ManyDeletionsError as ManyDeletionsError
from app.services.syncing.pulling import Notes
from app.services.syncing.pushing import Pushed
from app.services.syncing.spaces import Space
from app.services.syncing.taking import REASONS, Change, Checked
from app.storage import carried, outbox, segments, values
from app.storage.segments import Kept, State
from app.sync.space import names
from app.sync.stores.layout import ROOT
from app.sync.stores.store import Entry, Store

GAP = "gap"
TWIN = "twin"
_WORDS = {
    **REASONS,
    GAP: N_("An earlier file of the same laptop is still on its way."),
    TWIN: N_("Two laptops wrote under one name. What both wrote is kept; please sync both of them."),
}
_LAST = meeting.LAST


class OtherSpaceError(GroundworkError):
    """The place belongs to the laptops of somebody else."""

    message = N_(
        "The laptops of another organisation exchange their changes in this place. Nothing was sent. Please choose"
        " another folder."
    )


class NotAdmittedError(GroundworkError):
    """No entry of the key log that is here names this laptop."""

    message = N_("This laptop is not admitted yet. Let a laptop that is admit it, and sync again.")


class TakenOutError(GroundworkError):
    """The key log says that this laptop does not belong any more."""

    message = N_("This laptop was taken out of your laptops. What was written on it stays on it; nothing was sent.")


class WhereError(GroundworkError):
    """No place, or several of which none was used before."""

    message = N_("Please say with which place to sync. “groundwork store list” names them; “store add” adds one.")


@dataclass(frozen=True)
class Told:
    """One file that waits or was put aside."""

    id: str
    laptop: str
    """The name of the laptop that made it, "" where that is not known."""
    reason: str
    """One word; `words` says it whole."""
    since: datetime
    seq: int = 0

    @property
    def words(self) -> str:
        """The reason as a sentence of the catalogue, to be translated where it is shown."""
        return _WORDS.get(self.reason, self.reason)


@dataclass(frozen=True)
class Fact:
    """What this laptop learned from one other: so many of a kind."""

    laptop: str
    kind: str
    """A kind of record, or of rows such as `sent`."""
    deed: str
    """new, changed or deleted."""
    count: int


@dataclass(frozen=True)
class Standing:
    """How things are without asking any place."""

    last: datetime | None
    place: str
    """The name of the place of the last sync."""
    unsent: int
    """Changes made here that no place has yet."""
    waiting: tuple[Told, ...] = ()
    quarantined: tuple[Told, ...] = ()
    late: tuple[str, ...] = ()
    """Files of that place that have not been whole for a week."""
    vanished: int = 0
    """Files of changes that had vanished from that place at the last sync, and were put there again."""


@dataclass(frozen=True)
class Learned:
    """What one sync did."""

    place: str
    sent: Pushed
    received: int
    """Segments that came."""
    facts: tuple[Fact, ...]
    new_writer: bool
    """Whether this laptop writes under a new name from now on, as after a restored backup."""
    standing: Standing


def sync_now(
    workspace: Workspace, place: Place, progress: Progress = silent, *, allow_deletions: bool = False
) -> Learned:
    """Exchange with a place whatever either side lacks. `progress` counts files and may stop it between two.

    Raises NoSpaceError, OtherSpaceError, NotAdmittedError, TakenOutError, ManyDeletionsError and a StoreError.
    """
    with stores.opened(workspace, place) as store:
        return exchange(workspace, place, store, progress, allow_deletions=allow_deletions)


def exchange(
    workspace: Workspace, place: Place, store: Store, progress: Progress = silent, *, allow_deletions: bool = False
) -> Learned:
    """The same with the place's store, where that is open already."""
    with workspace.reading() as session:
        space, noted = spaces.loaded(session), pulling.notes(session, place)
    listed = _listed(space, store)
    pulled = pulling.pull(workspace, space, store, (listed, noted), progress)
    space, is_new_writer = _ready(workspace, space, pulled.entries, listed)
    changes = _take(workspace, space, pulled.segments, allow_deletions=allow_deletions)
    if changes:
        workspace.refresh()
    _write_down(workspace, space)
    sealing.seal(workspace, space, progress)
    sealing.acknowledge(workspace, space)
    cleaning.clean(workspace, space, progress)
    growing.tidy(workspace, space, progress)
    sent = pushing.push(workspace, space, store, listed, progress)
    attached.clean_up(workspace, store, names.blobs_in(listed))
    growing.clear(workspace, space, store, listed)
    rereading.reread(workspace, space, store, listed, noted)
    _note(workspace, place, noted, rereading.vanished(sent, noted, workspace.now_ms()))
    return Learned(place.name, sent, len(pulled.segments), _facts(space, changes), is_new_writer, standing(workspace))


def standing(workspace: Workspace) -> Standing:
    """Last sync, what is unsent, what waits and what was put aside, with reasons. Raises NoSpaceError."""
    with workspace.reading() as session:
        space = spaces.loaded(session)
        last = values.get(session, _LAST) or {}
        unsent = outbox.count(session) + sum(1 for _row in carried.unsent(session))
        unsent += len(segments.every(session, State.UNSENT))
        waiting = [_told(space, one) for one in segments.every(session, State.WAITING)]
        waiting += [_told(space, one, GAP) for one in segments.gaps(session)]
        aside = [_told(space, one) for one in segments.every(session, State.QUARANTINED)]
        aside += [_told(space, one, TWIN) for one in segments.twins(session)]
        late, lost = tuple(last.get("late", ())), int(last.get("vanished", 0))
    when = datetime.fromtimestamp(last["ms"] / 1000, UTC) if last else None
    return Standing(when, str(last.get("place", "")), unsent, tuple(waiting), tuple(aside), late, lost)


def chosen(workspace: Workspace, name: str = "") -> Place:
    """The place of this name, else that of the last sync, else the only one. Raises PlaceMissingError, WhereError."""
    if name:
        return stores.find(workspace, name)
    with workspace.reading() as session:
        last = str((values.get(session, _LAST) or {}).get("place", ""))
    every = stores.every(workspace)
    found = [one for one in every if one.name == last] or every
    if len(found) != 1:
        raise WhereError
    return found[0]


def _listed(space: Space, store: Store) -> list[Entry]:
    """Every file of Groundwork in the place. Raises OtherSpaceError where it is somebody else's."""
    listed = list(store.list(ROOT))
    found = names.spaces_in(listed)
    if found and space.id not in found:
        raise OtherSpaceError
    return listed


def _ready(workspace: Workspace, space: Space, entries: Iterable[bytes], listed: list[Entry]) -> tuple[Space, bool]:
    """Who belongs by now, and whether this laptop had to take a new writer; what was changed here is written down."""
    with workspace.noting() as session:
        pulling.take_entries(session, space, entries)
    with workspace.reading() as session:
        space = spaces.loaded(session)
    if space.me is None or space.current is None:
        raise NotAdmittedError
    if space.me.revoked is not None:
        raise TakenOutError
    with workspace.noting() as session:
        is_new = incarnation.settle(workspace, session, space, listed)
        devices.mend(workspace, session, spaces.loaded(session))
    _write_down(workspace, space)
    with workspace.reading() as session:
        return spaces.loaded(session), is_new


def _write_down(workspace: Workspace, space: Space) -> None:
    with workspace.noting() as session:
        sealing.begin(workspace, session, space)


def _take(workspace: Workspace, space: Space, found: Iterable[bytes], *, allow_deletions: bool) -> list[Change]:
    """Check everything, ask about many deletions, and only then take one segment after the other."""
    now = workspace.now_ms()
    checked = [taking.check(space, data, now) for data in found]
    with workspace.reading() as session:
        checked += taking.again(session, space, now)
        if not allow_deletions:
            failsafe.refuse_many(session, space, checked)
    changes = _put_aside(workspace, space)
    changes += taking.take_all(workspace, space, sorted(checked, key=_in_order))
    if erased := taking.erased(one.opened for one in checked if one.opened is not None):
        erasing.finish(workspace, erased)
    return changes


def _put_aside(workspace: Workspace, space: Space) -> list[Change]:
    with workspace.reading() as session:
        gone = recalling.no_longer(session, space)
    if not gone:
        return []
    with workspace.noting() as session:
        recalling.put_aside(workspace, session, space, gone)
    return [Change(one.kept.device, {}) for one in gone]


def _in_order(one: Checked) -> tuple[int, str, int, str]:
    return (one.kept.made_ms, one.kept.writer, one.kept.seq, one.kept.digest)


def _note(workspace: Workspace, place: Place, noted: Notes, lost: int) -> None:
    with workspace.noting() as session:
        now = noted.whole_ms = workspace.now_ms()
        pulling.keep(session, noted)
        last = {"ms": now, "place": place.name, "late": noted.late(now)}
        values.put(session, _LAST, {**last, "vanished": lost} if lost else last)


def _facts(space: Space, changes: Iterable[Change]) -> tuple[Fact, ...]:
    counted: Counter[tuple[str, str, str]] = Counter()
    for change in changes:
        for (kind, deed), count in change.kinds.items():
            counted[(_laptop(space, change.device), kind, deed)] += count
    hidden = (settings.KIND,)
    return tuple(Fact(*key, count) for key, count in sorted(counted.items()) if key[1] not in hidden)


def _told(space: Space, kept: Kept, reason: str = "") -> Told:
    since = datetime.fromtimestamp(kept.since_ms / 1000, UTC)
    return Told(kept.id or kept.digest, _laptop(space, kept.device), reason or kept.reason, since, kept.seq)


def _laptop(space: Space, fingerprint: str) -> str:
    device = space.membership.devices.get(fingerprint)
    return spaces.name_of(device.about, space) if device else ""
