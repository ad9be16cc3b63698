"""The own list: names of staff and partners, known by salted hashes only, and public names that are nobody's."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.folding import fold
from app.privacy.scanning.spans import Kind, Span

if TYPE_CHECKING:
    from app.privacy.scanning.sight import Sight

_WORD = re.compile(r"[^\W_]+")
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]")
_MOST_WORDS, _MOST_CHARACTERS = 5, 5
_DIGEST_BYTES = 10


@dataclass(frozen=True)
class Known:
    """Hashes of names of people, which are pointed at, and of public names, which are not."""

    salt: bytes = b""
    people: frozenset[str] = field(default_factory=frozenset)
    public: frozenset[str] = field(default_factory=frozenset)

    def people_in(self, sight: Sight) -> Iterator[Span]:
        """Every name of the list of people, in whatever case and marks it is written."""
        return self._found(sight, self.people)

    def public_in(self, sight: Sight) -> Iterator[Span]:
        """Every public name of the list."""
        return self._found(sight, self.public)

    def _found(self, sight: Sight, wanted: frozenset[str]) -> Iterator[Span]:
        if not wanted:
            return
        words = list(_pieces(sight.text))
        for at in range(len(words)):
            for count in range(min(_MOST_WORDS, len(words) - at), 0, -1):
                start, end = words[at][0], words[at + count - 1][1]
                if hashed((word for _start, _end, word in words[at : at + count]), self.salt) in wanted:
                    yield sight.span(start, end, Kind.NAME)
                    break


NOBODY = Known()


def hash_of(name: str, salt: bytes) -> str:
    """The hash under which a name is kept: of its folded words, so that case, accents and spaces do not matter."""
    return hashed((word for _start, _end, word in _pieces(name)), salt)


def hashed(words: Iterable[str], salt: bytes) -> str:
    """The hash of words that are folded already."""
    return hashlib.blake2b(
        " ".join(words).encode("utf-8", "replace"), key=salt[:64], digest_size=_DIGEST_BYTES
    ).hexdigest()


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Words, and Chinese characters one by one."""
    for found in _WORD.finditer(text):
        if not _IDEOGRAPHS.search(found.group()):
            yield found.start(), found.end(), fold(found.group())
            continue
        for place, letter in enumerate(found.group(), found.start()):
            yield place, place + 1, letter
