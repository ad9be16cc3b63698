"""Searching: what people type finds what others wrote, in any script, and never what is private."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.filling import filled
from app.domain.records import SensitiveNote
from app.services.opening.workspace import Workspace
from app.services.records import recording, searching
from tests.making import hear_feedback, log_activity, make_workspace

KINDS = ("activity", "feedback", "sensitive_note")
LABELLED = Path(__file__).with_name("queries.tsv")


def titles(own: Workspace, typed: str, *, most: int = 8) -> list[str]:
    return [hit.title for hit in searching.find(own, typed, KINDS, most=most).hits]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Every text of the labelled set, half of them activities and half of them what somebody told."""
    made = make_workspace(tmp_path_factory.mktemp("written"))
    for place, (text, _queries) in enumerate(labelled()):
        if place % 2:
            hear_feedback(made, paraphrase=text)
        else:
            log_activity(made, title=text, summary="x")
    yield made
    made.close()


def labelled() -> list[tuple[str, list[str]]]:
    lines = [line.split("\t") for line in LABELLED.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [(text, queries.split("|")) for _language, text, queries in lines]


def test_every_query_of_the_labelled_set_finds_its_text_in_every_script(written: Workspace) -> None:
    pairs = [(query, text) for text, queries in labelled() for query in queries]
    missed = [(query, text) for query, text in pairs if text not in titles(written, query)]

    assert len(pairs) >= 60
    assert not missed


def test_a_query_that_nobody_wrote_finds_nothing(written: Workspace) -> None:
    wrong = ("submarine", "abogado", "سفينة", "вертолет", "飞机", "هواپیما", "水法", "ecolex", "”", "  ")
    assert not [query for query in wrong if titles(written, query)]


def test_what_was_written_last_comes_first_and_only_so_many_of_a_kind(own: Workspace) -> None:
    for number in range(5):
        log_activity(own, title=f"Desk {number}", start=f"2026-0{9 - number}")
    hear_feedback(own, paraphrase="The desk was closed.")
    found = searching.find(own, "desk", ("feedback", "activity"), most=3)

    assert [hit.title for hit in found.hits] == ["The desk was closed.", "Desk 4", "Desk 3", "Desk 2"]
    assert found.more
    assert not searching.find(own, "desk", ("feedback",)).more
    assert [(hit.month, hit.complete) for hit in found.hits[:2]] == [("2026-08", True), ("2026-05", True)]


def test_a_draft_is_told_as_one(own: Workspace) -> None:
    log_activity(own, title="Half a desk", summary="", place="MA01")
    (hit,) = searching.find(own, "half", KINDS).hits
    assert (hit.complete, hit.place) == (False, "MA01")


def test_nothing_is_found_in_the_trash_nor_by_what_is_private(own: Workspace) -> None:
    gone = log_activity(own, title="Lost desk")
    kept = log_activity(own, title="Kept desk", exact_place="Behind the lighthouse", partners="Harbour union")
    note = filled(recording.new(own, SensitiveNote), {"type": "abuse", "month": "2026-08"})
    recording.save(own, note)
    recording.trash(own, gone)

    assert titles(own, "desk") == ["Kept desk"]
    assert titles(own, "harbour union") == ["Kept desk"]
    assert not [typed for typed in ("lighthouse", "behind", "abuse", "2026", "legal_support") if titles(own, typed)]
    recording.bring_back(own, gone)
    recording.trash(own, kept)
    assert titles(own, "desk") == ["Lost desk"]
