"""The key of an ombudsperson: one line for others, one file that a passphrase opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.files import FileExistsRefusedError
from app.vault import sealing, sealing_key
from app.vault.cost import Cost
from app.vault.sealing_key import (
    KeyFileClosedError,
    KeyFileUnreadableError,
    OpeningKey,
    SealingKey,
    SealingKeyUnreadableError,
)

FLOOR = Cost.floor()


def test_a_key_file_opens_with_its_passphrase_alone_and_is_never_written_over(tmp_path: Path) -> None:
    key, path = OpeningKey.generate(), tmp_path / "office.key"
    sealing_key.keep(path, key, "six herons over water", cost=FLOOR)

    assert sealing_key.unlock(path, "six herons over water") == key
    assert key.identity.encode() not in path.read_bytes()
    assert key.public.recipient.encode() in path.read_bytes()
    assert "SECRET" not in repr(key)
    with pytest.raises(KeyFileClosedError):
        sealing_key.unlock(path, "six herons over sand")
    with pytest.raises(FileExistsRefusedError):
        sealing_key.keep(path, key, "another passphrase", cost=FLOOR)
    path.write_bytes(path.read_bytes()[:100])
    assert sealing_key.unlock(path, "six herons over water") == key, "the second copy"
    with pytest.raises(KeyFileUnreadableError):
        sealing_key.unlock(tmp_path / "nowhere.key", "six herons over water")


def test_what_is_sealed_for_the_line_opens_with_the_file_and_the_digits_are_those_of_the_line() -> None:
    key, other = OpeningKey.generate(), OpeningKey.generate()
    sealed = sealing.seal(b"for the office", [SealingKey(key.public.recipient)])

    assert sealing.open_sealed(sealed, key, limit=100) == b"for the office"
    assert len(key.public.digits.replace(" ", "")) == 30
    assert key.public.digits != other.public.digits
    line = key.public.recipient
    for wrong in ("", "age1", line[:-1] + ("x" if line[-1] != "x" else "y"), key.identity, "ag€1"):
        with pytest.raises(SealingKeyUnreadableError):
            SealingKey(wrong)
