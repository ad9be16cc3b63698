"""What every test gets: no display, a home of its own, English, and no warning, Qt message or thread left unseen.

Unraisable exceptions and warnings fail through `filterwarnings`, Qt messages through `qt_log_level_fail`,
both in `pyproject.toml`.
"""

from __future__ import annotations

import gc
import logging
import os
import threading
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from argon2.low_level import hash_secret_raw

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app import i18n
from app.vault import cost

if TYPE_CHECKING:
    from tests.postgresql import Server

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")
"""A busy machine must not fail a property."""

gc.disable()
"""Until all tests are collected: what is read then, syntax trees among it, is looked through again and again else."""

_PATIENCE = 2.0
"""Seconds that a thread which is about to end may still take."""


_derived_once = lru_cache(maxsize=4096)(hash_secret_raw)


def pytest_collection_finish() -> None:
    """From here on the collector leaves alone what lives as long as the run: modules, and the tests themselves."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(5000, 10, 10)
    gc.enable()


class _Heard(logging.Handler):
    """Keeps the warnings and errors that were logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A real server, started when the first test of this process asks for it."""
    from tests.postgresql import running

    with running() as made:
        yield made


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and caches of this person stay untouched."""
    monkeypatch.setenv("GROUNDWORK_HOME", str(tmp_path / "groundwork-home"))


@pytest.fixture(autouse=True)
def _keys_derived_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Equal passphrase, salt and cost give an equal key: what this process derived once is not derived again."""
    monkeypatch.setattr(cost, "hash_secret_raw", _derived_once)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """A test that speaks another language does not make the next one speak it."""
    yield
    if i18n.language() != i18n.ENGLISH:
        i18n.activate(i18n.ENGLISH)


@pytest.fixture(autouse=True)
def _no_unseen_log_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test, unless `logs_warning` tells of it; then it has to come."""
    heard = _Heard()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    expected = [marker.args[0] for marker in request.node.iter_markers("logs_warning")]
    unexpected = [line for line in heard.messages if not any(text in line for text in expected)]
    absent = [text for text in expected if not any(text in line for line in heard.messages)]
    assert not unexpected, f"warnings in the log: {unexpected}"
    assert not absent, f"never logged: {absent}"


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """A thread that outlives its test fails it. Qt's pool threads are not Python's and end with the pool."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in set(threading.enumerate()) - before if not _is_of_a_pool(thread)]
    for thread in left:
        thread.join(_PATIENCE)
    assert not [thread.name for thread in left if thread.is_alive()]


def _is_of_a_pool(thread: threading.Thread) -> bool:
    return isinstance(thread, threading._DummyThread)  # noqa: SLF001 - Python has no public name for it
