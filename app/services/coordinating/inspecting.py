"""Inspecting: what a file is, who signed it, what it holds and what is wrong; no workspace, no key, no change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.errors import GroundworkError
from app.intake.carrying.carrier import PDF_LIMITS, Carried, Cut, find_bundle
from app.intake.guard.kinds import HEAD_BYTES, kind_of
from app.intake.guard.quarantine import Quarantine
from app.progress import Progress, silent
from app.services.coordinating.receiving import FileUnreadableError
from app.services.submitting import redrawing
from app.services.submitting.redrawing import Outcome
from app.sync import inspecting, wire
from app.sync.inspecting import Inspection, Signature
from app.sync.manifest import Purpose
from app.sync.reading import Bundle, read
from app.vault.identity import fingerprint

UNKNOWN_KEY = "unknown-key"
"""The signature is right, but the file does not say in a way we can read whose key that is."""


@dataclass(frozen=True)
class Inspected:
    """What one file is; what is not known is empty, None, or no record at all."""

    path: Path
    kind: str
    """bundle, pdf, or what else its first bytes say."""
    purpose: str = ""
    sender: str = ""
    """The sender's key as digits that can be compared by telephone."""
    signature: str = "none"
    """good, bad, unknown-key or none."""
    whole: bool = False
    sealed: bool = False
    organisation: str = ""
    call: str = ""
    period: str = ""
    revision: int | None = None
    records: Mapping[str, int] | None = field(default=None)
    """How many of each kind; None where the content is sealed or was not read."""
    unknown: Mapping[str, int] = field(default_factory=dict)
    """Of kinds that this program does not know, written by a newer one, how many of each."""
    unknown_fields: tuple[str, ...] = ()
    """Fields of known kinds that this program does not know, as `kind.field`."""
    pages: Outcome | None = None
    """Whether the printed pages say what the data says; None: not compared, as the data is sealed or refused."""
    problems: tuple[str, ...] = ()
    """Why it would be refused, in words; empty does not mean that its sender is known."""

    @property
    def pages_match(self) -> bool | None:
        """Yes or no where they could be compared."""
        return {Outcome.MATCH: True, Outcome.DIFFER: False}.get(self.pages) if self.pages else None


def inspect(paths: Iterable[Path], progress: Progress = silent) -> tuple[Inspected, ...]:
    """What each file is; no file stops the others."""
    files = list(paths)
    found = []
    with Quarantine(PDF_LIMITS) as quarantine:
        for done, path in enumerate(files):
            progress(done, len(files))
            found.append(_inspect_one(path, quarantine))
    progress(len(files), len(files))
    return tuple(found)


def _inspect_one(path: Path, quarantine: Quarantine) -> Inspected:
    try:
        data = path.read_bytes()
    except OSError as failure:
        reason = FileUnreadableError(name=path.name, detail=str(failure.errno))
        return Inspected(path, "unreadable", problems=(reason.sentence(),))
    kind = kind_of(data[:HEAD_BYTES]).value
    try:
        carried = find_bundle(data, quarantine=quarantine)
    except GroundworkError as failure:
        return Inspected(path, kind, problems=(failure.sentence(),))
    outside = inspecting.inspect(carried.data)
    seen = _with_content(_outside(path, kind, outside), outside, carried.data)
    return replace(seen, pages=_pages(seen, data, carried, quarantine))


def _pages(seen: Inspected, data: bytes, carried: Carried, quarantine: Quarantine) -> Outcome | None:
    """Whether the pages say what the data says, where the data is open to everybody."""
    if seen.records is None or seen.purpose != Purpose.SUBMISSION:
        return None
    if carried.how == "bare":
        return Outcome.NONE
    bundle = read(carried.data, purpose=Purpose.SUBMISSION)
    submission = wire.read_submission(bundle.header, bundle.lines())
    cut = carried.cut or Cut(0, 0)
    return redrawing.compare(redrawing.Kept(cut.without(data), cut), submission, carried.data, quarantine)


def _outside(path: Path, kind: str, found: Inspection) -> Inspected:
    return Inspected(
        path,
        kind,
        purpose=found.purpose,
        sender=fingerprint(found.manifest.sender.signing) if found.manifest else "",
        signature=_signature(found),
        whole=found.is_whole,
        sealed=found.is_sealed,
        problems=tuple(one.sentence() for one in found.problems),
    )


def _signature(found: Inspection) -> str:
    if found.signature is Signature.GOOD:
        return "good" if found.manifest else UNKNOWN_KEY
    return "bad" if found.signature is Signature.BAD else "none"


def _with_content(seen: Inspected, outside: Inspection, data: bytes) -> Inspected:
    """What is inside, where it is whole, signed and open to everybody."""
    if seen.problems or seen.sealed or outside.purpose not in set(Purpose):
        return seen
    try:
        bundle = read(data, purpose=Purpose(outside.purpose))
        reader = _READERS.get(outside.purpose)
        return reader(seen, bundle) if reader else seen
    except GroundworkError as failure:
        return replace(seen, problems=(failure.sentence(),))


def _submission(seen: Inspected, bundle: Bundle) -> Inspected:
    found = wire.read_submission(bundle.header, bundle.lines())
    return replace(
        seen,
        organisation=found.organisation.name,
        call=found.call,
        period=found.period.iso,
        revision=found.revision,
        records=dict(sorted(Counter(type(entry).KIND for entry in found.entries).items())),
        unknown=dict(sorted(Counter(one.kind for one in found.unknown if not one.fields).items())),
        unknown_fields=tuple(sorted({f"{one.kind}.{name}" for one in found.unknown for name in one.fields})),
    )


def _call(seen: Inspected, bundle: Bundle) -> Inspected:
    found = wire.read_call(bundle.header, bundle.manifest.sender.signing)
    return replace(seen, organisation=found.coordinator, call=found.id, period=found.period.iso, records={})


def _forward(seen: Inspected, bundle: Bundle) -> Inspected:
    hub, period = str(bundle.header.get("hub", "")), str(bundle.header.get("period", ""))
    return replace(seen, organisation=hub, period=period, records={"submission": len(bundle.blob_names)})


_READERS = {
    Purpose.SUBMISSION.value: _submission,
    Purpose.PRACTICES.value: _submission,
    Purpose.CALL.value: _call,
    Purpose.FORWARD.value: _forward,
}
