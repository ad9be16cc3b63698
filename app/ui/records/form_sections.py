"""The form of each kind: its quick part first, the rest grouped and folded under "More"."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.records import FieldRule, Record, Shape, rules
from app.domain.records.planning import SMART
from app.i18n import N_
from app.ui.widgets.record.record_form import Section

_SMALL = frozenset({Shape.CODE, Shape.WHEN, Shape.NUMBER, Shape.DECIMAL, Shape.PLACE})
"""Fields of which two stand side by side."""
_GROUPS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "commitment": (
        (N_("Five answers that make it a promise"), SMART),
        (N_("Who promises it"), ("form", "level", "partners", "matched_title", "matched_id")),
    ),
    "practice": (
        (N_("What came of it"), ("reach", "impact", "lessons", "replication", "innovation", "participation")),
        (
            N_("Where, when and by whom"),
            ("end", "status", "country", "place", "level", "implementer", "partners", "contact", "contact_agreed"),
        ),
    ),
    "proposal": ((N_("Who stands behind it"), ("agree", "partly", "differ")),),
}
"""Groups of folded fields under a heading of their own; what is in none comes last."""
REST = N_("More details")


def sections(record_class: type[Record]) -> tuple[Section, ...]:
    """Every field of a kind in exactly one section."""
    found = rules(record_class)
    made = [Section(_side_by_side(one for one in found if one.light))]
    rest = [one for one in found if not one.light]
    for title, names in _GROUPS.get(record_class.KIND, ()):
        made.append(Section(_side_by_side(one for one in rest if one.name in names), title, folded=True))
        rest = [one for one in rest if one.name not in names]
    if rest:
        made.append(Section(_side_by_side(rest), REST, folded=True))
    return tuple(made)


def _side_by_side(found: Iterable[FieldRule]) -> tuple[tuple[str, ...], ...]:
    """Rows of the form: small fields in pairs, all others alone."""
    made: list[tuple[str, ...]] = []
    waiting = ""
    for one in found:
        if one.shape not in _SMALL:
            made += [(waiting,)] if waiting else []
            waiting = ""
            made.append((one.name,))
        elif waiting:
            made.append((waiting, one.name))
            waiting = ""
        else:
            waiting = one.name
    return (*made, (waiting,)) if waiting else tuple(made)
