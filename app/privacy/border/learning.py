"""What may leave of what was learned and asked for; practices and proposals after they were signed off."""

from __future__ import annotations

from app.privacy.border.leaves import Leaves, Table

PRACTICE: Table = {
    "title": Leaves.READ,
    "objectives": Leaves.AS_WRITTEN,
    "start": Leaves.MONTH,
    "type": Leaves.AS_WRITTEN,
    "summary": Leaves.READ,
    "end": Leaves.MONTH,
    "status": Leaves.AS_WRITTEN,
    "country": Leaves.COARSE_PLACE,
    "place": Leaves.COARSE_PLACE,
    "level": Leaves.AS_WRITTEN,
    "implementer": Leaves.AS_WRITTEN,
    "partners": Leaves.NAMES,
    "objectives_secondary": Leaves.AS_WRITTEN,
    "action_refs": Leaves.AS_WRITTEN,
    "principles": Leaves.AS_WRITTEN,
    "sdg": Leaves.AS_WRITTEN,
    "reach": Leaves.READ,
    "impact": Leaves.READ,
    "lessons": Leaves.READ,
    "replication": Leaves.READ,
    "innovation": Leaves.READ,
    "participation": Leaves.READ,
    "links": Leaves.AS_WRITTEN,
    "contact": Leaves.READ,
}
CHALLENGE: Table = {
    "objectives": Leaves.AS_WRITTEN,
    "type": Leaves.AS_WRITTEN,
    "level": Leaves.AS_WRITTEN,
    "description": Leaves.READ,
    "support_needed": Leaves.READ,
    "addressee": Leaves.AS_WRITTEN,
    "month": Leaves.MONTH,
}
NEED_OFFER: Table = {
    "kind": Leaves.AS_WRITTEN,
    "category": Leaves.AS_WRITTEN,
    "text": Leaves.REVIEWED,
    "objectives": Leaves.AS_WRITTEN,
    "until": Leaves.MONTH,
}
PROPOSAL: Table = {
    "objectives": Leaves.AS_WRITTEN,
    "text": Leaves.READ,
    "addressee": Leaves.AS_WRITTEN,
    "level": Leaves.AS_WRITTEN,
    "evidence": Leaves.REFERENCE,
    "action_refs": Leaves.AS_WRITTEN,
    "agree": Leaves.NAMES,
    "partly": Leaves.NAMES,
    "differ": Leaves.NAMES,
    "month": Leaves.MONTH,
}
CONSULTATION: Table = {
    "purpose": Leaves.READ,
    "date": Leaves.MONTH,
    "method": Leaves.AS_WRITTEN,
    "participant_types": Leaves.AS_WRITTEN,
    "summary": Leaves.READ,
    "number": Leaves.AS_NUMBER,
    "changed": Leaves.READ,
    "limits": Leaves.READ,
    "objectives": Leaves.AS_WRITTEN,
}
RECOMMENDATION: Table = {
    "mechanism": Leaves.AS_WRITTEN,
    "source": Leaves.AS_WRITTEN,
    "text": Leaves.READ,
    "objectives": Leaves.AS_WRITTEN,
    "status": Leaves.AS_WRITTEN,
    "date": Leaves.MONTH,
}
OPEN_QUESTION: Table = {
    "text": Leaves.READ,
    "objectives": Leaves.AS_WRITTEN,
    "addressee": Leaves.AS_WRITTEN,
    "answer": Leaves.READ,
}
TABLES = {
    "practice": PRACTICE,
    "challenge": CHALLENGE,
    "need_offer": NEED_OFFER,
    "proposal": PROPOSAL,
    "consultation": CONSULTATION,
    "recommendation": RECOMMENDATION,
    "open_question": OPEN_QUESTION,
}
