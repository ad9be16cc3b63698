"""Settings of the organisation as one record of an internal kind, so that the one fold merges them like all else.

What is kept as a named value on each laptop is compared with that record before a sync, and follows it after one.
Places with their passwords, and whatever belongs to one laptop or one person's window, are not among them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from app.domain.fold import INTERNAL, Operation, State, Value
from app.domain.stamps import settled_id
from app.services.opening import own_keys
from app.services.opening.judging import judge
from app.services.opening.workspace import Workspace
from app.services.syncing.spaces import Space
from app.storage import operations, values
from app.storage.session import Session

(KIND,) = INTERNAL
_NAMES = (
    *("organisation", "coordinator", "private contact", "area_keys", "retention", "threshold", "second_person"),
    *("ombudsperson", "receipts written", "slip_salt", own_keys.NAME),
)
_BY_PREFIX = ("reasons:", "approval:", "enclosing:", "enclosed:", "handed over:")
_PEOPLE = "profiles"
"""A list of people: each is a field of its own, and nobody goes because another laptop does not know them."""
_SETS = "known_names"
"""Sets of hashes: each is an element, and an addition beats a removal that did not know of it."""


def record_of(space: Space) -> str:
    """The id of the one record, the same on all laptops."""
    return settled_id(space.id, KIND, "organisation")


def note(workspace: Workspace, session: Session, space: Space) -> bool:
    """Write down what was changed here since the last sync; whether anything was.

    A laptop that joined writes nothing before it knows what the others say: its own beginning is no decision.
    """
    state = operations.state(session, record_of(space))
    if state is None and not _is_first(space):
        return False
    fresh = _changed(_flat(session), state)
    if not fresh:
        return False
    leaves = state.leaves if state else {}
    replaces = {name: tuple(leaf.stamp for leaf in leaves[name]) for name in fresh if leaves.get(name)}
    seen = [stamp for stamps in replaces.values() for stamp in stamps]
    stamp = workspace.next_stamps(session).stamp(after=seen)
    made = Operation(record_of(space), KIND, stamp, fresh, replaces, workspace.profile.id)
    operations.add_all(session, [made], judge(workspace.pack))
    return True


def follow(session: Session, space: Space) -> None:
    """Let the named values say what the record says."""
    state = operations.state(session, record_of(space))
    if state is None:
        return
    found: dict[str, Any] = {}
    for field, value in state.fields.items():
        name, _bar, key = field.partition("|")
        if not key:
            found[name] = value
        elif value is not None:
            found.setdefault(name, {})[key] = value
        else:
            found.setdefault(name, {})
    for name, said in found.items():
        if name == _PEOPLE:
            _put_people(session, said)
        elif name == _SETS:
            _put_sets(session, said)
        else:
            plain = {unquote(key): value for key, value in said.items()} if isinstance(said, dict) else said
            _put(session, name, plain)


def _changed(now: Mapping[str, Value], state: State | None) -> dict[str, Value]:
    before = state.fields if state else {}
    fresh = {name: value for name, value in now.items() if name not in before or before[name] != value}
    for name, value in before.items():
        if name not in now and value not in (None, False) and not name.startswith(f"{_PEOPLE}|"):
            fresh[name] = False if "/" in name else None
    return fresh


def _flat(session: Session) -> dict[str, Value]:
    """Every setting of this laptop, field by field."""
    found: dict[str, Value] = {}
    several = values.several(session, (*_NAMES, _SETS), _BY_PREFIX)
    sets = several.pop(_SETS, None) or {}
    for name, kept in several.items():
        if isinstance(kept, dict):
            found.update({f"{name}|{quote(str(key), safe=' ')}": value for key, value in kept.items()})
        elif kept is not None:
            found[name] = kept
    found.update({f"{_PEOPLE}|{one['id']}": one for one in _people(session)})
    for part, hashes in sets.items():
        found.update({f"{_SETS}|{part}/{one}": True for one in hashes})
    return found


def _people(session: Session) -> list[dict[str, Any]]:
    founder = values.get(session, "profile")
    return list(values.get(session, _PEOPLE) or [{**founder, **_KEEPER}])


_KEEPER: Mapping[str, object] = {"role": "keeper", "left": False, "language": ""}


def _put_people(session: Session, said: Mapping[str, Any]) -> None:
    own = _people(session)
    known = [said.get(str(one["id"]), one) for one in own]
    others = [said[who] for who in sorted(said) if who not in {str(one["id"]) for one in own}]
    _put(session, _PEOPLE, [*known, *others])


def _put_sets(session: Session, said: Mapping[str, Any]) -> None:
    parts: dict[str, list[str]] = {}
    for named, is_in in said.items():
        part, _slash, one = named.partition("/")
        kept = parts.setdefault(part, [])
        if is_in is True:
            kept.append(one)
    _put(session, _SETS, {part: sorted(kept) for part, kept in parts.items()})


def _put(session: Session, name: str, value: Any) -> None:
    if values.get(session, name) != value:
        values.put(session, name, value)


def _is_first(space: Space) -> bool:
    """Whether this laptop is the first of those that belong: the founder, unless it was taken out."""
    present = space.membership.present
    return bool(present) and present[0].fingerprint == space.device.fingerprint
