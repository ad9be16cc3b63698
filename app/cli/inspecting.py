"""The command that looks at a file without any workspace: inspect."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import guarding, printing
from app.cli.asking import Asked
from app.cli.declaring import command
from app.i18n import N_, _

if TYPE_CHECKING:
    from app.services.coordinating.inspecting import Inspected


@command("inspect", help=N_("What a file is, who signed it, whether it is whole, and what it holds."))
def inspect(
    asked: Asked,
    files: Annotated[list[str], typer.Argument(metavar="FILE", help=N_("PDFs and bundles."))],
) -> int:
    """Status 3 if a file would be refused."""
    from app.services.coordinating import inspecting

    with printing.progress(asked, _("Looking")) as progress:
        found = inspecting.inspect([Path(file) for file in files], progress)
    plain = {"files": [_plain(file, one) for file, one in zip(files, found, strict=True)]}
    printing.answer(asked, plain, [line for one in found for line in _words(one)])
    return guarding.HELD_BACK if any(one.problems for one in found) else guarding.DONE


def _plain(file: str, one: Inspected) -> dict[str, object]:
    return {
        "path": file,
        "kind": one.kind,
        "purpose": one.purpose,
        "sender": one.sender,
        "organisation": one.organisation,
        "signature": one.signature,
        "whole": one.whole,
        "sealed": one.sealed,
        "call": one.call,
        "period": one.period,
        "revision": one.revision,
        "records": dict(one.records) if one.records is not None else None,
        "unknown": dict(one.unknown),
        "unknown_fields": list(one.unknown_fields),
        "pages": one.pages.value if one.pages else None,
        "pages_match": one.pages_match,
        "problems": list(one.problems),
    }


def _words(one: Inspected) -> list[str | printing.Rows]:
    if one.problems:
        return [_("{file}: {reason}").format(file=one.path.name, reason=reason) for reason in one.problems]
    facts = [
        (_("File"), one.path.name),
        (_("Purpose"), one.purpose),
        (_("Sender"), one.organisation),
        (_("Digits of the sender's key"), one.sender),
        (_("Call"), one.call),
        (_("Period"), one.period),
        (_("Revision"), one.revision or ""),
        (_("Records"), _counted(one.records or {})),
        (_("Written by a newer program"), ", ".join((_counted(one.unknown), *one.unknown_fields)).strip(", ")),
    ]
    rows = [(name, value) for name, value in facts if value != ""]
    sealed = [_("It is sealed: only those it is for can open it.")] if one.sealed else []
    whole = _("It is whole, and its signature fits.")
    pages = [_(one.pages.sentence)] if one.pages else []
    return [printing.Rows((_("What"), _("Value")), rows), *sealed, whole, *pages]


def _counted(kinds: Mapping[str, int]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in kinds.items())
