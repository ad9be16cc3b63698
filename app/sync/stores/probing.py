"""Trying a place: one small file is written, read, listed, renamed and deleted again."""

from __future__ import annotations

import secrets
import time
from contextlib import suppress

from app.progress import silent
from app.sync.stores.failures import StoreError, StoreRefusesError
from app.sync.stores.store import Abilities, Store

FOLDER = "groundwork-1/probe"
_CONTENT = b"Groundwork tries whether this place keeps files. This one may be deleted.\n"


def probe(store: Store, *, renames: bool) -> Abilities:
    """What the place really does; no file is left there. Raises a StoreError that says why it cannot be used."""
    began = time.monotonic()
    first, second = (f"{FOLDER}/{secrets.token_hex(8)}.txt" for _number in range(2))
    try:
        store.put(first, _CONTENT)
        lists = any(one.name == first for one in store.list(FOLDER))
        store.rename(first, second)
        if store.get(second, len(_CONTENT), silent) != _CONTENT:
            raise StoreRefusesError(detail="read back differs")
        store.delete(second)
    except StoreError as failure:
        for name in () if failure.passing else (first, second):
            with suppress(StoreError):
                store.delete(name)
        raise
    return Abilities(renames, lists, round((time.monotonic() - began) * 1000))
