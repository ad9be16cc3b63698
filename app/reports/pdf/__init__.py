"""A document drawn as a tagged, archival PDF; the only place that knows ReportLab."""

from app.reports.pdf.draw import MissingCharacters, draw, page_count
from app.reports.pdf.faces import without_a_face

__all__ = ["MissingCharacters", "draw", "page_count", "without_a_face"]
