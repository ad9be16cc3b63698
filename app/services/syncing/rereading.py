"""Re-reading: what vanished from a place is told and put there again, and once a week an own file is read anew.

Each sync lists the place whole, so what is missing is seen by name and size. A file that is there and says something
else is seen only by reading it: one a week, each in its turn, and the writer mends what is wrong.
"""

from __future__ import annotations

import hashlib

from app.progress import silent
from app.services.opening.workspace import Workspace
from app.services.syncing.pulling import Notes
from app.services.syncing.pushing import Pushed
from app.services.syncing.spaces import Space
from app.storage import segments
from app.storage.segments import State
from app.sync.limits import LARGEST_BUNDLE_BYTES
from app.sync.space import names
from app.sync.stores.failures import StoreNotThereError
from app.sync.stores.store import Entry, Store

WEEK_MS = 7 * 24 * 3600 * 1000


def vanished(sent: Pushed, noted: Notes, now_ms: int) -> int:
    """How many files of changes were there at the last sync with this place, and had to be put there again.

    A place that was never filled from here, or was when the clock was wrong, has lost nothing.
    """
    return sum(since <= noted.whole_ms for since in sent.again) if 0 < noted.whole_ms <= now_ms else 0


def reread(workspace: Workspace, space: Space, store: Store, listed: list[Entry], noted: Notes) -> bool:
    """Once a week read one own file and put it anew where it says something else; whether that was needed."""
    now = workspace.now_ms()
    if 0 <= now - noted.read_ms < WEEK_MS:
        return False
    there = {one.digest: one.entry for one in names.candidates(space.id, listed) if one.digest}
    with workspace.reading() as session:
        mine = (one for one in segments.every(session, State.HELD) if one.device == space.device.fingerprint)
        own = sorted(one.digest for one in mine if one.digest in there)
        chosen = next((one for one in own if one > noted.read), own[0] if own else "")
        data = segments.bytes_of(session, chosen)
    noted.read_ms, noted.read = now, chosen
    if not data or _says(store, there[chosen], len(data)) == chosen:
        return False
    store.delete(there[chosen].name)
    store.put(there[chosen].name, data)
    return True


def _says(store: Store, entry: Entry, size: int) -> str:
    """The hash of what is there now; it may have been mended since the place was listed, so `size` may be larger."""
    if entry.size > LARGEST_BUNDLE_BYTES:
        return ""
    try:
        return hashlib.sha256(store.get(entry.name, max(entry.size, size), silent)).hexdigest()
    except StoreNotThereError:
        return ""
