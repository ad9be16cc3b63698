"""Practices between organisations: what leaves, what is kept of others, and what is taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.filling import filled
from app.domain.records import Partner, Practice
from app.domain.shared import Withdrawal
from app.services.opening import reference_packs
from app.services.opening.workspace import Workspace
from app.services.paper import sheets
from app.services.peers import giving, library, practice_packs
from app.services.peers.library import State
from app.services.records import recording
from app.services.submitting import calls, submissions
from app.sync import refusals
from tests.laptops import laptops, later, meet
from tests.making import EASTERN, approve, log_activity, make_call, make_workspace, write_down
from tests.services.paper.test_sheets import PRACTICE


def given(into: Workspace, **values: object) -> str:
    """The id of an approved practice."""
    record = write_down(into, Practice, **{**PRACTICE, **values})
    approve(into, record)
    return record


def changed(workspace: Workspace, record: str, **values: str) -> None:
    recording.save(workspace, filled(recording.open_draft(workspace, Practice, record), values))
    approve(workspace, record)


def file(workspace: Workspace, *chosen: str) -> bytes:
    later(workspace, days=40)
    return giving.make(workspace, chosen, accept_findings=True)[1]


def titles(workspace: Workspace, typed: str = "") -> list[str]:
    return [one.practice.title for one in library.listed(workspace, typed)]


def test_only_what_was_approved_and_read_is_given_and_what_stays_is_named(own: Workspace) -> None:
    with pytest.raises(giving.NothingToGiveError):
        giving.look(own)
    write_down(own, Partner, name="Silent Partner", type="ST-LOC", country="MA", role="partner")
    unapproved = write_down(own, Practice, **{**PRACTICE, "title": "Not yet"})
    with pytest.raises(giving.NothingMayLeaveError) as none:
        giving.look(own)
    assert "approved" in none.value.sentence(), "what is there and stays has its reason"
    unread = given(own, lessons="Ask Amina on 0661 23 45 67.", partners="Silent Partner")
    seen = giving.look(own)
    assert [(one.lessons, one.partners) for one in seen.practices] == [("", ())]
    assert {one.field for one in seen.waiting} >= {"lessons"}
    assert [one.record for one in seen.staying] == [unapproved]
    assert "approved" in seen.staying[0].reason
    with pytest.raises(sheets.SheetUnsignedError):
        giving.look(own, [unapproved])
    with pytest.raises(giving.NotAPracticeError):
        giving.look(own, [log_activity(own)])
    assert practice_packs.given(own) == (), "looking keeps nothing"
    made, data = giving.make(own, [unread])
    (kept,) = practice_packs.given(own)
    assert kept.told == practice_packs.opened(data).told == made.told
    assert unread.encode() not in data
    assert made.told.disclosure.threshold == 10


def test_an_unknown_key_waits_for_its_digits_and_practices_stand_apart_from_own_records(
    own: Workspace, peer: Workspace
) -> None:
    given(own)
    data = file(own)
    offered = library.look(peer, data)
    assert (offered.is_known, offered.is_held, [state for _one, state in offered.practices]) == (
        False,
        False,
        [State.NEW],
    )
    with pytest.raises(reference_packs.PackUnconfirmedError):
        library.take(peer, data)
    with pytest.raises(reference_packs.PackDigitsDifferError):
        library.take(peer, data, "1" * 30)
    assert titles(peer) == []
    library.take(peer, data, offered.digits.translate(EASTERN).replace(" ", ""))
    again = library.take(peer, data)
    assert (again.is_known, again.is_held) == (True, True)
    (one,) = library.listed(peer)
    assert (one.organisation.name, one.digits, one.versions) == ("Tangier Network", offered.digits, 1)
    assert library.find(peer, one.id[:9]) == one
    assert titles(peer, "bus advi") == titles(peer, "tangier") == titles(peer, "legal identity") == [one.practice.title]
    assert titles(peer, "harbour women") == []
    assert (len(library.listed(peer, objective=17)), len(library.listed(peer, objective=2))) == (1, 0)
    with pytest.raises(library.PracticeMissingError):
        library.find(peer, "x")
    with pytest.raises(library.OwnPracticesError):
        library.look(own, data)
    assert recording.count(peer, recording.Query("practice")) == 0
    call = make_call(peer, peer)
    log_activity(peer)
    made = submissions.make(peer, call, accept_findings=True)
    assert {entry.KIND for entry in made.submission.entries} == {"activity"}


def test_a_newer_version_is_shown_whatever_came_first_and_both_are_kept(own: Workspace, peer: Workspace) -> None:
    record = given(own)
    first = file(own)
    changed(own, record, lessons="Bring a second table.")
    second = file(own)
    digits = library.look(peer, first).digits
    library.take(peer, second, digits)
    assert [state for _one, state in library.look(peer, first).practices] == [State.OLDER]
    library.take(peer, first)
    (one,) = library.listed(peer)
    assert (one.practice.lessons, one.versions) == ("Bring a second table.", 2)
    assert len(practice_packs.taken(peer)) == 2


def test_what_was_taken_back_is_shown_no_more_and_is_never_given_again(own: Workspace, peer: Workspace) -> None:
    gone, talked = given(own), given(own, title="Tea with the clerk")
    first = file(own)
    digits = library.look(peer, first).digits
    library.take(peer, first, digits)
    recording.trash(own, gone)
    changed(own, talked, contact_agreed="")
    second = file(own)
    assert {one.scope for one in practice_packs.opened(second).told.of(Withdrawal)} == {"record", "words"}
    assert library.look(peer, second).taken_back == 2
    library.take(peer, second)
    (left,) = library.listed(peer)
    assert (left.practice.title, left.practice.contact) == ("Tea with the clerk", "")
    library.take(peer, first)
    assert titles(peer) == ["Tea with the clerk"]
    assert [state for _one, state in library.look(peer, first).practices].count(State.TAKEN_BACK) == 1
    recording.bring_back(own, gone)
    approve(own, gone)
    with pytest.raises(giving.PracticeTakenBackError):
        giving.look(own, [gone])
    third = practice_packs.opened(file(own)).told
    assert len(list(third.of(Withdrawal))) == 2, "each later pack says it again"


def test_one_organisation_takes_nothing_back_of_another(own: Workspace, peer: Workspace, tmp_path: Path) -> None:
    given(own)
    data = file(own)
    library.take(peer, data, library.look(peer, data).digits)
    third = make_workspace(tmp_path, "Third", seed=11)
    given(third, title="Another")
    (entry,) = practice_packs.opened(data).practices
    told = giving.look(third, accept_findings=True).told
    notice = Withdrawal(f"{entry.id}:record", entry.id, "record", told.period.start)
    forged = practice_packs.write(third, replace(told, entries=(*told.entries, notice)))
    library.take(peer, forged, library.look(peer, forged).digits)
    assert titles(peer) == [PRACTICE["title"], "Another"]
    third.close()


def test_files_that_are_damaged_forged_or_made_for_something_else_change_nothing(
    own: Workspace, peer: Workspace
) -> None:
    given(own)
    data = file(own)
    digits = library.look(peer, data).digits
    for at in range(0, len(data), max(len(data) // 60, 1)):
        broken = bytearray(data)
        broken[at] ^= 1
        for hurt in (bytes(broken), data[:at]):
            with pytest.raises(refusals.BundleError):
                library.take(peer, hurt, digits)
    call = make_call(own)
    with pytest.raises(refusals.WrongPurposeError):
        library.take(peer, calls.file_of(own, call), digits)
    told = practice_packs.opened(data).told
    twice = practice_packs.write(own, replace(told, entries=told.entries * 2))
    with pytest.raises(refusals.BundleContentError):
        library.take(peer, twice, digits)
    assert practice_packs.taken(peer) == ()


def test_every_laptop_of_an_organisation_has_the_library_and_knows_what_was_given(
    own: Workspace, tmp_path: Path
) -> None:
    given(own)
    data = file(own)
    (tmp_path / "desk").mkdir()
    one, other = laptops(tmp_path / "desk", name="Desk", seed=21)
    library.take(one, data, library.look(one, data).digits)
    given(one, title="Ours")
    giving.make(one, accept_findings=True)
    meet(tmp_path / "stick", one, other)
    assert titles(other) == [PRACTICE["title"]]
    assert giving.look(other, accept_findings=True).told.revision == 2
    assert library.look(other, data).is_held
