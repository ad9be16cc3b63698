"""What a card of this page is given: the session, a word that something is done, and ways to other pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.roles import Verb
from app.services.opening.workspace import Workspace
from app.ui.process.session import Session
from app.ui.widgets.card import Card
from app.ui.widgets.text import Label


@dataclass(frozen=True)
class Around:
    """What a card can reach."""

    session: Session
    tell: Callable[[str], None]
    """Show a toast."""
    go: Callable[[str, object], None]
    """Go to another page, and to what on it."""
    sync: Callable[[str], None]
    """Exchange with the place of this name."""

    @property
    def workspace(self) -> Workspace:
        """The workspace that is open."""
        found: Workspace = self.session.workspace
        return found

    @property
    def manages(self) -> bool:
        """Whether whoever is working manages the team."""
        return self.workspace.allows(Verb.TEAM)


class Part(Card):
    """One card of the page, with a line for what went wrong."""

    def __init__(self, around: Around, title: str = "", more: str = "") -> None:
        super().__init__(title, more)
        self._around = around
        self.problem = Label("", "problem", wraps=True)
        self.problem.hide()

    def reload(self) -> None:
        """Show what the workspace holds now; what is being typed stays."""

    def say(self, problem: str) -> None:
        """Say what went wrong; "" takes it away."""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
