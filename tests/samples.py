"""Where the sample files lie; the one place where a test may be skipped: they are not part of this repository."""

from __future__ import annotations

from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[2] / "shared" / "samples"


def sample(name: str) -> Path:
    """A sample file by its path below the samples. Where there are none the test is skipped, and the run says why.

    Where there are samples, one that is missing fails: else a renamed file would take its tests away unseen.
    """
    if not SAMPLES.is_dir():
        pytest.skip("the sample files are not here: ../shared/samples")
    path = SAMPLES / name
    assert path.exists(), f"there are samples, but not ../shared/samples/{name}"
    return path
