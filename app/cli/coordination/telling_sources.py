"""What a figure of a picture is made of, as a script reads it and in lines."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.cli import printing
from app.i18n import _, language

if TYPE_CHECKING:
    from app.services.coordinating.sources import Source
    from app.services.opening.workspace import Workspace


def plain(found: Iterable[Source]) -> list[dict[str, object]]:
    """Each submission with its file and the entries that count, in the order of organisations."""
    return [
        {
            "organisation": one.name,
            "id": one.organisation,
            "submission": one.submission,
            "revision": one.revision,
            "file": one.file,
            "received": _moment(one.received_ms),
            "entries": [{"kind": entry.KIND, "id": entry.id} for entry in one.entries],
        }
        for one in found
    ]


def words(workspace: Workspace, found: Iterable[Source]) -> list[str | printing.Rows]:
    """One line for each entry."""
    from app.domain.picture import words as picture_words
    from app.domain.wording import Wording

    wording = Wording.of(language(), workspace.pack)
    rows = [
        (
            one.name,
            one.revision,
            one.file,
            _moment(one.received_ms)[:10],
            wording.kind(entry.KIND),
            picture_words.entry(entry, wording),
        )
        for one in found
        for entry in one.entries
    ]
    headings = (
        *(_("Organisation"), _("Revision"), _("File"), _("Received")),
        *(_("Kind"), _("Entry")),
    )
    return [printing.Rows(headings, rows)] if rows else [_("This figure is made of nothing that was told.")]


def _moment(received_ms: int) -> str:
    """UTC, as ISO text; "" where the file is not here any more."""
    return datetime.fromtimestamp(received_ms / 1000, UTC).isoformat(timespec="seconds") if received_ms else ""
