"""picture, report."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.coordination import telling_compared
from app.domain.picture.editions import Edition
from app.domain.picture.figures import Figure, told_of
from tests.cli.made import PERIOD, done, groundwork, handed_over, hub, refused, sender
from tests.pictures import past, rich


@pytest.fixture
def coordinator(tmp_path: Path) -> Path:
    made, call = hub(tmp_path)
    for number in (1, 2):
        groundwork("receive", made, handed_over(sender(tmp_path, call, number)))
    groundwork("trust", made, "--all-waiting")
    done("decide", made, "accept-all")
    return made


def test_the_picture_has_the_shape_that_scripts_rely_on(coordinator: Path):
    told = done("picture", coordinator, "--period", PERIOD)
    assert list(told)[0] == "digest"
    assert {"digest", "period", "audience", "contributors", "objectives"} <= set(told)
    assert set(told["contributors"][0]) >= {"organisation", "type", "revision", "fate"}
    seventh = next(one for one in told["objectives"] if one["objective"] == 7)
    assert (seventh["activities"], seventh["organisations"], seventh["state"]) == (2, 2, "done")
    assert (seventh["reach"]["low"], seventh["reach"]["high"]) == (21, 42)
    assert next(one for one in told["objectives"] if one["objective"] == 1)["state"] == "not-reported"
    [kind] = told["kinds"]
    assert (kind["code"], kind["cells"][6]) == ("ST-CSO", {"state": "done", "activities": 2})
    empty = {"departments": [], "matches": [], "commitments": [], "differences": [], "money": [], "trend": None}
    assert {name: told[name] for name in empty} == empty


def test_the_digest_depends_on_the_audience_and_on_nothing_of_today(coordinator: Path):
    words = ("picture", coordinator, "--period", PERIOD)
    first = done(*words)["digest"]
    assert done(*words, "--now", "2031-01-01T00:00:00Z", "--seed", 5)["digest"] == first
    assert done(*words, "--audience", "public")["digest"] != first


def test_the_picture_in_words_names_states_and_the_digest(coordinator: Path):
    shown = groundwork("picture", coordinator, "--period", PERIOD).out
    assert "2 organisations count" in shown
    assert "Not reported" in shown
    assert "Digest: " in shown


def test_the_report_is_written_as_pdf_word_document_web_page_and_workbook(coordinator: Path, tmp_path: Path):
    pdf, workbook = tmp_path / "report.pdf", tmp_path / "report.xlsx"
    told = done("report", coordinator, "--period", PERIOD, "--to", pdf)
    assert (told["contributors"], told["digest"]) == (2, done("picture", coordinator, "--period", PERIOD)["digest"])
    done("report", coordinator, "--period", PERIOD, "--to", tmp_path / "two.pdf", "--in", "fr+ar")
    assert (tmp_path / "two.pdf").stat().st_size > pdf.stat().st_size
    done("report", coordinator, "--period", PERIOD, "--to", workbook, "--language", "fr")
    for form, start in (("docx", b"PK"), ("html", b"<!DOCTYPE html>")):
        other = done("report", coordinator, "--period", PERIOD, "--to", tmp_path / f"report.{form}")
        assert (other["digest"], (tmp_path / f"report.{form}").read_bytes()[: len(start)]) == (told["digest"], start)
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert workbook.read_bytes().startswith(b"PK")
    assert "already exists" in refused("report", coordinator, "--period", PERIOD, "--to", pdf)


@pytest.mark.parametrize(
    "words", [("--period", "2026"), ("--period", PERIOD, "--audience", "everybody")], ids=["period", "audience"]
)
def test_what_cannot_be_read_is_wrong_usage(coordinator: Path, words: tuple[str, ...]):
    assert groundwork("picture", coordinator, *words).status == 2


def test_an_ending_that_is_not_made_yet_is_wrong_usage(coordinator: Path, tmp_path: Path):
    ended = groundwork("report", coordinator, "--period", PERIOD, "--to", tmp_path / "report.odt")
    assert (ended.status, ".odt" in ended.err) == (2, True)


def test_every_figure_answers_from_what_with_files_and_entries(coordinator: Path):
    words = ("picture", coordinator, "--period", PERIOD, "--from-what")
    told = done(*words, "objective:7")
    assert (told["figure"], [one["organisation"] for one in told["sources"]]) == (
        "objective:7",
        ["Organisation 1", "Organisation 2"],
    )
    assert {(one["file"], one["revision"]) for one in told["sources"]} == {("sender-1.gwb", 1), ("sender-2.gwb", 1)}
    assert all(one["received"].startswith("20") and len(one["submission"]) == 64 for one in told["sources"])
    assert [entry["kind"] for one in told["sources"] for entry in one["entries"]] == ["activity", "activity"]
    for silent in ("messages:7", "gap:7", "indicator:10.7.1"):
        assert done(*words, silent)["sources"] == []
    who = told["sources"][0]["id"]
    assert {one["organisation"] for one in done(*words, f"organisation:{who}")["sources"]} == {"Organisation 1"}
    shown = groundwork(*words, "all").out
    assert "Legal advice morning" in shown and "sender-2.gwb" in shown
    assert "nothing that was told" in groundwork(*words, "objective:3").out
    mapped = groundwork("picture", coordinator, "--period", PERIOD, "--map").out
    assert "No place told" in mapped or "Not reported" in mapped
    assert "imply no opinion" in mapped
    assert groundwork(*words, "15").status == 2


@pytest.mark.parametrize("order", ["round-tables", "regions"])
def test_a_report_is_arranged_as_it_was_asked_for(coordinator: Path, tmp_path: Path, order: str):
    words = ("report", coordinator, "--period", PERIOD, "--to", tmp_path / "report.html", "--arranged-by")
    done(*words, order)
    page = (tmp_path / "report.html").read_text("utf-8")
    assert ("Round table 3" in page, "Regional review: " in page) == (order == "round-tables", order == "regions")
    assert groundwork(*words, "size", "--force").status == 2


def test_what_a_picture_sets_side_by_side_is_told_to_scripts():
    told = telling_compared.plain(Edition(rich(), before=past()))
    assert [(one["id"], [offer["id"] for offer in one["offers"]]) for one in told["matches"]] == [
        ("need", ["rooms", "money"]),
        ("hard", []),
    ]
    assert {one["id"]: one["step"] for one in told["commitments"]} == {
        **{"p1": "kept", "p3": "raised"},
        **{"p2": "untold", "p9": "silent"},
    }
    assert told["money"] == [
        {
            **{"currency": "MAD", "source_type": "foundation", "organisations": 2, "withheld": 1},
            **{"budget": "3500", "spent": "1000", "gap": None, "figure": "money:MAD/foundation"},
        }
    ]
    assert [(one["objective"], one["budget"], one["figure"]) for one in told["money_by_objective"]] == [
        (4, "withheld", "money:MAD/foundation:4"),
        (15, "2400", "money:MAD/foundation:15"),
        (None, "100", "money:MAD/foundation/0"),
    ]
    assert [(one["objective"], one["asked"], one["figure"]) for one in told["gaps"]] == [(2, ["truck"], "gap:2")]
    named = [*told["money"], *told["money_by_objective"], *told["gaps"], *told["map"]["places"]]
    for one in named:
        figure = Figure.parse(one["figure"])
        assert any(map(bool, told_of(rich(), figure))) == (one.get("state") != "not-reported"), figure
    assert [one["objective"] for one in told["differences"]] == [4, 15]
    assert told["sides"][1]["public"] == {"state": "nothing-done", "activities": 0, "organisations": 1, "views": {}}
    assert told["sides"][1]["others"]["activities"] == 2
    assert (told["map"]["grain"], told["map"]["countries"], len(told["map"]["places"])) == ("regions", ["MA"], 11)
    assert next(one for one in told["map"]["places"] if one["code"] == "MA007") == {
        **{"code": "MA007", "state": "done", "activities": 1, "organisations": 1, "figure": "place:MA007"},
        "reach": {"low": 120, "high": 120, "withheld": 0},
    }
    asked = telling_compared.plain(Edition(rich(), asked=("10.7.1",)))["indicators"]
    assert asked == [{"code": "10.7.1", "unit": "", "asked": True, "figure": "indicator:10.7.1", "values": []}]
    assert told["indicators"] == []
    assert told["trend"]["period"] == "2026-04..2026-06"
