"""How long records of each kind are kept where nobody decided otherwise; when that is over they are due, never gone.

Work that was done is kept: reports, plans and lessons are read for years. What tells of people, what people told,
and what was thrown away has an end.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from app.domain.records import (
    KINDS,
    Attachment,
    AuthorityRequest,
    Comment,
    CommitmentUpdate,
    Feedback,
    LoopStep,
    PrivateNote,
    Review,
    Rumour,
    SensitiveNote,
)

FOREVER = 0
"""Months of a kind that has no end."""
LONGEST = 600
TRASH = "trash"
"""Beside the kinds: whatever lies in the trash, counted from when it was put there."""
FOLLOW = frozenset({LoopStep.KIND, Comment.KIND, Review.KIND, CommitmentUpdate.KIND})
"""Kinds without a clock: they go with the record that they belong to."""
_ENDS = {
    Feedback.KIND: 24,
    Rumour.KIND: 24,
    SensitiveNote.KIND: 12,
    PrivateNote.KIND: 24,
    AuthorityRequest.KIND: 60,
    Attachment.KIND: 36,
    TRASH: 12,
}
MONTHS: Mapping[str, int] = MappingProxyType(
    {kind: _ENDS.get(kind, FOREVER) for kind in (*KINDS, TRASH) if kind not in FOLLOW}
)
"""Of every kind with a clock of its own the months it is kept, unless a keeper says otherwise; 0 is for ever."""
