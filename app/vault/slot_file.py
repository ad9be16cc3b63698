"""The keys file as it lies on the disk: JSON with a check value, and a second copy of it.

The check value tells damage from a wrong passphrase. It guards against accidents, not against people:
who can write the file can compute it, and gains nothing, because a slot opens only for its secret.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from app.errors import GroundworkError
from app.files import write_whole
from app.i18n import N_

FORMAT = "groundwork-keys"
VERSION = 1
_LARGEST_BYTES = 1 << 20
_MOST_SLOTS = 64

Slot = dict[str, object]


class KeysMissingError(GroundworkError):
    """Neither the keys file nor its second copy is beside the workspace."""

    message = N_("The file “{name}” is missing beside the workspace. Please copy it back from where the workspace was.")


class KeysDamagedError(GroundworkError):
    """The keys file and its second copy cannot be read."""

    message = N_("The keys of this workspace are damaged. Please put back the file ending in “.keys” from a backup.")


class KeysTooNewError(GroundworkError):
    """A newer Groundwork wrote the keys file."""

    message = N_(
        "The keys of this workspace were written by a newer Groundwork (format {found}; this one reads {known})."
        " Please update."
    )


def second_copy(path: Path) -> Path:
    """Where the copy lies that is read when the first is missing or damaged."""
    return path.with_name(path.name + ".bak")


def write(path: Path, slots: tuple[Slot, ...], *, replace: bool) -> None:
    """Write the file, then its copy; at every moment at least one of them is whole and right."""
    content = {"format": FORMAT, "version": VERSION, "check": _check_value(slots), "slots": slots}
    data = json.dumps(content, ensure_ascii=True, indent=1).encode() + b"\n"
    write_whole(path, data, replace=replace, private=True)
    write_whole(second_copy(path), data, replace=True, private=True)


def read(path: Path) -> tuple[Slot, ...]:
    """The slots, unknown kinds included. Raises KeysMissingError, KeysDamagedError or KeysTooNewError."""
    try:
        return _read_one(path)
    except (KeysMissingError, KeysDamagedError) as first:
        try:
            return _read_one(second_copy(path))
        except (KeysMissingError, KeysDamagedError):
            raise first from None


def _read_one(path: Path) -> tuple[Slot, ...]:
    try:
        with path.open("rb") as file:
            content = json.loads(file.read(_LARGEST_BYTES))
    except FileNotFoundError as failure:
        raise KeysMissingError(name=path.name) from failure
    except (OSError, ValueError, RecursionError) as failure:
        raise KeysDamagedError(name=path.name, detail=type(failure).__name__) from failure
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise KeysDamagedError(name=path.name, detail="not a keys file")
    if content.get("version") != VERSION:
        raise _wrong_version(path, content.get("version"))
    return _slots_in(path, content)


def _wrong_version(path: Path, found: object) -> GroundworkError:
    if isinstance(found, int) and found > VERSION:
        return KeysTooNewError(name=path.name, found=found, known=VERSION)
    return KeysDamagedError(name=path.name, detail="no version")


def _slots_in(path: Path, content: dict[str, object]) -> tuple[Slot, ...]:
    slots = content.get("slots")
    if not isinstance(slots, list) or not 0 < len(slots) <= _MOST_SLOTS:
        raise KeysDamagedError(name=path.name, detail="no slots")
    if not all(isinstance(slot, dict) for slot in slots):
        raise KeysDamagedError(name=path.name, detail="a slot is no object")
    if content.get("check") != _check_value(tuple(slots)):
        raise KeysDamagedError(name=path.name, detail="check value differs")
    return tuple(slots)


def _check_value(slots: tuple[Slot, ...]) -> str:
    """SHA-256 of the slots as JSON with sorted keys, no blanks, ASCII only."""
    return hashlib.sha256(json.dumps(slots, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
