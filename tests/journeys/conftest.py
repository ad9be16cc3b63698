"""Every command of these tests is run by the same person, in English."""

from __future__ import annotations

import pytest

from tests.cli.made import PASSPHRASE


@pytest.fixture(autouse=True)
def _person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROUNDWORK_PASSPHRASE", PASSPHRASE)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")
