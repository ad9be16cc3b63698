"""The printed help: one topic, some, or all of it; nobody's data is in it."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.terms import When
from app.manual.topic import Topic
from app.progress import Progress, silent
from app.services.pages import Pages, drawn

_MADE = When(2026, 1)
"""The same help gives the same bytes, so it is dated by no day."""


def draw(topics: Sequence[Topic], language: str, *, page: str = "A4", progress: Progress = silent) -> Pages:
    """These topics as a PDF, on paper of this size."""
    from app.reports import handbook

    return drawn(lambda: handbook.document(topics, language, page=page), month=_MADE, progress=progress)
