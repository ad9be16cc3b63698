"""A segment: the changes of one laptop as a bundle, from operations and carried rows to lines and back.

docs/formats/space.md says what the lines mean. A line that would be longer than a bundle allows, and the bytes of a
carried row, go beside the lines as numbered blobs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from app.domain.operation import Operation, bare
from app.sync import archive
from app.sync.bundle import Label, write
from app.sync.contents import outside_of
from app.sync.limits import LARGEST_LINE_BYTES, LARGEST_PART_BYTES, MOST_BLOBS
from app.sync.lines import dumps_line, loads
from app.sync.manifest import CLEANED, FORMAT, Manifest, Purpose, bundle_id
from app.sync.reading import Bundle, read, vouched_for
from app.sync.refusals import BundleContentError
from app.vault.identity import OrganisationKeys, PublicKeys

KIND = "changes"
"""What the header says of itself; other bundles of this purpose are no segments of changes."""
LARGEST_BYTES = 1 << 20
"""Of the lines of one segment, and of what lies beside them; a single larger thing goes alone."""
_CHUNK = 32 << 20
_STAMP = re.compile(r"[0-9a-f]{32}")
_REPLACED = re.compile(r"[0-9a-f]{32}(~[0-9a-f]{32})?")


@dataclass(frozen=True)
class CarriedRow:
    """A row of a table that travels: its kind, its key, its columns and its bytes."""

    kind: str
    key: tuple[str, ...]
    columns: Mapping[str, Any]
    content: bytes | None = None


@dataclass(frozen=True)
class Place:
    """Where a segment stands in the chain of its writer."""

    space: str
    writer: str
    seq: int
    previous: str
    sealed_at: str
    """A moment in UTC, `2026-10-12T09:30:00Z`, by the clock of the laptop."""
    start: int = 0
    """The first number that it stands for; 0: its own."""
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True)
class Segment:
    """What one segment says."""

    operations: tuple[Operation, ...] = ()
    rows: tuple[CarriedRow, ...] = ()
    seen: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """Per writer the last segment that its laptop held when it was sealed."""
    whole: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """Per writer the last segment up to which its laptop held every one: what it acknowledges."""

    @property
    def is_thinned(self) -> bool:
        """Whether values were cleaned up in it, which older programs cannot read."""
        return any(one.cleaned for one in self.operations)


@dataclass(frozen=True)
class Opened:
    """A segment that was checked and opened."""

    manifest: Manifest
    id: str
    segment: Segment
    start: int
    replaces: tuple[str, ...]


def seal(segment: Segment, place: Place, keys: OrganisationKeys, reader: PublicKeys) -> bytes:
    """The segment as a file: signed by the laptop, sealed for the space's key."""
    header: dict[str, object] = {"kind": KIND, "v": 1, "seen": {who: list(last) for who, last in segment.seen.items()}}
    if segment.whole:
        header["whole"] = {who: list(last) for who, last in segment.whole.items()}
    if place.replaces:
        header |= {"from": place.start, "replaces": list(place.replaces)}
    label = Label(
        Purpose.SEGMENT,
        place.sealed_at,
        recipients=(reader,),
        space=place.space,
        writer=place.writer,
        seq=place.seq,
        previous=place.previous,
        min_reader=CLEANED if segment.is_thinned else FORMAT,
    )
    beside: dict[str, bytes] = {}
    lines = [_fitting(line, beside) for line in _lines(segment, beside)]
    return write(label, header, lines=lines, keys=keys, blobs=beside)


def outside(data: bytes) -> tuple[Manifest, str]:
    """What is written on the outside of a segment, vouched for by its signature, and its id. Raises a BundleError."""
    text, signature = outside_of(archive.unpack(data))
    return vouched_for(text, signature, Purpose.SEGMENT), bundle_id(text)


def open_(data: bytes, keys: OrganisationKeys) -> Opened:
    """What a segment says, after every check. Raises a BundleError."""
    bundle = read(data, purpose=Purpose.SEGMENT, keys=keys, decoded=True)
    header = bundle.header
    if header.get("kind") != KIND:
        raise BundleContentError(detail="no segment of changes")
    try:
        said = [_said(told, bundle) for told in bundle.objects()]
        seen, whole = _numbers(header.get("seen", {})), _numbers(header.get("whole", {}))
        replaces = tuple(str(one) for one in header.get("replaces", ()))  # type: ignore[attr-defined]
        start = int(header.get("from", bundle.manifest.seq))  # type: ignore[call-overload]
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as failure:
        raise BundleContentError(detail=type(failure).__name__) from failure
    operations = tuple(one for one in said if isinstance(one, Operation))
    rows = tuple(one for one in said if isinstance(one, CarriedRow))
    return Opened(bundle.manifest, bundle.bundle_id, Segment(operations, rows, seen, whole), start, replaces)


def batches(things: Iterable[Operation | CarriedRow]) -> Iterator[Segment]:
    """The same things cut into segments that are not too large, in the order given."""
    operations: list[Operation] = []
    rows: list[CarriedRow] = []
    size = 0
    for one in things:
        weight = _weight(one)
        if (operations or rows) and (size + weight > LARGEST_BYTES or len(rows) >= MOST_BLOBS):
            yield Segment(tuple(operations), tuple(rows))
            operations, rows, size = [], [], 0
        if isinstance(one, Operation):
            operations.append(one)
        else:
            rows.append(one)
        size += weight
    if operations or rows:
        yield Segment(tuple(operations), tuple(rows))


def _weight(one: Operation | CarriedRow) -> int:
    line = _operation_line(one) if isinstance(one, Operation) else {"row": one.kind, "c": one.columns}
    beside = len(one.content or b"") if isinstance(one, CarriedRow) else 0
    return len(msgspec.json.encode(line)) + beside + 1


def _lines(segment: Segment, beside: dict[str, bytes]) -> Iterator[bytes]:
    for operation in segment.operations:
        yield msgspec.json.encode(_operation_line(operation))
    for row in segment.rows:
        line: dict[str, object] = {"row": row.kind, "k": list(row.key), "c": dict(row.columns)}
        if row.content is not None:
            parts = range(0, max(len(row.content), 1), _CHUNK)
            line["blobs"] = [_lay(row.content[start : start + _CHUNK], beside) for start in parts]
        yield msgspec.json.encode(line)


def _fitting(line: bytes, beside: dict[str, bytes]) -> bytes:
    return line if len(line) <= LARGEST_LINE_BYTES else dumps_line({"line": _lay(line, beside)})


def _lay(content: bytes, beside: dict[str, bytes]) -> str:
    """Put something beside the lines under the next number, which tells a carrier nothing."""
    name = f"{len(beside):064x}"
    beside[name] = content
    return name


def _operation_line(operation: Operation) -> dict[str, object]:
    line: dict[str, object] = {"id": operation.record, "t": operation.kind, "h": bare(operation.stamp)}
    if operation.by:
        line["by"] = operation.by
    line["f"] = dict(operation.fields)
    if operation.cleaned:
        line |= {"x": sorted(operation.cleaned), "d": operation.told}
    replaced = set(operation.replaces.values())
    written = set(operation.fields) | operation.cleaned
    if len(replaced) == 1 and set(operation.replaces) == written and len(*replaced) == 1:
        line["p"] = next(iter(replaced))[0]
    elif operation.replaces:
        line["p"] = {name: list(stamps) for name, stamps in operation.replaces.items()}
    return line


def _said(said: Mapping[str, object], bundle: Bundle) -> Operation | CarriedRow | None:
    if "line" in said:
        said = loads(bundle.blob(str(said["line"])), limit=LARGEST_PART_BYTES)
    if "row" in said:
        content = b"".join(bundle.blob(str(one)) for one in _list(said["blobs"])) if "blobs" in said else None
        return CarriedRow(str(said["row"]), tuple(map(str, _list(said["k"]))), _dict(said["c"]), content)
    if "h" not in said:
        return None  # of a later version
    return _operation(said)


def _operation(said: Mapping[str, Any]) -> Operation:
    fields = _dict(said["f"])
    cleaned = frozenset(map(str, _list(said.get("x", []))))
    told = _stamp(said["d"]) if cleaned else ""
    named = said.get("p", {})
    replaces = dict.fromkeys((*fields, *cleaned), (named,)) if isinstance(named, str) else _dict(named)
    found = {str(name): tuple(_stamp(one, _REPLACED) for one in stamps) for name, stamps in replaces.items()}
    known = (_stamp(said["id"]), str(said["t"]), _stamp(said["h"]), fields, found, str(said.get("by", "")))
    return Operation(*known, cleaned, told)


def _stamp(value: object, form: re.Pattern[str] = _STAMP) -> str:
    if not isinstance(value, str) or not form.fullmatch(value):
        raise ValueError("32 hexadecimal digits are expected")
    return value


def _numbers(value: object) -> dict[str, tuple[int, str]]:
    return {str(who): (int(last[0]), str(last[1])) for who, last in _dict(value).items()}


def _dict(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError("an object is expected")
    return value


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("a list is expected")
    return value
