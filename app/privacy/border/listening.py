"""What may leave of what people said: messages with consent, rumours by month and district, policy cards."""

from __future__ import annotations

from app.privacy.border.leaves import Leaves, Table

FEEDBACK: Table = {
    "type": Leaves.AS_WRITTEN,
    "topics": Leaves.AS_WRITTEN,
    "channel": Leaves.AS_WRITTEN,
    "month": Leaves.MONTH,
    "place": Leaves.COARSE_PLACE,
    "language": Leaves.AS_WRITTEN,
    "consent": Leaves.AS_WRITTEN,
    "paraphrase": Leaves.READ,
    "own_words": Leaves.RELEASED,
}
RUMOUR: Table = {
    "said": Leaves.REVIEWED,
    "month": Leaves.MONTH,
    "place": Leaves.COARSE_PLACE,
    "channel": Leaves.AS_WRITTEN,
    "risk": Leaves.AS_WRITTEN,
    "verification": Leaves.AS_WRITTEN,
    "engagement": Leaves.REVIEWED,
    "outcome": Leaves.REVIEWED,
}
POLICY_CARD: Table = {
    "title": Leaves.READ,
    "summary": Leaves.READ,
    "question_1": Leaves.READ,
    "question_2": Leaves.READ,
    "question_3": Leaves.READ,
    "language": Leaves.AS_WRITTEN,
}
TABLES = {"feedback": FEEDBACK, "rumour": RUMOUR, "policy_card": POLICY_CARD}
