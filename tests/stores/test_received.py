"""Received files are kept in every kind of place, on real servers, over a line that breaks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from app.services.coordinating import lying, outside, receiving, triage
from app.services.coordinating.shelf import Shelf
from app.services.submitting import submissions
from app.sync.stores.failures import StoreError
from tests.making import log_activity, make_call, make_workspace
from tests.stores.conftest import NETWORK, Line
from tests.stores.test_laptops import place_at


@pytest.mark.parametrize("name", NETWORK)
def test_received_files_lie_on_a_server_and_none_is_let_go_before_it_was_read_back(
    name: str, line: Callable[[str], Line], tmp_path: Path
) -> None:
    hub, own = make_workspace(tmp_path, "Hub", coordinator=True, seed=3), make_workspace(tmp_path)
    log_activity(own)
    made = submissions.make(own, make_call(hub, own), seal=True, accept_findings=True)
    (tmp_path / "in.gwb").write_bytes(made.bundle)
    receiving.receive(hub, [tmp_path / "in.gwb"])
    between = line(name)
    place = place_at(hub, between.access)
    for fault in ("once cut-up 900", "once cut-down 700", "pass"):
        between.fail(fault)
        with suppress(StoreError):
            outside.keep_in(hub, place.name)
        between.fail("pass")
        with Shelf(hub) as shelf:
            assert shelf.bundle(made.id) == made.bundle
    assert lying.look(hub).outside == 1
    assert outside.check(hub) == ()
    assert triage.opened(hub, made.id).organisation.id == own.organisation.id
    assert outside.bring_back(hub) == () and lying.look(hub).inside == 1
    own.close()
    hub.close()
