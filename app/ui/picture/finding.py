"""Finding from what a figure is made, behind the window where very many entries have to be gone through."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.domain.shared import Picture, Told
from app.progress import Progress
from app.services.coordinating import sources
from app.services.coordinating.sources import Behind
from app.services.opening.workspace import Workspace

Show = Callable[[Behind], None]


@dataclass(frozen=True)
class Found:
    """What is behind a figure of a picture, and who wanted to show it."""

    picture: Picture
    show: Show
    behind: Behind


def find(workspace: Workspace, picture: Picture, told: Iterable[Told], show: Show, progress: Progress) -> Found:
    """Where the first of these entries came in."""
    return Found(picture, show, sources.first_behind(workspace, picture, told, progress))
