"""The picture as plain values, as scripts read it, and the digest that depends on its facts alone."""

from __future__ import annotations

import hashlib
import json

from app.domain.shared import Linked, ObjectiveView, Outline, Picture, Reach


def digest(shown: Picture | Outline) -> str:
    """SHA-256 of everything the picture says; the same for the same facts, on any machine."""
    return hashlib.sha256(canonical(as_plain(shown))).hexdigest()


def as_plain(shown: Picture | Outline) -> dict[str, object]:
    """The picture as scripts read it (docs/cli.md); everything but the digest."""
    return {
        "period": shown.period.iso,
        "audience": shown.audience.value,
        "threshold": shown.threshold,
        "reference": shown.reference,
        "contributors": [
            {
                "organisation": one.organisation.name,
                "id": one.organisation.id,
                "type": list(one.organisation.types)[0] if one.organisation.types else "",
                "submission": one.submission,
                "revision": one.revision,
                "fate": one.fate,
                "activities": one.activities,
                "taken_back": one.taken_back,
            }
            for one in shown.contributors
        ],
        "objectives": [_plain_objective(one) for one in shown.objectives],
        "places": [
            {"place": one.place, "cells": [{"state": c.state.value, "activities": c.activities} for c in one.cells]}
            for one in shown.places
        ],
        "absent_types": list(shown.absent_types),
        "suppression": {"numbers": shown.numbers, "withheld": shown.withheld},
        "activities": shown.activities_once,
        "linked": [_plain_linked(one) for one in shown.linked],
        "further": dict(sorted(shown.further_kinds.items())),
    }


def canonical(plain: object) -> bytes:
    """The same bytes for the same facts."""
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _plain_linked(one: Linked) -> dict[str, object]:
    return {
        "members": [{"organisation": organisation, "entry": entry} for organisation, entry in one.members],
        "number": one.number,
        "differ": one.differ,
        "reach": _plain_reach(one.reach),
    }


def _plain_objective(one: ObjectiveView) -> dict[str, object]:
    return {
        "objective": one.objective,
        "state": one.state.value,
        "activities": one.activities,
        "organisations": one.organisations,
        "reach": _plain_reach(one.reach),
        "nothing_done": one.nothing_done,
        "assessments": dict(one.assessments),
        "feedback": {kind: "withheld" if count.withheld else count.value for kind, count in one.feedback},
        "feedback_withheld": dict(one.feedback_withheld),
    }


def _plain_reach(one: Reach) -> dict[str, object]:
    silent = "withheld" if one.withheld else None
    return {
        "low": silent if one.low is None else one.low,
        "high": silent if one.high is None else one.high,
        "method": one.method,
        "withheld": one.withheld,
    }
