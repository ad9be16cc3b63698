"""Sheets: every field of a practice and of a pledge, through the border, and nothing that was not let go."""

from __future__ import annotations

import pytest

from app.domain.records import Commitment, CommitmentUpdate, Partner, Practice, rules
from app.domain.shared import Audience
from app.services.opening.workspace import Workspace
from app.services.paper import sheets
from app.services.paper.sheets import Order
from app.services.records import recording
from app.settings import PAPERS
from tests.making import approve, hear_feedback, log_activity, write_down
from tests.reports.reading import opened, text_by_pypdf

PRACTICE = {
    "title": "Advice where the bus stops",
    "objectives": "4,7",
    "objectives_secondary": "17",
    "start": "2024-03-14",
    "end": "2026-06",
    "type": "service",
    "status": "ongoing",
    "summary": "Two advisers sit at a table on market days.",
    "country": "MA",
    "place": "MA-TNG",
    "level": "municipality",
    "implementer": "Riverbank Centre",
    "partners": "Hamlet Clinic,Silent Partner",
    "action_refs": "7(g)",
    "principles": "GP-PEOPLE",
    "sdg": "16.9",
    "reach": "About two thousand people in a year.",
    "impact": "Fewer people miss a date.",
    "lessons": "Come on market days.",
    "replication": "Begin with one table.",
    "innovation": "It goes to people.",
    "participation": "Four of six advisers came this way themselves.",
    "links": "advice.example.org",
    "contact": "The desk on Harbour Street",
    "contact_agreed": True,
}
TOLD = (
    "Advice where the bus stops|Legal identity|Vulnerability|Discrimination|March 2024|June 2026|Service|Under way|"
    "Two advisers sit|Morocco|Municipality|Riverbank Centre|Hamlet Clinic|7(g)|People-centred|16.9|About two thousand|"
    "Fewer people miss|Come on market days|Begin with one table|It goes to people|Four of six|advice.example.org"
).split("|")
PLEDGE = {
    "title": "Register every birth",
    "objectives": "4",
    "description": "Each child born on the way is registered within seven days. " * 6,
    "start": "2026-01",
    "due": "2027-12",
    "status": "in_progress",
    "smart_what": "A desk in each clinic.",
    "smart_how_much": "Four clinics.",
    "form": "joint",
    "types": "process",
    "level": "municipality",
    "matched_title": "Papers for all",
    "matched_id": "P-77",
}
READ = Order(accept_findings=True)


def flat(data: bytes) -> str:
    return " ".join(text_by_pypdf(data).split())


def test_a_practice_sheet_tells_every_field_and_names_no_partner_that_did_not_agree(own: Workspace) -> None:
    write_down(own, Partner, name="Silent Partner", type="ST-LOC", country="MA", role="partner")
    record = write_down(own, Practice, **PRACTICE)
    assert {one.name for one in rules(Practice)} == set(PRACTICE), "the sample fills in every field"
    with pytest.raises(sheets.SheetUnsignedError):
        sheets.draw(own, record, READ)
    approve(own, record)
    for page in PAPERS:
        pages, waiting = sheets.draw(own, record, Order(page=page, accept_findings=True))
        text = flat(pages.data)
        assert [one for one in (*TOLD, PRACTICE["contact"]) if str(one) not in text] == []
        assert "Silent Partner" not in text and "14 March" not in text
        assert (waiting, len(opened(pages.data).pages) <= 2, pages.warnings) == (0, True, ())
    assert pages == sheets.draw(own, record, Order(page="Letter", accept_findings=True))[0]


def test_a_text_that_points_at_somebody_stays_until_it_was_read_for_these_readers(own: Workspace) -> None:
    record = write_down(own, Practice, **{**PRACTICE, "contact_agreed": "", "lessons": "Ask Amina on 0661 23 45 67."})
    approve(own, record)
    seen = sheets.crossed(own, record, Order())
    pages, waiting = sheets.draw(own, record, Order())
    assert waiting == len({one.field for one in seen.undecided}) == 1
    assert "0661" not in flat(pages.data) and "Harbour Street" not in flat(pages.data)
    assert "1 text stays with the organisation" in flat(pages.data)
    sheets.decide(own, Order(), {one.id: True for one in seen.undecided})
    pages, waiting = sheets.draw(own, record, Order())
    assert waiting == 0 and "0661 23 45 67" in flat(pages.data)
    assert sheets.draw(own, record, Order(Audience.PEERS))[1] == 1, "that holds for these readers alone"
    assert "Harbour Street" not in flat(pages.data), "whom to ask was not asked"


def test_a_pledge_form_shows_its_seven_sections_what_is_blank_and_its_updates(own: Workspace) -> None:
    record = write_down(own, Commitment, **PLEDGE)
    for date, text in (("2026-09-20", "The fee is waived."), ("2026-03", "Twelve registrars were trained.")):
        write_down(own, CommitmentUpdate, commitment=record, date=date, text=text, status="in_progress")
    with pytest.raises(sheets.SheetUnsignedError):
        sheets.draw(own, record, READ)
    approve(own, record)
    pages, _waiting = sheets.draw(own, record, READ)
    text = flat(pages.data)
    wanted = [f"{number}. " for number in ("I", "II", "III", "IV", "V", "VI", "VII")]
    wanted += [*("A desk in each clinic", "Four clinics", "Papers for all", "P-77", "Register every birth"), "–"]
    wanted += ["Each child born on the way", "December 2027", "September 2026"]
    assert [one for one in wanted if one not in text] == []
    assert text.index("Twelve registrars") < text.index("The fee is waived") and "20 September" not in text
    assert text.index("What exactly will change?") < text.index("How will it be checked?")


def test_an_activity_becomes_an_action_text_without_exact_place_or_number(own: Workspace) -> None:
    told = {"place": "MA-TNG", "partners": "Hamlet Clinic", "status": "completed", "result": "Most were answered."}
    hidden = {"exact_place": "Stall 14", "reach_women": 143}
    record = log_activity(own, **told, **hidden)
    text = flat(sheets.draw(own, record, Order())[0].data)
    wanted = ("Call to Local Action", "Legal aid desk", "Two advisers", "Most were answered.", "Hamlet Clinic")
    assert [one for one in (*wanted, "Completed", "Vulnerability", "August 2026") if one not in text] == []
    assert "Stall 14" not in text and "14" not in text and "12 August" not in text


def test_what_is_incomplete_or_no_practice_makes_no_sheet_and_hostile_texts_break_none(own: Workspace) -> None:
    with pytest.raises(sheets.SheetIncompleteError):
        sheets.draw(own, write_down(own, Practice, title="Only a title"), READ)
    with pytest.raises(sheets.NoSheetError):
        sheets.draw(own, hear_feedback(own), READ)
    with pytest.raises(sheets.SheetStaysError):
        sheets.draw(own, log_activity(own, sensitivity="S4"), READ)
    with pytest.raises(recording.RecordMissingError):
        sheets.draw(own, "nothing", READ)
    hostile = {
        "summary": "<b>&amp; ⁧שלום⁩ " + "x" * 900,
        "lessons": "كلمة " * 500,
        "links": "a" * 300,
        "impact": "\n" * 40,
    }
    record = write_down(own, Practice, **{**PRACTICE, **hostile, "impact": "One\n\n\nTwo"})
    approve(own, record)
    for language in ("en", "ar"):
        pages, _waiting = sheets.draw(own, record, Order(language=language, accept_findings=True))
        assert flat(pages.data).count("كلمة") >= 400 or language != "en"
        assert len(opened(pages.data).pages) <= 3
