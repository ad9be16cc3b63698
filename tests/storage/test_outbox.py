"""The outbox names rows: of twins the one written here goes out, under whichever stamp it is kept."""

from __future__ import annotations

from app.domain.fold import ERASED, Operation
from app.domain.operation import bare, full
from app.storage import operation_rows, operations, outbox, values
from app.storage.database import Database
from app.storage.session import Session
from tests.domain.laws import stamp

MINE, RECORD = "a" * 16, "ab" * 16
HERE, THERE = (Operation(RECORD, "activity", stamp(1, 0, MINE), {"title": title}) for title in ("Here", "There"))


def waiting(session: Session) -> list[Operation]:
    return operation_rows.chosen(session, outbox.next_records(session))


def test_of_twins_only_the_one_written_here_waits_goes_and_comes_back(kept: Database) -> None:
    with kept.writing() as session:
        values.put(session, "writer", MINE)
        outbox.begin(session)
        operations.add_all(session, [THERE], outgoing=False)
        operations.add_all(session, [HERE])
        (one,) = waiting(session)
        assert (one.stamp, one.fields) == (full(HERE), {"title": "Here"})
        outbox.remove(session, [(one.record, one.stamp)])
        assert outbox.count(session) == 0
        outbox.put_back(session, [HERE])
        outbox.put_back(session, [HERE])
        assert [found.fields for found in waiting(session)] == [{"title": "Here"}]
        outbox.put_back(session, [THERE])
        assert {bare(found.stamp) for found in waiting(session)} == {HERE.stamp}
        assert outbox.count(session) == 2


def test_a_twin_that_is_withdrawn_takes_nothing_of_the_other_with_it(kept: Database) -> None:
    with kept.writing() as session:
        operations.add_all(session, [HERE, THERE])
        state = operations.state(session, RECORD)
        assert state is not None and state.conflicts == ("title",)
        operations.withdraw(session, [HERE])
        assert operations.of_record(session, RECORD) == (THERE,)
        operations.add_all(session, [HERE])
        assert operations.rebuild(session) == 0
        operations.withdraw(session, [THERE])
        operations.withdraw(session, [THERE])
        assert operations.of_record(session, RECORD) == (HERE,)
        operations.withdraw(session, [HERE])
        assert operations.of_record(session, RECORD) == ()


def test_what_was_erased_does_not_wait_and_withdrawing_it_changes_nothing(kept: Database) -> None:
    gone = Operation(RECORD, ERASED, stamp(2, 0, MINE), {"reason": "asked"})
    with kept.writing() as session:
        values.put(session, "writer", MINE)
        outbox.begin(session)
        operations.add_all(session, [HERE])
        operations.add_all(session, [gone])
        assert waiting(session) == [gone]
        operations.withdraw(session, [HERE])
        assert operations.of_record(session, RECORD) == (gone,)
        assert operations.rebuild(session) == 0
