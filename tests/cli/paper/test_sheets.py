"""Sheets on the command line: only what was approved, for everybody unless another reader is named."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from app.services.opening import workspace
from tests.cli import made
from tests.cli.made import done, groundwork, new, refused
from tests.making import approve
from tests.reports.reading import opened, text_by_pypdf

PRACTICE = {
    "title": "Papers explained at the market",
    "objectives": "4",
    "start": "2025-01",
    "type": "service",
    "summary": "Advisers sit where people already are. Ask on 0661 23 45 67.",
    "country": "KE",
    "level": "municipality",
    "implementer": "Maison ouverte",
    "principles": "GP-PEOPLE",
    "reach": "About two thousand people in a year.",
    "impact": "Fewer people miss a date at the office.",
    "lessons": "Come on market days.",
    "replication": "Begin with one table.",
    "innovation": "It goes to people.",
}


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GROUNDWORK_PASSPHRASE", made.PASSPHRASE)
    return new(tmp_path / "own.groundwork")


def text_of(path: Path) -> str:
    return " ".join(text_by_pypdf(path.read_bytes()).split())


def test_a_practice_is_printed_once_approved_and_read(own: Path, tmp_path: Path) -> None:
    to = tmp_path / "practice.pdf"
    record = made.add(own, "practice", **PRACTICE)["id"]
    assert "approve" in refused("print", "sheet", own, record, "--to", to)
    opened_own = workspace.open_existing(own, made.PASSPHRASE)
    approve(opened_own, record)
    opened_own.close()
    told = done("print", "sheet", own, record, "--to", to)
    assert (told["audience"], told["held_back"]) == ("public", 1)
    assert "0661" not in text_of(to) and "Begin with one table." in text_of(to)
    assert "already" in refused("print", "sheet", own, record, "--to", to)
    words = ("--audience", "peers", "--accept-findings", "--paper", "letter", "--language", "fr", "--force")
    assert done("print", "sheet", own, record, "--to", to, *words)["held_back"] == 0
    assert "0661 23 45 67" in text_of(to) and opened(to.read_bytes()).pages[0].mediabox.width == 612
    for name in ("practice.docx", "practice.html"):
        assert done("print", "sheet", own, record, "--to", tmp_path / name)["held_back"] == 1
    letter = docx.Document(str(tmp_path / "practice.docx"))
    page = (tmp_path / "practice.html").read_text("utf-8")
    for told in (" ".join(one.text for one in letter.paragraphs), page):
        assert "Begin with one table." in told and "0661" not in told


def test_a_pledge_is_a_form_to_write_on_and_one_to_hand_in(own: Path, tmp_path: Path) -> None:
    told = {"title": "Two lawyers a week", "objectives": "7", "description": "At the market, every Friday. " * 12}
    told |= {"start": "2026-01", "due": "2027-12", "status": "in_progress", "form": "individual"}
    told |= {"types": "process", "level": "municipality"}
    record = made.add(own, "commitment", **told)["id"]
    opened_own = workspace.open_existing(own, made.PASSPHRASE)
    approve(opened_own, record)
    opened_own.close()
    for name in ("pledge.pdf", "pledge.docx"):
        assert done("print", "sheet", own, record, "--to", tmp_path / name)["held_back"] == 0
    letter = docx.Document(str(tmp_path / "pledge.docx"))
    cells = (cell.text for table in letter.tables for row in table.rows for cell in row.cells)
    said = " ".join([*(one.text for one in letter.paragraphs), *cells])
    for told_there in (said, text_of(tmp_path / "pledge.pdf")):
        assert "Two lawyers a week" in told_there and "At the market, every Friday." in told_there


def test_a_report_to_a_review_says_how_long_it_is(own: Path, tmp_path: Path) -> None:
    made.add(own)
    words = ("--mechanism", "UPR", "--period", made.PERIOD)
    told = done("print", "stakeholder", own, *words, "--to", tmp_path / "upr.docx")
    assert "2,815 are allowed" in told["remark"]
    said = " ".join(one.text for one in docx.Document(str(tmp_path / "upr.docx")).paragraphs)
    assert "1. Legal advice morning" in said.replace("\u2068", "")
    told = done("print", "stakeholder", own, *words, "--joint", "--to", tmp_path / "joint.pdf")
    assert "5,630 are allowed" in told["remark"] and "Universal Periodic Review" in text_of(tmp_path / "joint.pdf")
    told = done("print", "stakeholder", own, *words, "--words", "300", "--to", tmp_path / "short.pdf")
    assert "300 are allowed" in told["remark"]
    failed = refused("print", "stakeholder", own, "--mechanism", "XX", *words[2:], "--to", tmp_path / "no.pdf")
    assert "UPR, CMW" in failed and not (tmp_path / "no.pdf").exists()


def test_a_brief_and_the_explainer_are_printed(own: Path, tmp_path: Path) -> None:
    made.add(own)
    done("print", "brief", own, "--period", made.PERIOD, "--to", tmp_path / "brief.pdf")
    assert "July – September 2026" in text_of(tmp_path / "brief.pdf")
    assert "There is nothing" in refused(
        "print", "brief", own, "--period", "2020-01..2020-02", "--to", tmp_path / "b.pdf"
    )
    done("print", "explainer", "--to", tmp_path / "page.pdf", "--language", "es")
    assert "Pacto Mundial" in text_of(tmp_path / "page.pdf")
    assert groundwork("print", "explainer", "--to", tmp_path / "p.pdf", "--paper", "A6").status == 2
    for name in ("page.txt", "page", ""):
        ended = groundwork("print", "explainer", "--to", tmp_path / name if name else "")
        assert (ended.status, ".pdf, .docx, .html" in ended.err) == (2, True), name
    assert groundwork("print", "brief", own, "--period", made.PERIOD, "--to", tmp_path / "brief.txt").status == 2
    assert not [*tmp_path.glob("*.txt"), *tmp_path.glob("page")]
