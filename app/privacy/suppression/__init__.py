"""Small numbers: what is withheld so that neither reading nor subtracting tells of fewer people than k.

`breakdown` is for one total with its groups, `table` for up to three dimensions with all totals, `revisions` and
`periods` for what was published before of the same people; `publications` lists every table that is published.
"""

from __future__ import annotations

from app.privacy.suppression.breakdown import Protected, protect, rounded, single
from app.privacy.suppression.cost import Cost, cost_of
from app.privacy.suppression.periods import Told, in_periods
from app.privacy.suppression.publications import NUMBERS, PUBLICATIONS, Publication, Rule, rule_of
from app.privacy.suppression.revisions import revised
from app.privacy.suppression.table import TOTAL, Earlier, Guarded, Table, guarded

__all__ = [
    "NUMBERS",
    "PUBLICATIONS",
    "TOTAL",
    "Cost",
    "Earlier",
    "Guarded",
    "Protected",
    "Publication",
    "Rule",
    "Table",
    "Told",
    "cost_of",
    "guarded",
    "in_periods",
    "protect",
    "revised",
    "rounded",
    "rule_of",
    "single",
]
