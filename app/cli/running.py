"""One run of the command line: language, streams, and the exit status whatever happens."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import Any

import typer

from app import i18n, settings
from app.cli import inputs
from app.cli.guarding import CANCELLED, FAILED, USAGE
from app.cli.printing import shortened

_NAME = "groundwork"
_WRONG_USAGE: Any = typer.BadParameter.__base__
"""Everything that is wrong usage; of these kinds Typer itself names only one."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit status; output is UTF-8 whatever the system's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    wanted = _asked_for(arguments)
    known = inputs.languages()
    i18n.activate(wanted if wanted in known else _of_the_system(known))
    if wanted and wanted not in known:
        sys.stderr.write(inputs.language_missing(wanted) + "\n")
        return USAGE
    from app.cli.application import build

    try:
        words = _command_first(arguments)
        status: object = build(words).main(args=words, prog_name=_NAME, standalone_mode=False)
        return status if isinstance(status, int) else 0
    except _WRONG_USAGE as wrong:
        wrong.message = shortened(wrong.message)
        wrong.show()
        return USAGE
    except typer.Abort:
        return CANCELLED
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else FAILED if end.code else 0
    except KeyboardInterrupt:
        return CANCELLED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _command_first(arguments: Sequence[str]) -> list[str]:
    """The words with a `--language xx` that stands before the command moved behind it."""
    words = list(arguments)
    if words[:1] == ["--language"] and len(words) > 2:
        return [*words[2:], *words[:2]]
    if words and words[0].startswith("--language=") and len(words) > 1:
        return [*words[1:], words[0]]
    return words


def _asked_for(arguments: Sequence[str]) -> str:
    for at, word in enumerate(arguments):
        if word == "--language" and at + 1 < len(arguments):
            return arguments[at + 1]
        if word.startswith("--language="):
            return word.partition("=")[2]
    return ""


def _of_the_system(known: Sequence[str]) -> str:
    """The language this person chose for the window, else that of the system, else English."""
    told = [settings.load().language, *(os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))]
    first = next((one for one in told if one), "")
    code = first.split(".")[0].split("_")[0].split("@")[0]
    return code if code in known else i18n.ENGLISH
