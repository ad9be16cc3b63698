"""One run of the command line: language, streams, and the exit status whatever happens."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import typer

from app import i18n, settings
from app.cli import framing, inputs
from app.cli.guarding import CANCELLED, FAILED, USAGE

_NAME = "groundwork"


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
    except framing.WRONG_USAGE as wrong:
        return framing.tell(wrong)
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
    """The words with a `--language xx` that stands before the command moved behind it.

    It was read already, and only a command knows it as an option: beside a word that stands alone it is left out.
    """
    words = list(arguments)
    for length, is_there in ((2, words[:1] == ["--language"]), (1, bool(words) and words[0].startswith("--language="))):
        if is_there and len(words) > length:
            words = [*words[length:], *words[:length]]
    alone = words[:1] and (words[1:2] == ["--language"] or (len(words) == 2 and words[1].startswith("--language=")))
    return words[:1] if alone and len(words) <= 3 else words


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
