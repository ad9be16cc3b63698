"""What travels beside records: after it, two laptops of one organisation send the same bytes and see one picture."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

from sqlalchemy import text

from app.services.coordinating import receipts as answers
from app.services.coordinating import receiving, triage
from app.services.keeping import retention
from app.services.opening import contact
from app.services.opening.workspace import Workspace
from app.services.picturing import national
from app.services.submitting import calls, known_names, passing, receipts, reviewing, submissions
from app.services.syncing import exchanging
from app.storage import carried, decisions, exchange, imports, printed, unsent_rows
from app.storage.carried import Row
from app.storage.decisions import Decision, FindingAnswer
from app.storage.exchange import Sent
from app.storage.printed import Printed
from tests.laptops import alike, laptops, later, meet, sync, view
from tests.making import PERIOD, log_activity, make_call, make_workspace

TABLES = ("call", "sent", "received", "practices", "printed", "decision", "finding_decision", "batch", "imported")


def rows_beside(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    with workspace.reading() as session:
        return {name: sorted(tuple(row) for row in session.execute(text(f"SELECT * FROM [{name}]"))) for name in TABLES}


def test_two_laptops_that_met_make_the_same_submission_byte_for_byte(tmp_path: Path) -> None:
    ministry = make_workspace(tmp_path, "Ministry", coordinator=True, seed=9)
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    call = make_call(ministry, one)
    log_activity(one, summary="Ring the desk on +212 661 234 567.")
    log_activity(other, title="Evening course", objectives="16")
    finding = reviewing.review(one, call).undecided[0]
    reviewing.decide(one, call, finding.id, release=False)
    known_names.add(one, ["Amina El Idrissi"])
    passing.raise_threshold(one, 7)
    one.describe(replace(one.organisation, description="Advice at the border"))
    retention.keep_for(other, "feedback", 18)
    contact.keep(other, contact.PrivateContact(person="Samira", phone="5"))
    meet(folder, one, other)
    assert alike(one, other)
    assert one.organisation == other.organisation and other.organisation.description == "Advice at the border"
    assert one.team.everybody != () and {p.id for p in one.team.everybody} == {p.id for p in other.team.everybody}
    assert retention.months(one) == retention.months(other)
    assert contact.kept(one).phone == "5"
    assert known_names.counts(other) == known_names.counts(one)
    assert rows_beside(one) == rows_beside(other)

    (again,) = calls.every(other)
    mine, theirs = submissions.make(one, call), submissions.make(other, again)
    assert mine.bundle == theirs.bundle and b"661 234" not in mine.bundle
    meet(folder, one, other)
    assert submissions.make(other, again).id == mine.id
    assert len(submissions.every(other)) == 1


def test_two_laptops_of_a_coordinator_see_one_picture_and_a_receipt_reaches_both_of_the_sender(tmp_path: Path) -> None:
    hub, desk = laptops(tmp_path, name="Ministry", coordinator=True)
    one, other = laptops(tmp_path)
    call = make_call(hub, one)
    log_activity(one)
    made = submissions.make(one, call)
    sent = tmp_path / "sent.gwb"
    sent.write_bytes(made.bundle)
    receiving.receive(hub, [sent])
    triage.trust_all_waiting(hub)
    meet(tmp_path / "office", hub, desk)
    assert triage.accept_all(desk) == 1
    meet(tmp_path / "office", desk, hub)
    assert national.picture(hub, PERIOD) == national.picture(desk, PERIOD)
    assert national.picture(hub, PERIOD).contributors
    assert rows_beside(hub) == rows_beside(desk)

    (back,) = answers.hand_out(hub, tmp_path / "back")
    meet(tmp_path / "office", hub, desk)
    assert answers.due(desk) == ()
    receipts.take(one, back.data)
    meet(tmp_path / "stick", one, other)
    assert {id: asdict(found) for id, found in receipts.every(other).items()} == {
        id: asdict(found) for id, found in receipts.every(one).items()
    }
    assert receipts.every(other)


def test_settings_changed_on_both_sides_end_equal_and_each_field_by_itself(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    meet(folder, one, other)
    one.describe(replace(one.organisation, description="From here", web="https://example.org"))
    later(other, minutes=1)
    other.describe(replace(other.organisation, description="From there", levels=("local",)))
    known_names.add(one, ["Amina El Idrissi"])
    known_names.add(other, ["Youssef Benali"])
    meet(folder, one, other)
    assert one.organisation == other.organisation
    assert (one.organisation.description, one.organisation.web) == ("From there", "https://example.org")
    assert one.organisation.levels == ("local",)
    assert known_names.counts(one).people == known_names.counts(other).people == 2
    assert view(one) == view(other)
    known_names.forget(one)
    meet(folder, one, other)
    assert known_names.counts(other).people == 0


def test_of_two_rows_of_one_key_the_same_one_holds_whichever_came_first(tmp_path: Path) -> None:
    rows = [
        Row("finding_decision", ("c", "f"), {"call": "c", "finding": "f", "answer": answer, "by": "x", "made_ms": made})
        for made, answer in ((900, "release"), (1_000, "hold"), (1_000, "release"))
    ]
    rows += [
        Row("decision", ("s",), {"stamp": "s", "subject": "x", "kind": "verdict", "body": body, "by": "y"})
        for body in ("{}", '{"answer":"accepted"}')
    ]
    ends = []
    for number, order in enumerate((rows, rows[::-1])):
        made = make_workspace(tmp_path, f"Order {number}")
        with made.writing() as session:
            for row in (*order, *order):
                carried.take(session, row)
        ends.append(rows_beside(made))
    assert ends[0] == ends[1]
    assert ends[0]["finding_decision"] == [("c", "f", "release", "x", 1_000)]


def test_a_large_file_that_came_in_travels_alone_and_whole(tmp_path: Path) -> None:
    hub, desk = laptops(tmp_path, name="Ministry", coordinator=True)
    columns = {
        **dict.fromkeys(("organisation", "name", "call", "period", "sender", "source"), "x"),
        "id": "f" * 64,
        "revision": 1,
        "received_ms": 5,
    }
    with hub.writing() as session:
        carried.take(session, Row("received", ("f" * 64,), columns, bytes(3 << 20)))
        carried.forget(session, [("received", ("f" * 64,))])
    sync(hub, tmp_path / "office")
    sync(desk, tmp_path / "office")
    assert rows_beside(desk)["received"] == rows_beside(hub)["received"]


def test_rows_are_sent_because_they_were_noted_and_that_is_all_that_a_look_at_every_row_finds(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    before = Decision("1" * 32, "s", "verdict", "accepted")
    with one.writing() as session:
        decisions.put(session, before)
        assert not unsent_rows.are_noted(session) and [row.kind for row in carried.unsent(session)] == ["decision"]
    meet(folder, one, other)
    batch = imports.Batch("b", "a table", "digest", 5, "me", "{}")
    rows = [imports.Imported(f"key {number}", f"{number:032x}", "digest", "b") for number in range(3)]
    with one.writing() as session:
        assert list(carried.unsent(session)) == []
        decisions.put(session, replace(before, stamp="2" * 32))
        decisions.answer_finding(session, FindingAnswer("c", "f\ng", "keep", "me", 1))
        decisions.answer_finding(session, FindingAnswer("c", "f\ng", "replace", "me", 1))
        exchange.put_sent(session, Sent("s", "c", 1, 5, b"bytes"))
        imports.put(session, batch, rows)
        imports.take_back(session, [rows[0].record])
        pages = Printed("s", "d", "a.pdf", 0, 0)
        printed.put(session, pages)
        printed.settle(session, pages, "same")
        found = [(row.kind, "\n".join(row.key)) for row in carried.unsent(session)]
        assert found == sorted(carried.compared(session)) and len(found) == 8
    assert exchanging.standing(one).unsent == 8
    meet(folder, one, other)
    assert rows_beside(one) == rows_beside(other)
    for laptop in (one, other):
        with laptop.reading() as session:
            assert list(carried.compared(session)) == list(unsent_rows.every(session)) == []
