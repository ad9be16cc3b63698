"""Listing: a list as it is walked, in pages that cost the same wherever they lie."""

from __future__ import annotations

from app.domain.records import KINDS
from app.services.opening.workspace import Workspace
from app.services.records import areas
from app.storage import records
from app.storage.pages import Line, Pages, Place, place_of
from app.storage.queries import Query


class Listing:
    """One list of records at one time. Remembers where its pages ended, so that the next one begins there.

    A jump far ahead is counted from the nearest page that was read. A change of the records wants a new Listing.
    """

    def __init__(self, workspace: Workspace, query: Query) -> None:
        self._workspace, self._query = workspace, query
        self._pages = Pages(query)
        self._ends: dict[int, Place] = {}

    def count(self) -> int:
        """How long the list is."""
        with self._workspace.reading() as session:
            return records.count(session, self._query)

    def lines(self, start: int, limit: int) -> list[Line]:
        """`limit` lines beginning at row `start`."""
        near = max((row for row in self._ends if row <= start), default=0)
        with self._workspace.reading() as session:
            if near:
                found = self._pages.below(session, self._ends[near], skipped=start - near, limit=limit)
            else:
                found = self._pages.from_top(session, skipped=start, limit=limit)
        if found:
            self._ends[start + len(found)] = place_of(found[-1])
        return [areas.opened(self._workspace, line) for line in found] if KINDS[self._query.kind].SEALED_FOR else found
