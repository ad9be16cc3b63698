"""How a place is named: one address that says everything but the secret, and is safe to show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import SplitResult, quote, unquote, urlsplit

from app.errors import GroundworkError
from app.i18n import N_


class Kind(StrEnum):
    """What speaks at the other end."""

    FOLDER = "folder"
    WEBDAV = "webdav"
    S3 = "s3"
    SFTP = "sftp"


class AddressUnclearError(GroundworkError):
    """Words that name no place."""

    message = N_(
        "This is not the address of a place. Write a folder, webdavs://name@server/folder, s3://key@server/bucket or"
        " sftp://name@server/folder."
    )


class SecretInAddressError(GroundworkError):
    """A password stands in the address, where it would be shown and kept by others."""

    message = N_("Please leave the password out of the address. It is asked for, and kept inside the workspace only.")


class AddressOpenError(GroundworkError):
    """The password would travel readable."""

    message = N_(
        "At this address everybody on the way could read the password. Please use an address that begins with {safe}."
    )


@dataclass(frozen=True)
class Address:
    """Where a place is; without any secret."""

    kind: Kind
    host: str = ""
    port: int = 0
    user: str = ""
    path: str = ""
    """Of a folder the whole path; else what follows the host, without slashes at its ends."""
    plain: bool = False
    """Whether the line is not encrypted: only to this computer itself, or where a person allowed it."""

    @property
    def needs_secret(self) -> bool:
        """Whether anybody is asked for a password or a key."""
        return self.kind is not Kind.FOLDER

    @property
    def text(self) -> str:
        """As it is written and shown."""
        if self.kind is Kind.FOLDER:
            return self.path
        host = f"[{self.host}]" if ":" in self.host else self.host
        user = f"{quote(self.user, safe='')}@" if self.user else ""
        port = f":{self.port}" if self.port else ""
        return f"{_SCHEMES[self.kind, self.plain]}://{user}{host}{port}/{quote(self.path)}"

    @property
    def endpoint(self) -> str:
        """Where HTTP goes, without path."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'http' if self.plain else 'https'}://{host}{f':{self.port}' if self.port else ''}"


_SCHEMES = {
    (Kind.WEBDAV, False): "webdavs",
    (Kind.WEBDAV, True): "webdav",
    (Kind.S3, False): "s3",
    (Kind.S3, True): "s3+http",
    (Kind.SFTP, False): "sftp",
}
_READ = {scheme: pair for pair, scheme in _SCHEMES.items()} | {
    "https": (Kind.WEBDAV, False),
    "http": (Kind.WEBDAV, True),
}
_SCHEME = re.compile(r"^([a-z][a-z0-9+]+)://", re.IGNORECASE)
_OWN_HOSTS = frozenset({"localhost", "127.0.0.1", "::1"})


def read(text: str, *, allow_plain: bool = False) -> Address:
    """The place that these words name. Raises AddressUnclearError, SecretInAddressError or AddressOpenError."""
    text = text.strip()
    scheme = _SCHEME.match(text)
    if not text or "\0" in text:
        raise AddressUnclearError
    if scheme is None or scheme.group(1).lower() == "file":
        path = unquote(urlsplit(text).path) if scheme else text
        return Address(Kind.FOLDER, path=str(Path(path).expanduser().absolute()))
    if scheme.group(1).lower() not in _READ:
        raise AddressUnclearError
    kind, is_plain = _READ[scheme.group(1).lower()]
    try:
        parts = urlsplit(text)
        port = parts.port or 0
    except ValueError:
        raise AddressUnclearError from None
    if parts.password is not None:
        raise SecretInAddressError
    return _checked(kind, parts, port, is_plain=is_plain, allow_plain=allow_plain)


def _checked(kind: Kind, parts: SplitResult, port: int, *, is_plain: bool, allow_plain: bool) -> Address:
    host, path = (parts.hostname or ""), unquote(parts.path).strip("/")
    needs_path = kind is Kind.S3
    if not host or parts.query or parts.fragment or (needs_path and not path) or ".." in path.split("/"):
        raise AddressUnclearError
    if is_plain and host not in _OWN_HOSTS and not allow_plain:
        raise AddressOpenError(safe=f"{_SCHEMES[kind, False]}://")
    if kind is Kind.SFTP and parts.path.startswith("//"):
        path = f"/{path}"
    return Address(kind, host, port, unquote(parts.username or ""), path, is_plain)
