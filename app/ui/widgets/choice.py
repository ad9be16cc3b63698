"""What a field offers to choose from; defined in `app.ui.choice`, so that others than fields may offer it too."""

from __future__ import annotations

from app.ui.choice import Choice, matching

__all__ = ["Choice", "matching"]
