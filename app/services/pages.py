"""Pages: a document drawn as PDF, with the data it was drawn from inside where it carries some."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from app.domain.terms import When
from app.progress import Progress, silent
from app.reports.document import Document


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
    paper: str = "",
    progress: Progress = silent,
) -> Pages:
    """The document as PDF, on its own paper or on another, such as Letter.

    It is dated by the month it is about, so the same content gives the same bytes.
    """
    from app.reports.pdf import draw

    pages = io.BytesIO()
    progress(0, 2)
    whole = replace(document(), page=paper) if paper else document()
    progress(1, 2)
    warnings = draw(whole, pages, bundle=bundle, when=datetime(month.year, month.month, 1, tzinfo=UTC))
    progress(2, 2)
    return Pages(pages.getvalue(), tuple(str(one) for one in warnings))
