"""Recovering: 24 words, or any two of three cards, that open a workspace whose passphrase is forgotten.

They open it as whoever made them, with that person's private area; those of others stay closed. They are kept
nowhere: what was not written down or printed is gone. New ones make the old ones void.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from app.domain.roles import Verb
from app.domain.terms import When
from app.errors import GroundworkError
from app.i18n import N_
from app.i18n import language as active_language
from app.reports import recovery as paper
from app.services.keeping.team import NoPassphraseUsedError
from app.services.opening import people, unlocking
from app.services.opening.founding import SHORTEST_PASSPHRASE, PassphraseTooShortError
from app.services.opening.origin import Origin
from app.services.opening.people import ProfileGoneError
from app.services.opening.workspace import Workspace, WorkspaceMissingError, open_existing
from app.services.pages import Pages, drawn
from app.storage import key_entries, values
from app.vault import phrases, recovery, recovery_slot, slots
from app.vault.cost import Cost
from app.vault.phrases import Phrase
from app.vault.recovery import CARD_WORDS as CARD_WORDS
from app.vault.recovery import WORDS as WORDS
from app.vault.recovery import WordsError as WordsError
from app.vault.recovery import is_same as is_same_word
from app.vault.recovery import pieces as pieces
from app.vault.recovery_slot import RecoveryWrongError
from app.vault.slots import PassphraseTakenError as PassphraseTakenError
from app.vault.space_root import root_of

__all__ = [
    "CARD_WORDS",
    "WORDS",
    "FileLostError",
    "Fresh",
    "PassphraseTakenError",
    "Standing",
    "WordsError",
    "WordsSharedError",
    "card_page",
    "check_words",
    "fresh",
    "is_same_word",
    "keep",
    "of_seed",
    "pieces",
    "put",
    "rehearse",
    "reopen",
    "standing",
    "suggest",
    "words_page",
]


class FileLostError(GroundworkError):
    """The keys are there and the words are right, but there is nothing to open with them."""

    message = N_(
        "The words are right and the keys are here, but {name} itself is gone, and what was written with it. "
        "Bring back a backup of it: these words open every one that was made after them."
    )


class WordsSharedError(GroundworkError):
    """Words of one laptop alone would bring back nothing of the others."""

    message = N_(
        "The laptops of this organisation have recovery words in common, so this one cannot have words of its own."
        " Change the words of all laptops instead."
    )


REHEARSE_AFTER_DAYS = 365
_NAME = "recovery"


@dataclass(frozen=True)
class Fresh:
    """Words and cards of one seed that open nothing yet."""

    seed: bytes = field(repr=False)
    words: tuple[str, ...] = field(repr=False)
    cards: tuple[str, ...] = field(repr=False)
    language: str = "en"


@dataclass(frozen=True)
class Standing:
    """What there is, and when it was last proven to work."""

    exists: bool
    made_on: date | None = None
    tried_on: date | None = None

    def is_old(self, today: date) -> bool:
        """Whether nobody made or tried the words for a year."""
        last = self.tried_on or self.made_on
        return self.exists and last is not None and (today - last).days >= REHEARSE_AFTER_DAYS


def fresh(workspace: Workspace, language: str = "") -> Fresh:
    """New words and cards; they open nothing before `keep`. Raises NotAllowedError."""
    workspace.may(Verb.TEAM)
    words_in, seed = language or active_language(), workspace.random(recovery.SEED_BYTES)
    while not recovery.is_fit(seed, words_in):
        seed = workspace.random(recovery.SEED_BYTES)
    return of_seed(seed, words_in)


def of_seed(seed: bytes, language: str) -> Fresh:
    """The words of a seed that somebody typed, with new cards."""
    return Fresh(seed, recovery.words(seed, language), recovery.cards(seed), language)


def keep(workspace: Workspace, made: Fresh) -> None:
    """Let these words and cards open the workspace; older ones are void from now on.

    Raises NotAllowedError, and WordsSharedError for others than those of the laptops that this one belongs to.
    """
    with workspace.reading() as session:
        space = values.get(session, key_entries.SPACE)
    if space and space["root"] != root_of(made.seed).fingerprint:
        raise WordsSharedError
    put(workspace, made)


def put(workspace: Workspace, made: Fresh) -> None:
    """The same, whatever the words are of: whoever calls it makes them those of the laptops as well."""
    workspace.may(Verb.TEAM)
    if workspace.opened is None:
        raise NoPassphraseUsedError
    mine = replace(workspace.opened, profile=workspace.profile.id, renewed=())
    recovery_slot.put(workspace.path, mine, made.seed, workspace.keys)
    _note(workspace, {"made": workspace.now().isoformat()})


def standing(workspace: Workspace) -> Standing:
    """Whether there are recovery words, since when, and when they were tried last."""
    if not recovery_slot.exists(workspace.path):
        return Standing(exists=False)
    with workspace.reading() as session:
        kept = values.get(session, _NAME) or {}
    return Standing(True, _day(kept.get("made")), _day(kept.get("tried")))


def rehearse(workspace: Workspace, typed: str) -> Fresh:
    """Prove that these words, or two cards, open this workspace, and keep the day; raises what is wrong with them.

    What comes back are the same words with new cards, so that cards can be made of words that are on paper.
    """
    seed = recovery.seed_of(typed)
    found = recovery_slot.open_with(workspace.path, seed)
    if workspace.opened is not None and workspace.opened.key not in found.opened.keys:
        raise RecoveryWrongError
    with workspace.reading() as session:
        kept = values.get(session, _NAME) or {}
    _note(workspace, {**kept, "tried": workspace.now().isoformat()})
    return of_seed(seed, active_language())


def check_words(typed: str) -> None:
    """Raises WordsError if these are no words or cards at all; says nothing of any workspace."""
    recovery.seed_of(typed)


def reopen(
    path: Path, typed: str, passphrase: str, *, origin: Origin | None = None, cost: Cost | None = None
) -> Workspace:
    """Open the workspace at `path` with words or cards, and let `passphrase` open it from now on.

    Whoever made the words works then, and the passphrase they had opens nothing more. The words stay good.
    Raises what is wrong with words, passphrase or file, and ProfileGoneError for words of somebody who left.
    """
    if not path.exists() and not slots.keys_path(path).exists():
        raise WorkspaceMissingError(name=path.name)
    seed = recovery.seed_of(typed)
    if not path.exists():
        recovery_slot.open_with(path, seed)  # wrong words are told first: they are what can be mended
        raise FileLostError(name=path.name)
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise PassphraseTooShortError(count=SHORTEST_PASSPHRASE)
    kept, opened = unlocking.file_of(path, recovery_slot.open_with(path, seed).opened)
    try:
        with kept.reading() as session:
            team = people.load(session)
    finally:
        kept.close()
    who = opened.profile
    if who not in {one.id for one in team.present}:
        raise ProfileGoneError
    slots.take(path, opened, passphrase, is_founder=who == team.founder, cost=cost)
    return open_existing(path, passphrase, origin=origin)


def suggest(language: str = "", origin: Origin | None = None) -> Phrase:
    """A passphrase nobody could guess, of words of the language."""
    return phrases.suggest(language or active_language(), (origin or Origin()).random)


def words_page(made: Fresh, today: date) -> Pages:
    """The 24 words on a page, to be printed."""
    document = paper.words(made.words, made.language)
    return drawn(lambda: document, month=When.of(today).only_month)


def card_page(made: Fresh, number: int, today: date) -> Pages:
    """Card 1, 2 or 3 on a page of its own, to be printed."""
    document = paper.card(made.cards[number - 1], number, made.language)
    return drawn(lambda: document, month=When.of(today).only_month)


def _note(workspace: Workspace, kept: dict[str, object]) -> None:
    with workspace.writing() as session:
        values.put(session, _NAME, kept)


def _day(kept: object) -> date | None:
    return datetime.fromisoformat(str(kept)).astimezone(UTC).date() if kept else None
