"""Slips: a code finds the answer, and the workspace never holds the code."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pytest

from app.domain.records import Feedback
from app.services.feedback import slips
from app.services.opening.workspace import Workspace
from app.services.records import recording
from tests.making import hear_feedback
from tests.reports.reading import text_by_poppler
from tests.services.feedback.test_loops import everything_in_the_file


def test_a_code_finds_the_answer_and_is_kept_nowhere(own: Workspace) -> None:
    heard, other = hear_feedback(own), hear_feedback(own, status="closed", answer="Six weeks")
    code, second = slips.give(own, heard, "en"), slips.give(own, other, "ar")

    assert slips.check(own, f"  {code.upper()} ").record == heard
    found = slips.check(own, second.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")))
    assert (found.record, found.answer, found.open) == (other, "Six weeks", False)
    written = everything_in_the_file(own)
    for secret in (code, code.replace(" ", ""), second, second.replace(" ", "")):
        assert secret not in written
    hashes = [recording.open_draft(own, Feedback, one).record.slip for one in (heard, other)]
    assert len({one.rpartition("$")[0] for one in hashes}) == 1, "one salt of the workspace"
    assert all(one.startswith("argon2id$47104$2$1$") for one in hashes)

    fresh = slips.give(own, heard, "en")
    assert slips.check(own, fresh).record == heard
    for wrong in (code, "", "never given at all"):
        with pytest.raises(slips.SlipUnknownError):
            slips.check(own, wrong)
    assert " ".join(text_by_poppler(slips.printed(own, second, "ar").data).split()).find(second) >= 0


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "ru", "zh"])
def test_guessing_a_code_takes_fifty_doublings(own: Workspace, language: str) -> None:
    offered = slips.words(language)
    code = slips.give(own, hear_feedback(own), language)
    if offered:
        assert slips.WORDS_IN_CODE * math.log2(len(offered)) >= slips.BITS
        assert all(word in offered for word in code.split())
        assert all(re.fullmatch("[a-z]{3,9}", word) for word in offered)
    else:
        assert len(code.replace(" ", "")) * math.log2(10) >= slips.BITS


def test_a_hash_that_nobody_made_here_finds_nothing(own: Workspace) -> None:
    draft = recording.open_draft(own, Feedback, hear_feedback(own))
    for forged in ("x", "argon2id$1$1$1$00$00", "argon2id$47104$1$1$zz$00", "argon2id$a$b$c$00$00"):
        recording.save(own, replace(draft, record=replace(draft.record, slip=forged)))
        with pytest.raises(slips.SlipUnknownError):
            slips.check(own, "anything")
