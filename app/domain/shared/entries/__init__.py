"""The records of a submission: ids are pseudonyms for one recipient, dates months; numbers may be withheld."""

from __future__ import annotations

from app.domain.shared.entries.asking import SharedNeedOffer, SharedOpenQuestion, SharedProposal
from app.domain.shared.entries.book import SharedPartner, SharedPolicyLink, SharedTermNote
from app.domain.shared.entries.entry import SharedEntry
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
from app.domain.shared.entries.withdrawal import Withdrawal
from app.domain.shared.entries.work import SharedActivity, SharedAssessment, SharedChoice

SHARED_KINDS: dict[str, type[SharedEntry]] = {
    found.KIND: found
    for found in (
        SharedActivity,
        SharedFeedback,
        FeedbackCount,
        SharedChoice,
        SharedAssessment,
        LoopTotal,
        SharedRumour,
        SharedPolicyCard,
        SharedChallenge,
        SharedPractice,
        SharedConsultation,
        SharedRecommendation,
        SharedNeedOffer,
        SharedProposal,
        SharedOpenQuestion,
        SharedPlanItem,
        SharedCommitment,
        SharedCommitmentUpdate,
        SharedIndicatorValue,
        ResourcesTotal,
        ResourcesOfObjective,
        SharedPolicyLink,
        SharedPartner,
        SharedTermNote,
        SharedAttachment,
        Withdrawal,
    )
}
"""Every kind that may leave, by its name on the wire."""
TOTALS = (FeedbackCount, LoopTotal, ResourcesTotal, ResourcesOfObjective)
"""The kinds that no single record is behind."""
