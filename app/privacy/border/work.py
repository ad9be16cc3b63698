"""What may leave of work done, of the choice of objectives and of an organisation's own view."""

from __future__ import annotations

from app.domain.records.activity import REACH_GROUPS
from app.privacy.border.leaves import Leaves, Table

ACTIVITY: Table = {
    "title": Leaves.READ,
    "objectives": Leaves.AS_WRITTEN,
    "start": Leaves.MONTH,
    "end": Leaves.MONTH,
    "type": Leaves.AS_WRITTEN,
    "status": Leaves.AS_WRITTEN,
    "place": Leaves.COARSE_PLACE,
    "level": Leaves.AS_WRITTEN,
    "role": Leaves.AS_WRITTEN,
    "summary": Leaves.READ,
    "result": Leaves.READ,
    "reach_total": Leaves.AS_COUNT,
    **dict.fromkeys(REACH_GROUPS, Leaves.AS_COUNT),
    "reach_method": Leaves.AS_WRITTEN,
    "partners": Leaves.NAMES,
    "departments": Leaves.AS_WRITTEN,
    "participation_level": Leaves.AS_WRITTEN,
    "population_groups": Leaves.AS_WRITTEN,
    "stage": Leaves.AS_WRITTEN,
    "action_refs": Leaves.AS_WRITTEN,
    "principles": Leaves.AS_WRITTEN,
    "mechanisms": Leaves.AS_WRITTEN,
    "sdg": Leaves.AS_WRITTEN,
    "started_by": Leaves.AS_WRITTEN,
    "joint_id": Leaves.AS_WRITTEN,
}
CHOICE: Table = {
    "objective": Leaves.AS_WRITTEN,
    "priority": Leaves.AS_WRITTEN,
    "why": Leaves.READ,
    "target": Leaves.MONTH,
    "note": Leaves.READ,
}
ASSESSMENT: Table = {
    "objective": Leaves.AS_WRITTEN,
    "period": Leaves.AS_WRITTEN,
    "value": Leaves.AS_WRITTEN,
    "nothing_done": Leaves.AS_WRITTEN,
    "note": Leaves.READ,
}
TABLES = {"activity": ACTIVITY, "choice": CHOICE, "assessment": ASSESSMENT}
