"""What may leave of an attached file: only of one that may go along, and only after somebody let it go."""

from __future__ import annotations

from app.privacy.border.leaves import Leaves, Table

ATTACHMENT: Table = {
    "title": Leaves.RELEASED,
    "alt": Leaves.READ,
    "about": Leaves.REFERENCE,
    "kind": Leaves.OF_FILE,
    "media": Leaves.OF_FILE,
    "hash": Leaves.OF_FILE,
}
TABLES = {"attachment": ATTACHMENT}
