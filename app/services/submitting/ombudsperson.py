"""Somebody outside whom an organisation may tell what its coordinator is not to read: name and sealing key.

The key counts only after its digits were compared by telephone; nothing is sealed for a key that came by itself.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.folding import only_digits
from app.i18n import N_
from app.services.opening.founding import SHORTEST_PASSPHRASE, PassphraseTooShortError
from app.services.opening.workspace import Origin, Workspace
from app.storage import values
from app.vault import sealing_key
from app.vault.cost import Cost
from app.vault.sealing_key import OpeningKey, SealingKey

_NAME = "ombudsperson"


class NameMissingError(GroundworkError):
    """Nobody is named."""

    message = N_("Please write whom this key belongs to: an office, not a person.")


class DigitsDifferError(GroundworkError):
    """What was read over the telephone is not the key that came."""

    message = N_("These digits are not those of this key. Do not use it; call the office again.")


@dataclass(frozen=True)
class Ombudsperson:
    """Who can open the second envelope."""

    name: str
    key: str
    """One line, `age1…`."""

    @property
    def digits(self) -> str:
        """Six groups of five digits, to compare by telephone."""
        return SealingKey(self.key).digits

    @property
    def sealing(self) -> SealingKey:
        """The key to seal for."""
        return SealingKey(self.key)


def make_key(
    path: Path, passphrase: str, *, origin: Origin, cost: Cost | None = None, replace: bool = False
) -> Ombudsperson:
    """A new key in a file that the passphrase opens, for an office that receives; what comes back has no name.

    Raises PassphraseTooShortError, FileExistsRefusedError and what the disk says.
    """
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise PassphraseTooShortError(count=SHORTEST_PASSPHRASE)
    key = OpeningKey.generate(origin.random)
    sealing_key.keep(path, key, passphrase, cost=cost, replace=replace)
    return Ombudsperson("", key.public.recipient)


def digits_of(key: str) -> str:
    """The digits of a key that came as text. Raises SealingKeyUnreadableError."""
    return SealingKey(key.strip()).digits


def kept(workspace: Workspace) -> Ombudsperson | None:
    """Whom this organisation may tell something, None before that."""
    with workspace.reading() as session:
        found = values.get(session, _NAME)
    return Ombudsperson(**found) if found else None


def keep(workspace: Workspace, name: str, key: str, *, digits: str) -> Ombudsperson:
    """Keep the key of which the office read these digits; what was chosen for another key is chosen no more.

    Raises NotAllowedError, NameMissingError, SealingKeyUnreadableError and DigitsDifferError.
    """
    workspace.may(Verb.ORGANISATION)
    if not name.strip():
        raise NameMissingError
    found = Ombudsperson(name.strip(), key.strip())
    if only_digits(digits) != only_digits(found.digits):
        raise DigitsDifferError
    with workspace.writing() as session:
        values.put(session, _NAME, asdict(found))
    return found


def forget(workspace: Workspace) -> None:
    """Enclose nothing for anybody from now on. Raises NotAllowedError."""
    workspace.may(Verb.ORGANISATION)
    with workspace.writing() as session:
        values.put(session, _NAME, None)
