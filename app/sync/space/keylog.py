"""What a set of entries of the key log amounts to: a pure function, so order, repetition and detours cannot matter.

Revocation beats addition. An entry of a revoked laptop counts only where every revocation of it says so; its own
revocations count all the same, so that two admins who revoke each other are both out until the root speaks.
A demotion ends the entries that
made an admin and that its signer knew; a later promotion is another one. What a root said cannot be contradicted by
a laptop.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from app.sync.space.entry import Entry, Kind, space_id
from app.sync.space.membership import Cut, Device, Epoch, Membership, Revocation
from app.vault.identity import PublicKeys

_KINDS = frozenset(Kind)


def membership(space: str, entries: Iterable[Entry]) -> Membership:
    """Who belongs to `space`, as these entries say together; those of other spaces are passed over."""
    held = {one.id: one for one in entries if one.space == space}
    ordered = [held[one] for one in sorted(held)]
    root, spoken, roots = _lineage(space, ordered)
    void = {name for one in spoken if one.said.kind == Kind.SETTLE for name in one.said.names}
    others = [one for one in ordered if one.signer.fingerprint not in roots and one.id not in void]
    revoked = _revoked(spoken, others)

    def is_kept(one: Entry) -> bool:
        revocation = revoked.get(one.signer.fingerprint)
        return revocation is None or one.id in revocation.keeps

    demoted = _demoted(spoken, others, is_kept)
    admins = _admins(spoken, [one for one in others if is_kept(one)], demoted)
    said = spoken + [one for one in others if is_kept(one) and _may_say(one, admins, demoted)]
    devices = _devices(_Log(said, [one for one in others if is_kept(one)], admins, revoked))
    named = {after for one in ordered for after in one.after}
    epochs = _epochs(said)
    return Membership(
        space=space,
        root=root,
        devices=devices,
        revoked=revoked,
        epochs=epochs,
        void=tuple(one for one in _epochs(ordered) if one.entry not in {counted.entry for counted in epochs}),
        owners={writer: who for who, device in devices.items() for writer in device.writers},
        adopted=frozenset(name for one in said if one.said.kind == Kind.ADOPT for name in one.said.names),
        deposits=tuple(one.said.about for one in _newest(said) if one.said.kind == Kind.DEPOSIT),
        heads=tuple(sorted(set(held) - named)),
        seq=max((one.seq for one in ordered), default=0),
        missing=frozenset(named - set(held)),
        unknown=sum(one.said.kind not in _KINDS for one in ordered),
    )


@dataclass(frozen=True)
class _Demotion:
    """Of several all that any of them says."""

    ends: frozenset[str] = frozenset()
    """The entries that made an admin and do so no more."""
    keeps: frozenset[str] = frozenset()
    """What the laptop said as an admin that still counts."""


_NONE = _Demotion()
_Demoted = Mapping[str, _Demotion]


@dataclass(frozen=True)
class _Log:
    """Entries sorted by what their signers may do."""

    said: list[Entry]
    """Of roots and of admins."""
    own: list[Entry]
    """Of any laptop; good for what it may say of itself."""
    admins: frozenset[str]
    revoked: Mapping[str, Revocation]


def _lineage(space: str, ordered: list[Entry]) -> tuple[PublicKeys | None, list[Entry], frozenset[str]]:
    """The root that holds, what roots said that counts, and the fingerprints of all roots there were.

    A root that was followed by another counts only in what its last word names: the smallest hash of several.
    """
    founded = [one for one in ordered if one.said.kind == Kind.FOUND and space_id(one.signer.signing) == space]
    if not founded:
        return None, [], frozenset()
    root, spoken, roots = founded[0].signer, [founded[0]], {founded[0].signer.fingerprint}
    while True:
        said = [one for one in ordered if one.signer.fingerprint == root.fingerprint and one.said.kind != Kind.FOUND]
        fresh = [one for one in said if one.said.kind == Kind.ROOT and _new_root(one) not in roots]
        if not fresh:
            return root, spoken + [one for one in said if one.said.kind != Kind.ROOT], frozenset(roots)
        last = fresh[0]
        spoken += [last, *(one for one in said if one.id in last.said.names and one.said.kind != Kind.ROOT)]
        root = last.said.key or root
        roots.add(root.fingerprint)


def _new_root(one: Entry) -> str:
    return one.said.key.fingerprint if one.said.key else ""


def _revoked(spoken: list[Entry], others: list[Entry]) -> dict[str, Revocation]:
    """By fingerprint; said by roots, and by whoever was ever made an admin, even if that does not count any more."""
    ever = _admins(spoken, others, {})
    found: dict[str, Revocation] = {}
    for one in [*spoken, *(one for one in others if one.signer.fingerprint in ever)]:
        if one.said.kind == Kind.REVOKE:
            fresh = Revocation(one.said.cuts, one.said.names, one.created)
            before = found.get(one.said.subject)
            found[one.said.subject] = fresh if before is None else _strictest(before, fresh)
    return found


def _strictest(one: Revocation, other: Revocation) -> Revocation:
    both = set(one.cuts) & set(other.cuts)
    cuts = {writer: _earlier(one.cuts[writer], other.cuts[writer]) for writer in both}
    return Revocation(cuts, one.keeps & other.keeps, min(one.on, other.on))


def _earlier(one: Cut, other: Cut) -> Cut:
    return min(one, other, key=lambda cut: (cut.seq, cut.segment))


def _demoted(spoken: list[Entry], others: list[Entry], is_kept: Callable[[Entry], bool]) -> dict[str, _Demotion]:
    """By fingerprint; said by roots, and by whoever was ever made an admin: so that two at once are both ordinary."""
    ever = _admins(spoken, others, {})
    found: dict[str, _Demotion] = {}
    for one in [*spoken, *(one for one in others if is_kept(one) and one.signer.fingerprint in ever)]:
        if one.said.kind == Kind.DEMOTE:
            before = found.get(one.said.subject, _NONE)
            found[one.said.subject] = _Demotion(before.ends | one.said.ends, before.keeps | one.said.names)
    return found


def _admins(spoken: list[Entry], others: list[Entry], demoted: _Demoted) -> frozenset[str]:
    """Those whom a root, or somebody in this very set, made admins by an entry that no demotion ended."""

    def made(entries: list[Entry], may: Callable[[Entry], bool]) -> set[str]:
        making = (one for one in entries if _makes_admin(one) and may(one))
        return {one.said.about_whom for one in making if one.id not in demoted.get(one.said.about_whom, _NONE).ends}

    found = frozenset(made(spoken, lambda one: True))
    while True:
        more = found | made(others, partial(_may_say, admins=found, demoted=demoted))
        if more == found:
            return found
        found = more


def _makes_admin(one: Entry) -> bool:
    return one.said.kind == Kind.PROMOTE or (one.said.kind == Kind.ADD and one.said.is_admin)


def _may_say(one: Entry, admins: Container[str], demoted: _Demoted) -> bool:
    """Whether its signer is an admin, or was one and whoever demoted it knew this entry."""
    who = one.signer.fingerprint
    return who in admins or one.id in demoted.get(who, _NONE).keeps


def _devices(log: _Log) -> dict[str, Device]:
    added: dict[str, list[Entry]] = {}
    for one in log.said:
        if one.said.kind == Kind.ADD:
            added.setdefault(one.said.about_whom, []).append(one)
    writers = _writers(log, added)
    names = _names(log)
    return {
        who: Device(
            keys=min(entries, key=lambda one: one.id).said.device or entries[0].signer,
            writers=tuple(sorted(writer for writer, owner in writers.items() if owner == who)),
            is_admin=who in log.admins,
            added=min(one.created for one in entries),
            number=min(one.seq for one in entries),
            about=names.get(who, b""),
            revoked=log.revoked.get(who),
        )
        for who, entries in added.items()
    }


def _writers(log: _Log, added: Mapping[str, list[Entry]]) -> dict[str, str]:
    """Writer to its laptop: an admission beats what a laptop says of itself; of equals the smallest hash."""
    claims = [(0, one.id, one.said.writer, who) for who, entries in added.items() for one in entries]
    claims += [
        (1, one.id, one.said.writer, one.signer.fingerprint)
        for one in log.own
        if one.said.kind == Kind.WRITER and one.signer.fingerprint in added
    ]
    found: dict[str, str] = {}
    for _rank, _id, writer, who in sorted(claims):
        found.setdefault(writer, who)
    return found


def _names(log: _Log) -> dict[str, bytes]:
    """The last name of each laptop: given by an admin, or by itself."""
    said = [one for one in log.said if one.said.kind == Kind.NAME]
    said += [one for one in log.own if one.said.kind == Kind.NAME and one.said.subject == one.signer.fingerprint]
    return {one.said.subject: one.said.about for one in reversed(_newest(said))}


def _newest(said: Iterable[Entry]) -> list[Entry]:
    return sorted(said, key=lambda one: (one.seq, one.id), reverse=True)


def _epochs(said: list[Entry]) -> tuple[Epoch, ...]:
    """The current one first. A grant counts in whatever entry of an admin or a root it stands."""
    grants: dict[str, dict[str, set[bytes]]] = {}
    for one in said:
        for key, some in one.said.grants.items():
            for who, sealed in some.items():
                grants.setdefault(key, {}).setdefault(who, set()).add(sealed)
    found = [
        Epoch(one.said.number, one.id, one.said.key, _sorted(grants.get(one.said.key.fingerprint, {})))
        for one in said
        if one.said.kind == Kind.ROTATE and one.said.key is not None
    ]
    return tuple(sorted(found, key=lambda one: (-one.number, one.entry)))


def _sorted(grants: Mapping[str, set[bytes]]) -> dict[str, tuple[bytes, ...]]:
    return {who: tuple(sorted(some)) for who, some in sorted(grants.items())}
