"""What the sample workspace holds beside activities and messages: one or two made-up records of every other kind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from app import paths
from app.domain import periods
from app.domain.filling import Plain, filled
from app.domain.records import KINDS
from app.domain.terms import When
from app.i18n import language
from app.services.opening.workspace import Workspace
from app.services.records import recording

_OTHERWISE = "en"


def write(workspace: Workspace) -> int:
    """Write the notebook into the workspace, in the active language where it is told in it; how many records."""
    told, today = _told(), datetime.now(UTC).date()
    words = told["words"].get(language()) or told["words"][_OTHERWISE]
    ids: dict[str, str] = {}
    for one in told["records"]:
        values = {name: _plain(value, today, ids) for name, value in one["values"].items()}
        draft = filled(recording.new(workspace, KINDS[one["kind"]]), values | words[one["key"]])
        recording.save(workspace, draft)
        ids[one["key"]] = draft.record.id
    return len(ids)


def _plain(value: Any, today: date, ids: Mapping[str, str]) -> Plain:
    """A value, or what it stands for: a day or month so far from today, an earlier record, and so on."""
    match value:
        case {"days": int(away)}:
            return When.of(today + timedelta(days=away)).iso
        case {"month": int(away)}:
            return periods.last_months(1 - away, today)[0].iso
        case {"record": str(key)}:
            return ids[key]
        case {"spoken": _}:
            return language()
        case {"quarter": _}:
            return periods.usual(periods.QUARTER, today).iso
    return value  # type: ignore[no-any-return] # whatever the file says


@lru_cache(maxsize=1)
def _told() -> Any:
    return json.loads((paths.resources() / "demonstration" / "notebook.json").read_text("utf-8"))
