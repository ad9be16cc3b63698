"""The shared number of a joint activity: what organisations agreed to write, in whatever way each of them types it."""

from __future__ import annotations

from app.domain.shared import SharedActivity
from app.folding import fold

_TELLING = 4
"""From so many letters and digits on a number is not chosen twice by chance."""


def shared_number(entry: SharedActivity) -> str:
    """What makes entries one activity; "" where nothing was agreed.

    Case, spaces and signs do not count: `MA-2026/14` is `ma 2026 14`. A number such as `1`, which anybody may come to
    on their own, needs the same month and the same first objective as well.
    """
    number = "".join(letter for letter in fold(entry.joint_id) if letter.isalnum())
    if not number or len(number) >= _TELLING:
        return number
    month = entry.start.month_iso if entry.start else ""
    return f"{number} {month} {entry.objectives[:1]}"
