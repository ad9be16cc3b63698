"""The reference pack of the Global Compact for Migration: objectives, principles, code lists, review cycle.

`load()` gives the pack in force: the newest that was taken from a file, or the one that ships; nothing is read
before that. What a pack does not
know (a code from a newer pack, an objective 24) is kept and shown as it is, never refused.
"""

from app.compact.codes import CodeList
from app.compact.cycle import ReviewCycle, ReviewEvent, ReviewRule, RoundTable
from app.compact.framework import Instrument, Mechanism, Principle, StakeholderType
from app.compact.in_force import load, with_older_titles
from app.compact.objective import Action, LocalIndicator, Objective, SdgTarget
from app.compact.pack import Pack
from app.compact.shapes import PackDamagedError
from app.compact.wording import Title

__all__ = [
    "Action",
    "CodeList",
    "Instrument",
    "LocalIndicator",
    "Mechanism",
    "Objective",
    "Pack",
    "PackDamagedError",
    "Principle",
    "ReviewCycle",
    "ReviewEvent",
    "ReviewRule",
    "RoundTable",
    "SdgTarget",
    "StakeholderType",
    "Title",
    "load",
    "with_older_titles",
]
