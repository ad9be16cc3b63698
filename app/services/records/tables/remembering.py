"""Mappings remembered by the headings of the table they were made for, and shared as small files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.errors import GroundworkError
from app.files import write_whole
from app.intake.fitting.mapping import Mapping, is_mapping, load, parse
from app.intake.fitting.mapping_text import written
from app.intake.grids import columns
from app.intake.grids.whole import Whole
from app.services.opening.workspace import Workspace
from app.storage import values
from app.storage.session import Session

_NAME = "mappings"
_MOST = 200


def remembered(workspace: Workspace, whole: Whole) -> Mapping | None:
    """The mapping that was used last for a table with these headings, in whichever sheet it is."""
    with workspace.reading() as session:
        kept = values.get(session, _NAME) or {}
    for sheet, fingerprint in _fingerprints(whole) if kept else ():
        if fingerprint in kept:
            return replace(parse(kept[fingerprint].encode()), sheet=sheet or None)
    return None


def remember(session: Session, whole: Whole, mapping: Mapping) -> None:
    """Keep a mapping for the next table with the same headings, inside a transaction already open."""
    if mapping.form:
        return
    kept = values.get(session, _NAME) or {}
    wanted = whole.grid(mapping.sheet).sheet
    for sheet, fingerprint in _fingerprints(whole):
        if sheet == wanted:
            kept.pop(fingerprint, None)
            kept[fingerprint] = written(mapping).decode()
    values.put(session, _NAME, dict(list(kept.items())[-_MOST:]))


def share(mapping: Mapping, path: Path) -> None:
    """Write a mapping as a file that others can use. Raises MappingNotSharedError, or what the disk says."""
    write_whole(path, written(mapping), replace=True)


def shared(path: Path) -> Mapping:
    """The mapping in a file. Raises the errors of `app.intake.fitting.mapping`."""
    return load(path)


def is_shared(path: Path) -> bool:
    """Whether a file is a mapping that somebody shared."""
    return is_mapping(path)


def _fingerprints(whole: Whole) -> Iterator[tuple[str, str]]:
    """Each sheet with what its headings come to, whatever stands in its rows."""
    for grid in whole.grids:
        try:
            found = columns.table(grid).columns
        except GroundworkError:
            continue
        told = json.dumps(sorted([one.key, one.tag] for one in found), ensure_ascii=False)
        yield grid.sheet, hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()
