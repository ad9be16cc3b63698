"""Private records: what an organisation keeps. Only `privacy.border` makes something of them that leaves."""

from __future__ import annotations

from app.domain.records.activity import Activity
from app.domain.records.attachment import Attachment
from app.domain.records.community import LoopStep, PolicyCard, ReferralContact, Rumour
from app.domain.records.directory import AuthorityRequest, Partner, PolicyLink, PrivateNote, TermNote
from app.domain.records.feedback import Feedback, SensitiveNote
from app.domain.records.fields import (
    FOCAL_POINT,
    OWNER,
    SEALED,
    WRITER,
    FieldRule,
    Record,
    Shape,
    rule,
    rules,
    searched_words,
)
from app.domain.records.figures import IndicatorValue, Resources
from app.domain.records.flat_form import flat, unflat
from app.domain.records.learning import Challenge, Consultation, NeedOffer, OpenQuestion, Proposal, Recommendation
from app.domain.records.objective import Assessment, ObjectiveChoice
from app.domain.records.planning import Commitment, CommitmentUpdate, PlanItem
from app.domain.records.practice import Practice
from app.domain.records.reviewing import Comment, Review

KINDS: dict[str, type[Record]] = {
    found.KIND: found
    for found in (
        Activity,
        Feedback,
        SensitiveNote,
        ObjectiveChoice,
        Assessment,
        PlanItem,
        Commitment,
        CommitmentUpdate,
        Practice,
        Challenge,
        NeedOffer,
        Proposal,
        Consultation,
        IndicatorValue,
        Resources,
        Recommendation,
        PolicyLink,
        Partner,
        OpenQuestion,
        TermNote,
        PrivateNote,
        AuthorityRequest,
        Attachment,
        Review,
        Comment,
        LoopStep,
        Rumour,
        PolicyCard,
        ReferralContact,
    )
}
"""Every kind of record by its name; a new kind adds itself here and nowhere else in the domain."""

__all__ = [
    "FOCAL_POINT",
    "KINDS",
    "OWNER",
    "SEALED",
    "WRITER",
    "Activity",
    "Assessment",
    "Attachment",
    "AuthorityRequest",
    "Challenge",
    "Commitment",
    "CommitmentUpdate",
    "Consultation",
    "Comment",
    "Feedback",
    "FieldRule",
    "IndicatorValue",
    "NeedOffer",
    "ObjectiveChoice",
    "OpenQuestion",
    "Partner",
    "PlanItem",
    "PolicyLink",
    "Practice",
    "PrivateNote",
    "Proposal",
    "Recommendation",
    "Record",
    "Resources",
    "Review",
    "LoopStep",
    "PolicyCard",
    "ReferralContact",
    "Rumour",
    "SensitiveNote",
    "Shape",
    "TermNote",
    "flat",
    "rule",
    "rules",
    "searched_words",
    "unflat",
]
