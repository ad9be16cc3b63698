"""Nothing planted in a private corner is in an answer or a file of any command that comes before other eyes.

Every command that there is stands in one of two lists here: those that are walked, and those that tell an organisation
of itself alone. What the window writes is walked too; `test_exits.py` finds the modules that write.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from app.cli import application
from app.cli.declaring import DECLARED
from app.domain.shared import Audience
from app.intake.guard.seeking import seek
from app.progress import silent
from app.services.canaries import looking, planting
from app.services.opening import stores, workspace
from app.services.opening.workspace import Workspace
from app.services.pages import Form
from app.services.paper import briefs, printing, sheets
from app.services.picturing import national
from app.services.records import attachments, recording
from app.services.submitting import calls, reviewing, submissions
from app.storage.records import Query
from app.ui import printing as desk_printing
from app.ui import sheet_maker
from app.ui.picture import report
from app.ui.submissions import making, stakeholder_card
from tests.cli import made
from tests.cli.made import PASSPHRASE, Ended, done, groundwork
from tests.faults.planted import card, house, hub, practice
from tests.faults.walks import IN, OWN_SCREEN, WALKS


def test_every_command_is_walked_or_named_with_a_reason() -> None:
    application.build()
    declared = {f"{one.within} {one.name}".strip() for one in DECLARED}
    walked = {name for name, _words in WALKS}
    assert declared == walked | set(OWN_SCREEN)
    assert not walked & set(OWN_SCREEN)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the canary workspace, its list, a ministry, and everything that left by every command."""
    folder = tmp_path_factory.mktemp("canaries")
    for name in ("cards", "window", "place"):
        (folder / name).mkdir()
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("GROUNDWORK_PASSPHRASE", PASSPHRASE)
        environment.setenv("GROUNDWORK_HOME", str(folder / "home"))
        done("canary", folder, "--fast-key")
        words = "--organisation Ministry --type SX-GOV --country KE --coordinator --fast-key"
        done("new", hub(folder), *words.split())
        yield folder


@pytest.fixture(scope="module")
def answers(planted: Path) -> dict[str, Ended]:
    """What each of the commands said, after all of them ran; what needs to be read is read and kept here first."""
    told: dict[str, Ended] = {}
    for name, words in WALKS:
        if name == "submit":
            _keep_what_must_be_read(planted)
        ended = groundwork(*name.split(), *words(planted), "--json")
        assert ended.status in (0, 3), (name, ended.err)
        told[name] = Ended(ended.status, told.get(name, ended).out + ended.out, ended.err)
    return told


def test_the_search_finds_what_is_there_and_the_workspace_hides_all_of_it(planted: Path) -> None:
    words = _words(planted)
    assert len(words) > 170
    shown = groundwork("list", house(planted), "referral_contact", "--json")
    assert seek(shown.out.encode(), words), "what is looked for is really in the workspace"
    assert not _escaped(planted, *planted.glob("canary.groundwork*"))


def test_what_stays_does_so_by_its_rule_and_not_because_something_is_missing(planted: Path, answers) -> None:
    seen = groundwork("review", house(planted), "--json").json
    stays = [one["code"] for one in seen["items"] if one["code"].startswith("stays:")]
    assert {code: stays.count(code) for code in stays} == {
        "stays:private": 7,
        "stays:unsigned": 4,
        "stays:government": 1,
    }
    entries = [one["entry"] for one in seen["items"] if "entry" in one]
    assert {"rumour", "need_offer", "practice"} <= {one["code"].removeprefix("leaves:") for one in seen["items"]}
    assert not seek(repr(entries).encode(), _words(planted))


def test_nothing_planted_is_in_any_answer_of_a_command_that_others_may_see(planted: Path, answers) -> None:
    words = _words(planted)
    assert {name: seek(f"{one.out}{one.err}".encode(), words) for name, one in answers.items()} == dict.fromkeys(
        answers, []
    )
    assert '"contributors"' in answers["picture"].out and "Canary House" in answers["inspect"].out


def test_nothing_planted_is_in_any_file_that_a_command_wrote(planted: Path, answers) -> None:
    written = [path for path in planted.rglob("*") if path.is_file() and path.name != "canaries.tsv"]
    assert len(written) > 25
    assert {path.suffix for path in written if "place" in path.parts} == {".gwb", ".pdf"}, "what was sent is searched"
    assert not _escaped(planted, *written)
    for name in ("sent.pdf", "sent.docx", "sent.html", "again.docx", "again.html"):
        assert seek((planted / name).read_bytes(), ["Advice morning"]), "what may leave is found by the same search"
    for page in (planted / "words.pdf", *(planted / "cards").iterdir()):
        assert not seek(page.read_bytes(), ["Canary House", "canary.groundwork", str(planted)]), page.name


def test_nothing_planted_leaves_by_the_window(planted: Path, answers) -> None:
    own = _opened(house(planted))
    folder = planted / "window"
    try:
        (call,) = calls.every(own)
        for language, seal in (("fr", False), ("ar", True)):
            order = making.Order(call, folder / f"sent-{language}.pdf", language, seal=seal, also=(Form.WORD, Form.WEB))
            approved = reviewing.review(own, call).entries
            making.carry_out(own, making.Order(**{**vars(order), "approved": approved}), silent)
        desk_printing.write(partial(printing.draw, own, card(planted), "en"), folder / "card.pdf", silent)
        sheet, brief = partial(sheets.draw, own, practice(planted)), partial(briefs.draw, own, IN)
        review = stakeholder_card.Asked("UPR", IN)
        for name, draw, order in (
            ("upr", partial(stakeholder_card.draw, own, review), sheets.Order()),
            ("sheet", sheet, sheets.Order(accept_findings=True)),
            ("brief", brief, sheets.Order()),
        ):
            sheet_maker.write(sheet_maker.Job(lambda *_asked: (), draw, name), order, folder / f"{name}.pdf", silent)
        (folder / "stick").mkdir()
        stores.add(own, stores.NewPlace("stick", str(folder / "stick")))
        for one in submissions.every(own):
            making.send_to(own, one, "stick", silent)
        kept = [line.record for line in recording.lines(own, Query("attachment"))]
        for shown in kept:
            attachments.save_copy(own, shown, folder / f"{shown.id}{attachments.ENDINGS[shown.media]}")
    finally:
        own.close()
    ministry = _opened(hub(planted))
    try:
        endings = (".pdf", ".docx", ".html")
        for audience, ending in (*((Audience.COORDINATOR, one) for one in endings), (Audience.PUBLIC, ".xlsx")):
            picture = national.picture(ministry, IN, audience)
            report.write(ministry, picture, report.Target(folder / f"report{ending}", "es"), silent)
            report.write_brief(ministry, picture, folder / f"brief{ending}.pdf", "zh", silent)
    finally:
        ministry.close()
    assert len(kept) == 6
    written = [path for path in folder.rglob("*") if path.is_file()]
    assert len({path.suffix for path in written if "stick" in path.parts}) == 1
    assert not _escaped(planted, *written)


def test_words_that_were_taken_back_are_in_nothing_that_comes_after(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("GROUNDWORK_PASSPHRASE", PASSPHRASE)
    word, message = (
        "zqtakenback",
        {"type": "suggestion", "topics": "15", "channel": "help_desk", "month": planting.MONTH},
    )
    ministry, call = made.hub(tmp_path)
    own = made.sender(tmp_path, call, 1)
    told = made.add(own, "feedback", consent="C2", paraphrase=f"Asks for {word}.", **message)
    first = tmp_path / "first.gwb"
    made.handed_over(own).rename(first)
    done("edit", own, told["id"], "--set", "consent=C0")
    second = made.handed_over(own)
    assert seek(first.read_bytes(), [word])
    for path in (first, second):
        groundwork("receive", ministry, path)
    done("trust", ministry, "Organisation 1")
    done("decide", ministry, "accept-all")
    after = [tmp_path / f"report.{form}" for form in ("pdf", "docx", "html", "xlsx")]
    for path in after:
        done("report", ministry, "--period", planting.PERIOD, "--to", path)
    assert not looking.look([second, *after], [word])


def test_a_colleague_with_a_passphrase_of_their_own_reads_no_private_note(planted: Path, answers) -> None:
    listed = [line.split("\t") for line in (planted / "canaries.tsv").read_text("utf-8").splitlines()]
    notes = [word for word, kind, _place in listed if kind == "private_note"]
    theirs = " ".join(word for word, kind, place in listed if (kind, place) == ("profile", "passphrase"))
    with pytest.MonkeyPatch.context() as environment:
        mine = groundwork("list", house(planted), "private_note", "--json")
        environment.setenv("GROUNDWORK_PASSPHRASE", theirs)
        seen = [groundwork("list", house(planted), "private_note", "--json")]
        identity = seen[0].json["records"][0]["id"]
        seen += [groundwork(verb, house(planted), identity, "--json") for verb in ("show", "history")]
        seen += [groundwork("list", house(planted), "private_note", "--search", notes[0], "--json")]
    assert seek(mine.out.encode(), notes) == notes
    assert (seen[0].status, seen[-1].json["count"]) == (0, 0)
    assert not [one.out for one in seen if seek(f"{one.out}{one.err}".encode(), notes)]


def _keep_what_must_be_read(folder: Path) -> None:
    """Rumours, needs and offers that nobody approved: somebody reads them, and lets none of them go."""
    found = [one["finding"] for one in groundwork("review", house(folder), "--json").json["items"] if "finding" in one]
    assert len(found) == 4
    (folder / "read.json").write_text(json.dumps(dict.fromkeys(found, "keep")), "utf-8")
    done("review", house(folder), "--decide", folder / "read.json")


def _opened(path: Path) -> Workspace:
    return workspace.open_existing(path, os.environ["GROUNDWORK_PASSPHRASE"])


def _words(folder: Path) -> list[str]:
    return list(looking.words_of((folder / "canaries.tsv").read_text("utf-8")))


def _escaped(folder: Path, *files: Path) -> list[tuple[str, str]]:
    """(file, planted word) for each word that is found."""
    assert files
    return [(one.file.name, one.word) for one in looking.look(files, _words(folder))]
