"""Ten years of one organisation: `python -m tests.decade [CHANGES_A_YEAR [SYNCS_A_YEAR [MONTHS]]]` tells how it grows.

Two laptops write and sync every second day; records are edited, some are erased, small files become one and old ones
are cleared away. With MONTHS replaced words leave the place after that time. One line of JSON per year.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from app.domain.filling import filled
from app.domain.records import Activity
from app.services.opening.open_workspace import Workspace
from app.services.records import erasing, recording
from app.services.syncing import cleaning
from tests.laptops import laptops, later, sync
from tests.making import log_activity

YEARS = 10
LETTERS = "etaoinshrdlu "
"""Texts of these are about as dense as what people write: nearly four bits a letter."""


def main(changes: int = 2000, syncs: int = 180, months: int = 0) -> None:
    """Write down one year after the other."""
    chance = Random("a decade")
    with tempfile.TemporaryDirectory() as folder:
        found, place = laptops(Path(folder)), Path(folder) / "place"
        records: list[str] = []
        if months:
            cleaning.keep_for(found[0], months)
        for year in range(1, YEARS + 1):
            for _day in range(syncs):
                for one in found:
                    _work(one, records, changes // syncs // 2, chance)
                    sync(one, place, allow_deletions=True)
                    later(one, days=365 / syncs)
            print(json.dumps({"year": year, **_told(found, place, len(records))}), flush=True)  # noqa: T201


def _work(one: Workspace, records: list[str], count: int, chance: Random) -> None:
    for _change in range(max(1, count)):
        record = chance.choice(records) if records and chance.random() < 0.4 else ""
        try:
            draft = recording.open_draft(one, Activity, record) if record else None
        except recording.RecordMissingError:  # still on its way from the other laptop, or erased
            draft = None
        if draft is None:
            records.append(log_activity(one, title=f"Course {len(records)}"))
        elif chance.random() < 0.02:
            recording.trash(one, record)
            erasing.erase(one, record, reason=erasing.Reason.OVER)
            records.remove(record)
        else:
            recording.save(one, filled(draft, {"summary": "".join(chance.choices(LETTERS, k=120))}))


def _told(found: list[Workspace], place: Path, records: int) -> dict[str, int]:
    sizes = [path.stat().st_size for path in place.rglob("*") if path.is_file()]
    begun = time.process_time()
    idle = sync(found[0], place)
    idle_ms = (time.process_time() - begun) * 1000
    log_activity(found[0], title="One more")
    begun = time.process_time()
    sync(found[0], place)
    return {
        "records": records,
        "files": len(sizes),
        "place kB": sum(sizes) >> 10,
        "workspace kB": found[0].path.stat().st_size >> 10,
        "idle sync ms": round(idle_ms),
        "sync of one ms": round((time.process_time() - begun) * 1000),
        "received": idle.received,
    }


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
