"""With which reference pack every record was written: each writer says it once, before its first write with a pack.

The marks are decisions, which every laptop of an organisation gets; so all of them tell the same of a record, and no
record holds more than it did (decision 0041).
"""

from __future__ import annotations

from collections.abc import Iterable

from app.compact import Pack
from app.domain.operation import bare
from app.domain.stamps import Clock
from app.storage import decisions, values
from app.storage.decisions import PACK, Decision
from app.storage.session import Session

NAME = "pack marked"
"""The value of this laptop that says what it marked last: writer and version."""
_WRITER = slice(16, 32)


def is_due(marked: object, writer: str, pack: Pack) -> bool:
    """Whether this writer has not said yet that it writes with this pack."""
    return marked != [writer, pack.version]


def put(session: Session, clock: Clock, pack: Pack, by: str) -> None:
    """Say that from this tick on the writer of this clock writes with this pack."""
    decisions.put(session, Decision(clock.stamp(), clock.writer, PACK, pack.version, by=by))
    values.put(session, NAME, [clock.writer, pack.version])


def every(session: Session) -> tuple[Decision, ...]:
    """The marks of all writers, the oldest first."""
    return decisions.every(session, PACK)


def version_at(marks: Iterable[Decision], stamp: str) -> str:
    """With which version the writer of a stamp wrote then; "" where it never said, as older programs did not."""
    when = bare(stamp)
    said = [one for one in marks if one.subject == when[_WRITER] and one.stamp <= when]
    return max(said, key=lambda one: one.stamp).answer if said else ""
