"""retention show, keep and erase."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import add, done, groundwork, new, refused

LATER = ("--now", "2029-03-01T12:00:00Z")


def test_what_is_past_its_time_is_shown_and_erased_only_with_a_word(tmp_path: Path) -> None:
    made = new(tmp_path / "a.groundwork")
    note = {"type": "question", "topics": "4", "channel": "help_desk", "month": "2026-08", "consent": "C2"}
    add(made, "feedback", paraphrase="Somebody asked about papers.", **note)
    assert done("retention", "show", made)["due"] == {}
    assert done("retention", "show", made, *LATER)["due"] == {"feedback": 1}
    assert "Nothing was erased" in refused("retention", "erase", made, *LATER)
    assert done("retention", "keep", made, "feedback", "36", *LATER) == {"kind": "feedback", "months": 36, "due": 0}
    done("retention", "keep", made, "feedback", "12")
    assert "There is no clock" in refused("retention", "keep", made, "loop_step", "12")
    (proof,) = done("retention", "erase", made, "--yes", *LATER)["erased"]
    assert (proof["kind"], proof["count"], proof["months"]) == ("feedback", 1, 12)
    assert "erased 1 of feedback, kept for 12 months" in groundwork("retention", "show", made).out
    assert done("list", made, "feedback")["records"] == []
