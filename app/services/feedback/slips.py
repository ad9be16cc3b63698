"""Check-back slips: a code that only its holder knows finds the answer, and says nothing about the holder.

The code is shown once and not kept: the message holds a slow salted hash of it, in a field that never leaves.
A lost code cannot be shown again; a new one can be given while the message is open.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, replace
from functools import lru_cache

from app import paths
from app.domain.records import Feedback
from app.errors import GroundworkError
from app.folding import fold
from app.i18n import N_
from app.progress import Progress, silent
from app.reports import loop_kit
from app.services.feedback import dating
from app.services.opening.workspace import Workspace
from app.services.pages import Pages, drawn
from app.services.records import recording
from app.storage import records, values
from app.storage.session import Session
from app.vault.cost import Cost, derive

BITS = 50
"""What guessing a code takes at least, in doublings."""
DIGITS, DIGITS_TOGETHER = 16, 4
FEWEST_WORDS = 1024
WORDS_IN_CODE = 5
SALT = "slip_salt"
"""The value without which no code is found: the same on every laptop of an organisation."""
_SALT_BYTES, _PARTS = 16, 6
_NAME = "argon2id"


class SlipUnknownError(GroundworkError):
    """No message belongs to this code."""

    message = N_("No message belongs to these words. Please check every word and its place.")


@dataclass(frozen=True)
class Answer:
    """What the holder of a slip may learn: nothing but what became of the message."""

    record: str
    status: str
    answer: str
    not_done: str
    open: bool


def give(workspace: Workspace, feedback: str, language: str) -> str:
    """A code for this message, in words of the language or in digits; an earlier code ends. Shown once, never kept.

    Raises RecordMissingError.
    """
    code = _code(workspace, language)
    with workspace.writing() as session:
        message = recording.draft_in(session, Feedback, feedback)
        kept = _kept(code, salt(workspace, session), cost())
        recording.write(workspace, session, replace(message, record=replace(message.record, slip=kept)))
    return code


def salt(workspace: Workspace, session: Session) -> bytes:
    """What all codes of the organisation are derived with, made when it is first needed."""
    kept = values.get(session, SALT)
    if kept is None:
        kept = workspace.random(_SALT_BYTES).hex()
        values.put(session, SALT, kept)
    return bytes.fromhex(kept)


def check(workspace: Workspace, code: str) -> Answer:
    """What became of the message that this code was given for. Raises SlipUnknownError."""
    with workspace.reading() as session:
        given = [one for one in records.every(session, Feedback) if one.slip]
    derived: dict[str, str] = {}
    for message in given:
        made_with, _dollar, _hash = message.slip.rpartition("$")
        if made_with not in derived:
            derived[made_with] = _again(code, made_with)
        if hmac.compare_digest(derived[made_with], message.slip):
            return Answer(message.id, message.status, message.answer, message.not_done, message.open_loop)
    raise SlipUnknownError


def printed(workspace: Workspace, code: str, language: str, progress: Progress = silent) -> Pages:
    """The slip on a small page."""
    month = dating.this_month(workspace)
    return drawn(lambda: loop_kit.slip(workspace.organisation.name, code, language), month=month, progress=progress)


def cost() -> Cost:
    """What one guess costs: twice the least that is accepted anywhere, so that a slip is checked within a second."""
    return replace(Cost.floor(), passes=2)


@lru_cache(maxsize=8)
def words(language: str) -> tuple[str, ...]:
    """The words that codes of this language are made of; empty where digits are used."""
    path = paths.resources() / "words" / f"{language}.txt"
    found = tuple(dict.fromkeys(path.read_text(encoding="utf-8").split())) if path.is_file() else ()
    return found if len(found) >= FEWEST_WORDS else ()


def _code(workspace: Workspace, language: str) -> str:
    offered = words(language)
    if offered:
        return " ".join(offered[_below(workspace, len(offered))] for _word in range(WORDS_IN_CODE))
    digits = "".join(str(_below(workspace, 10)) for _digit in range(DIGITS))
    return " ".join(digits[start : start + DIGITS_TOGETHER] for start in range(0, DIGITS, DIGITS_TOGETHER))


def _below(workspace: Workspace, limit: int) -> int:
    """A number nobody can guess; of 64 bits, so that none of a few thousand is likelier in any way that counts."""
    return int.from_bytes(workspace.random(8), "big") % limit


def _kept(code: str, salt: bytes, how: Cost) -> str:
    made_with = f"{_NAME}${how.memory_kib}${how.passes}${how.lanes}${salt.hex()}"
    return f"{made_with}${derive(_typed(code), salt, how).hex()}"


def _again(code: str, made_with: str) -> str:
    """The code hashed as another one was; "" for a hash that this program did not make."""
    parts = made_with.split("$")
    if len(parts) != _PARTS - 1 or parts[0] != _NAME or not all(part.isdecimal() for part in parts[1:4]):
        return ""
    how = Cost(*(int(part) for part in parts[1:4]))
    try:
        salt = bytes.fromhex(parts[4])
    except ValueError:
        return ""
    return _kept(code, salt, how) if how.is_sane else ""


def _typed(code: str) -> bytes:
    """Capitals, accents, spaces and the script of digits make no difference."""
    return "".join(letter for letter in fold(code) if letter.isalnum()).encode()
