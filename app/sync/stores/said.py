"""What OpenDAL said about a failure, as one of ours: only kind and status are taken from its text, never a word."""

from __future__ import annotations

import re

from app.sync.stores.failures import (
    StoreError,
    StoreNoRightError,
    StoreNotThereError,
    StoreRefusesError,
    StoreTooSlowError,
    StoreUnreachableError,
    of_status,
)

_KIND = re.compile(r"^(\w+) \(")
_STATUS = re.compile(r"response: Parts \{ status: (\d{3})")
_KINDS: dict[str, type[StoreError]] = {
    "NotFound": StoreNotThereError,
    "NotADirectory": StoreNotThereError,
    "IsADirectory": StoreNotThereError,
    "PermissionDenied": StoreNoRightError,
}


def explained(failure: Exception) -> StoreError:
    """Our failure for one of the library.

    Its text begins with the kind, then quotes the server; the status stands in the context after that.
    """
    text = str(failure).partition("\nBacktrace")[0]
    status = _STATUS.findall(text.rpartition("Context:")[2] or text)
    if status:
        return of_status(int(status[-1]))
    kind = _KIND.match(text)
    name = kind.group(1) if kind else type(failure).__name__
    if "propfind response is empty" in text:  # some page, and no answer of WebDAV
        return StoreRefusesError(detail="no answer of WebDAV")
    if name in _KINDS:
        return _KINDS[name](detail=name)
    return _of_the_line(text, name)


def _of_the_line(text: str, name: str) -> StoreError:
    """A failure without an answer of the server: the connection's own."""
    if "timeout reached" in text:
        return StoreTooSlowError(detail="timeout", passing=True)
    if name != "Unexpected":
        return StoreRefusesError(detail=name, passing=name == "RateLimited")
    if "certificate" in text:
        return StoreRefusesError(detail="certificate")
    if "send http request" in text or "read data from http response" in text:
        garbled = "invalid HTTP" in text or "unexpected message" in text or "parsed" in text
        return (StoreRefusesError if garbled else StoreUnreachableError)(detail="connection", passing=True)
    return StoreRefusesError(detail=name)
