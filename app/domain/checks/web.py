"""Whether something is a web address; nothing is ever asked of the network."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.domain.problems import Level, Problem
from app.i18n import N_

_ADDRESS = re.compile(r"https?://[^\s/.]+(\.[^\s/.]+)+(/\S*)?", re.IGNORECASE)


def not_an_address(field: str, texts: Iterable[str]) -> list[Problem]:
    """A warning for every text that is not a whole web address."""
    sentence = N_("{text} is not a whole web address; it begins with https://.")
    wrong = [text for text in texts if text and not _ADDRESS.fullmatch(text)]
    return [Problem("web-address", Level.WARNING, field, sentence, {"text": text}) for text in wrong]
