"""Pages: a document drawn as PDF, with the data it was drawn from inside where it carries some."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from app.domain.terms import When
from app.progress import Progress, silent
from app.reports.document import Document

T = TypeVar("T")


@dataclass(frozen=True)
class Pages:
    """A finished document, and what could not be drawn in it as it was written."""

    data: bytes
    warnings: tuple[str, ...]


def drawn(
    document: Callable[[], Document], *, month: When, bundle: bytes | None = None, progress: Progress = silent
) -> Pages:
    """The document as PDF. It is dated by the month it is about, so the same content gives the same bytes."""
    from app.reports.pdf import draw

    pages = io.BytesIO()
    progress(0, 2)
    whole = document()
    progress(1, 2)
    warnings = draw(whole, pages, bundle=bundle, when=datetime(month.year, month.month, 1, tzinfo=UTC))
    progress(2, 2)
    return Pages(pages.getvalue(), tuple(str(one) for one in warnings))


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
