"""What a section of the settings is given, and what it gives: a card that may look again at the workspace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.domain.roles import Verb
from app.ui.process.session import Session
from app.ui.widgets.card import Card


@dataclass(frozen=True)
class Around:
    """What a section can reach: the session, one setting of this computer, and a word that something is done."""

    session: Session
    set: Callable[[str, object], None]
    """(name in Settings, value); the page may be built again by it."""
    tell: Callable[[str], None]
    """Show a toast."""
    go: Callable[[str, object], None]
    """Go to another page, and to what on it."""

    def may(self, verb: Verb) -> bool:
        """Whether a workspace is open in which whoever is working is allowed this."""
        workspace = self.session.workspace
        return workspace is not None and workspace.allows(verb)


class Section(Card):
    """One card of the settings; each change shows at once, and there is no Save button."""

    def __init__(self, title: str = "", more: str = "") -> None:
        super().__init__(title, more)
        self.settings: dict[str, QWidget] = {}
        """The controls of settings that the search finds, by their names in the table."""

    def add_setting(self, name: str, control: QWidget) -> None:
        """Add the control of a setting that is in the table."""
        self.settings[name] = control
        self.add(control)

    def reload(self) -> None:
        """Show what the workspace holds now; what is being typed stays."""

    def keep(self) -> None:
        """Keep what is being typed, before the page goes."""


Make = Callable[[Around], Section | None]
"""What a module of a section offers; None where it is not for whoever is working."""
