"""The border: the only place where a private record becomes a shared one, field by allowed field.

Each kind has a table of what may leave and how. A field that is not in its table stays, also one that
somebody adds tomorrow. Whoever adds a line here decides that these words may be read by others.
"""

from __future__ import annotations

from app.privacy.border.crossing import (
    amount_in_fives,
    amount_that_leaves,
    must_be_read,
    place_that_leaves,
    share,
    text_fields,
)
from app.privacy.border.enclosing import ENCLOSED, enclose
from app.privacy.border.leaves import Leaves
from app.privacy.border.money import resources_by_objective, total_resources
from app.privacy.border.passage import Passage
from app.privacy.border.profile import ORGANISATION, PROFILE_TEXTS, public_profile
from app.privacy.border.staying import (
    AGREED,
    GOVERNMENT,
    LOOSE,
    PRIVATE,
    UNSIGNED,
    WITHDRAWN,
    may_leave,
    stays,
    why_it_stays,
)
from app.privacy.border.tables import SETTLED, SIGNED, STAYING, TABLES, TOTALLED
from app.privacy.border.totals import count_feedback, total_loops
from app.privacy.border.work import ACTIVITY

__all__ = [
    "ACTIVITY",
    "AGREED",
    "ENCLOSED",
    "GOVERNMENT",
    "LOOSE",
    "ORGANISATION",
    "PRIVATE",
    "PROFILE_TEXTS",
    "SETTLED",
    "SIGNED",
    "STAYING",
    "TABLES",
    "TOTALLED",
    "UNSIGNED",
    "WITHDRAWN",
    "Leaves",
    "Passage",
    "amount_in_fives",
    "amount_that_leaves",
    "count_feedback",
    "enclose",
    "may_leave",
    "must_be_read",
    "place_that_leaves",
    "public_profile",
    "resources_by_objective",
    "share",
    "stays",
    "text_fields",
    "total_loops",
    "total_resources",
    "why_it_stays",
]
