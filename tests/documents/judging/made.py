"""The documents that the program really makes, filled with one entry of every kind."""

from __future__ import annotations

from dataclasses import replace

from app.compact import load
from app.domain.shared import Audience, Contributor, SharedActivity
from app.reports import loop_kit, national, recovery, submission
from app.reports.document import Document
from app.reports.loop_kit import Card, Told
from app.services.coordinating import national as merging
from app.vault import recovery as papers
from tests.reports.samples import WORDS
from tests.reports.test_submission import PERIOD, WHO, WHOLE, of_kind
from tests.reports.test_submission import submission as submission_of

_SEED = bytes(range(32))
_PLACES = ("MA006", "MA007", "MA008", "MA010")


def documents(language: str) -> dict[str, Document]:
    """Each kind of document in one language; a second language is Arabic, or English beside Arabic."""
    words = WORDS[language]
    both = (language, "en" if language == "ar" else "ar")
    pack, name = load(), words["organisation"]
    who = [Contributor(WHO, "s", 1, "accepted", 1), Contributor(WHO, "t", 1, "waiting", 0)]
    work = (replace(of_kind(SharedActivity), id=place, place=place) for place in _PLACES)
    shown = merging.merged([WHOLE, submission_of(*work)], who, period=PERIOD, audience=Audience.COORDINATOR, pack=pack)
    told = (Told(words["quote"], words["text"], words["why"]), Told(words["quote"], words["note"]))
    card = Card(words["title"], words["text"], (words["why"], words["note"], words["quote"]), language)
    return {
        "submission": submission.document(WHOLE, pack, language),
        "national": national.document(shown, pack, language, author=name),
        "poster": loop_kit.poster(name, told, both, scale=1.4),
        "script": loop_kit.script(name, told, language),
        "card": loop_kit.policy_card(name, card, both),
        "slip": loop_kit.slip(name, "river lamp seven bread", language),
        "words": recovery.words(papers.words(_SEED, language), language),
        "recovery-card": recovery.card(papers.cards(_SEED)[1], 2, language),
    }
