"""Pictures made by hand of what a few organisations told, for tests of what is read out of a picture."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.compact import load
from app.domain.shared import (
    Audience,
    Contributor,
    Disclosure,
    Picture,
    PublicOrganisation,
    ResourcesOfObjective,
    ResourcesTotal,
    SharedActivity,
    SharedAssessment,
    SharedChallenge,
    SharedCommitment,
    SharedCommitmentUpdate,
    SharedEntry,
    SharedNeedOffer,
    Submission,
)
from app.domain.terms import AMOUNT_WITHHELD, Amount, Count, Period, When
from app.services.picturing import national

PERIOD = Period.parse("2026-07..2026-09")
BEFORE = Period.parse("2026-04..2026-06")
NETWORK = PublicOrganisation("one", "Tangier Network", ("ST-CSO",), "MA", region="ECA")
CITY = PublicOrganisation("two", "City of Oujda", ("ST-LOC", "ST-MIG"), "MA", region="ECA")
CLINIC = PublicOrganisation("three", "Clínica de Ceuta", ("ST-CSO",), "ES", region="ECE")


def activity(identity: str, *objectives: int, **more: object) -> SharedActivity:
    """Something done in August."""
    made = SharedActivity(identity, title=f"Work {identity}", objectives=objectives, start=When(2026, 8))
    return replace(made, **more)  # type: ignore[arg-type]


def of(
    *told: tuple[PublicOrganisation, tuple[SharedEntry, ...]],
    period: Period = PERIOD,
    audience: Audience = Audience.COORDINATOR,
) -> Picture:
    """The picture of what these organisations told; each counts."""
    made = Disclosure(Audience.COORDINATOR, 5)
    given = [Submission(who, "c", period, 1, made, "1", entries=entries) for who, entries in told]
    who = [Contributor(one.organisation, f"sent-{one.organisation.id}", 1, "accepted") for one in given]
    return national.merged(given, who, period=period, audience=audience, pack=load())


def rich() -> Picture:
    """Two regions of the reviews, three kinds, a need with two offers, views that differ, money, commitments."""
    network = (
        activity("desk", 4, 15, place="MA007", departments=("justice",), reach=Count(120)),
        SharedAssessment("a", 4, PERIOD.iso, "in_progress", note="Half of the offices take part."),
        SharedNeedOffer("need", "Rooms for the evening", "need", "integration_capacity", (15,)),
        SharedNeedOffer("own", "Our own rooms", "offer", "integration_capacity", (15,)),
        SharedCommitment("p1", "Answer within two weeks", (7,), status="announced", due=When(2026, 12)),
        SharedCommitmentUpdate("u1", "p1", When(2026, 9), "Done since July.", "fulfilled"),
        SharedCommitment("p3", "A second desk", (4,), status="preparing"),
        ResourcesTotal("m1", "MAD", "foundation", Amount(Decimal(3000)), Amount(Decimal(1000))),
        ResourcesOfObjective("o1", "MAD", "foundation", (15,), Amount(Decimal(2000)), Amount(Decimal(700))),
        ResourcesOfObjective("o2", "MAD", "foundation", (4,), AMOUNT_WITHHELD),
    )
    city = (
        activity("course", 16, place="MA008"),
        SharedAssessment("b", 4, PERIOD.iso, "not_started"),
        SharedAssessment("n", 15, PERIOD.iso, nothing_done=True),
        SharedNeedOffer("rooms", "Rooms of the library", "offer", "integration_capacity", (15, 16)),
        SharedNeedOffer("truck", "A lorry", "offer", "other", (2,)),
        ResourcesTotal("m2", "MAD", "foundation", Amount(Decimal(500)), AMOUNT_WITHHELD),
        ResourcesOfObjective("o3", "MAD", "foundation", (15,), Amount(Decimal(400)), AMOUNT_WITHHELD),
        ResourcesOfObjective("o4", "MAD", "foundation", (), Amount(Decimal(100))),
    )
    clinic = (
        activity("nurse", 15, reach=Count(40)),
        SharedChallenge("hard", "Papers take too long", (4,), support_needed="A person at the office"),
        SharedNeedOffer("money", "A small fund", "offer", "funding", (15,)),
    )
    return of((NETWORK, network), (CITY, city), (CLINIC, clinic))


def past() -> Picture:
    """The period before: less was done, one promise was made that nobody speaks of now, one by somebody silent now."""
    gone = PublicOrganisation("four", "Harbour Union", ("ST-UNI",), "MA")
    network = (
        activity("desk", 4, start=When(2026, 5)),
        SharedCommitment("p1", "Answer within two weeks", (7,), status="announced"),
        SharedCommitment("p2", "A help line", (7,), status="in_progress"),
        SharedCommitment("p0", "A leaflet", (3,), status="fulfilled"),
    )
    union = (SharedCommitment("p9", "Check every contract", (6,), status="announced"),)
    return of((NETWORK, network), (gone, union), period=BEFORE)
