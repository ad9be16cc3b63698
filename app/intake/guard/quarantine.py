"""Foreign files are read in a child process: whatever they do to their reader, the program lives on.

The program's first module must be importable without side effects and, in a packaged application, call
`multiprocessing.freeze_support()` first of all.
"""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, TypeVar

import msgspec

from app import garbage
from app.errors import GroundworkError
from app.intake.guard import child, failures
from app.progress import Progress, silent

T = TypeVar("T")

_TICK_SECONDS = 0.05
_LONGEST_ANSWER = 600 * 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """How much one file may take: seconds of waiting, bytes of address space (where the system can limit it)."""

    seconds: float = 20.0
    memory_bytes: int = 1_500_000_000


class Quarantine:
    """One guarded child process, used for one file after the other and replaced as soon as one does it harm.

    Use it as a context; `read` may be called any number of times. A reader is a function of a module, its
    arguments are plain values, and what it returns is checked against `returns` before it comes in.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def __enter__(self) -> Quarantine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def read(self, reader: Callable[..., T], *arguments: Any, returns: type[T], progress: Progress = silent) -> T:
        """What `reader(*arguments)` returns in the child.

        Raises one of `app.intake.guard.failures`, or what `progress` raises (`Cancelled`); then the child is ended.
        """
        connection = self._begin()
        try:
            connection.send((reader, arguments, self._limits.seconds))
            answer = self._wait(connection, progress)
        except (EOFError, OSError) as error:
            code = self._end()
            raise failures.ReaderStoppedError(detail=f"exit code {code}") from error
        except BaseException:
            self._end()
            raise
        return _unpacked(answer, returns)

    def _wait(self, connection: Connection, progress: Progress) -> bytes:
        deadline = time.monotonic() + self._limits.seconds
        while not connection.poll(_TICK_SECONDS):
            progress(0, 0)
            if time.monotonic() > deadline:
                raise failures.TookTooLongError(seconds=round(self._limits.seconds))
        return connection.recv_bytes(_LONGEST_ANSWER)

    def _begin(self) -> Connection:
        if self._connection is not None and self._process is not None and self._process.is_alive():
            return self._connection
        self._end()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=child.serve, args=(theirs, self._limits.memory_bytes), daemon=True)
        self._process.start()
        theirs.close()
        self._connection = ours
        return ours

    def _end(self) -> int | None:
        """End the child at once; its exit code."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._process is None:
            return None
        self._process.kill()
        self._process.join()
        code = self._process.exitcode
        self._process.close()
        self._process = None
        return code


def run(
    reader: Callable[..., T],
    *arguments: Any,
    returns: type[T],
    limits: Limits | None = None,
    progress: Progress = silent,
) -> T:
    """`Quarantine.read` in a child of its own: for one file that a person has chosen."""
    with Quarantine(limits) as quarantine:
        return quarantine.read(reader, *arguments, returns=returns, progress=progress)


def _unpacked(answer: bytes, returns: type[T]) -> T:
    try:
        if answer[:1] == child.RESULT:
            with garbage.not_looked_for():
                return msgspec.msgpack.decode(memoryview(answer)[1:], type=returns)
        told = msgspec.msgpack.decode(memoryview(answer)[1:], type=child.Failure)
    except msgspec.MsgspecError as error:
        raise failures.DamagedFileError(detail=type(error).__name__) from error
    raise _failure(told)


def _failure(told: child.Failure) -> GroundworkError:
    """Only classes of `failures` are ever made from what the child says."""
    found = vars(failures).get(told.error)
    if isinstance(found, type) and issubclass(found, GroundworkError):
        return found(detail=told.detail, **told.fields)
    return failures.ReaderStoppedError(detail=told.detail)
