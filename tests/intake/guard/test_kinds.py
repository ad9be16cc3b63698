from __future__ import annotations

import pytest

from app.intake.guard.kinds import Kind, is_bundle, kind_of
from tests.intake.made import bundle


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"", Kind.EMPTY),
        (b"junk before\n%PDF-1.7", Kind.PDF),
        (b"age-encryption.org/v1\n-> X25519", Kind.SEALED),
        (b"\xff\xd8\xff\xe0", Kind.IMAGE),
        (b"RIFF\0\0\0\0WEBP", Kind.IMAGE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.WORKBOOK),
        (b"PK\x05\x06" + bytes(18), Kind.ZIP),
        (b"PK\x03\x04" + bytes(22) + b"\x05\0\0\0a.pdf%PDF-1.7\n", Kind.ZIP),
        ("الاسم,عدد\n".encode(), Kind.CSV),
        ("a,b".encode("utf-16"), Kind.CSV),
        (b" <?xml version='1.0'?>", Kind.MARKUP),
        (b'<a href="https://a.example/">a</a>,2\n', Kind.CSV),
        (b"<18,18-59\n1,2\n", Kind.CSV),
        (b'{"a": 1}', Kind.JSON),
        (b"[Region],[Total]\n", Kind.CSV),
        (b"\0\0\0\0", Kind.UNKNOWN),
        ("النشاط;نساء\nدورة;12\n".encode("utf-16-be"), Kind.CSV),
        ("活动,女\n法律咨询,12\n".encode("utf-16-le"), Kind.CSV),
        (b"name,women\nDesk\0,12\nTent,7\n", Kind.CSV),
        (bytes(range(64)) * 4, Kind.UNKNOWN),
        (b"SQLite format 3\0\x10\0\1\1\0@  \0\0\0\2", Kind.UNKNOWN),
    ],
)
def test_first_bytes_tell_the_kind(head, kind):
    assert kind_of(head) is kind


def test_a_zip_is_a_bundle_only_if_the_manifest_comes_first():
    assert kind_of(bundle()) is Kind.BUNDLE
    assert is_bundle(bundle())
    assert not is_bundle(bundle().replace(b"manifest.json", b"manifest.jsox"))
