"""The explainer of the Compact: one page in any language, for which no workspace is needed."""

from __future__ import annotations

from app.compact import Pack
from app.domain.terms import When
from app.progress import Progress, silent
from app.services.pages import Copy, Form, Pages, drawn, fitting

_SCALES = tuple(fortieths / 40 for fortieths in range(44, 21, -1))
"""Sizes of letters, tried from the largest on; languages differ in length."""


def draw(pack: Pack, language: str, *, page: str = "A4", form: Form = Form.PDF, progress: Progress = silent) -> Pages:
    """The page, in the largest letters with which it is one page."""
    from app.reports.sheets import explainer

    found = fitting(lambda scale: explainer.document(pack, language, page=page, scale=scale), _SCALES)
    return drawn(
        lambda: found, month=When.parse(pack.instrument.adopted).only_month, copy=Copy(form), progress=progress
    )
