"""The laws of the fold as far as storage goes: every engine shows and keeps what the model says."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

import pytest
import sqlcipher3.dbapi2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine

from app.domain.fold import DELETED, ERASED, Operation, fold, remaining
from app.domain.stamps import record_id
from app.storage import database, operations
from app.storage.database import Database
from tests.domain.laws import HUGE, WIDE, WRITERS, delivered, exact, histories, said, seen_in, stamp, view

RARE = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
_numbers = count(1)


@pytest.fixture(scope="module", params=["sqlite", "sqlcipher", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One store of each engine for all histories; each history is of a record of its own."""
    if request.param == "postgresql":
        made: Database = request.getfixturevalue("postgresql").store()
    elif request.param == "sqlite":
        made = plain(tmp_path_factory.mktemp("plain") / "w.groundwork")
    else:
        made = database.create(tmp_path_factory.mktemp("sealed") / "w.groundwork", secrets.token_bytes(32))
    yield made
    made.close()


@RARE
@given(histories(), st.randoms(use_true_random=False))
def test_any_delivery_is_shown_and_kept_as_the_model_says_and_nothing_is_written_by_merging(
    store: Database, held: list[Operation], chance: Random
) -> None:
    held, others = of_new_record(held), of_new_record(held)
    for segment in delivered(held, chance):
        with store.writing() as session:
            operations.add_all(session, segment)
    with store.writing() as session:
        kept = operations.of_record(session, held[0].record)
        state = operations.state(session, held[0].record)
        assert state is not None
        assert seen_in(state, held) == view(held), "laws 1, 2, 3, 6"
        assert {said(one) for one in kept} == {said(one) for one in remaining(held)}, "laws 4 and 8"
        assert operations.add_all(session, kept) == frozenset(), (
            "law 4: two that have converged tell each other nothing"
        )
        passed_on = [moved(one, others[0].record) for one in kept]
        operations.add_all(session, passed_on)
        again = operations.of_record(session, others[0].record)
        assert {said(one) for one in again} == {said(one) for one in kept}, "law 8, through a chain"
        for name in state.conflicts:  # law 5
            seen = tuple(leaf.stamp for leaf in state.leaves[name])
            operations.add_all(session, [Operation(held[0].record, state.kind, "f" * 32, {name: 1}, {name: seen})])
            settled = operations.state(session, held[0].record)
            assert settled is not None
            assert [leaf.value for leaf in settled.leaves[name]] == [1]
            break


@RARE
@given(histories(), st.randoms(use_true_random=False))
def test_law_12_after_a_stop_whole_segments_are_there_and_the_rest_can_still_be_merged(
    store: Database, held: list[Operation], chance: Random
) -> None:
    held = of_new_record(held)
    segments = delivered(held, chance)
    stop = chance.randrange(len(segments))
    for place, segment in enumerate(segments):
        try:
            with store.writing() as session:
                operations.add_all(session, segment)
                if place == stop:
                    raise InterruptedError
        except InterruptedError:
            break
    arrived = [one for segment in segments[:stop] for one in segment]
    with store.reading() as session:
        state = operations.state(session, held[0].record)
    assert (state is None) == (not arrived)
    assert state is None or seen_in(state, arrived) == view(arrived)
    with store.writing() as session:
        for segment in segments:
            operations.add_all(session, segment)
        assert exact(operations.state(session, held[0].record)) == exact(fold(held))


def test_what_is_large_and_a_twin_of_a_new_record_and_of_a_tombstone_are_kept(store: Database) -> None:
    large = Operation(new_record(), "activity", stamp(1, 0, WRITERS[0]), {**WIDE, "summary": HUGE, "title": "a\u0000b"})
    twin = Operation(large.record, "activity", large.stamp, {"title": "of the clone"})
    gone = Operation(large.record, ERASED, large.stamp, {"reason": "asked"})
    with store.writing() as session:
        operations.add_all(session, [large])
        operations.add_all(session, [twin])
        operations.add_all(session, [twin, large])
        state = operations.state(session, large.record)
        assert state is not None
        assert {leaf.value for leaf in state.leaves["title"]} == {"a\u0000b", "of the clone"}
        assert (state.fields["summary"] == HUGE, len(state.fields), state.conflicts) == (True, 502, ("title",))
        edit = Operation(
            large.record, "activity", stamp(2, 0, WRITERS[0]), {DELETED: [one.stamp for one in (large, twin)]}
        )
        operations.add_all(session, [edit])
        state = operations.state(session, large.record)
        assert state is not None
        assert state.disputed, "who deleted had seen one of the twins, and nothing tells which"
        assert operations.rebuild(session) == 0
        operations.add_all(session, [gone])
        operations.add_all(session, [twin, gone, large])
        assert operations.of_record(session, large.record) == (gone,)


def plain(path: Path) -> Database:
    """SQLite without a key, in memory."""
    made = Database(path, b"", create_engine("sqlite://", module=sqlcipher3.dbapi2))
    with made.writing() as session:
        database.lay_out(session)
    return made


def of_new_record(held: list[Operation]) -> list[Operation]:
    """The same history, of a record that no store has yet."""
    record = new_record()
    return [moved(one, record) for one in held]


def moved(one: Operation, record: str) -> Operation:
    return Operation(record, one.kind, one.stamp, one.fields, one.replaces, one.by)


def new_record() -> str:
    return record_id(1_760_000_000_000 + next(_numbers), bytes(10))
