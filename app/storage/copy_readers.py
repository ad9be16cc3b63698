"""Who reads a whole file for a move: this process, or several beside it that each have the file open for themselves.

All of them see the same moment, as nobody writes until each has begun to read. They give bytes in the order in which
the parts were asked for, and each makes its next part while the others are listened to.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Protocol

from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress, silent
from app.storage import copy_parts
from app.storage.copy_parts import CopyPart
from app.storage.database import Database
from app.storage.session import Session

_READY, _PIECE, _END, _FAILED = b"R", b"P", b"E", b"F"
_TICK_SECONDS = 0.1


class ReaderGoneError(GroundworkError):
    """A process that read for the move ended, or could not read on."""

    message = N_("The workspace could not be read to its end. Nothing was kept on the other side; please try again.")


class Reader(Protocol):
    """Gives what is asked for, part by part."""

    def read(self, parts: Sequence[CopyPart], progress: Progress = silent) -> Iterator[tuple[CopyPart, bytes]]:
        """The bytes of these parts in their order, each in one piece or several; `progress` is heard while waiting."""


class Here:
    """This process."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def read(self, parts: Sequence[CopyPart], progress: Progress = silent) -> Iterator[tuple[CopyPart, bytes]]:
        """As `Reader`."""
        for part in parts:
            for piece in copy_parts.read(self._session, part):
                yield part, piece


class Beside:
    """Processes beside this one; use it as a context, within a transaction that lets nobody write."""

    def __init__(self, path: Path, key: bytes, count: int) -> None:
        self._about = str(path), key
        self._count = count
        self._running: list[tuple[BaseProcess, Connection]] = []

    def __enter__(self) -> Beside:
        context = multiprocessing.get_context("spawn")
        try:
            for _number in range(self._count):
                ours, theirs = context.Pipe()
                process = context.Process(target=serve, args=(theirs, *self._about), daemon=True)
                process.start()
                theirs.close()
                self._running.append((process, ours))
            for _process, connection in self._running:
                if _heard(connection, silent) != _READY:
                    raise ReaderGoneError
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def read(self, parts: Sequence[CopyPart], progress: Progress = silent) -> Iterator[tuple[CopyPart, bytes]]:
        """As `Reader`."""
        for number, (_process, connection) in enumerate(self._running):
            connection.send(list(parts[number :: self._count]))
        for number, part in enumerate(parts):
            connection = self._running[number % self._count][1]
            while (piece := _heard(connection, progress)) != _END:
                yield part, piece[1:]

    def _end(self) -> None:
        for process, connection in self._running:
            connection.close()
            process.kill()
            process.join()
            process.close()
        self._running = []


def serve(connection: Connection, path: str, key: bytes) -> None:
    """What runs in a process beside: read what is asked for, at the moment at which it said that it is ready."""
    gc.disable()  # what is read here is given away whole
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever began this one ends it
    with suppress(EOFError, OSError):
        try:
            _serve(connection, Database(Path(path), key))
        except GroundworkError as failure:
            connection.send_bytes(_FAILED + type(failure).__name__.encode())


def _serve(connection: Connection, kept: Database) -> None:
    with kept.reading() as session:
        copy_parts.look(session)
        connection.send_bytes(_READY)
        for part in connection.recv():
            for piece in copy_parts.read(session, part):
                connection.send_bytes(_PIECE + piece)
            connection.send_bytes(_END)
        with suppress(EOFError):
            connection.recv_bytes()  # until this one is ended


def _heard(connection: Connection, progress: Progress) -> bytes:
    try:
        while not connection.poll(_TICK_SECONDS):
            progress(0, 0)
        said = connection.recv_bytes()
    except (EOFError, OSError) as failure:
        raise ReaderGoneError(detail=type(failure).__name__) from failure
    if said.startswith(_FAILED):
        raise ReaderGoneError(detail=said[1:].decode())
    return said
