"""What crosses for a call: every kind, after its approval, without partners that did not agree, never under k."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.records import Challenge, Commitment, CommitmentUpdate, Consultation, NeedOffer, Partner, Proposal
from app.domain.shared import (
    Audience,
    Call,
    LoopTotal,
    ResourcesTotal,
    SharedActivity,
    SharedConsultation,
    SharedEntry,
    SharedNeedOffer,
    SharedPolicyLink,
    SharedProposal,
)
from app.domain.terms import Count
from app.privacy.border import TABLES
from app.services.opening.people import Profile
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.submitting import checklist, passing, reviewing, submissions
from tests.making import PERIOD, approve, hear_feedback, log_activity, make_call, work_as, write_down
from tests.one_of_each import WRITTEN, write_one_of_each


@pytest.fixture
def call(ministry: Workspace, own: Workspace) -> Call:
    return make_call(ministry, own)


def kinds(own: Workspace, call: Call) -> set[str]:
    return {type(entry).KIND for entry in reviewing.review(own, call).entries}


def reasons(own: Workspace, call: Call) -> dict[str, str]:
    return dict(reviewing.review(own, call).held_back)


def one(own: Workspace, call: Call, kind: type[SharedEntry]) -> SharedEntry:
    return next(entry for entry in reviewing.review(own, call).entries if isinstance(entry, kind))


def test_every_kind_with_a_table_crosses_and_comes_back_as_it_went(own: Workspace, call: Call) -> None:
    write_one_of_each(own)
    made = submissions.make(own, call)
    again = submissions.latest(own, call)

    assert kinds(own, call) >= {*TABLES, "feedback_count", "loop_total", "resources_total"} - {"attachment"}
    assert again is not None
    assert set(again.submission.entries) == set(made.submission.entries)
    assert not submissions.make(own, call).fresh
    total = one(own, call, ResourcesTotal)
    assert (total.currency, total.source_type, total.budget.value) == ("EUR", "foundation", 3000)
    assert one(own, call, LoopTotal).share_answered == Count(100)


def test_what_needs_a_signature_waits_for_it_and_a_change_asks_for_it_again(own: Workspace, call: Call) -> None:
    promise = write_down(own, Commitment, **WRITTEN["commitment"])
    news = write_down(own, CommitmentUpdate, commitment=promise, date="2026-08", text="Begun.")
    assert reasons(own, call) == {promise: "unsigned", news: "unsigned"}
    assert "unsigned" in {point.code for point in checklist.points(own, call)}

    approve(own, promise)
    assert {"commitment", "commitment_update"} <= kinds(own, call)

    draft = recording.open_draft(own, Commitment, promise)
    recording.save(own, replace(draft, record=replace(draft.record, title="Another promise")))
    assert reasons(own, call)[promise] == "unsigned"


def test_the_approval_of_somebody_who_may_not_approve_signs_nothing(own: Workspace, call: Call) -> None:
    promise = write_down(own, Commitment, **WRITTEN["commitment"])
    keeper = own.profile
    amina = Profile("e" * 32, "Amina", "reviewer")
    work_as(own, amina)
    approve(own, promise)
    work_as(own, replace(amina, role="editor"))
    assert reasons(own, call) == {promise: "unsigned"}

    own.profile = keeper
    approve(own, promise)
    assert reasons(own, call) == {}


def test_a_need_leaves_after_somebody_approved_it_or_read_it_for_this_call(own: Workspace, call: Call) -> None:
    need = write_down(own, NeedOffer, **WRITTEN["need_offer"])
    [finding] = reviewing.review(own, call).undecided
    assert (finding.field, finding.kind) == ("text", "to be read")
    assert one(own, call, SharedNeedOffer).text == ""

    reviewing.decide(own, call, finding.id, release=True)
    assert one(own, call, SharedNeedOffer).text == WRITTEN["need_offer"]["text"]
    approve(own, need)
    assert reviewing.review(own, call).undecided == ()


def test_what_is_not_for_government_stays_from_every_audience_that_government_is_among(own: Workspace) -> None:
    for audience in Audience:
        made = Call("c", "", PERIOD, audience=audience)
        if audience is Audience.OWN:
            written = write_down(own, Challenge, **WRITTEN["challenge"], not_for_government="true")
            assert "challenge" in kinds(own, made)
        else:
            assert reasons(own, made) == {written: "government"}


def test_a_partner_that_did_not_agree_is_named_nowhere(own: Workspace, call: Call) -> None:
    write_down(own, Partner, **{**WRITTEN["partner"], "agreed": "false"})
    log_activity(own, partners="City council , Radio Oujda")
    approve(own, write_down(own, Proposal, **WRITTEN["proposal"]))

    assert one(own, call, SharedActivity).partners == ("Radio Oujda",)
    assert one(own, call, SharedProposal).agree == ()
    assert "city council" not in repr(reviewing.review(own, call).entries).casefold()

    write_down(own, Partner, **WRITTEN["partner"])
    assert one(own, call, SharedProposal).agree == ("City Council",)


def test_a_reference_leaves_only_to_what_leaves_itself(own: Workspace, call: Call) -> None:
    told, kept = log_activity(own), log_activity(own, title="Long ago", start="2020-01")
    approve(own, write_down(own, Proposal, **{**WRITTEN["proposal"], "evidence": f"{told},{kept}"}))

    assert one(own, call, SharedProposal).evidence == (one(own, call, SharedActivity).id,)


def test_a_call_may_ask_for_less_and_an_organisation_may_raise_k_but_nobody_lowers_it(
    own: Workspace, ministry: Workspace
) -> None:
    less = make_call(ministry, own, sections=("consultation",), threshold=30, objectives=(4, 15))
    lower = replace(less, threshold=1)
    write_down(own, Consultation, **WRITTEN["consultation"])
    log_activity(own)

    assert kinds(own, less) == {"consultation"}
    assert set(reasons(own, less).values()) == {"outside"}
    assert one(own, less, SharedConsultation).number.withheld
    assert submissions.make(own, less).submission.disclosure.threshold == 30
    assert (one(own, lower, SharedConsultation).number, reviewing.review(own, lower).smallest) == (Count(23), 5)
    passing.raise_threshold(own, 24)
    assert one(own, lower, SharedConsultation).number.withheld
    passing.raise_threshold(own, 2)
    assert reviewing.review(own, lower).smallest == 5


def test_few_messages_tell_nothing_of_how_they_were_answered(own: Workspace, call: Call) -> None:
    for _number in range(4):
        hear_feedback(own, status="answered_to_community")
    hear_feedback(own)  # nobody wrote what was done with it
    assert "loop_total" not in kinds(own, call)

    hear_feedback(own, status="new")
    assert one(own, call, LoopTotal).share_answered.withheld


def test_money_of_fewer_than_three_pieces_of_work_is_withheld_and_the_public_is_told_none(own: Workspace) -> None:
    from app.domain.records import Resources

    for number in range(2):
        work = log_activity(own, title=f"Desk {number}")
        write_down(own, Resources, of=work, spent=700, currency="eur", source_type="somebody's own words")
    [total] = reviewing.review(own, Call("c", "", PERIOD)).counts

    assert (total.currency, total.source_type, total.spent.withheld) == ("EUR", "", True)
    assert reviewing.review(own, Call("c", "", PERIOD, audience=Audience.PUBLIC)).counts == ()


def test_a_policy_belongs_to_every_period_and_another_objective_to_no_call_about_one(
    own: Workspace, ministry: Workspace
) -> None:
    from app.domain.records import PolicyLink

    write_down(own, PolicyLink, **WRITTEN["policy_link"])
    assert isinstance(one(own, make_call(ministry, own), SharedPolicyLink), SharedPolicyLink)
    assert kinds(own, make_call(ministry, own, objectives=(21,))) == set()
