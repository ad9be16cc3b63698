"""A document drawn as a tagged, archival PDF; the only place that knows ReportLab."""
