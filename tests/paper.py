"""Pictures of the pages of documents: a submission and a national report of the sample workspace, in six languages.

Written by `python -m tests.screenshots paper` to `out/screens/<document>-<language>-<page>.png`, and once in grey.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from app import i18n
from app.services.demonstration import samples
from app.services.opening.workspace import Workspace
from app.services.pages import Copy
from app.services.picturing import national
from app.services.submitting import calls, submissions
from tests.one_of_each import write_one_of_each

NAME = "paper"
LANGUAGES = ("en", "ar", "zh", "fr", "ru", "es")
_DOTS_PER_INCH = "72"
_IN_GREY = "en"


def write(folder: Path) -> None:
    """Draw both documents in every language, and every page of them as a picture; nothing where poppler is missing."""
    tool = shutil.which("pdftoppm")
    if not tool:
        return
    for language in LANGUAGES:
        i18n.activate(language)
        workspace = samples.open_sample()
        write_one_of_each(workspace)
        for name, data in _documents(workspace, language).items():
            _pictures(tool, data, folder / f"{name}-{language}")
            if language == _IN_GREY:
                _pictures(tool, data, folder / f"{name}-grey", "-gray")
        workspace.close()


def _documents(workspace: Workspace, language: str) -> dict[str, bytes]:
    call = calls.find(workspace, "")
    made = submissions.make(workspace, call, accept_findings=True)
    picture = national.picture(workspace, call.period)
    return {
        "submission": submissions.drawn(workspace, made, language).data,
        "submission-letter": submissions.drawn(workspace, made, language, copy=Copy(paper="Letter")).data,
        "report": national.drawn(workspace, picture, language).data,
    }


def _pictures(tool: str, data: bytes, to: Path, *how: str) -> None:
    subprocess.run([tool, "-png", "-r", _DOTS_PER_INCH, *how, "-", str(to)], input=data, check=True)
