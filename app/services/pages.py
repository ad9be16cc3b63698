"""Pages: a document drawn as PDF, with the data it was drawn from inside where it carries some, or in other forms."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from app.domain.terms import When
from app.progress import Progress, silent
from app.reports.document import Bilingual, Document

MOST_TONGUES = 2
AFTER, BESIDE = "+", "/"
"""What stands between two languages of one document: one after the other (fr+ar), or side by side (fr/ar)."""

T = TypeVar("T")


class Form(StrEnum):
    """What a document is drawn as. Only the PDF can carry data; the others are there to be read and worked with."""

    PDF = "pdf"
    WORD = "docx"
    WEB = "html"

    @property
    def ending(self) -> str:
        """The ending of its files, with the dot."""
        return f".{self.value}"

    @classmethod
    def of(cls, path: Path) -> Form | None:
        """The form that the ending of a file asks for, None for any other ending."""
        return next((one for one in cls if one.ending == path.suffix.lower()), None)


@dataclass(frozen=True)
class Copy:
    """One copy of a document: in which form, and on which paper; "" is its own."""

    form: Form = Form.PDF
    paper: str = ""


PDF = Copy()


@dataclass(frozen=True)
class Pages:
    """A finished document, and what could not be drawn in it as it was written."""

    data: bytes
    warnings: tuple[str, ...]
    remark: str = ""
    """A sentence for whoever made it, such as how long it is."""


def tongues(languages: str) -> tuple[str, ...]:
    """The one or two languages of a document, written as fr, fr+ar or fr/ar."""
    return tuple(languages.replace(BESIDE, AFTER).split(AFTER))


def spoken(document: Callable[[str], Document], languages: str) -> Callable[[], Document | Bilingual]:
    """The document in one language or in two."""

    def whole() -> Document | Bilingual:
        first, *others = tongues(languages)
        if not others or others[0] == first:
            return document(first)
        return Bilingual(document(first), document(others[0]), beside=BESIDE in languages)

    return whole


def drawn(
    document: Callable[[], Document | Bilingual],
    *,
    month: When,
    bundle: bytes | None = None,
    copy: Copy = PDF,
    progress: Progress = silent,
) -> Pages:
    """One copy of the document. It is dated by the month it is about, so the same content gives the same bytes."""
    progress(0, 2)
    whole = _on_paper(document(), copy.paper)
    progress(1, 2)
    found = _drawn(whole, copy.form, bundle, datetime(month.year, month.month, 1, tzinfo=UTC))
    progress(2, 2)
    return found


def _drawn(whole: Document | Bilingual, form: Form, bundle: bytes | None, when: datetime) -> Pages:
    made = io.BytesIO()
    if form is Form.PDF:
        from app.reports import pdf

        warnings = pdf.draw(whole, made, bundle=bundle, when=when)
        return Pages(made.getvalue(), tuple(str(one) for one in warnings))
    if form is Form.WORD:
        from app.reports import word

        word.draw(whole, made, when=when)
    else:
        from app.reports import web

        web.draw(whole, made, when=when)
    return Pages(made.getvalue(), ())


def undrawable(texts: Iterable[str]) -> str:
    """The characters of these texts that a PDF cannot show, each once; other forms use the letters of their reader."""
    from app.reports.pdf import without_a_face

    return without_a_face("".join(dict.fromkeys("".join(texts))))


def _on_paper(whole: Document | Bilingual, paper: str) -> Document | Bilingual:
    if not paper:
        return whole
    if isinstance(whole, Bilingual):
        return replace(whole, first=replace(whole.first, page=paper), second=replace(whole.second, page=paper))
    return replace(whole, page=paper)


def fitting(made: Callable[[T], Document], choices: Sequence[T], *, most: int = 1) -> Document:
    """The document of the first of these choices with at most so many pages; that of the last where none has.

    Each choice takes no more room than the one before, so few of them are tried.
    """
    fits = made(choices[-1])
    low, high = 0, len(choices) - 1
    while low < high:
        middle = (low + high) // 2
        tried = made(choices[middle])
        if count(tried) <= most:
            fits, high = tried, middle
        else:
            low = middle + 1
    return fits


def count(document: Document) -> int:
    """How many pages a document takes."""
    from app.reports.pdf import page_count

    return page_count(document)
