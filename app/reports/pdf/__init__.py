"""A document drawn as a tagged, archival PDF; the only place that knows ReportLab."""

from app.reports.pdf.draw import MissingCharacters, draw, page_count

__all__ = ["MissingCharacters", "draw", "page_count"]
