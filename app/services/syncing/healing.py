"""Healing: a value that was cleaned up in a place and counts again after all is told again by whoever still has it.

That happens where what replaced it is taken out with a laptop that was revoked, or where a twin of it comes late.
Clean-ups never touch what lies in a workspace, so all laptops that ever had the words have them.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.fold import fold
from app.domain.operation import Operation, full
from app.storage import operation_rows, operations, outbox, values
from app.storage.session import Session
from app.sync.space.segment import Segment

_KNOWN = "cleaned up somewhere"


def note(session: Session) -> None:
    """From now on there are files in which values were cleaned up."""
    if not values.get(session, _KNOWN):
        values.put(session, _KNOWN, True)


def heal(session: Session, said: Segment, changed: Iterable[str]) -> None:
    """After a segment was taken: tell again what counts here and is cleaned up there."""
    cleaned = {(one.record, full(one)): one.cleaned for one in said.operations if one.cleaned}
    if cleaned:
        note(session)
    if not values.get(session, _KNOWN):
        return
    for record in {record for record, _stamp in cleaned}:
        shown, held = _shown(session, record)
        lacking = (one for one in held if cleaned.get((record, full(one)), frozenset()) & shown.get(one.stamp, set()))
        outbox.put_back(session, lacking)
    speak_up(session, operation_rows.with_twins(session, changed))


def speak_up(session: Session, records: Iterable[str]) -> None:
    """Tell again all that counts of these records, where values were cleaned up anywhere."""
    if not values.get(session, _KNOWN):
        return
    for record in records:
        shown, held = _shown(session, record)
        outbox.put_back(session, (one for one in held if one.stamp in shown))


def _shown(session: Session, record: str) -> tuple[dict[str, set[str]], list[Operation]]:
    """By stamp the fields of which it is a leaf; and what of the record is known whole."""
    held = operations.of_record(session, record)
    found: dict[str, set[str]] = {}
    for name, leaves in fold(held).leaves.items() if held else ():
        for leaf in leaves:
            found.setdefault(leaf.stamp, set()).add(name)
    return found, [one for one in held if not one.cleaned]
