"""What in a text could point at a person: a warning for a human reader, never an automatic change.

Names, telephones, mail, accounts on the web, numbers of documents, banks and cases, addresses, exact positions, and
exact days beside small places, in six languages and their scripts. It finds much and not everything (docs/scan.md
says how much), so it is never called anonymisation. A text that cannot be scanned is one finding as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.privacy.scanning.own_names import NOBODY, Known, hash_of
from app.privacy.scanning.spans import Kind, Span, finding_id

if TYPE_CHECKING:
    from app.places import Gazetteer

__all__ = ["NOBODY", "Kind", "Known", "Span", "finding_id", "hash_of", "scan"]


def scan(text: str, country: str = "", *, places: Gazetteer | None = None, known: Known = NOBODY) -> tuple[Span, ...]:
    """Every stretch that could point at a person, in order, without overlaps.

    `country` (two letters) is where local telephone numbers are dialled from, `places` tells which places around it
    are small, `known` is the organisation's own list. A text that cannot be scanned is one stretch, UNREADABLE.
    The rules are read when the first text comes.
    """
    from app.privacy.scanning.rules import spans

    return spans(text, country, places, known)
