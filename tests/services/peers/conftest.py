"""Two organisations that know nothing of each other, and no coordinator."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.opening.workspace import Workspace
from tests.making import make_workspace


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Workspace]:
    """An organisation that gives."""
    made = make_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def peer(tmp_path: Path) -> Iterator[Workspace]:
    """An organisation that takes."""
    made = make_workspace(tmp_path, "Harbour Women", seed=7)
    yield made
    made.close()
