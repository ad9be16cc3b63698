"""A document drawn as a Word file that people go on working with; the only place that knows python-docx."""

from app.reports.word.draw import draw

__all__ = ["draw"]
