"""The words around every command, in the active language: usage, headings, and what was typed wrongly.

Typer writes them in English. What it offers to change is changed by its own means; its few fixed words are looked up
in our catalogues.
"""

from __future__ import annotations

import re
import sys
from typing import Any

import typer
from typer import core
from typer.core import TyperCommand, TyperGroup

from app.cli.guarding import USAGE
from app.cli.printing import shortened
from app.i18n import N_, _

WRONG_USAGE: Any = typer.BadParameter.__base__
"""Everything that is wrong usage; of these kinds Typer itself names only one."""
_FIXED = {
    "Arguments": N_("Arguments"),
    "Options": N_("Options"),
    "Commands": N_("Commands"),
    "required": N_("required"),
    "default: {default}": N_("default: {default}"),
}
"""What Typer looks up by itself; what it says in errors is told below."""
_NO_SUCH = re.compile(r"No such command '(?P<name>.*?)'\.(?: Did you mean (?P<near>.*)\?)?")
_TOLD = (
    (_NO_SUCH, N_("There is no command {name}.")),
    (re.compile(r"Missing command\."), N_("Which command? It is missing.")),
    (re.compile(r"Got unexpected extra argument\(s\) \((?P<name>.*)\)"), N_("This is too much here: {name}.")),
    (re.compile(r"Option '(?P<name>.*)' requires .*"), N_("Something must stand behind {name}.")),
    (re.compile(r"Option '(?P<name>.*)' does not take a value\."), N_("Nothing can stand behind {name}.")),
    (re.compile(r"No such option: (?P<name>\S+)"), N_("There is no option {name}.")),
)
"""What Typer says of wrong usage as a whole sentence, and how it is said here."""


class Command(TyperCommand):
    """A command whose help speaks the active language."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The line that says how it is written."""
        _write_usage(self, ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows the help."""
        return _told_of_help(super().get_help_option(ctx))


class Group(TyperGroup):
    """A group of commands, likewise."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The line that says how it is written."""
        _write_usage(self, ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows the help."""
        return _told_of_help(super().get_help_option(ctx))


def speak() -> None:
    """Let Typer look up its fixed words here."""
    vars(core)["_"] = _fixed


def sentence(wrong: Any) -> str:
    """What was typed wrongly, in one sentence of the active language."""
    if isinstance(wrong, typer.BadParameter):
        return _about_one(wrong)
    message = wrong.format_message()
    for pattern, told in _TOLD:
        if found := pattern.match(message):
            parts = found.groupdict()
            words = _(told).format(name=parts.get("name", ""))
            near = parts.get("near") or ", ".join(getattr(wrong, "possibilities", None) or ())
            return f"{words} {_('Did you mean {near}?').format(near=near)}" if near else words
    return str(message)


def tell(wrong: Any) -> int:
    """Say on standard error how the command is written, where its help is and what was wrong; the exit status.

    A group without a command is not wrong: it shows its help.
    """
    if type(wrong).__name__ == "NoArgsIsHelpError":
        wrong.show()
        return USAGE
    lines = []
    if wrong.ctx is not None:
        lines = [wrong.ctx.get_usage(), _("More: {command} --help").format(command=wrong.ctx.command_path), ""]
    sys.stderr.write("\n".join([*lines, _("Error: {sentence}").format(sentence=shortened(sentence(wrong))), ""]))
    return USAGE


def _about_one(wrong: Any) -> str:
    """One argument or option that is missing or does not fit; what a command itself says of it stands as it is."""
    if wrong.param is None:
        return str(wrong.message)
    is_option = wrong.param.param_type_name == "option"
    name = "/".join(wrong.param.opts) if is_option else wrong.param.metavar or wrong.param.name.upper()
    if hasattr(wrong, "param_type"):
        return _("{name} is missing.").format(name=name)
    return _("What stands at {name} cannot be used there; the help says what can.").format(name=name)


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    pieces = pieces.replace("[OPTIONS]", _("[OPTIONS]")).replace("COMMAND [ARGS]...", _("COMMAND [WORDS]..."))
    formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage: {line}").format(line=""))


def _told_of_help(option: Any) -> Any:
    if option is not None:
        option.help = _("Show this help and do nothing else.")
    return option


def _fixed(message: str) -> str:
    return _(_FIXED[message]) if message in _FIXED else message
