"""Shared records: all that may leave an organisation, and nothing else. Only `privacy.border` makes them."""

from __future__ import annotations

from app.domain.shared.call import Call, Question
from app.domain.shared.enclosed import EnclosedNote
from app.domain.shared.entries import SHARED_KINDS, TOTALS
from app.domain.shared.entries.asking import SharedNeedOffer, SharedOpenQuestion, SharedProposal
from app.domain.shared.entries.book import SharedPartner, SharedPolicyLink, SharedTermNote
from app.domain.shared.entries.entry import Form, SharedEntry, Telling, tellings
from app.domain.shared.entries.evidence import SharedAttachment
from app.domain.shared.entries.figures import ResourcesOfObjective, ResourcesTotal, SharedIndicatorValue
from app.domain.shared.entries.learning import (
    SharedChallenge,
    SharedConsultation,
    SharedPractice,
    SharedRecommendation,
)
from app.domain.shared.entries.listening import (
    FeedbackCount,
    LoopTotal,
    SharedFeedback,
    SharedPolicyCard,
    SharedRumour,
)
from app.domain.shared.entries.planning import SharedCommitment, SharedCommitmentUpdate, SharedPlanItem
from app.domain.shared.entries.withdrawal import RECORD, WORDS, Withdrawal
from app.domain.shared.entries.work import SharedActivity, SharedAssessment, SharedChoice
from app.domain.shared.linked import Identity, Linked
from app.domain.shared.picture import (
    Contributor,
    Entries,
    ObjectiveView,
    Outline,
    Picture,
    PlaceView,
    Stream,
    Told,
    of_organisation,
)
from app.domain.shared.reached import Reach
from app.domain.shared.receipt import Receipt
from app.domain.shared.submission import Audience, Disclosure, PublicOrganisation, Submission, Unknown
from app.domain.shared.sums import Cells, Funds, People, Sums, Tally, Work

__all__ = [
    "Audience",
    "Call",
    "Cells",
    "Contributor",
    "Disclosure",
    "EnclosedNote",
    "Entries",
    "FeedbackCount",
    "Form",
    "Funds",
    "Identity",
    "Linked",
    "LoopTotal",
    "ObjectiveView",
    "Outline",
    "People",
    "Picture",
    "PlaceView",
    "PublicOrganisation",
    "Question",
    "RECORD",
    "Reach",
    "Receipt",
    "ResourcesOfObjective",
    "ResourcesTotal",
    "SHARED_KINDS",
    "SharedActivity",
    "SharedAssessment",
    "SharedAttachment",
    "SharedChallenge",
    "SharedChoice",
    "SharedCommitment",
    "SharedCommitmentUpdate",
    "SharedConsultation",
    "SharedEntry",
    "SharedFeedback",
    "SharedIndicatorValue",
    "SharedNeedOffer",
    "SharedOpenQuestion",
    "SharedPartner",
    "SharedPlanItem",
    "SharedPolicyCard",
    "SharedPolicyLink",
    "SharedPractice",
    "SharedProposal",
    "SharedRecommendation",
    "SharedRumour",
    "SharedTermNote",
    "Stream",
    "Submission",
    "Sums",
    "TOTALS",
    "Tally",
    "Telling",
    "Told",
    "Unknown",
    "WORDS",
    "Work",
    "Withdrawal",
    "tellings",
    "of_organisation",
]
