"""How a command is declared: one function, its options as a frozen dataclass, its help in the active language.

`@command` only notes the function; `app.cli.application` makes Typer commands of all that were noted. A
parameter that is a dataclass becomes one option or argument for each of its fields.
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from app.cli.guarding import guarded
from app.i18n import _

Does = Callable[..., int | None]
"""A command's function; the number it gives back is the exit status, None is 0."""


@dataclass(frozen=True)
class Declared:
    """One command as it was noted."""

    name: str
    within: str
    """The group it belongs to, "" for none: `call make` is `make` within `call`."""
    help: str
    does: Does


DECLARED: list[Declared] = []


def command(name: str, *, help: str, within: str = "") -> Callable[[Does], Does]:
    """Note the function below as a command. `help` is marked for translation."""

    def note(does: Does) -> Does:
        DECLARED.append(Declared(name, within, help, does))
        return does

    return note


def for_typer(declared: Declared) -> Callable[..., None]:
    """The command as a function that Typer can read: dataclasses spread out, help translated, failures told."""
    found = list(_parameters(declared.does))

    def run(**given: Any) -> None:
        guarded(declared.does, _gathered(declared.does, given))

    run.__doc__ = _(declared.help)
    run.__signature__ = inspect.Signature(found)  # type: ignore[attr-defined]
    run.__annotations__ = {one.name: one.annotation for one in found}
    return run


def _parameters(does: Does) -> Iterator[inspect.Parameter]:
    hints = get_type_hints(does, include_extras=True)
    for name, parameter in inspect.signature(does).parameters.items():
        if dataclasses.is_dataclass(hints[name]):
            yield from _spread(hints[name])
        else:
            yield _parameter(name, hints[name], parameter.default)


def _spread(options: Any) -> Iterator[inspect.Parameter]:
    hints = get_type_hints(options, include_extras=True)
    for one in dataclasses.fields(options):
        default = inspect.Parameter.empty if one.default is dataclasses.MISSING else one.default
        if one.default_factory is not dataclasses.MISSING:
            default = one.default_factory()
        yield _parameter(one.name, hints[one.name], default)


def _parameter(name: str, hint: Any, default: object) -> inspect.Parameter:
    if get_origin(hint) is Annotated:
        plain, told = get_args(hint)
        told = copy(told)
        told.help = _(told.help) if told.help else told.help
        hint = Annotated[plain, told]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hint)


def _gathered(does: Does, given: Mapping[str, Any]) -> dict[str, Any]:
    """What Typer read, with the options of each dataclass put together again."""
    hints = get_type_hints(does)
    values: dict[str, Any] = {}
    for name in inspect.signature(does).parameters:
        kind = hints[name]
        if dataclasses.is_dataclass(kind) and isinstance(kind, type):
            values[name] = kind(**{one.name: given[one.name] for one in dataclasses.fields(kind)})
        else:
            values[name] = given[name]
    return values
