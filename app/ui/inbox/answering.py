"""What became of deciding many at once, in words: what was accepted, and the receipts that were written."""

from __future__ import annotations

from pathlib import Path

from app.i18n import format_number, ngettext
from app.ui.widgets.direction import in_path


def written_words(folder: Path, count: int) -> str:
    """How many receipts lie where."""
    said = ngettext("{count} receipt is in {folder}.", "{count} receipts are in {folder}.", count)
    return said.format(count=format_number(count), folder=in_path(str(folder)))


def accepted_words(count: int) -> str:
    """How many submissions were accepted at once."""
    said = ngettext("{count} submission was accepted.", "{count} submissions were accepted.", count)
    return said.format(count=format_number(count))
