"""A workspace file as whoever has the key could read it: every page decrypted, also what no table holds any more."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE, _RESERVED, _IV, _SALT = 4096, 80, 16, 16


def pages(path: Path, key: bytes) -> bytes:
    """All pages of a closed workspace under a raw key (SQLCipher 4: AES-256-CBC, the IV at the end of each page)."""
    whole, found = path.read_bytes(), []
    for start in range(0, len(whole), _PAGE):
        page = whole[start : start + _PAGE]
        inside = page[_SALT if start == 0 else 0 : -_RESERVED]
        iv = page[-_RESERVED : -_RESERVED + _IV]
        decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
        found.append(decryptor.update(inside) + decryptor.finalize())
    return b"".join(found)
