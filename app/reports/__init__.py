"""Documents: a content tree built once and drawn as PDF, Word, HTML or a workbook."""
