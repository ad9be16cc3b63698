"""What the sender says as passages: every kind, what a newer program wrote, and what was taken back."""

from __future__ import annotations

import pytest

from app.compact import load
from app.domain.shared import (
    Audience,
    Disclosure,
    PublicOrganisation,
    SharedActivity,
    SharedConsultation,
    SharedFeedback,
    SharedTermNote,
    Submission,
    Unknown,
    Withdrawal,
)
from app.domain.terms import WITHHELD, Count, Period
from app.ui.inbox.reading import passages


@pytest.mark.usefixtures("session")
def test_every_kind_is_read_and_what_is_not_there_says_why() -> None:
    said = Submission(
        PublicOrganisation("o", "O", description="We answer questions.", web="https://o.example", languages=("ar",)),
        "call",
        Period.parse("2026-07..2026-09"),
        1,
        Disclosure(Audience.COORDINATOR, 5),
        "1.1.0",
        entries=(
            SharedTermNote("t", "newcomer", "Anybody new."),
            SharedConsultation("c", "Papers?", number=WITHHELD),
            SharedActivity("a", "Desk", reach=Count(40), reach_women=Count(22), partners=("City Council",)),
            SharedFeedback("f", topics=(4,), paraphrase="They waited.", own_words="Nine days!"),
        ),
        unknown=(Unknown("dance", "d"), Unknown("dance", "e"), Unknown("activity", "a", ("colour",))),
        honoured=(Withdrawal("1", "a", "record"), Withdrawal("2", "a", "words"), Withdrawal("3", "b", "words")),
    )
    told = "\n".join(one.text for one in passages(said, load())).replace("\u2068", "").replace("\u2069", "")

    assert "newcomer\nHow it is used\nAnybody new." in told
    assert "Who they are\nLanguages it works in: Arabic · Web address: https://o.example\nWe answer questions." in told
    assert "Women: 22" in told and "City Council" in told and told.count("40") == 1
    assert "They waited.\nNine days!" in told
    assert "How many people: withheld for safety" in told
    assert "This program cannot read all of it: Activity and dance." in told
    assert "Taken back by the sender\n1 entry was taken back. Honoured" in told
    assert "own words were taken back in 1 entry. Honoured" in told
