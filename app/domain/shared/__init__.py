"""Shared records: all that may leave an organisation, and nothing else. Only `privacy.border` makes them."""

from __future__ import annotations

from app.domain.shared.call import Call, Question
from app.domain.shared.entries import (
    SHARED_KINDS,
    FeedbackCount,
    SharedActivity,
    SharedAssessment,
    SharedChoice,
    SharedEntry,
    SharedFeedback,
)
from app.domain.shared.picture import Contributor, ObjectiveView, Picture, PlaceView, Reach, Told
from app.domain.shared.submission import Audience, Disclosure, PublicOrganisation, Submission

__all__ = [
    "SHARED_KINDS",
    "Audience",
    "Call",
    "Contributor",
    "Disclosure",
    "FeedbackCount",
    "ObjectiveView",
    "Picture",
    "PlaceView",
    "PublicOrganisation",
    "Question",
    "Reach",
    "SharedActivity",
    "SharedAssessment",
    "SharedChoice",
    "SharedEntry",
    "SharedFeedback",
    "Submission",
    "Told",
]
