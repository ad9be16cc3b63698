"""The key of somebody outside, such as an ombudsperson, who opens what an organisation seals for them alone.

Its public half is one line, an age recipient; its private half lies in a file that a passphrase opens, in the
form of docs/formats/workspace-keys.md with one slot of kind `envelope`. docs/formats/second-envelope.md.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pyrage
from cryptography.exceptions import InvalidTag

from app.errors import GroundworkError
from app.i18n import N_
from app.vault import slot_file
from app.vault.cost import Cost, calibrate
from app.vault.identity import OrganisationKeys, fingerprint
from app.vault.slot_file import KeysDamagedError, KeysMissingError
from app.vault.wrapping import Derivation, Passphrase, unwrap, wrap

_KIND = "envelope"


class SealingKeyUnreadableError(GroundworkError):
    """It is no age recipient."""

    message = N_("This is not a sealing key. It begins with “age1” and has 62 letters and digits. Please ask again.")


class KeyFileUnreadableError(GroundworkError):
    """The file with the private half is missing, damaged, or another file."""

    message = N_("“{name}” is not a key file that can be read. Please use another copy of it.")


class KeyFileClosedError(GroundworkError):
    """The passphrase does not open the key file."""

    message = N_("This passphrase does not open the key file. Please check capital letters and the keyboard language.")


@dataclass(frozen=True)
class SealingKey:
    """What may be given to anybody who is to seal something for its owner. Raises SealingKeyUnreadableError."""

    recipient: str
    """age X25519 recipient, `age1…`."""

    def __post_init__(self) -> None:
        try:
            pyrage.x25519.Recipient.from_str(self.recipient)
        except pyrage.RecipientError as failure:
            raise SealingKeyUnreadableError from failure

    @property
    def digits(self) -> str:
        """Six groups of five digits of the very text that things are sealed for, to compare by telephone."""
        return fingerprint(self.recipient.encode("ascii"))


@dataclass(frozen=True)
class OpeningKey:
    """The private half: opens what was sealed for it."""

    identity: str = field(repr=False)
    """age X25519 identity, `AGE-SECRET-KEY-1…`."""

    @classmethod
    def generate(cls, random: Callable[[int], bytes] = secrets.token_bytes) -> OpeningKey:
        """A new key from `random(count)`; only tests and demonstrations pass their own."""
        return cls(OrganisationKeys.generate(random).identity)

    @property
    def public(self) -> SealingKey:
        """What may be given to anybody."""
        return SealingKey(str(pyrage.x25519.Identity.from_str(self.identity).to_public()))


def keep(path: Path, key: OpeningKey, passphrase: str, *, cost: Cost | None = None, replace: bool = False) -> None:
    """Write the key file and its second copy (`.bak`); proven to open before this returns.

    Without `cost` this machine is measured first. Raises FileExistsRefusedError.
    """
    public = key.public.recipient
    how = Derivation.fresh(cost or calibrate())
    slot = wrap(key.identity.encode(), Passphrase(passphrase), how, _KIND, public)
    slot_file.write(path, ({**slot, "recipient": public},), replace=replace)
    if unlock(path, passphrase) != key:
        raise KeyFileUnreadableError(name=path.name, detail="written key gives another key")


def unlock(path: Path, passphrase: str) -> OpeningKey:
    """The key that the file holds. Raises KeyFileUnreadableError or KeyFileClosedError."""
    try:
        slot = next(one for one in slot_file.read(path) if one.get("kind") == _KIND)
        found = OpeningKey(unwrap(slot, Passphrase(passphrase), _KIND, str(slot["recipient"])).plain.decode())
        _ = found.public
    except InvalidTag as failure:
        raise KeyFileClosedError from failure
    except (KeysMissingError, KeysDamagedError, StopIteration, KeyError, TypeError, ValueError) as failure:
        raise KeyFileUnreadableError(name=path.name, detail=type(failure).__name__) from failure
    except pyrage.IdentityError as failure:
        raise KeyFileUnreadableError(name=path.name, detail="not an age X25519 identity") from failure
    return found
