"""What an ombudsperson may be told: its own allow-list, and nothing of it in any other table."""

from __future__ import annotations

from dataclasses import fields

from app.domain.records import KINDS, Challenge, PrivateNote, SensitiveNote, rules
from app.domain.shared import SHARED_KINDS, Audience, EnclosedNote, SharedChallenge
from app.domain.terms import When
from app.places import load as load_places
from app.privacy import border
from app.privacy.border import Passage

CANARY = "canary-51d0"
TO_OFFICE = Passage(Audience.COORDINATOR, lambda record: f"p-{record[::-1]}", load_places())


def test_only_listed_fields_of_the_two_kinds_cross_and_days_become_months() -> None:
    assert {
        kind: set(table) <= {one.name for one in rules(KINDS[kind])} for kind, table in border.ENCLOSED.items()
    } == {
        "challenge": True,
        "sensitive_note": True,
    }
    whole = Challenge("r", (7,), "funding", "national", "Doors", True, "Time", CANARY, When(2026, 8, 12))
    told = border.enclose(whole, TO_OFFICE, ())
    assert told == SharedChallenge("p-r", "Doors", (7,), "funding", "national", "Time", "", When(2026, 8))
    note = border.enclose(SensitiveNote("n", "urgent_danger", When(2026, 8, 3), True), TO_OFFICE, {"urgent_danger"})
    assert note == EnclosedNote("p-n", "urgent_danger", When(2026, 8), True)
    assert {one.name for one in fields(EnclosedNote)} == {"id", "type", "month", "passed_on"}


def test_words_in_a_code_other_kinds_and_challenges_for_everybody_do_not_cross() -> None:
    assert border.enclose(SensitiveNote("n", CANARY, When(2026, 8)), TO_OFFICE, {"urgent_danger"}).type == ""
    assert border.enclose(PrivateNote("p", CANARY), TO_OFFICE, ()) is None
    assert border.enclose(Challenge("r", description=CANARY), TO_OFFICE, ()) is None


def test_sensitive_notes_cross_nowhere_else() -> None:
    assert SensitiveNote.KIND in border.STAYING
    assert border.share(SensitiveNote("n", "urgent_danger", When(2026, 8)), TO_OFFICE) is None
    assert EnclosedNote.KIND not in SHARED_KINDS
