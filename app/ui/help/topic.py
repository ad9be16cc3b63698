"""A topic of the help."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Topic:
    """One short text; `page` is the page it belongs to, "" for none."""

    code: str
    title: str
    paragraphs: tuple[str, ...]
    page: str = ""
