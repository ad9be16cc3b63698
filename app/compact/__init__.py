"""The reference pack of the Global Compact for Migration: objectives, principles, code lists, review cycle.

`load()` gives the pack that ships with the program; nothing is read before that. What a pack does not
know (a code from a newer pack, an objective 24) is kept and shown as it is, never refused.
"""

from app.compact.codes import CodeList
from app.compact.cycle import ReviewCycle, ReviewEvent, ReviewRule, RoundTable
from app.compact.framework import Instrument, Mechanism, Principle, StakeholderType
from app.compact.objective import Action, LocalIndicator, Objective, SdgTarget
from app.compact.pack import Pack, load
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
]
