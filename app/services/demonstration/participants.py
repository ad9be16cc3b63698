"""Who takes part in a demonstration: an organisation, and what it writes into its workspace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.services.opening.workspace import Organisation, Workspace


@dataclass(frozen=True)
class Participant:
    """One organisation of a demonstration."""

    organisation: Organisation
    language: str
    """Of its workspace and its document."""
    write: Callable[[Workspace], int]
    """Fills its workspace; how many records that were."""
