"""The documents that the program really makes, filled with one entry of every kind."""

from __future__ import annotations

from dataclasses import replace

from app.compact import load
from app.domain.shared import (
    Audience,
    Contributor,
    Picture,
    SharedActivity,
    SharedCommitment,
    SharedCommitmentUpdate,
    SharedPractice,
)
from app.domain.wording import Wording
from app.reports import loop_kit, national, recovery, submission
from app.reports.document import Bilingual, Document
from app.reports.loop_kit import Card, Told
from app.reports.sheets import (
    action,
    brief,
    brief_content,
    explainer,
    pledge,
    poster,
    practice,
    stakeholder,
    stakeholder_content,
)
from app.reports.sheets.parts import Handed
from app.services.picturing import national as merging
from app.vault import recovery as papers
from tests.reports.samples import WORDS
from tests.reports.test_submission import PERIOD, WHO, WHOLE, of_kind
from tests.reports.test_submission import submission as submission_of

_UPR, _CMW = (next(one for one in load().mechanisms if one.code == code) for code in ("UPR", "CMW"))
_SEED = bytes(range(32))
_PLACES = ("MA006", "MA007", "MA008", "MA010")


def documents(language: str) -> dict[str, Document | Bilingual]:
    """Each kind of document in one language; a second language is Arabic, or English beside Arabic."""
    words, pack = WORDS[language], load()
    other = "en" if language == "ar" else "ar"
    both, name = (language, other), words["organisation"]
    told = (Told(words["quote"], words["text"], words["why"], (4, 12)), Told(words["quote"], words["note"]))
    card = Card(words["title"], words["text"], (words["why"], words["note"], words["quote"]), language)
    shown = _picture()
    wording = Wording.of(language, pack)
    own = submission.document(WHOLE, pack, language)
    two = own, submission.document(WHOLE, pack, other)
    return {
        "submission": own,
        "letter": replace(own, page="Letter"),
        "one-after-the-other": Bilingual(*two),
        "side-by-side": Bilingual(*two, beside=True),
        "national": national.document(shown, pack, language, author=name),
        "script": loop_kit.script(name, told, language),
        "card": loop_kit.policy_card(name, card, both),
        "slip": loop_kit.slip(name, "river lamp seven bread", language),
        "words": recovery.words(papers.words(_SEED, language), language),
        "recovery-card": recovery.card(papers.cards(_SEED)[1], 2, language),
        "poster": poster.document(told, [Wording.of(one, pack) for one in both], Handed(WHO, page="A3", scale=1.4)),
        "explainer": explainer.document(pack, language, scale=0.8),
        **_sheets(wording),
        "brief": brief.document(brief_content.of_submission(WHOLE, wording), wording, Handed(WHO, page="Letter")),
        "stakeholder": _stakeholder(stakeholder_content.of_submission(WHOLE, _UPR, wording), wording, Handed(WHO)),
        "stakeholder-of-many": _stakeholder(
            stakeholder_content.of_picture(shown, _CMW, wording, words["text"]), wording, Handed(WHO, collected=True)
        ),
        "brief-of-many": brief.document(
            brief_content.of_picture(shown, wording, words["text"]), wording, Handed(WHO, collected=True)
        ),
    }


def _stakeholder(content: stakeholder.Content, wording: Wording, handed: Handed) -> Document:
    return stakeholder.fitted(content, wording, handed, 2_815).document


def _picture() -> Picture:
    who = [Contributor(WHO, "s", 1, "accepted", 1), Contributor(WHO, "t", 1, "waiting", 0)]
    work = (replace(of_kind(SharedActivity), id=place, place=place) for place in _PLACES)
    return merging.merged([WHOLE, submission_of(*work)], who, period=PERIOD, audience=Audience.COORDINATOR, pack=load())


def _sheets(wording: Wording) -> dict[str, Document | Bilingual]:
    """Practice, pledge and action, each full and each with hardly anything in it."""
    full = Handed(WHO, Audience.PEERS, waiting=2)
    news = of_kind(SharedCommitmentUpdate)
    found: dict[str, Document | Bilingual] = {}
    for state, handed in (("full", full), ("bare", Handed(WHO))):
        is_full = state == "full"
        made = of_kind(SharedPractice) if is_full else SharedPractice("p", objectives=(4,))
        found[f"practice-{state}"] = practice.document(made, wording, handed)
        promise = of_kind(SharedCommitment) if is_full else SharedCommitment("c")
        found[f"pledge-{state}"] = pledge.document(promise, [news] if is_full else [], wording, handed)
        work = of_kind(SharedActivity) if is_full else SharedActivity("a", objectives=(4,))
        found[f"action-{state}"] = action.document(work, wording, handed)
    return found
