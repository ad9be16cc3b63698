"""The kiosk: a few questions that people answer themselves, and what is kept of the answers.

Nothing is written before the last question was passed. What is kept is a message like any other: month only,
consent as it was given, and words of ours that say which answers were chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from app.domain.drafts import Draft
from app.domain.records import Feedback, ReferralContact, SensitiveNote
from app.domain.terms import When
from app.i18n import N_, Translation, translation
from app.services.feedback import dating, loops
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.tongues import code_called

SERVICE, ABOUT, KIND, MORE, CONSENT = "service", "about", "kind", "more", "consent"
DANGER, HARM = "urgent_danger", "sensitive_protection"
"""What a person may say of why help is needed; nothing else is ever asked."""
CHANNEL = "help_desk"
LONGEST_WORDS = 1000
MOST_CONTACTS = 6
"""More than these nobody reads in need."""


@dataclass(frozen=True)
class Answer:
    """One thing that can be chosen: a code, its words, and the icon that stands above them."""

    code: str
    words: str
    icon: str = ""


@dataclass(frozen=True)
class Question:
    """One screen of the kiosk: at most five answers, or none where words may be typed."""

    code: str
    words: str
    answers: tuple[Answer, ...] = ()
    note: str = ""
    """What is true of this question beyond what stands on every screen; may name the {organisation}."""
    skip: str = N_("Skip this question")


QUESTIONS = (
    Question(
        SERVICE,
        N_("How are you with our service?"),
        (
            Answer("very_good", N_("Very happy"), "face-5"),
            Answer("good", N_("Happy"), "face-4"),
            Answer("so_so", N_("In between"), "face-3"),
            Answer("bad", N_("Not happy"), "face-2"),
            Answer("very_bad", N_("Not happy at all"), "face-1"),
        ),
    ),
    Question(
        ABOUT,
        N_("What is it about?"),
        (
            Answer("papers", N_("Papers and documents"), "id"),
            Answer("work", N_("Work and pay"), "briefcase"),
            Answer("living", N_("Health, school or home"), "home-heart"),
            Answer("fairness", N_("Being treated fairly"), "scale"),
            Answer("knowing", N_("Finding information"), "info-circle"),
        ),
        skip=N_("Something else"),
    ),
    Question(
        KIND,
        N_("What would you like to give us?"),
        (
            Answer("question", N_("A question"), "help-circle"),
            Answer("request", N_("A request"), "message"),
            Answer("suggestion", N_("A suggestion"), "bulb"),
            Answer("concern_or_complaint", N_("A complaint"), "speakerphone"),
            Answer("thanks_or_praise", N_("Thanks"), "heart-handshake"),
        ),
    ),
    Question(
        MORE,
        N_("Would you like to say more?"),
        note=N_("You need not write anything. Please write no names. What you write stays with {organisation}."),
    ),
    Question(
        CONSENT,
        N_("May we share what you said, without your name?"),
        (
            Answer("number", N_("Yes, as a number"), "chart-bar"),
            Answer("words", N_("Yes, in our words"), "message-2-heart"),
            Answer("no", N_("No"), "lock"),
        ),
        note=N_("If you say no, or skip this, nothing of it leaves {organisation}."),
    ),
)
"""The frozen table of questions, in the order in which they are asked."""
OBJECTIVES: Mapping[str, int] = MappingProxyType({"papers": 4, "work": 6, "living": 15, "fairness": 17, "knowing": 3})
"""Which objective an everyday topic belongs to."""
CONSENTS: Mapping[str, str] = MappingProxyType({"number": "C1", "words": "C2", "no": "C0"})
"""The level that each answer gives: as a number, only protected counts leave; no, or no answer, stays wholly here."""
_CHOSEN = {
    SERVICE: N_("On the kiosk, somebody was asked about our service and chose “{answer}”."),
    ABOUT: N_("They chose “{answer}” as what it is about."),
    KIND: N_("They chose “{answer}” as what they would like to give us."),
}


@dataclass(frozen=True)
class Given:
    """What one person has answered so far: a code for each question that was not skipped, and words if any."""

    language: str
    codes: Mapping[str, str] = field(default_factory=dict)
    words: str = ""

    def with_code(self, question: str, code: str) -> Given:
        """The same with this answer; an empty code takes it away."""
        codes = {name: kept for name, kept in self.codes.items() if name != question}
        return Given(self.language, codes | ({question: code} if code else {}), self.words)

    def with_words(self, words: str) -> Given:
        """The same with these words."""
        return Given(self.language, self.codes, words[:LONGEST_WORDS])

    @property
    def says_something(self) -> bool:
        """Whether there is anything to keep: agreeing to share nothing is nothing."""
        return bool(self.words.strip()) or any(name != CONSENT for name in self.codes)


def draft(given: Given, month: When, say: Translation, id: str = "") -> Draft[Feedback]:
    """The message that these answers are; `say` is the language in which the organisation reads it.

    What was skipped stays empty, for a person to complete; without an answer about sharing it is C0.
    """
    topic = OBJECTIVES.get(given.codes.get(ABOUT, ""))
    return Draft(
        Feedback(
            id,
            type=given.codes.get(KIND, ""),
            topics=(topic,) if topic else (),
            channel=CHANNEL,
            month=month.only_month,
            consent=CONSENTS.get(given.codes.get(CONSENT, ""), "C0"),
            paraphrase="\n".join(_told(given, say)),
            own_words=given.words.strip(),
            language=given.language,
        )
    )


def keep(workspace: Workspace, given: Given) -> bool:
    """Keep finished answers as one message; False, and nothing written, where every question was skipped."""
    if not given.says_something:
        return False
    say = translation(workspace.language)
    recording.save(workspace, draft(given, dating.this_month(workspace), say, workspace.new_id()))
    return True


def note_need(workspace: Workspace, kind: str) -> None:
    """Keep that somebody asked for help: which of the two kinds, the month, and no word more."""
    if kind not in (DANGER, HARM):
        raise ValueError(kind)
    recording.save(workspace, dating.begin(workspace, SensitiveNote, type=kind))


def whom_to_call(workspace: Workspace, language: str) -> tuple[ReferralContact, ...]:
    """The emergency numbers, then the services, each with those first where this language is spoken.

    The focal point is for staff; it is shown to people only if it takes emergencies too, and then as that.
    """
    entered = loops.contacts(workspace)
    found = [replace(one, focal_point=False) for one in entered if one.emergency or not one.focal_point]
    found.sort(key=lambda one: (not one.emergency, not _is_spoken(one, language)))
    return tuple(found[:MOST_CONTACTS])


def _is_spoken(contact: ReferralContact, language: str) -> bool:
    return any(code_called(name) == language for name in contact.languages)


def _told(given: Given, say: Translation) -> list[str]:
    """Which answers were chosen, a sentence each, in words that nobody typed."""
    told = []
    for question in QUESTIONS:
        words = next((one.words for one in question.answers if one.code == given.codes.get(question.code)), "")
        if words and question.code in _CHOSEN:
            told.append(say.gettext(_CHOSEN[question.code]).format(answer=say.gettext(words)))
    return told
