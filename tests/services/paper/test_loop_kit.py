"""Loop kit: what was answered is told again, in the right order, and nothing that may not be told."""

from __future__ import annotations

import pytest

from app.domain.filling import filled
from app.domain.records import PolicyCard
from app.services.opening.workspace import Workspace
from app.services.paper import loop_kit
from app.services.records import recording
from tests.making import hear_feedback
from tests.reports.reading import opened, text_by_poppler, text_by_pypdf

SAID, DID = "The office closes before work ends.", "It is open until eight on Thursdays."
AR_SAID, AR_DID = "المكتب يغلق مبكرا", "المكتب مفتوح حتى المساء"


def answered(own: Workspace, said: str = SAID, did: str = DID, **more: object) -> str:
    return hear_feedback(own, paraphrase=said, answer=did, status="answered_to_community", **more)


def in_order(text: str, *parts: str) -> bool:
    flat = " ".join("".join(letter for letter in text if letter not in "\u202a\u202b\u202c").split())
    places = [flat.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


def test_only_answered_messages_with_consent_are_told_and_findings_are_shown(own: Workspace) -> None:
    told = answered(own, did="Call 0661 23 45 67 on Thursdays.")
    answered(own, consent="C1")
    answered(own, sensitivity="sensitive_protection")
    hear_feedback(own, paraphrase="Nobody answered this")
    (found,) = loop_kit.candidates(own)
    assert found.record == told
    assert found.findings == ("0661 23 45 67",)
    assert loop_kit.candidates(own, ["none"]) == ()
    with pytest.raises(loop_kit.NothingToTellError):
        loop_kit.poster(own, (), ["en"])
    with pytest.raises(loop_kit.LanguagesOfKitError):
        loop_kit.poster(own, (found,), ["en", "fr", "ar"])


def test_a_poster_is_one_page_and_says_things_in_order(own: Workspace) -> None:
    answered(own, not_done="More days are not possible: there is no money.")
    english, shown = loop_kit.poster(own, loop_kit.candidates(own), ["en", "fr"])
    assert len(opened(english.data).pages) == shown == 1
    text = text_by_pypdf(english.data)
    assert in_order(text, "You said", SAID, "We did", DID, "What we could not do", "More days")

    answered(own, AR_SAID, AR_DID)
    arabic, _shown = loop_kit.poster(own, loop_kit.candidates(own), ["ar"])
    assert in_order(text_by_poppler(arabic.data), AR_SAID, AR_DID)
    for _more in range(30):
        answered(own, SAID * 6, DID * 6)
    full, shown = loop_kit.poster(own, loop_kit.candidates(own), ["en"])
    assert len(opened(full.data).pages) == 1
    assert 1 < shown < 32


def test_a_radio_script_takes_about_a_minute(own: Workspace) -> None:
    for _message in range(12):
        answered(own)
    pages, shown = loop_kit.script(own, loop_kit.candidates(own), "en")
    text = text_by_poppler(pages.data)
    assert 1 < shown < 12
    assert in_order(text, "seconds", "You told us something", f"You said: {SAID}", f"We did: {DID}", "Thank you")


def test_a_policy_card_is_a_page_in_its_own_language(own: Workspace) -> None:
    values = {"title": "بطاقة الإقامة", "summary": AR_SAID, "question_2": AR_DID, "language": "ar"}
    card = recording.save(own, filled(recording.new(own, PolicyCard), values)).id
    assert in_order(text_by_poppler(loop_kit.policy_card(own, card).data), AR_SAID, AR_DID)
