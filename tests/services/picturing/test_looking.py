"""What is kept of a picture that nobody looked at for long goes, and comes back the same when somebody asks."""

from __future__ import annotations

from pathlib import Path

from app.domain.periods import earlier
from app.domain.shared import Audience
from app.services.picturing import looking, national
from app.storage import projections
from tests.making import make_workspace
from tests.services.picturing.test_outlining import QUARTER, do


def test_only_the_pictures_that_were_looked_at_last_are_kept_and_the_others_come_back_the_same(tmp_path: Path) -> None:
    hub = make_workspace(tmp_path, "Ministry", coordinator=True)
    do(hub, tmp_path, ("receive", 0))
    do(hub, tmp_path, ("accept all",))

    def kept() -> set[str]:
        with hub.reading() as session:
            return {one.removesuffix(" entries") for one in projections.readers(session) if one.endswith(" entries")}

    name = f"{QUARTER.iso} coordinator"
    first = national.picture(hub, QUARTER)
    assert kept() == {name}
    others = [f"20{number:02}-01..20{number:02}-03 peers" for number in range(2 * looking.MOST)]
    for at, other in enumerate(others):
        looking.look(hub, other)
        if at == looking.MOST - 2:
            national.picture(hub, QUARTER)
        if at == 2 * looking.MOST - 3:
            assert kept() == {name}, "somebody looked at it meanwhile"
    assert kept() == set(), "more others were looked at since"
    with hub.reading() as session:
        assert not any(one.startswith(name) for one in projections.readers(session)), "nor are its figures"
        assert {"files", "said"} <= projections.readers(session), "what files say is kept for all readers"

    assert national.picture(hub, QUARTER) == first
    assert kept() == {name}
    for audience in (Audience.PUBLIC, Audience.PEERS):
        national.picture(hub, QUARTER, audience)
        assert national.picture(hub, earlier(QUARTER), audience).counted == ()
        national.picture(hub, QUARTER)
    assert kept() == {f"{QUARTER.iso} {one.value}" for one in (Audience.COORDINATOR, Audience.PUBLIC, Audience.PEERS)}
    hub.close()
