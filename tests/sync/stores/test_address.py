"""How places are named, and that no address holds or shows a secret."""

from __future__ import annotations

import pytest

from app.sync.stores.address import AddressOpenError, AddressUnclearError, Kind, SecretInAddressError, read
from app.sync.stores.opening import Access
from app.sync.stores.shell import Site


@pytest.mark.parametrize(
    ("text", "kind", "shown"),
    [
        ("/media/stick/Hand over", Kind.FOLDER, "/media/stick/Hand over"),
        ("file:///media/a%20b", Kind.FOLDER, "/media/a b"),
        ("webdavs://ann@cloud.example/dav/files/ann", Kind.WEBDAV, "webdavs://ann@cloud.example/dav/files/ann"),
        ("https://ann@cloud.example:8443/dav/", Kind.WEBDAV, "webdavs://ann@cloud.example:8443/dav"),
        (
            "webdavs://ann%40org@cloud.example/فريق",
            Kind.WEBDAV,
            "webdavs://ann%40org@cloud.example/%D9%81%D8%B1%D9%8A%D9%82",
        ),
        ("http://ann@127.0.0.1:80/x", Kind.WEBDAV, "webdav://ann@127.0.0.1:80/x"),
        ("s3://KEY@s3.example/bucket/place", Kind.S3, "s3://KEY@s3.example/bucket/place"),
        ("sftp://ann@host.example:2222/in", Kind.SFTP, "sftp://ann@host.example:2222/in"),
        ("sftp://ann@[::1]//srv/in", Kind.SFTP, "sftp://ann@[::1]//srv/in"),
    ],
)
def test_an_address_is_shown_as_it_is_read_and_read_as_it_is_shown(text: str, kind: Kind, shown: str) -> None:
    found = read(text)
    assert (found.kind, found.text) == (kind, shown)
    assert read(found.text) == found
    assert found.needs_secret is (kind is not Kind.FOLDER)


@pytest.mark.parametrize(
    "text",
    ["", "ftp://a@b/c", "s3://key@host/", "webdavs:///x", "webdavs://h:99999/", "sftp://a@h/../x", "https://h/?a=b"],
)
def test_what_names_no_place_is_refused(text: str) -> None:
    with pytest.raises(AddressUnclearError):
        read(text)


def test_a_password_in_an_address_and_a_readable_line_are_refused() -> None:
    for text in ("webdavs://ann:word@host/x", "sftp://ann:@host/x", "s3://k:word@host/b"):
        with pytest.raises(SecretInAddressError):
            read(text)
    with pytest.raises(AddressOpenError) as failed:
        read("http://ann@host/x")
    assert "webdavs://" in failed.value.sentence()
    assert read("http://ann@host/x", allow_plain=True).plain


def test_no_secret_is_in_what_a_log_would_show() -> None:
    access = Access(read("webdavs://ann@host/x"), "geheim")
    assert "geheim" not in f"{access} {access!r} {Site('host', 22, 'ann', 'in', 'SHA256:x', 'geheim')!r}"
