"""Seven verbs mean the same on every kind of place, on real servers."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.progress import silent
from app.services.opening import stores
from app.sync.stores.address import read
from app.sync.stores.failures import (
    HostKeyChangedError,
    StoreError,
    StoreFullError,
    StoreNoRightError,
    StoreNotThereError,
    StoreRefusesError,
    StoreUnreachableError,
)
from app.sync.stores.folder import FolderStore
from app.sync.stores.opening import Access, host_key, opened
from tests.making import make_workspace
from tests.stores import servers
from tests.stores.conftest import NETWORK
from tests.stores.servers import CALM, QUICK, Server

NAME = "تقرير/報告 1/a b.gwb"
EVERY = ("folder", *NETWORK)
DATA = bytes(range(251)) * 400


@pytest.fixture(params=EVERY)
def access(request: pytest.FixtureRequest, server: Callable[[str], Server], tmp_path: Path) -> Iterator[Access]:
    yield _access(request.param, server, tmp_path)


def _access(name: str, server: Callable[[str], Server], folder: Path) -> Access:
    return Access(read(str(folder))) if name == "folder" else server(name).access


def test_what_is_put_is_listed_read_renamed_and_deleted(access: Access) -> None:
    data = bytes(range(256)) * 700
    with opened(access, CALM) as store:
        store.put(NAME, data)
        store.put(NAME, data)
        store.put("تقرير/empty.gwb", b"x")
        assert {(one.name, one.size) for one in store.list("تقرير")} == {(NAME, len(data)), ("تقرير/empty.gwb", 1)}
        assert {one.name for one in store.list()} >= {NAME}
        assert not list(store.list("nothing here"))
        heard: list[int] = []
        assert store.get(NAME, len(data), lambda done, total: heard.append(done)) == data
        assert heard[-1] == len(data)
        with pytest.raises(StoreRefusesError):
            store.get(NAME, len(data) - 1, silent)
        store.rename(NAME, "تقرير/other.gwb")
        assert store.stat("تقرير/other.gwb").size == len(data)
        store.rename("تقرير/other.gwb", "تقرير/empty.gwb")
        assert store.get("تقرير/empty.gwb", len(data), silent) == data
        store.delete("تقرير/empty.gwb")
        store.delete("تقرير/empty.gwb")
        for missing in (NAME, "تقرير/empty.gwb"):
            with pytest.raises(StoreNotThereError):
                store.stat(missing)
            with pytest.raises(StoreNotThereError):
                store.get(missing, 10, silent)
        with pytest.raises(StoreNotThereError):
            store.rename(NAME, "somewhere.gwb")
        assert not list(store.list("تقرير"))


def test_a_place_is_tried_and_left_as_it_was(access: Access) -> None:
    with opened(access, CALM) as store:
        before = {one.name for one in store.list()}
        found = store.probe()
        assert found.lists
        assert found.renames is (access.address.kind.value != "s3")
        assert {one.name for one in store.list()} == before


@pytest.mark.parametrize("name", NETWORK)
def test_a_wrong_secret_and_a_wrong_address_are_told_apart(
    name: str, server: Callable[[str], Server], tmp_path
) -> None:
    access, other = server(name).access, tmp_path / "own"
    servers.keygen(other)
    wrong = replace(access, secret=other.read_text("utf-8") if name == "sftp" else "other")
    nobody = servers.free_port()
    dead = replace(access, address=replace(access.address, port=nobody))
    gone = replace(access, address=replace(access.address, path=f"{access.address.path}/not there".lstrip("/")))
    with opened(dead, QUICK) as store, pytest.raises(StoreUnreachableError):
        list(store.list())
    if name != "s3":  # the one of the tests lets everybody in, and a prefix need not be there
        with opened(wrong, QUICK) as store, pytest.raises(StoreNoRightError):
            store.put("a.gwb", b"1")
        with opened(gone, QUICK) as store, pytest.raises(StoreNotThereError):
            list(store.list())


def test_a_folder_that_is_not_there_and_one_that_may_not_be_written_to_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with opened(Access(read(str(tmp_path / "pulled out")))) as store:
        asking = (lambda: store.get("a", 1, silent), lambda: store.stat("a"), lambda: store.rename("a", "b"))
        for verb in (lambda: store.put("a", b""), lambda: list(store.list()), store.probe, *asking):
            with pytest.raises(StoreNotThereError):
                verb()
        assert not (tmp_path / "pulled out").exists()
    with opened(Access(read(str(tmp_path)))) as store:
        for name in ("../out", "/", "a/../../b"):
            with pytest.raises(StoreRefusesError):
                store.put(name, b"")
        with pytest.raises(StoreError):
            store.put("file/a", b"")


if os.name == "posix":

    def test_a_stick_that_is_full_takes_nothing_by_halves_and_does_everything_else(tmp_path: Path) -> None:
        import resource

        store, before = FolderStore(tmp_path), resource.getrlimit(resource.RLIMIT_FSIZE)
        store.put("kept/a.gwb", DATA)
        for room in (0, 1, *range(2000, len(DATA), 2000), len(DATA) - 1):
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
            try:
                with pytest.raises(StoreFullError):
                    store.put("fresh/b.gwb", DATA)
                with pytest.raises(StoreFullError):
                    store.put("kept/a.gwb", DATA[::-1])
                assert store.get("kept/a.gwb", len(DATA), silent) == DATA
                assert [one.name for one in store.list()] == ["kept/a.gwb"]
                store.rename("kept/a.gwb", "kept/moved.gwb")
                store.rename("kept/moved.gwb", "kept/a.gwb")
            finally:
                resource.setrlimit(resource.RLIMIT_FSIZE, before)
        store.put("fresh/b.gwb", DATA)
        store.delete("kept/a.gwb")
        assert [(one.name, one.size) for one in store.list()] == [("fresh/b.gwb", len(DATA))]


if sys.platform == "linux":

    def test_a_folder_that_nobody_may_write_in_is_told_by_every_verb_that_writes() -> None:
        store = FolderStore(Path("/sys/kernel"))
        for verb in (lambda: store.put("a.gwb", DATA), store.probe, lambda: store.rename("notes", "a.gwb")):
            with pytest.raises(StoreNoRightError):
                verb()


def test_another_computer_at_the_address_is_told_before_anything_is_sent_to_it(server: Callable[[str], Server]) -> None:
    access = server("sftp").access
    assert access.host_key.startswith("SHA256:")
    assert host_key(access.address, QUICK) == access.host_key
    with opened(replace(access, host_key="SHA256:AAAA"), QUICK) as store:
        with pytest.raises(HostKeyChangedError) as failed:
            list(store.list())
    assert access.host_key in failed.value.sentence()


def test_a_computer_whose_key_nobody_compared_is_no_place_and_its_key_is_told(
    server: Callable[[str], Server], tmp_path: Path
) -> None:
    access = server("sftp").access
    own = make_workspace(tmp_path)
    with pytest.raises(stores.HostKeyUnknownError) as failed:
        stores.add(own, stores.NewPlace("far", access.address.text, "a password"), untried=True)
    assert access.host_key in failed.value.sentence()
    assert stores.every(own) == ()
    kept = stores.NewPlace("far", access.address.text, access.secret, host_key=access.host_key)
    assert stores.add(own, kept).host_key == access.host_key
    own.close()
