"""Bech32 text of a key, as age writes its identities (BIP 173, without the length limit).

Whether a text is a key at all is left to age itself. Needed to make the same age identity from the same seed, and to
seal to an exact size.
"""

from __future__ import annotations

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


def encode(prefix: str, data: bytes) -> str:
    """`prefix`, the separator 1, `data` five bits at a time, six letters of checksum; all lower case."""
    values = _fives(data)
    return prefix + "1" + "".join(_LETTERS[value] for value in values + _checksum(prefix, values))


def decode(text: str) -> bytes:
    """The data of a text whose check letters were verified before, as those of an age recipient are."""
    letters = text.lower().rpartition("1")[2][:-6]
    number = 0
    for letter in letters:
        number = number << 5 | _LETTERS.index(letter)
    surplus = len(letters) * 5 % 8
    return (number >> surplus).to_bytes(len(letters) * 5 // 8, "big")


def _fives(data: bytes) -> list[int]:
    bits = len(data) * 8
    missing = -bits % 5
    number = int.from_bytes(data, "big") << missing
    return [number >> shift & 31 for shift in range(bits + missing - 5, -1, -5)]


def _checksum(prefix: str, values: list[int]) -> list[int]:
    spread = [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]
    rest = _remainder([*spread, *values, 0, 0, 0, 0, 0, 0]) ^ 1
    return [rest >> shift & 31 for shift in (25, 20, 15, 10, 5, 0)]


def _remainder(values: list[int]) -> int:
    rest = 1
    for value in values:
        top = rest >> 25
        rest = (rest & 0x1FFFFFF) << 5 ^ value
        for bit, factor in enumerate(_GENERATOR):
            rest ^= factor if top >> bit & 1 else 0
    return rest
