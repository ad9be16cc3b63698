"""What an organisation's book holds and must not tell: each record is complete, so that a rule keeps it and no gap."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.filling import Plain
from app.domain.records import KINDS
from app.services.canaries.nest import Nest, save
from app.services.opening.workspace import Workspace
from app.services.records import commenting

MONTH = "2026-08"
_OBJECTIVES = {"objectives": "7,15"}
_PRIVATE: Mapping[str, Mapping[str, Plain]] = {
    "private_note": _OBJECTIVES,
    "authority_request": {"date": f"{MONTH}-12", "kind": "about_persons", "answer": "refused"},
    "referral_contact": {"emergency": True},
}
"""Kinds of which nothing ever leaves."""
_LONG = " We promise it in public, with a day, and with somebody who answers for it, so that anybody can ask. " * 4
_UNSIGNED: Mapping[str, Mapping[str, Plain]] = {
    "commitment": {
        **_OBJECTIVES,
        "due": "2027-06",
        "status": "in_progress",
        "form": "individual",
        "types": "process",
        "level": "municipality",
    },
    "practice": {
        **_OBJECTIVES,
        "start": "2025-01",
        "type": "service",
        "country": "KE",
        "level": "municipality",
        "principles": "GP-PEOPLE",
    },
    "proposal": {**_OBJECTIVES, "addressee": "national_government", "level": "national", "month": MONTH},
}
"""These leave only after somebody signed them off, and nobody does here."""
_UNREAD: Mapping[str, Mapping[str, Plain]] = {
    "rumour": {"month": MONTH, "channel": "help_desk", "risk": "high", "verification": "false"},
    "need_offer": {**_OBJECTIVES, "kind": "need", "category": "integration_capacity"},
}
"""The words of these leave only after somebody read or approved them, and nobody does here."""
_CHALLENGE = {**_OBJECTIVES, "type": "funding", "level": "municipality", "addressee": "local_authority", "month": MONTH}
_PRACTICE = {
    **_UNSIGNED["practice"],
    "title": "Papers explained at the market",
    "summary": "Advisers sit where people already are.",
    "implementer": "Canary House",
    "reach": "About two thousand people in a year.",
    "impact": "Fewer people miss a date at the office.",
    "lessons": "Come on market days.",
    "replication": "Begin with one table.",
    "innovation": "It goes to people.",
}


def partner_that_did_not_agree(workspace: Workspace, nest: Nest) -> str:
    """A partner in the book; its name, which no record may tell."""
    name = nest.word("partner", "name")
    save(workspace, KINDS["partner"], {"name": name, "type": "ST-LOC", "country": "KE", "role": "partner"})
    return name


def write(workspace: Workspace, nest: Nest, activity: str, partner: str) -> None:
    """Everything that some rule keeps; `activity` is one that leaves, with `partner`."""
    for kind, given in _PRIVATE.items():
        _planted(workspace, nest, kind, given)
    save(workspace, KINDS["sensitive_note"], {"type": "urgent_danger", "month": MONTH, "passed_on": True})
    unsigned = {kind: _planted(workspace, nest, kind, given) for kind, given in _UNSIGNED.items()}
    told = {"commitment": unsigned["commitment"], "date": f"{MONTH}-20"}
    _planted(workspace, nest, "commitment_update", told)
    for kind, given in _UNREAD.items():
        _planted(workspace, nest, kind, given)
    _planted(workspace, nest, "challenge", {**_CHALLENGE, "not_for_government": True})
    message = {"type": "thanks", "topics": "15", "channel": "help_desk", "month": MONTH, "consent": "C1"}
    heard = _planted(workspace, nest, "feedback", message)
    _planted(workspace, nest, "loop_step", {"feedback": heard, "date": f"{MONTH}-20", "answered": True})
    _in_part(workspace, nest, activity, partner)


def _in_part(workspace: Workspace, nest: Nest, activity: str, partner: str) -> None:
    """Records that leave, but for one thing: who gave what in kind, whom to ask, who did not agree to be named."""
    given = {"of": activity, "budget": "1000", "currency": "EUR", "source_type": "foundation"}
    _planted(workspace, nest, "resources", given)
    contact = nest.word("practice", "contact")
    shown = save(workspace, KINDS["practice"], {**_PRACTICE, "contact": contact, "partners": [partner]})
    commenting.answer(workspace, shown, approved=True)


def _planted(workspace: Workspace, nest: Nest, kind: str, given: Mapping[str, Plain]) -> str:
    texts = nest.texts(KINDS[kind], without=given)
    if kind == "commitment":
        texts["description"] = f"{texts['description']}{_LONG}"
    return save(workspace, KINDS[kind], {**texts, **given})
