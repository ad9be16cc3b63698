"""Workbooks (XLSX): the picture and the activities as real tables, in the reader's language and direction."""

from app.reports.workbook.sheets import activities, national

__all__ = ["activities", "national"]
