"""Where the sample files lie; the one place where a test may be skipped: they are not part of this repository."""

from __future__ import annotations

from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "shared" / "samples"


def sample(name: str) -> Path:
    """A sample file by its path below the samples; where they are not installed, the test is skipped and says so."""
    path = SAMPLES / name
    if not path.exists():
        pytest.skip(f"the sample files are not here: ../shared/samples/{name}")
    return path
