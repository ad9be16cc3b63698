"""Counted once: which entries of different organisations tell of one activity; a pure function of them and of answers.

Only a shared number links by itself. What merely looks alike is proposed with its reasons, and a person answers.
"""

from app.domain.once.answers import Answer, Answers, Pair, pair
from app.domain.once.each import one_of_each, told_once
from app.domain.once.grouping import grouped, grouped_by, linked, with_each_once
from app.domain.once.proposing import Proposal, Proposals, proposals
from app.domain.once.reasons import Reason, Why
from app.domain.once.shared_number import shared_number

__all__ = [
    "Answer",
    "Answers",
    "Pair",
    "Proposal",
    "Proposals",
    "Reason",
    "Why",
    "grouped",
    "grouped_by",
    "linked",
    "one_of_each",
    "pair",
    "proposals",
    "shared_number",
    "with_each_once",
    "told_once",
]
