"""A document drawn as one web page that needs nothing else: no script, no network, no other file."""

from app.reports.web.draw import draw

__all__ = ["draw"]
