"""The form of an activity: the quick part first, the rest grouped and folded away."""

from __future__ import annotations

from app.i18n import N_
from app.ui.widgets.record.record_form import Section

SECTIONS = (
    Section((("title",), ("start", "type"), ("objectives",))),
    Section(
        (("reach_women", "reach_men", "reach_girls", "reach_boys"),),
        N_("People reached"),
        N_("Leave empty if you did not count"),
    ),
    Section((("summary",),)),
    Section(
        (
            ("reach_another", "reach_not_asked", "reach_total"),
            ("reach_children", "reach_disability", "reach_hosts"),
            ("reach_method",),
        ),
        N_("More about the people reached"),
        folded=True,
    ),
    Section(
        (("place", "level"), ("end", "status"), ("role", "started_by"), ("languages",), ("corridor",)),
        N_("Where and how"),
        folded=True,
    ),
    Section(
        (
            ("result",),
            ("understood",),
            ("benefits",),
            ("participation_level", "stage"),
            ("population_groups",),
        ),
        N_("What came of it"),
        folded=True,
    ),
    Section((("partners",), ("departments",)), N_("Who worked with you"), folded=True),
    Section(
        (("action_refs",), ("principles",), ("mechanisms",), ("sdg",)),
        N_("Links to the Compact and other frameworks"),
        folded=True,
    ),
    Section(
        (("exact_place", "exact_time"), ("sensitivity", "joint_id"), ("public_event",)),
        N_("Private and sharing"),
        folded=True,
    ),
)
"""Every field of an activity stands in exactly one of these."""
