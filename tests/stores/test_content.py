"""Content goes up in parts and comes down whole: stopped anywhere, renamed, doubled, cut, or not all there yet."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from app.progress import Cancelled
from app.sync.stores import layout
from app.sync.stores.address import read
from app.sync.stores.downloading import NotWholeYetError, TooLargeError, download
from app.sync.stores.failures import StoreError, StoreNotThereError
from app.sync.stores.folder import FolderStore
from app.sync.stores.layout import Found
from app.sync.stores.opening import Access, opened
from app.sync.stores.store import Entry, Store
from app.sync.stores.uploading import upload
from tests.stores.conftest import NETWORK, Line
from tests.stores.servers import CALM, QUICK, Server

HOME = layout.home("0123456789abcdef", "2026-11")
SMALL = b"PK small" * 999
LARGE = hashlib.shake_256(b"large").digest((13 << 20) + 77)


def _fetched(store: Store, name: str = "") -> bytes:
    entries = list(store.list())
    (found,) = [one for one in layout.candidates(entries) if name in one.entry.name]
    return download(store, found, entries)


@pytest.mark.parametrize("size", [0, 1, 8 << 20, (8 << 20) + 1, 12 << 20, LARGE.__len__(), 40 << 20])
def test_parts_have_four_to_eight_mebibytes_and_make_the_whole(size: int) -> None:
    data = bytes(size)
    parts = layout.cut(data)
    assert b"".join(parts) == data
    assert len(parts) == 1 or all(4 << 20 <= len(one) <= 8 << 20 for one in parts)


@pytest.mark.parametrize("name", ["folder", *NETWORK])
def test_a_large_and_a_small_content_come_back_as_they_went(
    name: str, server: Callable[[str], Server], tmp_path: Path
) -> None:
    access = Access(read(str(tmp_path))) if name == "folder" else server(name).access
    with opened(access, CALM) as store:
        heard: list[tuple[int, int]] = []
        up = upload(store, HOME, LARGE, "gwb", lambda done, total: heard.append((done, total)))
        assert heard[0] == (0, len(LARGE)) and heard[-1] == (len(LARGE), len(LARGE)) and len(heard) > 3
        assert up.sent > len(LARGE) and up.name.endswith(".gwb.list")
        assert upload(store, HOME, LARGE, "gwb").sent == 0, "what is there is not sent again"
        small = upload(store, HOME, SMALL, "pdf")
        assert small.name == f"{HOME}/{hashlib.sha256(SMALL).hexdigest()}.pdf"
        assert _fetched(store, ".list") == LARGE
        assert _fetched(store, ".pdf") == SMALL
        for one in list(store.list()):
            store.delete(one.name)


def test_an_upload_that_was_stopped_goes_on_where_it_stopped_and_shows_nothing_before_its_end(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)

    def stop(done: int, total: int) -> None:
        if done:
            raise Cancelled

    with pytest.raises(Cancelled):
        upload(store, HOME, LARGE, "gwb", stop)
    assert len(list(store.list())) == 1
    assert not layout.candidates(store.list())
    assert 0 < upload(store, HOME, LARGE, "gwb").sent < len(LARGE) - (4 << 20) + 1000
    assert _fetched(store) == LARGE


def test_a_line_that_broke_in_the_middle_costs_only_what_was_not_there_yet(line: Callable[[str], Line]) -> None:
    made = line("apache")
    made.fail(f"cut-up {5 << 20}")
    with opened(made.access, QUICK) as store, pytest.raises(StoreError):
        upload(store, HOME, LARGE, "gwb")
    made.fail("pass")
    with opened(made.access, CALM) as store:
        assert not layout.candidates(one for one in store.list() if "/.tmp-" not in one.name)
        assert upload(store, HOME, LARGE, "gwb").sent < len(LARGE)
        assert _fetched(store) == LARGE
        for one in list(store.list()):
            store.delete(one.name)


def test_what_a_sync_program_did_to_names_is_understood_by_content(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    upload(store, HOME, LARGE, "gwb")
    folder = tmp_path / HOME
    piece = min((folder / "parts").iterdir())
    piece.rename(piece.with_name(f"{piece.stem} (1).piece"))
    (lists,) = folder.glob("*.list")
    lists.rename(lists.with_name(lists.name.replace(".gwb.list", " (conflicted copy 2026-11-02).gwb.list")))
    assert _fetched(store, "conflicted") == LARGE
    for name in ("x (conflicted copy).gwb", "x (1).gwb", "x.gwb.part", "x.sync-conflict-20261102-093000-ABC.gwb"):
        (tmp_path / name).write_bytes(SMALL)
        assert _fetched(store, name) == SMALL
    for name in ("notes.txt", "gwb", "photo.jpg", "empty.gwb"):
        (tmp_path / name).write_bytes(b"" if "empty" in name else SMALL)
    assert not [one for one in layout.candidates(store.list()) if "x" not in one.entry.name and not one.is_list]


def test_what_is_not_whole_is_left_for_later_and_never_given(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    small, large = (upload(store, HOME, data, "gwb").name for data in (SMALL, LARGE))
    for name, spoil in ((small, SMALL[:-1]), (small, SMALL[:-1] + b"?"), (large, b'{"format":'), (large, b"[]")):
        whole = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(spoil)
        with pytest.raises(NotWholeYetError):
            _fetched(store, name)
        (tmp_path / name).write_bytes(whole)
    told = (tmp_path / large).read_bytes()
    (tmp_path / large).write_bytes(told.replace(hashlib.sha256(LARGE).hexdigest().encode(), b"0" * 64))
    with pytest.raises(NotWholeYetError):
        _fetched(store, large)
    (tmp_path / large).write_bytes(told)
    found = layout.listed(told)
    assert found is not None
    (tmp_path / large).write_bytes(layout.written(found.sha256, found.size, found.parts[::-1]))
    with pytest.raises(NotWholeYetError):
        _fetched(store, large)
    (tmp_path / large).write_bytes(told)
    piece = min((tmp_path / HOME / "parts").iterdir())
    piece.write_bytes(piece.read_bytes()[:-9])
    with pytest.raises(NotWholeYetError):
        _fetched(store, large)
    with pytest.raises(NotWholeYetError):
        download(store, Found(Entry("gone.gwb", 9), ""))
    with pytest.raises(TooLargeError):
        download(store, Found(Entry("large.gwb", 1 << 31), ""))
    assert layout.listed(told.replace(b'"size":', b'"size":1')) is None


def test_a_list_that_cannot_be_true_is_none_and_a_way_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    digest, largest = "0" * 64, layout.LARGEST_PART

    def listed(*parts: layout.Part, whole: str = digest) -> layout.Parts | None:
        return layout.listed(layout.written(whole, sum(one.size for one in parts), parts))

    assert listed(layout.Part(digest, largest), layout.Part(digest, 1)) is not None
    assert listed(layout.Part(digest, largest + 1)) is None, "too large a part"
    assert listed(layout.Part(digest, 9), layout.Part(digest, -1)) is None, "a part of less than nothing"
    assert listed(*[layout.Part(digest, largest)] * 1000) is None, "larger than any submission"
    assert listed(layout.Part("../../etc/passwd", 9)) is None and listed(layout.Part(digest, 9), whole="x") is None
    (tmp_path / "place").mkdir()
    (tmp_path / "secret.gwb").write_bytes(SMALL)
    (tmp_path / "place" / "way.gwb").symlink_to(tmp_path / "secret.gwb")
    (tmp_path / "place" / "out").symlink_to(tmp_path)
    assert list(FolderStore(tmp_path / "place").list()) == []


def test_a_stick_that_was_pulled_out_is_told(tmp_path: Path) -> None:
    store = FolderStore(tmp_path / "stick")
    with pytest.raises(StoreNotThereError):
        upload(store, HOME, SMALL, "gwb")
