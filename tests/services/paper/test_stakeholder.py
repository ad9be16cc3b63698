"""Stakeholder reports: about one mechanism only, in whole numbered paragraphs, never longer than the review allows."""

from __future__ import annotations

import io

import docx
import pytest

from app.domain.records import Challenge, Proposal, Recommendation
from app.domain.shared import Audience
from app.reports import length
from app.services.opening.workspace import Workspace
from app.services.pages import Form
from app.services.paper import stakeholder
from app.services.paper.briefs import NothingForBriefError
from app.services.paper.sheets import Order
from app.services.paper.stakeholder import LIMITS, Asked
from app.services.picturing import exporting
from app.services.submitting import published
from tests.making import PERIOD, approve, hear_feedback, log_activity, write_down
from tests.reports.reading import text_by_pypdf

READ = Order(accept_findings=True)
UPR = Asked("UPR", PERIOD)
LONG = "A very long text that nobody may cut in two, " * 40 + "ends here."
VOICE = "Somebody asked for an evening hour at the clinic."


def flat(data: bytes) -> str:
    return " ".join(text_by_pypdf(data).split())


def test_a_report_is_made_of_what_is_about_its_mechanism_alone(own: Workspace) -> None:
    log_activity(own, title="Health desk", objectives="15", reach_women=143, reach_men=119, reach_method="estimated")
    log_activity(own, title="Statistics course", objectives="1")
    log_activity(own, title="Tagged course", objectives="1", mechanisms=["UPR"])
    log_activity(own, title="Tagged for another", objectives="15", mechanisms=["CMW"])
    hear_feedback(own, topics="15", consent="C2", paraphrase=VOICE)
    hear_feedback(own, topics="15", consent="C1", paraphrase="Nobody may read this.")
    write_down(own, Challenge, objectives="7", type="funding", level="national", description="No interpreters.")
    asked = {"objectives": "15", "addressee": "local_authority", "level": "municipality", "month": "2026-08"}
    approve(own, write_down(own, Proposal, text="Open on Thursdays.", **asked))
    advice = {"mechanism": "universal_review", "source": "Third cycle", "status": "partly", "date": "2026-08"}
    write_down(own, Recommendation, text="Ratify the convention.", objectives="6", **advice)

    report = stakeholder.draw(own, UPR, READ)
    text = flat(report.pages.data)
    wanted = ("Health desk", "Tagged course", VOICE, "No interpreters.", "Open on Thursdays.", "Ratify the convention.")
    assert [one for one in (*wanted, "260", "Submitted by", "Tangier Network") if one not in text] == []
    assert not [one for one in ("Statistics course", "Tagged for another", "Nobody may read") if one in text]
    numbers = [text.index(f"{number}. ") for number in range(1, 7)]
    assert numbers == sorted(numbers), "paragraphs are numbered through"
    assert report.most == LIMITS["UPR"][0] == 2_815 and 60 < report.words < 400 and report.left_out == 0
    assert f"It has {report.words} words; 2,815 are allowed." in text and report.sentence() in text
    assert published.before(own).told, "from now on its numbers are known"
    told = flat(stakeholder.draw(own, Asked("cmw", PERIOD), READ).pages.data)
    assert "Tagged for another" in told and "Health desk" not in told and "are allowed" not in told


def test_however_much_there_is_no_limit_is_passed_and_no_paragraph_is_cut(own: Workspace) -> None:
    for number in range(1, 20):
        log_activity(own, title=f"Work {number}", objectives="15", summary=LONG)
        write_down(own, Challenge, objectives="7", type="funding", level="national", description=f"{number} {LONG}")
    log_activity(own, title="خيمة للمشورة", objectives="15", summary="جلس المستشارون حيث يجتمع الناس.")
    for language, asked, most in (
        ("en", UPR, 2_815),
        ("ar", Asked("UPR", PERIOD, joint=True), 5_630),
        ("zh", Asked("CRC", PERIOD, words=1_500), 1_500),
    ):
        report = stakeholder.draw(own, asked, Order(language=language, accept_findings=True, form=Form.WEB))
        text = report.pages.data.decode()
        assert most / 2 < report.words <= report.most == most and report.left_out > 0
        assert text.count("A very long text") == 40 * text.count("ends here.") > 0, "whole or not at all"
    assert "paragraphs are left out for want of room" in flat(stakeholder.draw(own, UPR, READ).pages.data)
    word = stakeholder.draw(own, UPR, Order(form=Form.WORD, accept_findings=True))
    written = docx.Document(io.BytesIO(word.pages.data))
    cells = [cell.text for table in written.tables for row in table.rows for cell in row.cells]
    told = sum(length.words(one.text) for one in written.paragraphs) + sum(map(length.words, cells))
    assert told <= 2_815 + 60, "what a word processor counts is what the report says, but for head and foot"


def test_what_nobody_has_read_stays_and_what_says_nothing_is_refused(own: Workspace) -> None:
    with pytest.raises(NothingForBriefError):
        stakeholder.draw(own, UPR, READ)
    with pytest.raises(stakeholder.MechanismMissingError, match="UPR"):
        stakeholder.draw(own, Asked("XYZ", PERIOD), READ)
    log_activity(own, title="Ask on 0661 23 45 67", objectives="15")
    log_activity(own, title="Call 0661 23 45 68", objectives="1")
    log_activity(own, title="Quiet desk", objectives="15")
    (finding,) = stakeholder.undecided(own, UPR, Audience.PUBLIC)
    assert "0661 23 45 67" in finding.sentence(), "only what could stand in it is asked about"
    report = stakeholder.draw(own, UPR, Order())
    assert "0661" not in flat(report.pages.data) and report.waiting == 2
    assert exporting.call(own, PERIOD, Audience.PUBLIC).id == "export:public"


def test_words_are_counted_as_word_processors_count_them() -> None:
    assert length.words("Two advisers – each with a phone (in 2026)...") == 8
    assert length.words("جلس المستشارون، هنا.") == 3
    assert length.words("移民权利 and 3 desks") == 7
    assert length.words(" – · \u2068\u2069 ") == 0
