"""Received files go to a place sealed, count from there, and come back byte for byte; a place that lies loses none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.roles import ROLES
from app.progress import Cancelled
from app.services import integrity
from app.services.coordinating import lying, outside, proving, receipts, receiving, triage
from app.services.coordinating.lying import Lying, There
from app.services.coordinating.shelf import OutsideAwayError, OutsideLostError, Shelf
from app.services.coordinating.sources import Figure, from_what
from app.services.keeping import backup
from app.services.opening import stores
from app.services.opening.people import NotAllowedError
from app.services.opening.stores import NewPlace, PlaceNeededError
from app.services.opening.workspace import Workspace
from app.services.picturing import forwarding, national
from app.services.submitting import submissions
from app.storage import exchange
from tests.making import PERIOD, hear_feedback, log_activity, make_call, make_workspace


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Workspace]:
    """A coordinator with two accepted submissions, one of them sealed for it, and a folder to put things into."""
    made = make_workspace(tmp_path, "Hub", coordinator=True, seed=3)
    for number in (1, 2):
        handed_over(tmp_path, made, number)
    triage.trust_all_waiting(made)
    triage.accept_all(made)
    (tmp_path / "share").mkdir()
    stores.add(made, NewPlace("Share", str(tmp_path / "share")))
    yield made
    made.close()


def handed_over(folder: Path, hub: Workspace, number: int) -> Path:
    """What an organisation hands over, received."""
    sender = make_workspace(folder, f"Member {number}", seed=20 + number)
    call = make_call(hub, sender)
    log_activity(sender, title=f"Legal desk {number}", reach_total="20")
    hear_feedback(sender)
    path = folder / f"member-{number}.gwb"
    path.write_bytes(submissions.make(sender, call, seal=number == 2, accept_findings=True).bundle)
    sender.close()
    receiving.receive(hub, [path])
    return path


def bytes_here(hub: Workspace) -> dict[str, bytes]:
    with hub.reading() as session:
        return {one.id: exchange.received_one(session, one.id).bundle for one in exchange.received(session)}


def there(tmp_path: Path) -> list[Path]:
    return sorted(path for path in (tmp_path / "share").rglob("*") if path.is_file())


def said(hub: Workspace) -> tuple[object, ...]:
    shown = national.picture(hub, PERIOD)
    return (
        shown,
        from_what(hub, shown, Figure.parse("all")),
        triage.inbox(hub),
        [triage.opened(hub, one.id) for one in triage.inbox(hub)],
    )


def test_files_go_out_sealed_count_without_being_fetched_and_come_back_byte_for_byte(
    tmp_path: Path, hub: Workspace
) -> None:
    before, counted = bytes_here(hub), said(hub)
    forward = forwarding.make(hub, PERIOD).passed
    assert lying.look(hub) == Lying("", 2, ())
    assert outside.keep_in(hub, "share") == 2
    assert lying.look(hub) == Lying("Share", 0, (There("Share", 2, sum(map(len, before.values()))),))
    assert set(bytes_here(hub).values()) == {b""}
    assert outside.carry(hub) == 0
    files = there(tmp_path)
    assert len(files) == 2 and all(path.name.endswith(".sealed") for path in files)
    raw = b"".join(path.read_bytes() for path in files) + b"".join(str(path).encode() for path in files)
    for one, bundle in before.items():
        assert bundle[:64] not in raw and one.encode() not in raw
    assert hub.organisation.id.encode() not in raw
    with pytest.raises(PlaceNeededError):
        stores.remove(hub, "share")

    assert said(hub) == counted
    assert forwarding.make(hub, PERIOD).passed == forward
    assert integrity.examine(hub).sound and outside.check(hub) == ()
    moved = tmp_path / "elsewhere"
    (tmp_path / "share").rename(moved)
    handed_over(tmp_path, hub, 3)
    assert "not in the place" in outside.carry_if_there(hub) and lying.look(hub).inside == 1
    triage.trust_all_waiting(hub)
    triage.accept_all(hub)
    assert len(national.picture(hub, PERIOD).counted) == 3, "what is outside counts beside what came since"
    assert receipts.write(hub, next(iter(before))).data
    assert proving.known(hub, next(iter(before)))
    with pytest.raises(OutsideAwayError, match="Share"):
        forwarding.make(hub, PERIOD)
    assert [one.part for one in integrity.examine(hub).findings] == ["received"]
    moved.rename(tmp_path / "share")

    assert outside.carry_if_there(hub) == "" and lying.look(hub).inside == 0
    assert outside.bring_back(hub) == ()
    now = bytes_here(hub)
    assert {one: now[one] for one in before} == before and all(now.values())
    assert lying.look(hub) == Lying("", 3, ())
    assert len(there(tmp_path)) == 3, "nothing is deleted in a place: an older backup may need it"
    stores.remove(hub, "share")


def test_a_file_that_is_gone_or_changed_there_is_named_and_mended_by_receiving_it_again(
    tmp_path: Path, hub: Workspace
) -> None:
    before = bytes_here(hub)
    outside.keep_in(hub, "share")
    kept = backup.make(hub, tmp_path / "backups")
    first, second = there(tmp_path)
    first.unlink()
    second.write_bytes(second.read_bytes()[:-1] + b"?")
    found = outside.check(hub)
    assert {one.submission for one in found} == set(before) and {one.name for one in found} == {"Member 1", "Member 2"}
    assert all("not in" in one.reason for one in found)
    assert len(integrity.examine(hub).findings) == 2
    assert len(national.picture(hub, PERIOD).counted) == 2
    with Shelf(hub) as shelf, pytest.raises(OutsideLostError):
        shelf.bundle(next(iter(before)))
    assert len(outside.bring_back(hub)) == 2
    outside.keep_in(hub, "share")
    receiving.receive(hub, [tmp_path / "member-1.gwb", tmp_path / "member-2.gwb"])
    assert bytes_here(hub) == before
    assert outside.carry(hub) == 2 and outside.check(hub) == ()
    assert kept.size


def test_stopped_anywhere_the_next_time_goes_on_and_puts_nothing_there_twice(tmp_path: Path, hub: Workspace) -> None:
    before = bytes_here(hub)
    for stop_at in range(1, 20):

        def stop(_done: int, _total: int, left: list[int] = [stop_at]) -> None:  # noqa: B006 - counts down
            left[0] -= 1
            if not left[0]:
                raise Cancelled

        try:
            outside.keep_in(hub, "share", stop)
        except Cancelled:
            with Shelf(hub) as shelf:
                assert {one: shelf.bundle(one) for one in before} == before
    assert lying.look(hub).inside == 0
    assert len(there(tmp_path)) == 2
    with Shelf(hub) as shelf:
        assert {one: shelf.bundle(one) for one in before} == before
    assert outside.check(hub) == ()


def test_only_whoever_cares_for_the_organisation_says_where_files_are_kept(tmp_path: Path, hub: Workspace) -> None:
    other = next(role for role in ROLES if role != hub.profile.role)
    hub.team = hub.team.with_profile(replace(hub.profile, role=other))
    hub.profile = replace(hub.profile, role=other)
    for verb in (lambda: outside.keep_in(hub, "share"), lambda: outside.bring_back(hub)):
        with pytest.raises(NotAllowedError):
            verb()
    assert lying.look(hub).kept_in == ""
