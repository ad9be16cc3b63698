"""What a record is filled with on the command line: values from `--set` and `--file`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs
from app.i18n import N_, _

if TYPE_CHECKING:
    from app.domain.filling import Plain
    from app.domain.records import Record


@dataclass(frozen=True)
class Filling:
    """Where the values of a record come from; `--set` wins."""

    file: Annotated[
        str, typer.Option("--file", metavar="F.json", help=N_("A JSON object of field names and values."))
    ] = ""
    values: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="field=value", help=N_("One value; may be repeated. Lists have commas.")),
    ] = None


def kind(name: str) -> type[Record]:
    """The class of a kind of record; an unknown one is wrong usage."""
    from app.domain.records import KINDS

    found = KINDS.get(name.replace("-", "_"))
    if found is None:
        sentence = _("“{kind}” is not a kind of record. There are: {known}.")
        raise typer.BadParameter(sentence.format(kind=name, known=", ".join(KINDS)))
    return found


def values(filling: Filling, record_class: type[Record]) -> dict[str, Plain]:
    """The values to set; a field that this kind does not have is wrong usage."""
    from app.domain.records import rules

    given: dict[str, Plain] = {}
    if filling.file:
        needed = _("an object of field names and plain values")
        given.update(_plain(inputs.from_json(filling.file, dict, needed=needed), filling.file, needed))
    given.update(inputs.pair(one) for one in filling.values or [])
    known = [one.name for one in rules(record_class)]
    for name in given:
        if name not in known:
            sentence = _("A record of the kind {kind} has no field “{field}”. There are: {known}.")
            raise typer.BadParameter(sentence.format(kind=record_class.KIND, field=name, known=", ".join(known)))
    return given


def _plain(found: Mapping[str, object], path: str, needed: str) -> dict[str, Plain]:
    given: dict[str, Plain] = {}
    for name, value in found.items():
        if isinstance(value, list) and all(isinstance(one, str | int) for one in value):
            given[name] = [str(one) for one in value]
        elif value is None or isinstance(value, str | int):
            given[name] = value
        elif isinstance(value, float):
            given[name] = str(value)
        else:
            raise inputs.InputNotJsonError(name=path, needed=needed)
    return given
