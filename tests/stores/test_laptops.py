"""Laptops meet in every kind of place, on real servers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from app.services.opening import stores
from app.services.opening.open_workspace import Workspace
from app.services.opening.stores import NewPlace, Place
from app.services.syncing import exchanging
from app.sync.stores.failures import StoreError
from app.sync.stores.opening import Access
from tests.laptops import alike, laptops
from tests.making import log_activity
from tests.stores.conftest import NETWORK, Line


def place_at(workspace: Workspace, access: Access) -> Place:
    new = NewPlace("server", access.address.text, access.secret, access.region, access.host_key, allow_plain=True)
    return stores.add(workspace, new, untried=True)


@pytest.mark.parametrize("name", NETWORK)
def test_two_laptops_meet_on_a_server_over_a_line_that_breaks(
    name: str, line: Callable[[str], Line], tmp_path: Path
) -> None:
    one, other = laptops(tmp_path)
    between = line(name)
    places = {laptop.path: place_at(laptop, between.access) for laptop in (one, other)}
    log_activity(one)
    log_activity(other, title="Evening course")
    for laptop, fault in ((one, "once cut-up 2500"), (other, "pass"), (one, "once cut-down 1500")):
        between.fail(fault)
        with suppress(StoreError):
            exchanging.sync_now(laptop, places[laptop.path])
    between.fail("pass")
    for laptop in (one, other, one):
        exchanging.sync_now(laptop, places[laptop.path])
    assert alike(one, other)
    again = exchanging.sync_now(other, places[other.path])
    assert (again.received, again.sent.segments, again.sent.size) == (0, 0, 0)
