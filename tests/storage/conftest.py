"""A new, empty store of each kind."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage import database
from app.storage.database import Database


@pytest.fixture(params=["file", "server"])
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    if request.param == "server":
        made: Database = request.getfixturevalue("postgresql").store()
    else:
        made = database.create(tmp_path / "w.groundwork", secrets.token_bytes(32))
    yield made
    made.close()
