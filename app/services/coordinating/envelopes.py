"""Second envelopes for whoever they were sealed for: opened without any workspace, as JSON or for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.intake.carrying.carrier import find_bundle
from app.reports import tables
from app.services.coordinating.receiving import FileUnreadableError
from app.sync import second_envelope
from app.vault import sealing_key
from app.vault.identity import fingerprint

COLUMNS = ("t", "id", "month", "type", "level", "objectives", "description", "support_needed", "passed_on")
"""Of a table, in its order: the kind, the identity, then fields."""


@dataclass(frozen=True)
class Told:
    """What an organisation told in one submission."""

    organisation: str
    """As the envelope says; who it really is, the digits tell."""
    sender: str
    """The digits of the key that signed, to compare by telephone."""
    call: str
    period: str
    entries: tuple[Mapping[str, object], ...]
    """Each with `t` (challenge or enclosed_note), `id` and `f`, its fields."""


def read(path: Path, key_file: Path, passphrase: str) -> Told:
    """What the second envelope of a submission holds, PDF or bundle.

    Raises FileUnreadableError, and in one sentence what is wrong with file, key, passphrase or envelope.
    """
    key = sealing_key.unlock(key_file, passphrase)
    try:
        data = path.read_bytes()
    except OSError as failure:
        raise FileUnreadableError(name=path.name, detail=str(failure.errno)) from failure
    opened = second_envelope.open_in(find_bundle(data).data, key)
    about = {name: str(opened.header.get(name, "")) for name in ("organisation", "call", "period")}
    return Told(sender=fingerprint(opened.manifest.sender.signing), entries=opened.lines, **about)


def as_csv(told: Told) -> bytes:
    """One row for each entry."""
    return tables.as_csv([COLUMNS, *rows(told)])


def rows(told: Told) -> Iterator[list[str]]:
    """The cells under COLUMNS, codes as they came."""
    for entry in told.entries:
        fields = entry.get("f")
        whole = {**fields, "t": entry.get("t"), "id": entry.get("id")} if isinstance(fields, dict) else entry
        yield [_cell(whole.get(name)) for name in COLUMNS]


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ",".join(str(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
