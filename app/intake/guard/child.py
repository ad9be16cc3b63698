"""What runs inside the guarded child process: one request after the other, with little memory and no voice."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

import msgspec

from app.errors import GroundworkError
from app.intake.guard import failures

RESULT, FAILURE = b"R", b"F"
_GRACE_SECONDS = 5


class Failure(msgspec.Struct, frozen=True):
    """How the child tells the parent what went wrong; `error` is a class of `failures` by name."""

    error: str
    fields: dict[str, str | int]
    detail: str


def serve(connection: Connection, memory_bytes: int) -> None:
    """Answer requests until the parent closes the connection.

    A request is (reader, arguments, seconds). If the parent dies in the middle, the system's alarm ends
    this process a little after the time limit.
    """
    gc.disable()  # what is read here is given away whole, and looking through it again and again takes long
    _be_silent()
    _limit_memory(memory_bytes)
    with suppress(EOFError, OSError):
        while True:
            reader, arguments, seconds = connection.recv()
            _set_alarm(int(seconds) + _GRACE_SECONDS)
            connection.send_bytes(_answer(reader, arguments))
            _set_alarm(0)


def _answer(reader: Callable[..., Any], arguments: tuple[Any, ...]) -> bytes:
    # BaseException: a panic of a native reader does not derive from Exception. Its words could quote the file, so
    # only its type is told: details are shown, copied and sent to whoever helps.
    try:
        return RESULT + msgspec.msgpack.encode(reader(*arguments))
    except GroundworkError as error:
        return _failure(type(error).__name__, error.fields, error.detail)
    except MemoryError:
        return _failure(failures.TooMuchMemoryError.__name__, {}, "MemoryError")
    except FileNotFoundError:
        return _failure(failures.FileMissingError.__name__, {"name": ""}, "")
    except BaseException as error:  # noqa: BLE001 - whatever it is, it stays in the child
        return _failure(failures.DamagedFileError.__name__, {}, type(error).__name__)


def _failure(error: str, fields: dict[str, Any], detail: str) -> bytes:
    plain = {name: value if isinstance(value, int) else str(value) for name, value in fields.items()}
    return FAILURE + msgspec.msgpack.encode(Failure(error, plain, detail.encode("utf-8", "replace").decode()))


def _be_silent() -> None:
    """Native readers write panics to the terminal; those lines may quote the file."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (1, 2):
        with suppress(OSError):
            os.dup2(nowhere, descriptor)
    sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - for the whole life


def _limit_memory(memory_bytes: int) -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _set_alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)
