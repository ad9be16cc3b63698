"""A file is carried onto a server by this process or by several beside it: the same bytes and proofs, or nothing."""

from __future__ import annotations

import multiprocessing
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import text

from app.progress import Cancelled
from app.services.keeping import moving
from app.services.opening.workspace import Workspace, open_existing
from app.services.records import recording
from app.storage import copy_out, copy_parts, server
from app.storage.copy_readers import Beside, Here, ReaderGoneError
from app.storage.exchange import Received, put_received
from app.storage.search import newest
from tests.laptops import view
from tests.making import PASSPHRASE, log_activity, make_workspace
from tests.postgresql import PASSWORD, Server

KEY = b"k" * 32


def prepared(folder: Path) -> Workspace:
    """Records of several kinds of rows, in several parts; files that are not text; one that lies in the trash."""
    made = make_workspace(folder, coordinator=True)
    for number in range(7):
        log_activity(made, title=f"Été {number} 法律 \0 {'x' * number}", place="MA001")
    recording.trash(made, log_activity(made, title="Unfindable"))
    with made.writing() as session:
        for number in range(20):
            about = (f"{number:032x}", "org", "Név", "call", "2026", number, "ff" * 32, "a.gwb", 2**41 + number)
            put_received(session, Received(*about, bundle=bytes(range(256)) * 40 * number))
    return made


def test_processes_beside_carry_the_same_bytes_as_this_one_and_the_server_says_what_the_file_said(
    tmp_path: Path, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = prepared(tmp_path)
    monkeypatch.setattr(copy_parts, "AT_ONCE", 3)
    key = made.opened.key.raw
    found, stores, told = [], [], []
    for count in (0, 2):
        address, path = postgresql.database(), tmp_path / "nowhere"
        with ExitStack() as stack:
            beside = stack.enter_context(Beside(made.path, key, count)) if count else None
            source = stack.enter_context(made.reading())
            target = stack.enter_context(server.founding(path, KEY, address, PASSWORD))
            reader = beside or Here(source)
            found.append(copy_out.copy_out(source, reader, target, lambda done, total: told.append((done, total))))
        stores.append(server.ServerDatabase(path, KEY, address, PASSWORD))
    assert found[0] == found[1]
    assert (found[0]["record"].rows, found[0]["received"].rows, found[0]["practices"].rows) == (8, 20, 0)
    assert told[-1][0] == told[-1][1] and all(done <= total for done, total in told)
    plain = postgresql.store()
    for store in stores:
        assert _asked(store, "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'") == _asked(
            plain, "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
        )
        for words in ("été", "法律 ét", "unfindable", "xxxx", "nothing"):
            with made.reading() as here, store.reading() as there:
                assert newest(there, words, 5) == newest(here, words, 5)
        store.close()
    plain.close()
    made.close()


def test_a_move_with_processes_beside_shows_what_was_there_when_it_began(
    tmp_path: Path, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = prepared(tmp_path)
    monkeypatch.setattr(moving, "beside", lambda records, cores: 2)
    before, written = view(made), []

    def meanwhile(_done: int, _total: int) -> None:
        if not written:
            written.append(log_activity(made, title="Written while it moves"))

    to = tmp_path / "moved.groundwork"
    moving.move(made, postgresql.database(), to, password=PASSWORD, progress=meanwhile)
    there = open_existing(to, PASSPHRASE, server_password=PASSWORD)
    assert view(there) == before and written[0] in view(made)
    there.close()
    made.close()


def test_where_a_process_is_gone_or_somebody_stops_nothing_is_kept_there(
    tmp_path: Path, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = prepared(tmp_path)
    address, to = postgresql.database(), tmp_path / "moved.groundwork"
    monkeypatch.setattr(moving, "beside", lambda records, cores: 1)

    def kill(_done: int, _total: int) -> None:
        for process in multiprocessing.active_children():
            process.kill()
            process.join()

    def stop(done: int, _total: int) -> None:
        if done:
            raise Cancelled

    for progress, failure in ((kill, ReaderGoneError), (stop, Cancelled)):
        with monkeypatch.context() as many, pytest.raises(failure):
            many.setattr(copy_parts, "AT_ONCE", 1)
            moving.move(made, address, to, password=PASSWORD, progress=progress)
        assert not to.exists() and not multiprocessing.active_children()
    monkeypatch.undo()
    assert moving.move(made, address, to, password=PASSWORD).rows["record"] == 8
    with pytest.raises(ReaderGoneError), Beside(made.path, KEY, 1):
        pass  # of another key nothing can be read
    made.close()


def test_processes_are_begun_only_where_there_is_much_and_a_second_core() -> None:
    assert [moving.beside(count, cores) for count, cores in ((10**6, 1), (100, 8), (10**6, 2), (10**6, 64))] == [
        0,
        0,
        2,
        4,
    ]


def _asked(store: server.ServerDatabase, statement: str) -> list[str]:
    with store.reading() as session:
        return sorted(session.execute(text(statement)).scalars())
