"""What a page is given: everything it may need, and nothing of the window around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from app.settings import Settings

if TYPE_CHECKING:
    from app.services.opening.workspace import Workspace
    from app.ui.process.tasks import TaskRunner


@dataclass(frozen=True)
class Session:
    """One sitting at one open workspace.

    A new one is made when the workspace, the language or a setting changes, and every page is built
    again with it; so a page may keep its session, and never needs to watch it.
    """

    workspace: Workspace | None
    tasks: TaskRunner
    settings: Settings = field(default_factory=Settings)
    pack: Any = None
    """The reference pack of `app.compact` in force, which names also what older ones on this computer had."""
