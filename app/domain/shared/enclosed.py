"""What a second envelope may hold beside entries that also leave otherwise: sensitive reports, told to one alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.shared.entries.entry import SharedEntry, told
from app.domain.terms import When
from app.i18n import N_


@dataclass(frozen=True)
class EnclosedNote(SharedEntry):
    """A sensitive report for an ombudsperson: which kind, in which month, whether it was passed on; nothing else.

    It is no entry of a submission: no reader of submissions knows this kind.
    """

    KIND: ClassVar[str] = "enclosed_note"

    type: str = told(N_("What kind of report"), codes="feedback_sensitivity")
    month: When | None = told(N_("Month"), None)
    passed_on: bool = told(N_("Passed on to the focal point"), False)
