"""Two workspaces that most services are about: an organisation's own and a coordinator's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.opening.workspace import Workspace
from tests.making import make_workspace


@pytest.fixture
def ministry(tmp_path: Path) -> Iterator[Workspace]:
    """A coordinator."""
    made = make_workspace(tmp_path, "Ministry", coordinator=True, seed=9)
    yield made
    made.close()


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Workspace]:
    """An organisation that reports."""
    made = make_workspace(tmp_path)
    yield made
    made.close()
