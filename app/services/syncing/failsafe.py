"""The fail-safe: a sync that would put most records in the trash stops before anything is changed, and asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.fold import DELETED, ERASED, Operation, fold
from app.errors import GroundworkError
from app.i18n import N_
from app.services.syncing import spaces
from app.services.syncing.spaces import Space
from app.services.syncing.taking import Checked
from app.storage import operation_rows, records
from app.storage.records import Brief
from app.storage.session import Session

MOST_HIDDEN, MOST_SHARE = 50, 5
"""A sync that would hide more records than this, and more than one in five, asks first."""


class ManyDeletionsError(GroundworkError):
    """A mistake on another laptop must not empty this one unasked."""

    message = N_(
        "This sync would put {count} of {total} records in the trash, as another laptop did. Nothing was changed yet."
        " Ask who did that; then sync again and allow it."
    )
    danger: Danger


@dataclass(frozen=True)
class Danger:
    """What would go, so that a person can look before they answer."""

    records: tuple[Brief, ...]
    total: int
    """How many records are shown now."""
    laptops: tuple[str, ...]
    """The names of those that did it."""


def refuse_many(session: Session, space: Space, checked: Iterable[Checked]) -> None:
    """Go on only if few records would be hidden. Raises ManyDeletionsError, which carries the Danger."""
    hidden = _hidden(session, checked)
    total = records.count_shown(session)
    if len(hidden) <= MOST_HIDDEN or len(hidden) * MOST_SHARE <= total:
        return
    found = ManyDeletionsError(count=len(hidden), total=total)
    briefs = tuple(brief for record in hidden if (brief := records.brief(session, record)) is not None)
    found.danger = Danger(briefs, total, spaces.names_of(space, hidden.values()))
    raise found


def _hidden(session: Session, checked: Iterable[Checked]) -> dict[str, str]:
    """The shown records that these segments together would hide, each with the laptop that deleted it."""
    by_record: dict[str, list[Operation]] = {}
    deleter: dict[str, str] = {}
    for one in checked:
        for said in one.opened.segment.operations if one.opened else ():
            by_record.setdefault(said.record, []).append(said)
            if said.kind == ERASED or DELETED in said.fields:
                deleter[said.record] = one.kept.device
    rows = operation_rows.rows_of(session, deleter)
    return {
        record: deleter[record]
        for record, row in rows.items()
        if not row.deleted and fold([*operation_rows.held_by(session, row), *by_record[record]]).deleted
    }
