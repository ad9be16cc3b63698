"""What tests of documents share: the one process of veraPDF."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.documents.judging.vera import Vera


@pytest.fixture(scope="session")
def vera() -> Iterator[Vera]:
    """veraPDF, started when the first test asks for it."""
    with Vera() as judge:
        yield judge
