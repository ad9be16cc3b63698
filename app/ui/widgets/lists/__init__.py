"""Lists of many rows, read page by page."""
