"""SFTP: a folder on another computer, over SSH. Its key is known before anything is sent, passwords included."""

from __future__ import annotations

import posixpath
import stat as modes
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from app.progress import Progress, silent
from app.sync.stores import probing
from app.sync.stores.failures import StoreError, StoreNotThereError, StoreRefusesError
from app.sync.stores.shell import Site, connected, end, explained
from app.sync.stores.store import DEEPEST, Abilities, Entry, Patience, drained, retrying, temporary

if TYPE_CHECKING:
    from paramiko import SFTPAttributes, SFTPClient, SFTPFile

T = TypeVar("T")
_CHUNK = 32 << 10


class SftpStore:
    """Files of one folder of another computer; connected at the first verb, and anew after a failure."""

    def __init__(self, site: Site, patience: Patience) -> None:
        self._site, self._patience = site, patience
        self._client: SFTPClient | None = None

    def put(self, name: str, data: bytes) -> None:
        """Send it beside, read it back, rename it."""
        fresh = temporary(name)
        self._doing(partial(self._send, fresh, data))
        self.rename(fresh, name)

    def get(self, name: str, most: int, progress: Progress = silent) -> bytes:
        """The content of a file of at most `most` bytes."""
        return self._doing(lambda client: self._read(client, name, most, progress))

    def list(self, folder: str = "") -> Iterator[Entry]:
        """Every file below a folder."""
        if not folder.strip("/"):
            self._doing(lambda client: client.stat(self._path("")))
        waiting = [folder.strip("/")]
        while waiting:
            asked = waiting.pop()
            for one in self._doing(partial(self._listed, asked)):
                name = f"{asked}/{one.filename}".lstrip("/")
                if modes.S_ISDIR(one.st_mode or 0) and name.count("/") < DEEPEST:
                    waiting.append(name)
                elif modes.S_ISREG(one.st_mode or 0):
                    yield _entry(name, one)

    def stat(self, name: str) -> Entry:
        """Size and time of one file."""
        return _entry(name, self._doing(lambda client: client.stat(self._path(name))))

    def delete(self, name: str) -> None:
        """Remove a file."""
        with suppress(StoreNotThereError):
            self._doing(lambda client: client.remove(self._path(name)))

    def rename(self, name: str, to: str) -> None:
        """Give a file another name, replacing what has it; where an answer got lost, it is found there."""
        self._doing(partial(self._move, name, to))

    def probe(self) -> Abilities:
        """Try all of it."""
        return probing.probe(self, renames=True)

    def close(self) -> None:
        """Let go of the connection."""
        client, self._client = self._client, None
        if client is not None:
            channel = client.get_channel()
            transport = channel.get_transport() if channel else None
            with suppress(Exception):
                client.close()
            if transport is not None:
                end(transport, self._patience)

    def _doing(self, work: Callable[[SFTPClient], T]) -> T:
        return retrying(self._patience, partial(self._once, work))

    def _once(self, work: Callable[[SFTPClient], T]) -> T:
        """What `work` gives on a connection that lives; a failed one is thrown away."""
        from paramiko import SSHException

        try:
            if self._client is None:
                self._client = connected(self._site, self._patience)
            return work(self._client)
        except (OSError, EOFError, SSHException) as failure:
            told = explained(failure)
            if told.passing:
                self.close()
            raise told from None
        except StoreError:
            self.close()
            raise

    def _send(self, fresh: str, data: bytes, client: SFTPClient) -> None:
        self._make_folders(client, posixpath.dirname(fresh))
        with client.open(self._path(fresh), "wb") as file:
            file.set_pipelined(True)
            for start in range(0, len(data), _CHUNK):
                file.write(data[start : start + _CHUNK])
        if self._read(client, fresh, len(data), silent) != data:
            raise StoreRefusesError(detail="read back differs", passing=True)

    def _read(self, client: SFTPClient, name: str, most: int, progress: Progress) -> bytes:
        with client.open(self._path(name), "rb") as file:
            size = min(file.stat().st_size or 0, most + 1)
            _ask_ahead(file, size)
            return drained(iter(partial(file.read, _CHUNK), b""), most, progress)

    def _listed(self, folder: str, client: SFTPClient) -> Iterable[SFTPAttributes]:
        try:
            return tuple(client.listdir_attr(self._path(folder)))
        except FileNotFoundError:
            return ()

    def _move(self, name: str, to: str, client: SFTPClient) -> None:
        self._make_folders(client, posixpath.dirname(to))
        try:
            client.posix_rename(self._path(name), self._path(to))
        except FileNotFoundError:
            client.stat(self._path(to))

    def _make_folders(self, client: SFTPClient, folder: str) -> None:
        made = ""
        for part in folder.split("/"):
            made = f"{made}/{part}".lstrip("/")
            try:
                client.stat(self._path(made))
            except FileNotFoundError:
                client.mkdir(self._path(made))

    def _path(self, name: str) -> str:
        return posixpath.join(self._site.folder or ".", name)


def _entry(name: str, about: SFTPAttributes) -> Entry:
    return Entry(name, int(about.st_size or 0), str(about.st_mtime or ""))


def _ask_ahead(file: SFTPFile, size: int) -> None:
    """Ask for a whole file before the first answer comes.

    The library asks in a thread of its own. Where the line ends meanwhile, whoever reads is told so; the thread has
    nobody to tell, and what it says of itself would lie on a screen or in a log.
    """
    from paramiko import SSHException

    ask = file._prefetch_thread  # noqa: SLF001 - the library has no other place for it

    def quietly(*given: object) -> None:
        with suppress(OSError, EOFError, SSHException):
            ask(*given)

    file._prefetch_thread = quietly  # noqa: SLF001
    file.prefetch(size)
