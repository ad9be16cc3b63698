from __future__ import annotations

import pytest

from app.domain.checks import check
from app.domain.filling import filled
from app.domain.problems import blocking
from app.domain.records import Feedback, ReferralContact, SensitiveNote
from app.domain.shared import Audience
from app.domain.terms import When
from app.i18n import Translation
from app.places import load as load_places
from app.privacy import border
from app.services.feedback import kiosk
from app.services.feedback.kiosk import ABOUT, CONSENT, CONSENTS, KIND, OBJECTIVES, QUESTIONS, SERVICE, Given
from app.services.opening import workspace
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.records.recording import Query
from tests.making import PASSPHRASE

MONTH = When(2026, 10, 12)
ENGLISH = Translation("en")
ALL = Given("ar", {SERVICE: "bad", ABOUT: "papers", KIND: "request", CONSENT: "words"}, " شكرا \n")


def held(own: Workspace, kind: str) -> list[object]:
    return [line.record for line in recording.lines(own, Query(kind))]


def test_answers_become_a_message_with_the_month_only() -> None:
    made = kiosk.draft(ALL, MONTH, ENGLISH, "x").record
    assert made == Feedback(
        "x",
        type="request",
        topics=(4,),
        channel="help_desk",
        month=When(2026, 10),
        consent="C2",
        own_words="شكرا",
        language="ar",
        paraphrase="On the kiosk, somebody was asked about our service and chose “Not happy”.\n"
        "They chose “Papers and documents” as what it is about.\n"
        "They chose “A request” as what they would like to give us.",
    )


def test_a_finished_message_lacks_nothing_and_what_was_skipped_is_left_to_a_person(own: Workspace) -> None:
    whole = kiosk.draft(ALL, MONTH, ENGLISH, "x").record
    assert not blocking(check(whole, own.pack))
    skipped = kiosk.draft(Given("fr", {SERVICE: "good"}), MONTH, ENGLISH, "x").record
    assert {problem.field for problem in check(skipped, own.pack)} == {"type", "topics"}


@pytest.mark.parametrize(("answer", "level", "words", "number"), [("number", "C1", False, True),
                                                                  ("words", "C2", True, True),
                                                                  ("no", "C0", False, False),
                                                                  ("", "C0", False, False)])  # fmt: skip
def test_sharing_goes_no_further_than_was_agreed_and_no_answer_is_no(
    answer: str, level: str, words: bool, number: bool
) -> None:
    made = kiosk.draft(ALL.with_code(CONSENT, answer), MONTH, ENGLISH, "x").record
    assert made.consent == level
    assert border.stays(made) is not words
    assert bool(border.count_feedback([made], border.Passage(Audience.COORDINATOR, str, load_places()))) is number
    assert "own_words" not in border.text_fields(made)


def test_every_answer_means_something_that_the_pack_knows(own: Workspace) -> None:
    answers = {question.code: [answer.code for answer in question.answers] for question in QUESTIONS}
    assert len(QUESTIONS) <= 5
    assert all(len(codes) <= 5 for codes in answers.values())
    assert set(answers[ABOUT]) == set(OBJECTIVES)
    assert set(answers[CONSENT]) == set(CONSENTS)
    types, consents = own.pack.code_list("feedback_types"), own.pack.code_list("consent_levels")
    assert all(types.label(code, "en") != code for code in answers[KIND])
    assert all(consents.label(code, "en") != code for code in CONSENTS.values())


def test_an_answer_can_be_changed_and_taken_back() -> None:
    given = Given("en").with_code(SERVICE, "good").with_code(SERVICE, "bad")
    assert given.codes == {SERVICE: "bad"}
    assert given.with_code(SERVICE, "") == Given("en")
    assert len(given.with_words("a" * 5000).words) == kiosk.LONGEST_WORDS


def test_finished_answers_are_kept_and_nothing_answered_is_nothing_kept(own: Workspace) -> None:
    assert not kiosk.keep(own, Given("en", {CONSENT: "words"}, "  "))
    assert held(own, "feedback") == []
    assert kiosk.keep(own, ALL)
    (kept,) = held(own, "feedback")
    now = own.now().astimezone()
    assert isinstance(kept, Feedback)
    assert (kept.month, kept.language, kept.channel) == (When(now.year, now.month), "ar", "help_desk")
    assert recording.kept_drafts(own) == ()


def test_a_need_is_kept_as_kind_and_month_alone(own: Workspace) -> None:
    kiosk.note_need(own, kiosk.HARM)
    (kept,) = held(own, "sensitive_note")
    now = own.now().astimezone()
    assert isinstance(kept, SensitiveNote)
    assert (kept.type, kept.month, kept.passed_on) == ("sensitive_protection", When(now.year, now.month), False)
    with pytest.raises(ValueError, match="a whole story"):
        kiosk.note_need(own, "a whole story")


def test_whoever_needs_help_sees_emergencies_first_then_where_their_language_is_spoken(own: Workspace) -> None:
    for service, languages, marks in (
        ("Clinic", "Français", {}),
        ("Shelter", "arabe,English", {}),
        ("Amina, for staff", "Arabic", {"focal_point": "1"}),
        ("Ambulance", "", {"emergency": "1"}),
        ("Police who listen", "العربية", {"emergency": "1"}),
    ):
        values = {"service": service, "contact": "190", "languages": languages, **marks}
        recording.save(own, filled(recording.new(own, ReferralContact), values))

    def called(language: str) -> list[str]:
        return [one.service for one in kiosk.whom_to_call(own, language)]

    assert called("ar") == ["Police who listen", "Ambulance", "Shelter", "Clinic"]
    assert called("fr") == ["Ambulance", "Police who listen", "Clinic", "Shelter"]


def test_the_passphrase_is_asked_without_opening_anything_again(own: Workspace) -> None:
    assert workspace.passphrase_opens(own, PASSPHRASE)
    assert not workspace.passphrase_opens(own, PASSPHRASE + "?")
