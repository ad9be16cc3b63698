"""The printed help: one topic, some, or all of it; nobody's data is in it."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.terms import When
from app.manual.topic import Topic
from app.progress import Progress, silent
from app.services.pages import Pages, count, drawn, fitting

_SCALES = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65)
_MADE = When(2026, 1)
"""The same help gives the same bytes, so it is dated by no day."""


def draw(topics: Sequence[Topic], language: str, *, page: str = "A4", progress: Progress = silent) -> Pages:
    """These topics as a PDF, on paper of this size; one topic alone takes one page where it has room on one."""
    from app.reports import handbook

    found = handbook.document(topics, language, page=page)
    if len(topics) == 1:
        smaller = fitting(lambda scale: handbook.document(topics, language, page=page, scale=scale), _SCALES)
        found = smaller if count(smaller) == 1 else found
    return drawn(lambda: found, month=_MADE, progress=progress)
