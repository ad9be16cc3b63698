"""The command line as a script sees it: words in; status, text and JSON out."""

from __future__ import annotations

import io
import json
import os
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.main import main
from tests.making import copy_files, new_folder

NOW = "2026-10-31T12:00:00Z"
PERIOD = "2026-07..2026-09"
PASSPHRASE = "seven quiet green lamps"
ACTIVITY = {
    "title": "Legal advice morning",
    "objectives": "7,15",
    "start": "2026-08-12",
    "type": "legal_support",
    "summary": "People came with questions about papers and work.",
    "reach_women": "12",
    "reach_men": "9",
    "reach_method": "counted_each_person_once",
    "place": "KE001",
}


@dataclass(frozen=True)
class Ended:
    """How one command ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)


def groundwork(*words: object) -> Ended:
    """One command, as it is."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main([str(word) for word in words])
    return Ended(status, out.getvalue(), err.getvalue())


def done(*words: object) -> Any:
    """What a command that must succeed says in JSON."""
    ended = groundwork(*words, "--json")
    assert ended.status == 0, (words, ended.status, ended.err, ended.out)
    return ended.json


def refused(*words: object) -> str:
    """The one sentence of an expected failure; there is neither a trace nor anything else."""
    ended = groundwork(*words)
    assert ended.status == 1, (words, ended.status, ended.out, ended.err)
    assert ended.out == ""
    assert "Traceback" not in ended.err
    assert len(ended.err.splitlines()) == 1
    return ended.err.strip()


def new(path: Path, name: str = "Maison ouverte", *words: object, seed: int = 1) -> Path:
    """A workspace with a quick key; the command runs once per process for equal words, then its files are copied."""
    assert not path.exists(), "a test makes each workspace once"
    copy_files(_made(name, words, seed, os.environ["GROUNDWORK_PASSPHRASE"]), path)
    return path


@lru_cache(maxsize=64)
def _made(name: str, words: tuple[object, ...], seed: int, _passphrase: str) -> Path:
    path = new_folder() / "made.groundwork"
    about = ("--organisation", name, "--type", "ST-CSO", "--country", "KE", "--fast-key")
    done("new", path, *about, "--now", NOW, "--seed", seed, *words)
    return path


def add(workspace: Path, kind: str = "activity", **fields: object) -> Any:
    """A record; an activity is filled in where nothing else is said."""
    values = {**(ACTIVITY if kind == "activity" else {}), **fields}
    sets = [word for name, value in values.items() if value is not None for word in ("--set", f"{name}={value}")]
    return done("add", workspace, kind, *sets)


def hub(folder: Path, *, seed: int = 900) -> tuple[Path, Path]:
    """A coordinator's workspace and the call it made."""
    workspace = new(folder / "hub.groundwork", "National hub", "--coordinator", seed=seed)
    call = folder / "call.gwb"
    done("call", "make", workspace, "--period", PERIOD, "--due", "2026-11-08", "--to", call)
    return workspace, call


def sender(folder: Path, call: Path, number: int, **fields: object) -> Path:
    """An organisation that took the call and has one activity."""
    workspace = new(folder / f"sender-{number}.groundwork", f"Organisation {number}", seed=number)
    done("call", "take", workspace, call)
    add(workspace, **fields)
    return workspace


def handed_over(workspace: Path, *words: object) -> Path:
    """The bundle of a workspace's submission."""
    bundle = workspace.with_suffix(".gwb")
    done("submit", workspace, "--bundle", bundle, "--accept-findings", "--force", *words)
    return bundle
