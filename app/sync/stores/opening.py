"""From an address and its secret to a store that can be used, and closed again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from app.sync.stores import shell
from app.sync.stores.address import Address, Kind
from app.sync.stores.folder import FolderStore
from app.sync.stores.store import Patience, Store

_SSH = 22
_ANYWHERE = "us-east-1"


@dataclass(frozen=True)
class Access:
    """All that is needed to use a place."""

    address: Address
    secret: str = field(default="", repr=False)
    region: str = ""
    """Of S3, where its keepers ask for one."""
    host_key: str = ""
    """Of SFTP: the fingerprint that was compared."""


@contextmanager
def opened(access: Access, patience: Patience = Patience()) -> Iterator[Store]:  # noqa: B008 - it is frozen
    """The store, closed whatever happens. Nothing is sent before the first verb."""
    store = _made(access, patience)
    try:
        yield store
    finally:
        store.close()


def host_key(address: Address, patience: Patience = Patience()) -> str:  # noqa: B008 - it is frozen
    """The fingerprint that the computer of an SFTP address shows; "" for every other kind."""
    if address.kind is not Kind.SFTP:
        return ""
    return shell.host_key(address.host, address.port or _SSH, patience)


def _made(access: Access, patience: Patience) -> Store:
    address = access.address
    if address.kind is Kind.FOLDER:
        return FolderStore(Path(address.path))
    if address.kind is Kind.SFTP:
        from app.sync.stores.sftp import SftpStore

        port = address.port or _SSH
        site = shell.Site(address.host, port, address.user, address.path, access.host_key, access.secret)
        return SftpStore(site, patience)
    from app.sync.stores.operators import Operators

    if address.kind is Kind.WEBDAV:
        from app.sync.stores.webdav import WebdavStore

        whole = _webdav(access, f"{address.endpoint}/{quote(address.path)}")
        server = _webdav(access, address.endpoint)
        return WebdavStore(Operators("webdav", whole, patience), Operators("webdav", server, patience), address.path)
    from app.sync.stores.s3 import S3Store

    return S3Store(Operators("s3", _s3(access), patience))


def _webdav(access: Access, endpoint: str) -> dict[str, str]:
    """Without a slash at the end, which some servers take for another folder."""
    return {"endpoint": endpoint.rstrip("/"), "username": access.address.user, "password": access.secret}


def _s3(access: Access) -> dict[str, str]:
    """Nothing is taken from the surroundings: neither variables nor files nor a service of a cloud."""
    bucket, _slash, prefix = access.address.path.partition("/")
    return {
        "bucket": bucket,
        "root": f"/{prefix}/" if prefix else "/",
        "endpoint": access.address.endpoint,
        "region": access.region or _ANYWHERE,
        "access_key_id": access.address.user,
        "secret_access_key": access.secret,
        "disable_config_load": "true",
        "disable_ec2_metadata": "true",
    }
