"""The outer ZIP: everybody's ZIP program reads ours, and we read nothing but ours."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sync import archive
from app.sync.refusals import BundleDamagedError, BundleError, BundleTooLargeError, NotABundleError

ENTRIES = [("manifest.json", b"{}"), ("manifest.sig", b"sig"), ("data-0000", b"x" * 1000), ("READ ME.txt", b"")]
GOOD = archive.pack(ENTRIES)


def zipped(entries=ENTRIES, *, method=zipfile.ZIP_STORED, comment=b"", **info) -> bytes:
    """The same entries as Python's own writer packs them, with oddities."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as file:
        file.comment = comment
        for name, content in entries:
            entry = zipfile.ZipInfo(name, info.get("date_time", (1980, 1, 1, 0, 0, 0)))
            entry.external_attr = info.get("external_attr", 0o100644 << 16)
            entry.extra = info.get("extra", b"")
            entry.create_system = 3
            file.writestr(entry, content, method)
    return packed.getvalue()


def test_python_s_zip_reader_finds_the_same_entries():
    with zipfile.ZipFile(io.BytesIO(GOOD)) as file:
        assert file.testzip() is None
        assert [(name, file.read(name)) for name in file.namelist()] == ENTRIES


def test_a_plain_zip_with_the_same_fixed_values_is_the_same_archive():
    assert zipped() == GOOD


def test_the_entries_come_back_in_their_order_without_a_copy():
    found = archive.unpack(GOOD)
    assert [(name, bytes(content)) for name, content in found.items()] == ENTRIES
    assert found["data-0000"].obj is GOOD


@given(st.dictionaries(st.from_regex(r"[a-z0-9][a-z0-9-]{0,69}", fullmatch=True), st.binary(max_size=50), max_size=6))
def test_any_entries_come_back(entries):
    packed = [("manifest.json", b"{}"), *entries.items()]
    assert [(name, bytes(content)) for name, content in archive.unpack(archive.pack(packed)).items()] == packed


ODD = {
    "compressed": zipped(method=zipfile.ZIP_DEFLATED),
    "a comment": zipped(comment=b"hello"),
    "a time": zipped(date_time=(2026, 10, 12, 9, 30, 0)),
    "other rights": zipped(external_attr=0o100755 << 16),
    "a link": zipped(external_attr=0o120777 << 16),
    "extra data": zipped(extra=struct.pack("<HH4s", 0x7075, 4, b"data")),
    "bytes in front": b"x" + GOOD,
    "bytes behind": GOOD + b"\0",
    "an archive in front": GOOD + GOOD,
    "a folder": archive.pack([*ENTRIES, ("sub/data-0001", b"")]),
    "a way out": archive.pack([*ENTRIES, ("../data-0001", b"")]),
    "a name twice": archive.pack([*ENTRIES, ENTRIES[2]]),
    "an empty name": archive.pack([*ENTRIES, ("", b"")]),
}


@pytest.mark.parametrize("data", ODD.values(), ids=ODD.keys())
def test_an_archive_with_anything_of_its_own_is_refused(data):
    with pytest.raises(BundleError):
        archive.unpack(data)


def test_entries_that_share_bytes_are_refused():
    last = GOOD.rindex(b"PK\x01\x02")
    offset = last + 42
    with pytest.raises(BundleDamagedError):
        archive.unpack(GOOD[:offset] + struct.pack("<L", 0) + GOOD[offset + 4 :])


def test_bytes_between_the_entries_and_their_directory_are_refused():
    start = GOOD.index(b"PK\x01\x02")
    moved = struct.pack("<L", start + 3)
    with pytest.raises(BundleDamagedError):
        archive.unpack(GOOD[:start] + b"abc" + GOOD[start:-6] + moved + GOOD[-2:])


def test_bytes_within_the_directory_are_refused():
    size = struct.unpack("<L", GOOD[-10:-6])[0] + 3
    with pytest.raises(BundleDamagedError):
        archive.unpack(GOOD[:-22] + b"abc" + GOOD[-22:-10] + struct.pack("<L", size) + GOOD[-6:])


def test_a_checksum_that_does_not_fit_the_content_is_refused():
    checksum = struct.pack("<L", zlib.crc32(b"x" * 1000))
    assert GOOD.count(checksum) == 2
    with pytest.raises(BundleDamagedError):
        archive.unpack(GOOD.replace(checksum, b"abcd"))


def test_a_size_that_reaches_beyond_the_file_is_refused():
    sizes = struct.pack("<LL", 1000, 1000)
    assert GOOD.count(sizes) == 2
    with pytest.raises(BundleDamagedError):
        archive.unpack(GOOD.replace(sizes, struct.pack("<LL", 9000, 9000)))


def test_a_claim_of_many_entries_is_refused_before_they_are_looked_for():
    end = GOOD[:-22] + struct.pack(
        "<4sHHHHLLH", b"PK\x05\x06", 0, 0, 65_535, 65_535, *struct.unpack("<LL", GOOD[-10:-2]), 0
    )
    with pytest.raises(BundleTooLargeError):
        archive.unpack(end)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 and more", b"PK\x03\x04" + bytes(60), zipped([("word/document.xml", b"")])]
)
def test_another_kind_of_file_is_called_so(data):
    with pytest.raises(NotABundleError):
        archive.unpack(data)


@pytest.mark.parametrize("length", [0, 1, 20, 40, 100, len(GOOD) - 1])
def test_a_file_that_is_still_being_copied_is_called_damaged(length):
    with pytest.raises(BundleDamagedError):
        archive.unpack(GOOD[:length])
