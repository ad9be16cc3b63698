"""The library: practices that other organisations gave, each with its source; no record of our own, and never sent on.

Of one practice of one signer the newest version is shown, and what its signer took back is shown no more, in whatever
order the packs came. A pack is taken because a person says so: the digits of an unknown key are compared first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from app.domain.roles import Verb
from app.domain.shared import PublicOrganisation, SharedPractice, Withdrawal, tellings
from app.domain.wording import Wording
from app.errors import GroundworkError
from app.folding import index_words, words
from app.i18n import N_, language
from app.ordering import by_name
from app.privacy.withdrawal import honoured
from app.services.coordinating import voices
from app.services.opening.reference_packs import PackDigitsDifferError, PackUnconfirmedError, same_digits
from app.services.opening.workspace import Workspace
from app.services.peers import practice_packs
from app.services.peers.practice_packs import PracticePack
from app.services.submitting import calls
from app.vault.identity import fingerprint


class OwnPracticesError(GroundworkError):
    """What we gave is among our own records."""

    message = N_("Your own organisation made this file. Your practices are among your records already.")


class PracticeMissingError(GroundworkError):
    """No practice of others that answers to these letters."""

    message = N_("There is no practice of others that begins with “{id}”. The list shows all of them.")


class PracticeNotClearError(GroundworkError):
    """More than one practice answers to these letters."""

    message = N_("More than one practice of others begins with “{id}”. Write more of it.")


class State(StrEnum):
    """What a practice in a pack is beside the library."""

    NEW = "new"
    NEWER = "newer"
    SAME = "same"
    OLDER = "older"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True)
class Shelved:
    """A practice of others as it is shown, and where it comes from."""

    practice: SharedPractice
    organisation: PublicOrganisation
    digits: str
    """Of the key that signed it."""
    made_on: str
    """The month of the pack that it is read from."""
    versions: int
    """How many different versions of it are kept."""

    @property
    def id(self) -> str:
        """Its name in the library: two signers never share one."""
        return f"{self.practice.id}-{self.digits[:5]}"


@dataclass(frozen=True)
class Offered:
    """A pack in a file, checked: who signed it, and what it brings."""

    organisation: PublicOrganisation
    made_on: str
    digits: str
    is_known: bool
    """Whether a person of this workspace took something from this key before, or trusts it."""
    is_held: bool
    """Whether this very pack is here already."""
    practices: tuple[tuple[SharedPractice, State], ...]
    taken_back: int
    """How many practices in the library it takes back, wholly or in part."""


def look(workspace: Workspace, data: bytes) -> Offered:
    """What a file brings, without taking it. Raises OwnPracticesError, and what is wrong with the file."""
    pack = practice_packs.opened(data)
    if pack.signing in workspace.keys.ours:
        raise OwnPracticesError
    theirs = [one for one in practice_packs.taken(workspace) if one.signing == pack.signing]
    before = {one.practice.id: one for one in _shelved(theirs)}
    after = {
        one.practice.id: one
        for one in _shelved(practice_packs.in_order({one.id: one for one in (*theirs, pack)}.values()))
    }
    told = tuple((one, _state(one, before, after)) for one in pack.practices)
    targets = {notice.target for notice in pack.told.of(Withdrawal)}
    back = [id for id, one in before.items() if id in targets and after.get(id) != one]
    is_held = any(one.id == pack.id for one in theirs)
    is_known = bool(theirs) or _is_known(workspace, pack.signing)
    digits = fingerprint(pack.signing)
    return Offered(pack.told.organisation, pack.told.made_on, digits, is_known, is_held, told, len(back))


def take(workspace: Workspace, data: bytes, digits: str = "") -> Offered:
    """Keep a pack in the library; the same one again changes nothing.

    `digits` are those that were compared, however they are spaced; without them the key must be known here.
    Raises PackDigitsDifferError, PackUnconfirmedError, NotAllowedError, and what `look` raises.
    """
    workspace.may(Verb.WRITE)
    offered = look(workspace, data)
    if digits and not same_digits(digits, offered.digits):
        raise PackDigitsDifferError
    if not digits and not offered.is_known:
        raise PackUnconfirmedError(digits=offered.digits)
    practice_packs.keep(workspace, practice_packs.opened(data), data)
    return offered


def listed(workspace: Workspace, typed: str = "", objective: int = 0) -> tuple[Shelved, ...]:
    """Every practice of others that has a word beginning like each word typed, by organisation and title."""
    wanted = words(typed)
    packs = practice_packs.taken(workspace)
    found = [one for _signing, theirs in groupby(packs, key=lambda one: one.signing) for one in _shelved(theirs)]
    wording = Wording.of(workspace.language, workspace.pack)
    chosen = (
        one
        for one in found
        if (not objective or objective in (*one.practice.objectives, *one.practice.objectives_secondary))
        and (not wanted or _has(one, wanted, wording))
    )
    by_title = by_name(sorted(chosen, key=lambda one: one.id), lambda one: one.practice.title, language())
    return tuple(by_name(by_title, lambda one: one.organisation.name, language()))


def find(workspace: Workspace, beginning: str) -> Shelved:
    """The practice of others whose id begins so. Raises PracticeMissingError, PracticeNotClearError."""
    found = [one for one in listed(workspace) if beginning and one.id.startswith(beginning)]
    if not found:
        raise PracticeMissingError(id=beginning)
    if len(found) > 1:
        raise PracticeNotClearError(id=beginning)
    return found[0]


def _shelved(theirs: Iterable[PracticePack]) -> Iterator[Shelved]:
    """What one signer tells now, of their packs in order."""
    packs = tuple(theirs)
    notices = tuple(dict.fromkeys(notice for pack in packs for notice in pack.told.of(Withdrawal)))
    versions: dict[str, dict[SharedPractice, None]] = {}
    newest: dict[str, tuple[SharedPractice, PracticePack]] = {}
    for pack in packs:
        for one in pack.practices:
            versions.setdefault(one.id, {})[one] = None
        for one in honoured(pack.told, notices).of(SharedPractice):
            newest[one.id] = one, pack
    for id, (one, pack) in newest.items():
        digits = fingerprint(pack.signing)
        yield Shelved(one, pack.told.organisation, digits, pack.told.made_on, len(versions[id]))


def _state(one: SharedPractice, before: dict[str, Shelved], after: dict[str, Shelved]) -> State:
    if one.id not in after:
        return State.TAKEN_BACK
    if one.id not in before:
        return State.NEW
    if before[one.id].practice == after[one.id].practice:
        return State.SAME if before[one.id].practice == one else State.OLDER
    return State.NEWER


def _is_known(workspace: Workspace, signing: bytes) -> bool:
    """Whether it made a call that was taken here, or is trusted in the inbox."""
    with workspace.reading() as session:
        known = voices.voices(session).values()
    asked = any(one.signing == signing for one in calls.every(workspace))
    return asked or any(voice.knows(signing.hex()) for voice in known)


def _has(one: Shelved, wanted: tuple[str, ...], wording: Wording) -> bool:
    texts = [
        one.organisation.name,
        *(wording.told(each, getattr(one.practice, each.name)) for each in tellings(SharedPractice)),
    ]
    known = {word for text in texts for word in index_words(text)}
    return all(any(word.startswith(start) for word in known) for start in wanted)
