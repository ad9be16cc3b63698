"""The pages of a workspace file as they lie on the disk, decrypted by hand: also those that no table shows any more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE, _RESERVED, _VECTOR, _SALT = 4096, 80, 16, 16
_JOURNAL_HEAD, _FRAME_HEAD = 32, 24


def pages(path: Path, key: bytes) -> Iterator[bytes]:
    """Every page of the file and of its journal, in the clear; the journal's also where they were written over."""
    data = path.read_bytes()
    for start in range(0, len(data), _PAGE):
        yield _plain(data[start : start + _PAGE], key, skipped=_SALT if start == 0 else 0)
    journal = path.with_name(f"{path.name}-wal")
    data = journal.read_bytes() if journal.exists() else b""
    for start in range(_JOURNAL_HEAD, len(data), _FRAME_HEAD + _PAGE):
        number = int.from_bytes(data[start : start + 4], "big")
        page = data[start + _FRAME_HEAD : start + _FRAME_HEAD + _PAGE]
        yield _plain(page, key, skipped=_SALT if number == 1 else 0)


def holds(path: Path, key: bytes, word: str) -> bool:
    """Whether a word lies anywhere in the file or its journal."""
    return any(word.encode() in page for page in pages(path, key))


def _plain(page: bytes, key: bytes, *, skipped: int) -> bytes:
    """SQLCipher 4: AES-256 in CBC, the vector in the first of 80 bytes at the end; a salt begins the file."""
    vector = page[-_RESERVED : -_RESERVED + _VECTOR]
    turned = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return turned.update(page[skipped:-_RESERVED]) + turned.finalize()
