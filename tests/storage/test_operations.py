"""Operations on real encrypted files and on a real server: nothing counts twice, rows are what the operations say."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.fold import DELETED, Operation, Value, fold
from app.domain.records import Activity
from app.domain.stamps import Clock
from app.domain.thinning import spent, thinned
from app.storage import database, operations, records, search
from app.storage.database import Database
from app.storage.pages import Pages
from app.storage.queries import Query

CLOCK = Clock("0123456789abcdef").ticked(1_760_000_000_000)
RECORD = "01" * 16


def history(length: int) -> list[Operation]:
    """A record written and edited `length` times."""
    made: list[Operation] = []
    for number in range(length):
        stamp = CLOCK.ticked(1_760_000_000_001 + number).stamp()
        before = (made[-1].stamp,) if made else ()
        fields = {"title": f"version {number}", "objectives/7": True} if not made else {"title": f"version {number}"}
        made.append(Operation(RECORD, "activity", stamp, fields, {"title": before} if before else {}))
    return made


def test_the_same_operation_again_changes_nothing(kept: Database) -> None:
    first, second = history(2)
    with kept.writing() as session:
        assert operations.add_all(session, [first, second]) == {RECORD}
        assert operations.add_all(session, [second, first]) == frozenset()
        assert operations.of_record(session, RECORD) == (first, second)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.integers(0, 5), max_size=4), order=st.permutations(range(6)))
def test_any_order_and_cutting_of_operations_gives_the_row_that_the_fold_gives(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[int], order: list[int]
) -> None:
    held = history(6)
    delivered = [held[place] for place in order]
    made = database.create(tmp_path_factory.mktemp("cut") / "w.groundwork", secrets.token_bytes(32))
    edges = sorted({0, *cuts, len(delivered)})
    for start, end in zip(edges, edges[1:], strict=False):
        with made.writing() as session:
            operations.add_all(session, delivered[start:end])
    with made.reading() as session:
        shown = records.get(session, Activity, RECORD)
        state = operations.state(session, RECORD)
    made.close()

    assert state == fold(held)
    assert shown == Activity(RECORD, title="version 5", objectives=(7,))


def test_a_deleted_record_leaves_lists_and_search_and_comes_back_with_both(kept: Database) -> None:
    first = history(1)[0]
    gone = Operation(RECORD, "activity", CLOCK.ticked(1_760_000_001_000).stamp(), {DELETED: [first.stamp]})
    back = Operation(
        RECORD, "activity", CLOCK.ticked(1_760_000_002_000).stamp(), {DELETED: False}, {DELETED: (gone.stamp,)}
    )
    wanted = Query("activity", objective=7, words="version")
    with kept.writing() as session:
        operations.add_all(session, [first])
        assert records.count(session, wanted) == 1
        operations.add_all(session, [gone])
        assert records.count(session, wanted) == 0
        assert records.count(session, Query("activity", deleted=True)) == 1
        operations.add_all(session, [back])
        assert records.count(session, wanted) == 1


def test_a_row_that_is_not_what_its_operations_say_is_found_and_mended(kept: Database) -> None:
    from sqlalchemy import text

    with kept.writing() as session:
        operations.add_all(session, history(3))
        session.execute(text("UPDATE record SET title = 'somebody else wrote this'"))
    with kept.writing() as session:
        assert operations.rebuild(session) == 1
        assert operations.rebuild(session) == 0
        assert Pages(Query("activity")).from_top(session)[0].record.title == "version 2"


def test_a_transaction_that_fails_leaves_nothing_behind(kept: Database) -> None:
    with pytest.raises(RuntimeError), kept.writing() as session:
        operations.add_all(session, history(2))
        raise RuntimeError

    with kept.reading() as session:
        assert operations.of_record(session, RECORD) == ()


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Cours de langue à l'été", "ete"),
        ("المُهاجرون يحتاجون إلى مساعدة", "مساعده"),
        ("需要饮用水和法律援助", "法律援助"),
        ("Ребёнок не ходит в школу", "ребенок"),
    ],
)
def test_search_finds_words_without_marks_in_any_script(kept: Database, written: str, typed: str) -> None:
    with kept.writing() as session:
        operations.add_all(session, [Operation(RECORD, "activity", CLOCK.stamp(), {"summary": written})])
        assert records.count(session, Query("activity", words=typed)) == 1
        assert records.count(session, Query("activity", words="zzz")) == 0


def test_a_list_pages_from_the_newest_month_and_shows_each_record_once(kept: Database) -> None:
    made = [
        Operation(
            f"{number:032x}",
            "activity",
            CLOCK.ticked(1_760_000_000_001 + number).stamp(),
            {"start": f"2026-{month:02}"},
        )
        for number, month in enumerate([3, 1, 2, 3, 2])
    ]
    with kept.writing() as session:
        operations.add_all(session, made)
        pages = [Pages(Query("activity")).from_top(session, skipped=after, limit=2) for after in (0, 2, 4)]

    months = [line.record.start.month for page in pages for line in page]
    assert months == [3, 3, 2, 2, 1]
    assert len({line.record.id for page in pages for line in page}) == 5


def test_records_that_nobody_judged_are_judged_and_indexed_later_the_deleted_ones_without_words(kept: Database) -> None:
    other, written = "02" * 16, CLOCK.ticked(1_760_000_000_090).stamp()
    gone = CLOCK.ticked(1_760_000_000_091).stamp()
    kinds: list[str] = []

    def judge(kind: str, fields: Mapping[str, Value]) -> operations.Judged:
        kinds.append(kind)
        return operations.Judged(complete=fields.get("title") == "version 0", counted=3)

    with kept.writing() as session:
        operations.add_all(session, history(1))
        operations.add_all(session, [Operation(other, "activity", written, {"title": "lost"})])
        operations.add_all(session, [Operation(other, "activity", gone, {DELETED: [written]})])
        operations.forget_judgements(session)
        assert records.count(session, Query("activity", words="version")) == 0
        assert operations.count_unjudged(session)
        assert [operations.judge_next(session, judge, 1) for _turn in range(3)] == [1, 1, 0]
        assert records.ids(session, Query("activity", complete=True)) == (RECORD,)
        assert records.count(session, Query("activity", words="version")) == 1
        assert search.newest(session, "lost", 9) == []
        assert records.people_counted(session, "activity") == 3, "what is in the trash does not count"
    assert kinds == ["activity", "activity"]


def test_an_operation_of_which_less_is_known_is_the_same_one_and_whole_again_when_it_comes_whole(
    kept: Database,
) -> None:
    first, second = history(2)
    first = replace(first, fields={**first.fields, "title": "Old words " * 20})
    less = thinned(first, spent([first, second], lambda one: True))
    other = "02" * 16
    assert less.cleaned == {"title"}
    with kept.writing() as session:
        operations.add_all(session, [less])
        waiting = operations.state(session, RECORD)
        assert waiting is not None and waiting.gaps == {first.stamp}
        operations.add_all(session, [second])
        assert operations.of_record(session, RECORD) == (less, second)
        assert operations.state(session, RECORD) == fold([first, second])
        assert operations.add_all(session, [less]) == frozenset()
        assert operations.add_all(session, [first]) == {RECORD}
        assert operations.of_record(session, RECORD) == (first, second)
        assert operations.add_all(session, [less, first]) == frozenset(), "nothing is forgotten again"
        operations.add_all(session, [replace(less, record=other), replace(first, record=other)])
        assert not operations.of_record(session, other)[0].cleaned
        assert operations.rebuild(session) == 0
