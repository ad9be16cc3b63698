"""A place that a welcome told of: its password is asked for where Sync stands, tried, and then it syncs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.opening import stores
from app.services.opening.stores import NewPlace
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.syncing import exchanging
from app.storage.records import Query
from tests.laptops import laptops, place_of
from tests.making import log_activity
from tests.stores import servers
from tests.ui.accessible import focused, unnamed
from tests.ui.coordinating import finished, press, read


@pytest.fixture
def told(tmp_path: Path) -> Iterator[tuple[Workspace, Workspace]]:
    """A laptop that filled a server, and one that was told of the server without its password."""
    one, other = laptops(tmp_path)
    (tmp_path / "served").mkdir()
    with servers.wsgidav(tmp_path / "served") as server:
        address = server.access.address.text
        full = stores.add(one, NewPlace("cloud", address, server.access.secret, allow_plain=True), untried=True)
        log_activity(one)
        exchanging.sync_now(one, full)
        stores.take_over(other, NewPlace("cloud", address))
        yield one, other
    one.close()
    other.close()


def test_a_password_that_no_welcome_carries_is_asked_for_once_and_then_everything_comes(
    told: tuple[Workspace, Workspace], framed, qtbot, tmp_path: Path
) -> None:
    _one, other = told
    frame, page, session = framed(other)
    part = page.sync.secret
    assert part.isVisible() and "meet in “cloud”" in read(part) and not unnamed(page)
    frame.go("overview")
    frame.sync_now()
    assert "“cloud” needs its password" in frame.banners.banner.accessibleName().replace("\u2068", "").replace(
        "\u2069", ""
    )
    assert frame.pages.current_name == "syncing"
    qtbot.waitUntil(lambda: focused() == "Password of the place")
    press(page.sync, "Sync now")
    assert "type the password" in part.secret.problem()
    part.secret.set_value("guessed")
    part.secret.entered.emit()
    assert not part.isEnabled(), "it is not tried twice at once"
    finished(session, qtbot)
    qtbot.waitUntil(part.isEnabled)
    assert "password" in part.secret.problem() and stores.find(other, "cloud").lacks_secret
    assert focused() == "Password of the place"
    part.secret.set_value("word")
    page.sync.now.click()
    qtbot.waitUntil(lambda: recording.count(other, Query("activity")) == 1)
    finished(session, qtbot)
    qtbot.waitUntil(lambda: not part.isVisible())
    assert not part.secret.text() and not stores.find(other, "cloud").lacks_secret
    assert frame.banners.banner.accessibleName().startswith("Synced.")
    stick = place_of(other, tmp_path / "stick")
    stores.take_over(other, NewPlace("second", "webdavs://us@cloud.example/dav"))
    page.reload()
    assert not part.isVisible(), "only the place that was chosen is asked about"
    page.sync.where.set_value("second")
    page.sync.where.edited.emit()
    assert part.isVisible() and "“second”" in read(part)
    page.sync.where.set_value(stick.name)
    page.sync.where.edited.emit()
    assert not part.isVisible()
