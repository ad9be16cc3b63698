"""Every verb on a line that fails in every way: a plain error in time, or done; never half a file under its name."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest

from app.progress import silent
from app.sync.stores.failures import (
    StoreError,
    StoreFullError,
    StoreNoRightError,
    StoreNotThereError,
    StoreRefusesError,
    StoreTooSlowError,
    StoreUnreachableError,
)
from app.sync.stores.opening import opened
from app.sync.stores.store import Patience, Store
from tests.stores.conftest import Line
from tests.stores.faulty import SECRET
from tests.stores.servers import CALM, QUICK

DATA = bytes(range(251)) * 1200
STEADY = Patience(answer_seconds=5.0, tries=2, pause_seconds=0.01)
HURRIED = replace(QUICK, tries=1)
"""For what stands still and is waited for to the end of patience."""
_REQUESTS, _SPARE_SECONDS = 9, 3.0
"""What a verb asks at most, and what a busy machine may take on top."""
KEPT, FRESH, MOVED, GONE = "kept/a.gwb", "fresh/b.gwb", "moved/c.gwb", "kept/gone.gwb"
_HTTP = ("apache", "wsgidav", "s3")
_LINE = ("apache", "wsgidav", "s3", "sftp")


@dataclass(frozen=True)
class Fault:
    """How the line fails, and what a person is told then; None is any of the six."""

    said: str
    told: type[StoreError] | None = None
    passes: bool = False
    """Whether every verb must succeed all the same."""


FAULTS = (
    Fault("refuse", StoreUnreachableError),
    Fault("stall", StoreTooSlowError),
    Fault("stall-up 3000"),
    Fault("cut-up 100"),
    Fault("cut-up 60000"),
    Fault("cut-down 0", StoreUnreachableError),
    Fault("cut-down 60000"),
    Fault("garbage"),
    Fault("delay", passes=True),
    Fault("once refuse", passes=True),
    Fault("once cut-down 0", passes=True),
)
ANSWERS = (
    Fault("status 401", StoreNoRightError),
    Fault("status 403", StoreNoRightError),
    Fault("status 423", StoreRefusesError),
    Fault("status 429", StoreTooSlowError),
    Fault("status 500", StoreRefusesError),
    Fault("status 503", StoreTooSlowError),
    Fault("status 507", StoreFullError),
    Fault("page", StoreRefusesError),
)
NO_PROOF = frozenset({("page", "get"), ("page", "list s3"), ("page", "stat s3"), ("page", "delete s3")})
"""Where a web page that says 200 is taken for the answer: content is known by its hash, by whoever asked for it."""
CASES = [(name, one) for name in _LINE for one in FAULTS] + [(name, one) for name in _HTTP for one in ANSWERS]
VERBS: dict[str, Callable[[Store], object]] = {
    "put": lambda store: store.put(FRESH, DATA),
    "get": lambda store: store.get(KEPT, len(DATA), silent),
    "list": lambda store: {one.name for one in store.list("kept")},
    "stat": lambda store: store.stat(KEPT).size,
    "delete": lambda store: store.delete(GONE),
    "rename": lambda store: store.rename(MOVED, f"{MOVED}.pdf"),
    "probe": lambda store: store.probe().lists,
}
RIGHT = {"get": DATA, "list": {KEPT, GONE}, "stat": len(DATA), "probe": True}


@pytest.fixture
def prepared(line: Callable[[str], Line], request: pytest.FixtureRequest) -> Iterator[Line]:
    made = line(request.param)
    with opened(made.server.access, CALM) as store:
        store.delete(FRESH)
        store.delete(f"{MOVED}.pdf")
        for name in (KEPT, MOVED, GONE):
            store.put(name, DATA)
    yield made
    made.fail("pass")


@pytest.mark.parametrize(("prepared", "fault"), CASES, indirect=["prepared"], ids=lambda one: getattr(one, "said", one))
def test_every_verb_fails_plainly_and_in_time_or_succeeds(prepared: Line, fault: Fault) -> None:
    wrong = []
    for verb, does in VERBS.items():
        prepared.fail(fault.said)
        began, patience = time.monotonic(), _patience(fault)
        with opened(prepared.access, patience) as store:
            told = _told(verb, does, store)
        if time.monotonic() - began > _longest(patience):
            wrong.append(f"{verb}: took too long")
        if isinstance(told, StoreError):
            wrong += [f"{verb}: {one}" for one in _complaints(told, fault)]
        elif {(fault.said, verb), (fault.said, f"{verb} {prepared.server.name}")} & NO_PROOF:
            continue
        elif told is not None:
            wrong.append(f"{verb}: {told}")
        elif fault.told and not fault.passes:
            wrong.append(f"{verb}: succeeded where nothing can")
    assert not wrong
    _nothing_half(prepared)


def _patience(fault: Fault) -> Patience:
    if fault.passes:
        return CALM
    return HURRIED if fault.said.startswith("stall") else STEADY


def _longest(patience: Patience) -> float:
    return _REQUESTS * patience.tries * patience.seconds(len(DATA)) + _SPARE_SECONDS


def _told(verb: str, does: Callable[[Store], object], store: Store) -> StoreError | str | None:
    try:
        answer = does(store)
    except StoreError as failure:
        return failure
    return None if answer == RIGHT.get(verb) else "a wrong answer"


def _complaints(told: StoreError, fault: Fault) -> Iterator[str]:
    if fault.passes:
        yield f"{type(told).__name__} ({told.detail}), where it has to succeed"
    if fault.told and type(told) is not fault.told:
        yield f"{type(told).__name__} ({told.detail})"
    said = f"{told.sentence()} {told.detail} {told!r} {told.__cause__!r}"
    if SECRET in said or "http" in said or "127.0.0.1" in said:
        yield "tells what the server said"


def _nothing_half(prepared: Line) -> None:
    """Seen by a line that works: each file is whole, and is put well afterwards."""
    with opened(prepared.server.access, CALM) as store:
        for name in (KEPT, FRESH, MOVED, f"{MOVED}.pdf"):
            try:
                assert store.get(name, len(DATA), silent) == DATA, name
            except StoreNotThereError:
                assert name != KEPT
        store.put(FRESH, DATA)
        assert {one.name for one in store.list("fresh")} == {FRESH}, "what was left of a try is used up by the next"


@pytest.mark.parametrize("cut", [0, 300, 5_000, 100_000, 290_000])
def test_a_server_that_shows_uploads_that_were_cut_shows_none_under_its_name(
    line: Callable[[str], Line], cut: int
) -> None:
    made = line("wsgidav")
    made.fail(f"cut-up {cut}")
    with opened(made.access, QUICK) as store, pytest.raises(StoreError):
        store.put("torn/a.gwb", DATA)
    made.fail("pass")
    with opened(made.server.access, CALM) as store:
        with pytest.raises(StoreNotThereError):
            store.stat("torn/a.gwb")
        store.put("torn/a.gwb", DATA)
        assert {one.name for one in store.list("torn")} == {"torn/a.gwb"}
        store.delete("torn/a.gwb")


@pytest.mark.parametrize("name", _LINE)
def test_everything_else_goes_on_while_a_place_does_not_answer(line: Callable[[str], Line], name: str) -> None:
    made, ended, beats = line(name), threading.Event(), dict.fromkeys(("list", "get", "put", "stat"), 0)
    made.fail("stall")
    now = ""

    def beat() -> None:
        while not ended.wait(0.01):
            if now:
                beats[now] += 1

    other = threading.Thread(target=beat)
    other.start()
    try:
        for now in beats:
            with opened(made.access, HURRIED) as store, pytest.raises(StoreError):
                VERBS[now](store)
    finally:
        ended.set()
        other.join()
        made.fail("pass")
    assert min(beats.values()) > 3, beats
