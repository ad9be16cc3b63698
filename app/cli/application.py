"""All commands put together, in the order in which a job is done."""

from __future__ import annotations

from importlib import import_module

import typer

from app.cli.declaring import DECLARED, for_typer
from app.i18n import N_, _

_MODULES = (
    "demo",
    "workspaces",
    "objectives",
    "records",
    "looking",
    "importing",
    "calls",
    "submitting",
    "inspecting",
    "coordinating",
    "picturing",
    "exporting",
    "listening",
    "benching",
)
_ABOUT = N_(
    "What an organisation does for the Global Compact for Migration, from a keyboard to a national picture. "
    "Without a command, or with a workspace alone, the window opens."
)
_GROUPS = {
    "call": N_("Make a call, or take one."),
    "slip": N_("Give a check-back slip, or look one up."),
}


def build() -> typer.Typer:
    """The whole command line, its help in the language that is active now."""
    for module in _MODULES:
        import_module(f"app.cli.{module}")
    whole = _empty(_(_ABOUT))
    groups = {name: _empty(_(help)) for name, help in _GROUPS.items()}
    for declared in DECLARED:
        place = groups[declared.within] if declared.within else whole
        place.command(declared.name)(for_typer(declared))
    for name, group in groups.items():
        whole.add_typer(group, name=name)
    return whole


def _empty(about: str) -> typer.Typer:
    return typer.Typer(
        help=about,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
