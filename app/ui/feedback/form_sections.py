"""The forms of this page; of a message: type first, then what was meant and what was answered, the rest folded away."""

from __future__ import annotations

from app.i18n import N_
from app.ui.widgets.record.record_form import Section

SECTIONS = (
    Section((("type", "month", "channel"), ("topics",), ("consent",), ("paraphrase",))),
    Section(
        (("status", "due"), ("answer",), ("not_done",)),
        N_("The answer"),
        N_("Tell people what was done, what was not, and why"),
    ),
    Section((("own_words",), ("language", "place", "times")), N_("In their words"), folded=True),
    Section(
        (("sex", "age_band", "population_group"), ("sensitivity", "activity"), ("policy_card",)),
        N_("About the group, never about a person"),
        folded=True,
    ),
)
"""Every field of a message stands in exactly one of these."""
CONSENT_HINTS = {
    "": N_("Without a recorded agreement these words stay here."),
    "C0": N_("Without a recorded agreement these words stay here."),
    "C1": N_("These words may be used inside your organisation only."),
    "C2": N_("Only your own wording may be shared, not these words."),
    "C3": N_("These words may be shared after somebody has read them, without anything that shows who said it."),
    "C4": N_("These words may be published with the details that were agreed, after somebody has read them."),
}
"""What each level of consent allows for the words as they were said."""
RUMOUR = (
    Section((("said",), ("month", "channel", "place"), ("risk", "verification"))),
    Section((("engagement",), ("outcome",)), N_("The answer"), N_("Tell people what is known, soon and simply")),
)
CARD = (
    Section((("title",), ("summary",), ("language",))),
    Section((("question_1",), ("question_2",), ("question_3",)), N_("Questions to ask people"), N_("At most three")),
)
CONTACT = (Section((("service",), ("contact", "hours"), ("languages",), ("focal_point",), ("emergency",))),)
