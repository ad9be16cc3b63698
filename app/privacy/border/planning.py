"""What may leave of plans, and of commitments after they were signed off."""

from __future__ import annotations

from app.domain.records.planning import SMART
from app.privacy.border.leaves import Leaves, Table

PLAN_ITEM: Table = {
    "title": Leaves.READ,
    "objectives": Leaves.AS_WRITTEN,
    "role": Leaves.AS_WRITTEN,
    "due": Leaves.MONTH,
    "status": Leaves.AS_WRITTEN,
    "start": Leaves.MONTH,
    "milestone": Leaves.READ,
    "action_refs": Leaves.AS_WRITTEN,
    "marker": Leaves.AS_WRITTEN,
    "plan": Leaves.REFERENCE,
}
COMMITMENT: Table = {
    "title": Leaves.READ,
    "objectives": Leaves.AS_WRITTEN,
    "description": Leaves.READ,
    "due": Leaves.MONTH,
    "status": Leaves.AS_WRITTEN,
    **dict.fromkeys(SMART, Leaves.READ),
    "form": Leaves.AS_WRITTEN,
    "partners": Leaves.NAMES,
    "matched_title": Leaves.AS_WRITTEN,
    "matched_id": Leaves.AS_WRITTEN,
    "types": Leaves.AS_WRITTEN,
    "principles": Leaves.AS_WRITTEN,
    "level": Leaves.AS_WRITTEN,
    "start": Leaves.MONTH,
}
COMMITMENT_UPDATE: Table = {
    "commitment": Leaves.REFERENCE,
    "date": Leaves.MONTH,
    "text": Leaves.READ,
    "status": Leaves.AS_WRITTEN,
}
TABLES = {"plan_item": PLAN_ITEM, "commitment": COMMITMENT, "commitment_update": COMMITMENT_UPDATE}
