"""Briefs: at most two pages, whole texts or none, and what was left out is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.records import Challenge, Consultation, PlanItem, Proposal
from app.domain.shared import Audience
from app.services.coordinating import receiving, triage
from app.services.opening.workspace import Workspace
from app.services.paper import briefs
from app.services.paper.sheets import Order
from app.services.submitting import published, submissions
from tests.making import PERIOD, approve, hear_feedback, log_activity, make_call, write_down
from tests.reports.reading import opened, text_by_pypdf

READ = Order(accept_findings=True)
ASKED = {"objectives": "15", "addressee": "local_authority", "level": "municipality", "month": "2026-08"}
VOICE = "Somebody asked for an evening hour at the clinic."
LONG = "A very long text that nobody may cut in two, " * 30 + "ends here."


def flat(data: bytes) -> str:
    return " ".join(text_by_pypdf(data).split())


def test_a_brief_tells_figures_voices_asks_and_next_steps_as_their_readers_may(own: Workspace) -> None:
    log_activity(own, reach_women=143, reach_men=119, reach_method="counted_each_person_once")
    hear_feedback(own, consent="C3", paraphrase=VOICE, own_words="I work until seven.")
    hear_feedback(own, consent="C1", paraphrase="Nobody may read this.")
    approve(own, write_down(own, Proposal, text="Open on Thursdays.", **ASKED))
    write_down(own, PlanItem, title="A second desk", objectives="15", role="lead", due="2026-12", status="planned")
    write_down(own, PlanItem, title="An old desk", objectives="15", role="lead", due="2026-08", status="completed")
    pages, waiting = briefs.draw(own, PERIOD, Order())
    assert waiting >= 1 and "until seven" not in flat(pages.data), "own words stay until somebody has read them"
    pages, _waiting = briefs.draw(own, PERIOD, READ)
    text = flat(pages.data)
    wanted = ("260", "people reached", "I work until seven.", "in their own words", "Open on Thursdays.", "Asked of:")
    assert [one for one in (*wanted, "A second desk", "December 2026", "Nothing was left out") if one not in text] == []
    assert "Nobody may read" not in text and "An old desk" not in text and "262" not in text
    assert published.before(own).told, "from now on its numbers are known"


def test_however_much_there_is_two_pages_are_enough_and_the_rest_is_counted(own: Workspace) -> None:
    for number in range(1, 24):
        log_activity(own, title=f"Work {number}", objectives=str(number), summary=LONG)
    for number in range(9):
        hear_feedback(own, paraphrase=f"{VOICE} {number}" if number else LONG)
        text = f"Pay for interpreter number {number}." if number else LONG
        approve(own, write_down(own, Proposal, text=text, **ASKED))
        write_down(own, PlanItem, title=f"Desk {number}", objectives="15", role="lead", status="planned")
        write_down(own, Consultation, purpose="Hours", date="2026-09", method="meeting", summary=LONG)
        write_down(own, Challenge, objectives="7", type="funding", level="municipality", description=LONG)
    for language, page in (("en", "A4"), ("ar", "Letter"), ("qps", "A4")):
        pages, _waiting = briefs.draw(own, PERIOD, Order(language=language, page=page, accept_findings=True))
        text = flat(pages.data)
        assert len(opened(pages.data).pages) <= briefs.MOST_PAGES
        assert text.count("A very long text") == text.count("ends here."), "whole or not at all"
        assert language != "en" or ("For want of room it leaves out:" in text and "messages" in text)


def test_a_brief_of_nothing_is_refused_and_one_without_asks_says_so(own: Workspace, ministry: Workspace) -> None:
    for workspace in (own, ministry):
        with pytest.raises(briefs.NothingForBriefError):
            briefs.draw(workspace, PERIOD, READ)
    log_activity(own)
    text = flat(briefs.draw(own, PERIOD, READ)[0].data)
    assert "Nothing is asked for" in text and "No next step" in text and "No message may be told" in text


def test_a_coordinators_brief_is_made_of_what_counts_and_names_who_asks(
    own: Workspace, ministry: Workspace, tmp_path: Path
) -> None:
    call = make_call(ministry, own)
    log_activity(own, reach_women=40, reach_men=41, reach_method="counted_each_person_once")
    for _number in range(12):
        hear_feedback(own, paraphrase="For the coordinator alone.")
    approve(own, write_down(own, Proposal, text="Open on Thursdays.", **ASKED))
    write_down(own, PlanItem, title="A second desk", objectives="15", role="lead", due="2026-12", status="planned")
    path = tmp_path / "sent.gwb"
    path.write_bytes(submissions.make(own, call, accept_findings=True).bundle)
    receiving.receive(ministry, [path])
    triage.trust(ministry, "Tangier Network")
    triage.accept_all(ministry)
    text = flat(briefs.draw(ministry, PERIOD, Order())[0].data)
    wanted = (
        "Ministry",
        "1 organisation",
        "80 people reached",
        "Tangier Network",
        "Open on Thursdays.",
        "December 2026",
    )
    assert [one for one in wanted if one not in text] == []
    assert "For the coordinator alone" not in text and "Put together from contributions" in text
    near = flat(briefs.draw(ministry, PERIOD, Order(Audience.COORDINATOR))[0].data)
    assert "12 messages about 4 Legal identity" in near and "Please do not publish it." in near
