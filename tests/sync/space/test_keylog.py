"""Who belongs is a function of the set of entries (law 10), against a model in the plainest words; and named cases."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.sync.space.entry import Entry, Kind, Said, space_id
from app.sync.space.keylog import membership
from app.sync.space.membership import Cut, Membership, Standing
from app.vault.identity import OrganisationKeys

ROOT, NEXT_ROOT = (OrganisationKeys.from_seed(f"the root number {n}".encode()).public for n in range(2))
LAPTOPS = tuple(OrganisationKeys.from_seed(f"laptop number {n} here".encode()).public for n in range(4))
EPOCHS = tuple(OrganisationKeys.from_seed(f"epoch number {n} here".encode()).public for n in range(3))
SPACE = space_id(ROOT.signing)
WRITERS = {one.fingerprint: f"{number:016x}" for number, one in enumerate(LAPTOPS)}
A, B, C, D = LAPTOPS


def said_by(signer: object, said: Said, *, seq: int = 1, space: str = SPACE) -> Entry:
    """An entry as if it had been read; what it says decides its id."""
    words = (
        signer,
        said.kind,
        said.about_whom,
        said.is_admin,
        list(said.cuts.items()),
        sorted(said.names),
        sorted(said.ends),
    )
    told = repr((*words, said.number, said.key, said.writer, seq))
    return Entry(hashlib.sha256(told.encode()).hexdigest(), space, seq, (), signer, "2026-10-31", said)  # type: ignore[arg-type]


def add(signer: object, laptop: object, *, is_admin: bool = True) -> Entry:
    writer = WRITERS[laptop.fingerprint]  # type: ignore[attr-defined]
    return said_by(signer, Said(Kind.ADD, device=laptop, writer=writer, is_admin=is_admin))  # type: ignore[arg-type]


def revoke(signer: object, laptop: object, *keeps: Entry, upto: int = 0) -> Entry:
    fingerprint = laptop.fingerprint  # type: ignore[attr-defined]
    cuts = {WRITERS[fingerprint]: Cut(upto, segment_of(laptop, upto))} if upto else {}
    return said_by(signer, Said(Kind.REVOKE, subject=fingerprint, cuts=cuts, names=frozenset(k.id for k in keeps)))


def segment_of(laptop: object, seq: int) -> str:
    return hashlib.sha256(f"{laptop}{seq}".encode()).hexdigest()


def standing(log: Membership, laptop: object, seq: int = 1) -> Standing:
    fingerprint, signing = laptop.fingerprint, laptop.signing  # type: ignore[attr-defined]
    return log.standing(signing, writer=WRITERS[fingerprint], seq=seq, segment=segment_of(laptop, seq))


FOUND = said_by(ROOT, Said(Kind.FOUND))
BEGUN = (FOUND, add(ROOT, A))


def present(entries: Sequence[Entry]) -> set[object]:
    return {one.keys for one in membership(SPACE, entries).present}


@st.composite
def logs(draw: st.DrawFn) -> list[Entry]:
    """Any log of four laptops: admitted twice, revoked by each other and by strangers, before and after."""
    made = [FOUND] if draw(st.integers(0, 9)) else []
    signers = st.sampled_from((ROOT, *LAPTOPS))
    for number in range(draw(st.integers(1, 9))):
        signer, laptop = draw(signers), draw(st.sampled_from(LAPTOPS))
        kept = draw(st.lists(st.sampled_from(made), max_size=3)) if made else []
        kind = draw(
            st.sampled_from((Kind.ADD, Kind.ADD, Kind.ADD, Kind.REVOKE, Kind.REVOKE, *Kind, "from a newer one"))
        )
        if kind == Kind.ADD:
            one = add(signer, laptop, is_admin=draw(st.booleans()))
        elif kind == Kind.REVOKE:
            one = revoke(signer, laptop, *kept, upto=draw(st.integers(0, 3)))
        else:
            one = said_by(signer, _said(str(kind), laptop.fingerprint, kept, draw(st.integers(0, 2))), seq=number)
        made.append(one)
    return made


def _said(kind: str, subject: str, kept: Sequence[Entry], number: int) -> Said:
    key = NEXT_ROOT if kind == Kind.ROOT else EPOCHS[number]
    names = frozenset(one.id for one in kept) | {segment_of(LAPTOPS[number], 3)}
    ends = frozenset(one.id for one in kept)
    about = {"names": names, "ends": ends, "number": number, "key": key, "about": b"name"}
    return Said(kind, subject=subject, writer=f"{number:016x}", **about)  # type: ignore[arg-type]


def model(entries: Sequence[Entry]) -> dict[str, bool]:
    """Fingerprint of each laptop that belongs to whether it is an admin, without any change of the root."""
    is_founded = any(e.said.kind == Kind.FOUND and e.signer == ROOT for e in entries)
    spoken = [e for e in entries if e.signer == ROOT] if is_founded else []
    void = {name for e in spoken if e.said.kind == Kind.SETTLE for name in e.said.names}
    rest = [e for e in entries if e.signer != ROOT and e.id not in void] if spoken else []

    ended: set[tuple[str, str]] = set()
    vouched: set[tuple[str, str]] = set()

    def may(e: Entry, found: set[str]) -> bool:
        who = e.signer.fingerprint
        return e.signer == ROOT or who in found or (who, e.id) in vouched

    def admins(counting: Sequence[Entry]) -> set[str]:
        found: set[str] = set()
        for _again in range(10):
            for e in counting:
                makes = e.said.kind == Kind.PROMOTE or (e.said.kind == Kind.ADD and e.said.is_admin)
                if makes and may(e, found) and (e.said.about_whom, e.id) not in ended:
                    found.add(e.said.about_whom)
        return found

    ever = admins([*spoken, *rest])
    gone: dict[str, list[Entry]] = {}
    for e in [*spoken, *rest]:
        if e.said.kind == Kind.REVOKE and (e.signer == ROOT or e.signer.fingerprint in ever):
            gone.setdefault(e.said.subject, []).append(e)
    rest = [e for e in rest if all(e.id in r.said.names for r in gone.get(e.signer.fingerprint, []))]
    for e in [*spoken, *rest]:
        if e.said.kind == Kind.DEMOTE and may(e, ever):
            ended |= {(e.said.subject, name) for name in e.said.ends}
            vouched |= {(e.said.subject, name) for name in e.said.names}
    now = admins([*spoken, *rest])
    added = {e.said.about_whom for e in [*spoken, *rest] if e.said.kind == Kind.ADD and may(e, now)}
    return {one: one in now for one in added if one not in gone}


@given(logs(), st.randoms(use_true_random=False))
def test_order_and_repetition_never_matter(entries: list[Entry], chance: random.Random) -> None:
    shuffled = [*entries, *chance.choices(entries, k=3)]
    chance.shuffle(shuffled)
    strange = said_by(ROOT, Said(Kind.ADD, device=D, writer="f" * 16), space="another")
    assert membership(SPACE, [strange, *shuffled]) == membership(SPACE, entries)


@given(logs())
def test_who_belongs_is_what_the_model_says(entries: list[Entry]) -> None:
    without = [one for one in entries if one.said.kind != Kind.ROOT]
    assert {one.fingerprint: one.is_admin for one in membership(SPACE, without).present} == model(without)


@given(logs(), logs())
def test_a_revocation_is_taken_back_by_nobody_but_the_root(entries: list[Entry], more: list[Entry]) -> None:
    later = [*entries, *(one for one in more if one.signer != ROOT)]
    before, after = membership(SPACE, entries), membership(SPACE, later)
    assert set(before.revoked) <= set(after.revoked)
    for laptop in LAPTOPS:
        for seq in range(1, 4):
            if standing(before, laptop, seq) is Standing.REVOKED:
                adopted = segment_of(laptop, seq) in after.adopted
                assert adopted or standing(after, laptop, seq) is not Standing.ACCEPTED


@given(logs(), logs())
def test_a_revoked_laptop_gains_nothing_by_what_it_signs_later(entries: list[Entry], more: list[Entry]) -> None:
    before = membership(SPACE, entries)
    later = [one for one in more if one.signer.fingerprint in before.revoked and one.id not in {e.id for e in entries}]
    later = [one for one in later if not any(one.id in gone.keeps for gone in before.revoked.values())]
    after = membership(SPACE, [*entries, *later])
    assert {one.fingerprint for one in after.present} <= {one.fingerprint for one in before.present}
    assert after.epochs == before.epochs and after.root == before.root and after.adopted <= before.adopted


def test_an_admission_counts_only_with_the_founding_and_an_admin() -> None:
    assert present([add(ROOT, A)]) == set()
    assert membership(SPACE, [add(ROOT, A)]).epoch is None
    assert present([*BEGUN, add(B, C)]) == {A}, "nobody admitted B"
    assert present([*BEGUN, add(B, C), add(A, B, is_admin=False)]) == {A, B}, "B is no admin"
    assert present([*BEGUN, add(B, C), add(A, B)]) == {A, B, C}
    promoted = said_by(A, Said(Kind.PROMOTE, subject=B.fingerprint))
    assert present([*BEGUN, add(B, C), add(A, B, is_admin=False), promoted]) == {A, B, C}


def test_revocation_beats_addition_and_keeps_what_it_names() -> None:
    first, second = add(B, C), add(B, D)
    log = [*BEGUN, add(A, B), first, second, revoke(A, B, first, upto=2)]
    assert present(log) == {A, C}
    assert present([*log, add(A, B)]) == {A, C}, "the same laptop never comes back with the same keys"
    found = membership(SPACE, log)
    assert [standing(found, B, seq) for seq in (1, 2, 3)] == [Standing.ACCEPTED, Standing.ACCEPTED, Standing.REVOKED]
    other = found.standing(B.signing, writer=WRITERS[B.fingerprint], seq=2, segment="0" * 64)
    assert other is Standing.REVOKED, "another segment of the same number"
    adopted = said_by(A, Said(Kind.ADOPT, names=frozenset({segment_of(B, 3)})))
    assert standing(membership(SPACE, [*log, adopted]), B, 3) is Standing.ACCEPTED
    assert standing(membership(SPACE, log), D) is Standing.UNKNOWN


def test_of_two_revocations_the_strictest_holds() -> None:
    log = [*BEGUN, add(A, B), add(A, C), revoke(A, B, upto=3), revoke(C, B, upto=1)]
    assert [standing(membership(SPACE, log), B, seq) for seq in (1, 2)] == [Standing.ACCEPTED, Standing.REVOKED]
    late = add(B, D)
    assert present([*BEGUN, add(A, B), add(A, C), late, revoke(A, B, late)]) == {A, C, D}
    assert present([*BEGUN, add(A, B), add(A, C), late, revoke(A, B, late), revoke(C, B)]) == {A, C}


def test_two_admins_who_revoke_each_other_are_out_until_the_root_speaks() -> None:
    mine, theirs = revoke(A, B), revoke(B, A)
    log = [*BEGUN, add(A, B), mine, theirs]
    assert present(log) == set()
    assert membership(SPACE, log).is_deadlocked
    settled = [*log, said_by(ROOT, Said(Kind.SETTLE, names=frozenset({theirs.id})))]
    assert present(settled) == {A}
    by_laptop = [*log, said_by(A, Said(Kind.SETTLE, names=frozenset({theirs.id})))]
    assert present(by_laptop) == set()


def test_one_epoch_is_current_and_a_revoked_holder_makes_it_stale() -> None:
    def rotate(signer: object, number: int, key: int) -> Entry:
        grants = {EPOCHS[key].fingerprint: {B.fingerprint: b"sealed"}}
        return said_by(signer, Said(Kind.ROTATE, number=number, key=EPOCHS[key], grants=grants))

    same = [rotate(A, 2, 1), rotate(B, 2, 2)]
    log = [*BEGUN, add(A, B), rotate(ROOT, 1, 0), *same]
    found = membership(SPACE, log)
    assert found.epoch is not None and found.epoch.entry == min(one.id for one in same)
    assert len(found.epochs) == 3 and not found.is_stale
    gone = membership(SPACE, [*log, revoke(A, B)])
    assert [one.number for one in gone.epochs] == [2, 1], "what the revoked one began is no epoch"
    assert gone.is_stale


def test_a_writer_belongs_to_one_laptop() -> None:
    def claim(laptop: object, writer: str) -> Entry:
        return said_by(laptop, Said(Kind.WRITER, writer=writer))

    fresh = "e" * 16
    log = [*BEGUN, add(A, B, is_admin=False), claim(B, WRITERS[A.fingerprint]), claim(B, fresh), claim(C, "d" * 16)]
    owners = membership(SPACE, log).owners
    assert owners == {
        WRITERS[A.fingerprint]: A.fingerprint,
        WRITERS[B.fingerprint]: B.fingerprint,
        fresh: B.fingerprint,
    }


def test_a_new_root_is_named_by_the_old_one_which_then_says_nothing_more() -> None:
    kept, lost = add(ROOT, B), add(ROOT, C)
    change = said_by(ROOT, Said(Kind.ROOT, key=NEXT_ROOT, names=frozenset({BEGUN[1].id, kept.id})))
    log = [*BEGUN, kept, lost, change]
    assert present(log) == {A, B}
    assert membership(SPACE, log).root == NEXT_ROOT
    assert present([*log, add(NEXT_ROOT, D)]) == {A, B, D}
    assert membership(SPACE, [*BEGUN, said_by(A, change.said)]).root == ROOT, "no laptop changes the root"


def test_kinds_of_a_newer_program_change_nothing_and_are_counted() -> None:
    log = [*BEGUN, said_by(A, Said("from a newer one"))]
    assert membership(SPACE, log).unknown == 1
    assert present(log) == present(BEGUN)


def test_an_admin_becomes_an_ordinary_laptop_and_an_admin_again_and_what_it_said_meanwhile_counts_not() -> None:
    made, third = add(A, B), add(B, C, is_admin=False)
    log = [*BEGUN, made, third]
    ended = said_by(A, Said(Kind.DEMOTE, subject=B.fingerprint, ends=frozenset({made.id}), names=frozenset({third.id})))
    unseen = add(B, D)
    now = membership(SPACE, [*log, ended, unseen])
    assert {one.keys: one.is_admin for one in now.present} == {A: True, B: False, C: False}
    assert not now.may_admit(B.fingerprint) and standing(now, B) is Standing.ACCEPTED
    again = said_by(A, Said(Kind.PROMOTE, subject=B.fingerprint), seq=9)
    assert membership(SPACE, [*log, ended, again]).may_admit(B.fingerprint)
    back = said_by(
        B, Said(Kind.DEMOTE, subject=A.fingerprint, ends=frozenset({BEGUN[1].id}), names=frozenset({made.id}))
    )
    both = membership(SPACE, [*log, ended, back])
    assert both.is_deadlocked and {one.keys for one in both.present} == {A, B, C}, "the words settle it"
    settled = said_by(ROOT, Said(Kind.SETTLE, names=frozenset({back.id})))
    assert membership(SPACE, [*log, ended, back, settled]).may_admit(A.fingerprint)
