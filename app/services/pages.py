"""Pages: a document drawn as PDF, with the data it was drawn from inside where it carries some, or in other forms."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from app.domain.terms import When
from app.progress import Progress, silent
from app.reports.document import Document


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
class Pages:
    """A finished document, and what could not be drawn in it as it was written."""

    data: bytes
    warnings: tuple[str, ...]


def drawn(
    document: Callable[[], Document],
    *,
    month: When,
    bundle: bytes | None = None,
    form: Form = Form.PDF,
    progress: Progress = silent,
) -> Pages:
    """The document in a form. It is dated by the month it is about, so the same content gives the same bytes."""
    progress(0, 2)
    whole = document()
    progress(1, 2)
    found = _drawn(whole, form, bundle, datetime(month.year, month.month, 1, tzinfo=UTC))
    progress(2, 2)
    return found


def _drawn(whole: Document, form: Form, bundle: bytes | None, when: datetime) -> Pages:
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
