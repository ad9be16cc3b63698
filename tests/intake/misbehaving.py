"""Readers that do what hostile files make readers do; run in the guarded child."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path


class Panic(BaseException):
    """Like the panic of a native reader: not an Exception."""


def good(text: str) -> str:
    return text.upper()


def who() -> int:
    return os.getpid()


def panic() -> str:
    raise Panic("at row 7")


def abort() -> str:
    os.abort()


def eat_memory() -> int:
    return len(bytearray(8_000_000_000))


def hang() -> int:
    while True:
        pass


def noise() -> str:
    os.write(1, b"to the terminal")
    os.write(2, b"to the terminal")
    sys.stdout.write("to the terminal")
    return "quiet"


def number_as_promised_text() -> str:
    return 7  # type: ignore[return-value]


def loaded() -> list[str]:
    from app.intake.carrying import attachment
    from app.intake.grids import spreadsheet

    assert attachment and spreadsheet
    return sorted({name.split(".")[0] for name in sys.modules})


def most_memory() -> int:
    """Bytes of memory that this process ever had; where the system does not say, 0."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return int(found[1]) * 1024 if found else 0
