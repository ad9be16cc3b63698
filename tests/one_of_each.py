"""One complete record of every kind that may leave, as somebody in an office would write it; made up for tests."""

from __future__ import annotations

from app.domain.records import KINDS
from app.services.opening.workspace import Workspace
from app.services.records import objectives
from tests.making import PERIOD, approve, hear_feedback, log_activity, write_down

PROMISE = (
    "We promise that every newcomer in the district finds, within one week of arriving, somebody who explains in a "
    "language they speak which papers they need, where to ask for them and what it costs. Two trained advisers sit in "
    "the town hall on three mornings a week, and one of them travels to the market of every commune once a month. "
)
WRITTEN: dict[str, dict[str, object]] = {
    "rumour": {
        "said": "People say that the clinic reports everybody to the police.",
        "month": "2026-08",
        "place": "MA007",
        "channel": "help_desk",
        "risk": "high",
        "verification": "false",
        "engagement": "We told them what the firewall is.",
    },
    "policy_card": {
        "title": "City health plan",
        "summary": "Everybody may see a nurse without papers.",
        "question_1": "Did anybody ask you for papers?",
        "language": "en",
    },
    "policy_link": {
        "title": "Integration plan of the city",
        "body": "City of Oujda",
        "level": "municipality",
        "marker": "1",
        "objectives": "4",
        "url": "https://example.org/plan",
    },
    "plan_item": {
        "title": "Open a third desk",
        "objectives": "4,15",
        "role": "lead",
        "due": "2026-12",
        "milestone": "The desk has a table, a lamp and two advisers.",
        "status": "ongoing",
    },
    "commitment": {
        "title": "A guide to papers within a week",
        "objectives": "4",
        "description": PROMISE,
        "due": "2027-06",
        "status": "in_progress",
        "form": "individual",
        "types": "process",
        "level": "municipality",
        "smart_what": "Nobody waits longer than a week.",
    },
    "practice": {
        "title": "Papers explained at the market",
        "objectives": "4",
        "start": "2025-01",
        "type": "service",
        "summary": "Advisers sit where people already are.",
        "country": "MA",
        "place": "MA007",
        "level": "municipality",
        "implementer": "Tangier Network",
        "principles": "GP-PEOPLE",
        "reach": "About two thousand people in a year.",
        "impact": "Fewer people miss a date at the office.",
        "lessons": "Come on market days, and come back.",
        "replication": "Begin with one table.",
        "innovation": "It goes to people instead of waiting for them.",
        "contact": "The desk of the network",
    },
    "challenge": {
        "objectives": "4",
        "type": "funding",
        "level": "municipality",
        "description": "The bus to the office was cut, and nobody can get there before it closes.",
        "support_needed": "One bus in the morning.",
        "addressee": "local_authority",
        "month": "2026-08",
    },
    "need_offer": {
        "kind": "need",
        "category": "integration_capacity",
        "text": "We need two interpreters for Wolof.",
        "objectives": "4",
    },
    "proposal": {
        "objectives": "4",
        "text": "Accept a copy where the original was lost on the way.",
        "addressee": "national_government",
        "level": "national",
        "agree": "City Council",
        "differ": "Radio Oujda",
        "month": "2026-09",
    },
    "consultation": {
        "purpose": "What makes it hard to get papers?",
        "date": "2026-08-12",
        "method": "public_meeting",
        "participant_types": "ST-MIG",
        "number": 23,
        "summary": "Most said that they lose a day of work each time.",
        "objectives": "4",
    },
    "recommendation": {
        "mechanism": "treaty_body",
        "source": "Committee on Migrant Workers, 2023",
        "text": "Make registration free of charge.",
        "objectives": "4",
        "status": "in_progress",
    },
    "open_question": {
        "text": "When does the new form come?",
        "objectives": "4",
        "addressee": "national_government",
    },
    "indicator_value": {
        "code": "16.9.1",
        "period": PERIOD.iso,
        "value": "62.5",
        "unit": "percent",
        "source": "Register of the city",
        "objectives": "4",
    },
    "partner": {"name": "City Council", "type": "ST-LOC", "country": "MA", "role": "partner", "agreed": "true"},
    "term_note": {"term": "newcomer", "text": "Anybody who came within the last year, whatever their papers."},
}
"""Kind to the values of one record, as they are typed."""


def write_one_of_each(own: Workspace) -> dict[str, str]:
    """Write them all, with the approvals that are asked for; kind to id."""
    made = {kind: write_down(own, KINDS[kind], **values) for kind, values in WRITTEN.items()}
    made["commitment_update"] = write_down(
        own, KINDS["commitment_update"], commitment=made["commitment"], date="2026-08-20", text="Both desks are open."
    )
    for number in range(3):
        made["activity"] = log_activity(own, title=f"Desk {number}", reach_total=40, reach_method="estimated")
        write_down(own, KINDS["resources"], of=made["activity"], budget=1000, currency="EUR", source_type="foundation")
    for _number in range(6):
        made["feedback"] = hear_feedback(own, status="answered_to_community")
    objectives.choose(own, [4])
    objectives.assess(own, 4, period=PERIOD, value="in_progress")
    for kind in ("commitment", "practice", "proposal", "need_offer", "rumour"):
        approve(own, made[kind])
    return made
