"""How long a document is, as whoever receives it counts: in words, titles and labels included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from app.reports.document import Block, Document, Facts, Heading, Notice, Paragraph

_LETTER_BY_LETTER = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
"""Han and kana, which are written without spaces: word processors count each as one word."""


def words(text: str) -> int:
    """The words of a text, as word processors count them; what has neither letter nor digit is none."""
    apart = _LETTER_BY_LETTER.sub(" ", text).split()
    return len(_LETTER_BY_LETTER.findall(text)) + sum(any(map(str.isalnum, one)) for one in apart)


def words_of(document: Document) -> int:
    """The words of a document that is made of headings, paragraphs, facts and notices."""
    texts = (document.title, document.subtitle, *_texts(document.blocks))
    return sum(map(words, texts))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, (Heading, Paragraph)):
            yield block.text
        elif isinstance(block, Facts):
            yield from (text for fact in block.facts for text in (fact.label, fact.value))
        elif isinstance(block, Notice):
            yield from (block.title, block.text)
        else:
            raise TypeError(type(block).__name__)
