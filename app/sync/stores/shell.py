"""SSH: one connection to a computer whose key is pinned; nothing is sent to another one."""

from __future__ import annotations

import base64
import hashlib
import io
import logging
import socket
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.sync.stores.failures import (
    HostKeyChangedError,
    StoreError,
    StoreNoRightError,
    StoreNotThereError,
    StoreRefusesError,
    StoreTooSlowError,
    StoreUnreachableError,
)
from app.sync.stores.store import Patience

if TYPE_CHECKING:
    from paramiko import PKey, SFTPClient, Transport


@dataclass(frozen=True)
class Site:
    """Whom to ask for, where, and what opens the door."""

    host: str
    port: int
    user: str
    folder: str
    host_key: str
    """The fingerprint of the computer's key as `ssh-keygen -l` prints it: `SHA256:…`."""
    secret: str = field(repr=False)
    """A password, or a private key as text."""


def host_key(host: str, port: int, patience: Patience) -> str:
    """The fingerprint that the computer at this address shows; nothing is told to it. Raises StoreError."""
    from paramiko import SSHException

    try:
        transport = _greeted(host, port, patience)
    except (OSError, EOFError, SSHException) as failure:
        raise explained(failure) from None
    try:
        return _fingerprint(transport)
    finally:
        end(transport, patience)


def connected(site: Site, patience: Patience) -> SFTPClient:
    """Files of the computer with the pinned key. Raises HostKeyChangedError before anything secret is sent."""
    from paramiko import SFTPClient

    transport = _greeted(site.host, site.port, patience)
    try:
        found = _fingerprint(transport)
        if found != site.host_key:
            raise HostKeyChangedError(found=found)
        if "PRIVATE KEY" in site.secret:
            transport.auth_publickey(site.user, _private_key(site.secret))
        else:
            transport.auth_password(site.user, site.secret)
        client = SFTPClient.from_transport(transport)
        if client is None:
            raise StoreRefusesError(detail="no file transfer")
        channel = client.get_channel()
        if channel is not None:
            channel.settimeout(patience.answer_seconds)
        return client
    except BaseException:
        end(transport, patience)
        raise


def explained(failure: Exception) -> StoreError:
    """Our failure for one of the connection; of its text nothing is kept."""
    from paramiko import AuthenticationException

    kind = type(failure).__name__
    if isinstance(failure, AuthenticationException):
        return StoreNoRightError(detail=kind)
    if isinstance(failure, FileNotFoundError):
        return StoreNotThereError(detail=kind)
    if isinstance(failure, PermissionError):
        return StoreNoRightError(detail=kind)
    if isinstance(failure, TimeoutError):
        return StoreTooSlowError(detail=kind, passing=True)
    if isinstance(failure, (ConnectionError, EOFError, socket.gaierror)):
        return StoreUnreachableError(detail=kind, passing=True)
    if isinstance(failure, OSError) and failure.errno is not None:
        return StoreUnreachableError(detail=kind, passing=True)
    if isinstance(failure, OSError):
        closed = "closed" in str(failure).lower()
        return (StoreUnreachableError if closed else StoreRefusesError)(detail=kind, passing=True)
    return StoreUnreachableError(detail=kind, passing=True)


def _greeted(host: str, port: int, patience: Patience) -> Transport:
    from paramiko import SSHException, Transport

    began = time.monotonic()
    logging.getLogger("paramiko").setLevel(logging.CRITICAL + 1)  # it would tell names of hosts and people
    line = socket.create_connection((host, port), timeout=patience.answer_seconds)
    transport = Transport(line)
    transport.banner_timeout = patience.answer_seconds
    transport.auth_timeout = patience.answer_seconds
    transport.handshake_timeout = patience.answer_seconds
    transport.channel_timeout = patience.answer_seconds
    try:
        transport.start_client(timeout=patience.answer_seconds)
    except BaseException as failure:
        end(transport, patience)
        is_late = time.monotonic() - began >= 0.8 * patience.answer_seconds
        if isinstance(failure, SSHException) and is_late:
            raise TimeoutError from None
        raise
    if not transport.initial_kex_done:  # its time ran out, which it does not say
        end(transport, patience)
        raise TimeoutError
    return transport


def end(transport: Transport, patience: Patience) -> None:
    """Let go of a connection, and of the clock that watched its greeting and would run on alone."""
    transport.close()
    if transport.is_alive():
        transport.join(patience.answer_seconds)
    transport.packetizer.complete_handshake()


def _fingerprint(transport: Transport) -> str:
    digest = hashlib.sha256(transport.get_remote_server_key().asbytes()).digest()
    return f"SHA256:{base64.b64encode(digest).decode().rstrip('=')}"


def _private_key(text: str) -> PKey:
    from paramiko import ECDSAKey, Ed25519Key, RSAKey, SSHException

    for kind in (Ed25519Key, ECDSAKey, RSAKey):
        try:
            return kind.from_private_key(io.StringIO(text))
        except (SSHException, ValueError):
            continue
    raise StoreNoRightError(detail="private key")
