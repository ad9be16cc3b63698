"""The text scan: what a person must look at before words leave, in any script and digits."""

from __future__ import annotations

import pytest

from app.privacy.scan import Kind, finding_id, scan


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Call Amina on +212 661 234 567 tomorrow", Kind.PHONE),
        ("Appelez le 06 12 34 56 78", Kind.PHONE),
        ("رقم الهاتف ٠٦٦١٢٣٤٥٦٧ للاتصال", Kind.PHONE),
        ("Write to amina@example.org", Kind.MAIL),
        ("écrire à amina (at) example.org", Kind.MAIL),
        ("The house is at 35.7595, -5.8340", Kind.COORDINATES),
        ("Konto DE89 3704 0044 0532 0130 00", Kind.BANK),
        ("Her file is AB1234567890", Kind.NUMBER),
        ("She said: my name is Fatima", Kind.NAME),
        ("قالت اسمي فاطمة", Kind.NAME),
        ("她说我叫王芳", Kind.NAME),
    ],
)
def test_what_could_point_at_a_person_is_found_where_it_stands(text: str, kind: Kind) -> None:
    found = scan(text, "MA")

    assert kind in {span.kind for span in found}
    assert all(text[span.start : span.end].strip() for span in found)


@pytest.mark.parametrize(
    "text",
    [
        "46 people came in October 2026, 11 women and 7 men.",
        "Work under objective 15, action 15(c), in 2026-2027.",
        "Le budget était de 12 500 euros.",
        "تدريب لمدة يومين لثمانية عشر مشاركا",
        "培训了18名社工",
        "",
    ],
)
def test_plain_sentences_with_numbers_are_left_alone(text: str) -> None:
    assert scan(text, "MA") == ()


def test_findings_never_overlap_and_come_in_order() -> None:
    found = scan("amina@example.org +212 661 234 567 AB1234567890 amina@example.org", "MA")

    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))
    assert len(found) == 4


def test_a_decision_holds_while_the_words_stay_the_same() -> None:
    assert finding_id("r", "summary", "0661") == finding_id("r", "summary", "0661")
    assert (
        len(
            {finding_id("r", "summary", "0661"), finding_id("r", "summary", "0662"), finding_id("q", "summary", "0661")}
        )
        == 3
    )
