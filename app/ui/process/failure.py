"""What a person sees when something fails: a sentence for what we expect, one crash dialog for what we do not.

A `GroundworkError` says in one sentence what happened and what to do. Anything else is a bug: the dialog
says what happened, what is safe and what to do; details are folded, can be copied, and hold no personal
text, because only types of errors and places in the program are put there, never messages.
"""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from app.errors import GroundworkError
from app.i18n import _
from app.progress import Cancelled

log = logging.getLogger(__name__)


def sentence(error: BaseException) -> str:
    """The sentence for a person: an expected failure's own, or that something unexpected happened."""
    if isinstance(error, GroundworkError):
        return error.sentence()
    return _("Something unexpected happened. What you wrote is kept on this computer.")


def details(error: BaseException) -> str:
    """Types and places only: what a developer needs, and nothing that a person wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    about = f"Python {platform.python_version()}, {platform.system()}"
    told = error.detail if isinstance(error, GroundworkError) else ""
    return "\n".join(part for part in (type(error).__qualname__, told, *lines, about) if part)


def catch(show: Callable[[BaseException], None]) -> None:
    """Send every exception that leaves a slot to `show`; one that is raised while showing only to the log."""
    showing = False

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal showing
        if showing or isinstance(error, (KeyboardInterrupt, Cancelled)):
            return
        if not isinstance(error, GroundworkError):
            log.error("unexpected: %s", details(error))
        showing = True
        try:
            show(error)
        finally:
            showing = False

    sys.excepthook = caught


def _module(filename: str) -> str:
    """The part of a file's path that is ours or the library's, without the folders of this person."""
    parts = filename.replace("\\", "/").split("/")
    start = next((place for place, part in enumerate(parts) if part in ("app", "site-packages")), len(parts) - 1)
    return "/".join(parts[start:])
