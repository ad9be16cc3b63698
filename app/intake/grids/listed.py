"""Lists of records in JSON, or in the plain YAML that programs write, as one table. Runs in the guarded child only.

Records within a record (`metadata: ...`) become columns of their own; lists within one are joined. Of YAML only what
such logs need is read: a list of maps of texts. Tags, anchors and all else that makes YAML dangerous are refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from app.intake.grids.grid import Grid, Row
from app.intake.guard.failures import DamagedFileError, EmptyFileError, NotASpreadsheetError, TooLargeError
from app.intake.guard.letters import decoded

_LARGEST = 100 * 1024 * 1024
_DEEPEST, _MOST_COLUMNS = 4, 500
_LINE = re.compile(r"( *)(- )?([\w .-]{1,80}):(?: +(.*)|)$")
_QUOTED = re.compile(r"'((?:[^']|'')*)'|\"((?:[^\"\\]|\\.)*)\"")
_MARKS = ("&", "*", "!", "|", ">", "{", "[", "%", "@", "`")

Told = dict[str, str]


def read_json(path: str) -> Grid:
    """The records of a JSON file: a list of them, the one list in an object, or a record on each line.

    Raises NotASpreadsheetError.
    """
    content = _loaded(_text(path))
    if isinstance(content, dict):
        lists = [value for value in content.values() if isinstance(value, list)]
        content = lists[0] if len(lists) == 1 else []
    if not isinstance(content, list) or not content or not all(isinstance(one, dict) for one in content):
        raise NotASpreadsheetError(detail="json")
    return _grid(dict(_flat(one)) for one in content)


def read_yaml(path: str) -> Grid:
    """The records of a YAML file. Raises DamagedFileError for what is more than a list of maps of texts."""
    return _grid(_records(_text(path).splitlines()))


def _loaded(told: str) -> Any:
    try:
        return json.loads(told)
    except RecursionError as error:
        raise DamagedFileError(detail=type(error).__name__) from error
    except ValueError:
        pass
    try:
        return [json.loads(line) for line in told.splitlines() if line.strip()]
    except (ValueError, RecursionError) as error:
        raise DamagedFileError(detail=type(error).__name__) from error


def _text(path: str) -> str:
    if Path(path).stat().st_size > _LARGEST:
        raise TooLargeError
    return decoded(Path(path).read_bytes(), None).text


def _grid(records: Iterable[Told]) -> Grid:
    found = list(records)
    names = list(dict.fromkeys(name for one in found for name in one))[:_MOST_COLUMNS]
    if not names:
        raise EmptyFileError
    rows = (Row(number, tuple(one.get(name) or None for name in names)) for number, one in enumerate(found, start=2))
    return Grid(sheet="", rows=(Row(1, tuple(names)), *rows))


def _flat(record: dict[str, Any], depth: int = 0) -> Iterator[tuple[str, str]]:
    for name, value in record.items():
        if isinstance(value, dict) and depth < _DEEPEST:
            yield from _flat(value, depth + 1)
        elif isinstance(value, list):
            yield name, "; ".join(str(one) for one in value if not isinstance(one, dict | list))
        elif value is not None and not isinstance(value, dict):
            yield name, str(value)


def _records(lines: list[str]) -> Iterator[Told]:
    """A line that is indented deeper than the field before it, and no field of a map, goes on with its text."""
    record: Told = {}
    name, indent = "", 0
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#") or line == "---":
            continue
        deeper = len(line) - len(line.lstrip(" "))
        goes_on = bool(name) and deeper > indent and bool(record[name])
        found = None if goes_on else _LINE.match(line)
        if goes_on:
            record[name] += f" {line.strip()}"
            continue
        if not found or (not record and not found[2]):
            raise DamagedFileError(detail="yaml")
        if found[2]:
            if record:
                yield _unquoted(record)
            record = {}
        name, indent = found[3].strip(), len(found[1]) + len(found[2] or "")
        record[name] = (found[4] or "").strip()
    if record:
        yield _unquoted(record)


def _unquoted(record: Told) -> Told:
    return {name: plain for name, value in record.items() if (plain := _plain(value))}


def _plain(value: str) -> str:
    if value.startswith(_MARKS):
        raise DamagedFileError(detail="yaml")
    found = _QUOTED.fullmatch(value)
    if not found:
        return "" if value in ("null", "~") else value
    if found[1] is not None:
        return found[1].replace("''", "'")
    try:
        return str(json.loads(value))
    except ValueError as error:
        raise DamagedFileError(detail="yaml") from error
