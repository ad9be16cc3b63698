"""What an organisation says of itself: it leaves by an allow-list, is looked at as every other text, and is read."""

from __future__ import annotations

import io

import python_calamine as calamine

from app.compact import load
from app.domain.shared import PublicOrganisation
from app.privacy.border import ORGANISATION, PROFILE_TEXTS, public_profile
from app.reports import workbook
from app.reports.document import Facts
from app.reports.submission import document
from app.services.opening.workspace import Workspace
from app.services.picturing import exporting
from app.services.submitting import checklist, reviewing, submissions
from app.sync import wire
from app.sync.manifest import Purpose
from app.sync.reading import read
from tests.making import PERIOD, log_activity, make_call, make_workspace

ABOUT = {
    "region": "ECA",
    "levels": ("municipality", "national"),
    "languages": ("ar", "fr"),
    "web": "https://network.example/",
    "contact_role": "Coordinator of the legal aid desk",
    "description": "Twelve associations that welcome newcomers.",
}


def test_a_field_of_an_organisation_leaves_only_if_the_border_names_it() -> None:
    known = {name: "" for name in ORGANISATION} | {"id": "o", "name": "O", "phone": "+212 661 234 567"}
    assert public_profile(known) == PublicOrganisation("o", "O", "", "", "", "", "", "", "", "")  # type: ignore[arg-type]
    assert public_profile({**known, "web": "w", "description": "d"}, {"web"}).description == "d"
    assert set(PROFILE_TEXTS) < set(ORGANISATION)


def test_region_levels_languages_web_and_whom_to_ask_reach_pages_and_workbook(tmp_path, ministry: Workspace) -> None:
    own = make_workspace(tmp_path, "Oujda Network", seed=4, **ABOUT)
    call = make_call(ministry, own)
    log_activity(own)
    made = submissions.make(own, call)
    opened = read(made.bundle, purpose=Purpose.SUBMISSION)
    told = wire.read_submission(opened.header, opened.lines())
    assert {name: getattr(told.organisation, name) for name in ABOUT} == ABOUT

    first = next(block for block in document(told, load(), "en").blocks if isinstance(block, Facts))
    facts = {fact.label: fact.value for fact in first.facts}
    assert facts["Languages it works in"] == "Arabic and French"
    assert facts["Levels it works at"] and facts["Region of the reviews"]
    assert (facts["Web address"], facts["Whom to ask"]) == (ABOUT["web"], ABOUT["contact_role"])
    shown = exporting.shown(own, PERIOD, call.audience)
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook.activities(shown, load(), "en")))
    (_heads, row) = book.get_sheet_by_name("Organisations").to_python()
    assert {"Oujda Network", ABOUT["web"], ABOUT["contact_role"], ABOUT["description"], "Arabic and French"} <= set(row)
    own.close()


def test_a_name_where_a_role_belongs_waits_for_an_answer_and_may_stay(tmp_path, ministry: Workspace) -> None:
    own = make_workspace(tmp_path, "Oujda Network", seed=4, contact_role="Ask Fatima Benali", web=ABOUT["web"])
    call = make_call(ministry, own)
    log_activity(own)
    (finding,) = reviewing.review(own, call).undecided
    assert (finding.record, finding.field, finding.kind) == (own.organisation.id, "contact_role", "name")
    assert any(point.level == "blocking" for point in checklist.points(own, call))
    assert "Fatima" not in repr(exporting.shown(own, PERIOD, call.audience))

    reviewing.decide(own, call, finding.id, release=False)
    told = submissions.make(own, call).submission.organisation
    assert (told.contact_role, told.web) == ("", ABOUT["web"])
    reviewing.decide(own, call, finding.id, release=True, reason="agreed")
    assert submissions.make(own, call).submission.organisation.contact_role == "Ask Fatima Benali"
    own.close()
