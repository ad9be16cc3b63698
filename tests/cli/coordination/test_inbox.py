"""receive, inbox, decide, trust."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.cli.made import add, done, groundwork, handed_over, hub, refused, sender
from tests.making import EASTERN


@pytest.fixture
def round_(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A coordinator, an organisation, and the bundle it handed over."""
    coordinator, call = hub(tmp_path)
    workspace = sender(tmp_path, call, 1)
    return coordinator, workspace, handed_over(workspace)


def outcomes(coordinator: Path, *paths: Path) -> list[str]:
    return [one["outcome"] for one in groundwork("receive", coordinator, *paths, "--json").json["files"]]


def test_a_first_file_waits_for_trust_and_then_for_a_decision(round_):
    coordinator, _workspace, bundle = round_
    ended = groundwork("receive", coordinator, bundle, "--json")
    assert ended.status == 3
    assert set(ended.json["files"][0]) >= {"path", "outcome", "reason"}
    assert ended.json["files"][0]["outcome"] == "unknown-sender"
    waiting = done("inbox", coordinator)["submissions"][0]
    assert (waiting["trusted"], waiting["verdict"], waiting["counted"]) == (False, "waiting", False)
    done("trust", coordinator, "Organisation 1", "--fingerprint", waiting["fingerprint"])
    assert done("decide", coordinator, "accept-all") == {"accepted": 1}
    assert done("inbox", coordinator)["submissions"][0]["counted"] is True


def test_a_revision_replaces_and_the_old_one_is_told_as_older(round_, tmp_path: Path):
    coordinator, workspace, bundle = round_
    first = tmp_path / "first.gwb"
    first.write_bytes(bundle.read_bytes())
    outcomes(coordinator, first)
    done("trust", coordinator, "Organisation 1")
    add(workspace, title="One more")
    second = handed_over(workspace)
    ended = groundwork("receive", coordinator, second, "--json")
    assert (ended.status, ended.json["files"][0]["outcome"]) == (0, "replaces")
    assert outcomes(coordinator, first, second) == ["same", "same"]


def test_wrong_digits_are_not_trusted(round_):
    coordinator, _workspace, bundle = round_
    outcomes(coordinator, bundle)
    assert "Do not trust it" in refused("trust", coordinator, "Organisation 1", "--fingerprint", "11111 22222")
    line = done("inbox", coordinator)["submissions"][0]
    assert line["trusted"] is False
    eastern = line["fingerprint"].translate(EASTERN)
    assert done("trust", coordinator, "Organisation 1", "--fingerprint", eastern)["trusted"], "of any numerals"
    assert "sent anything" in refused("trust", coordinator, "Nobody")


def test_trusting_everybody_is_said_loudly(round_):
    coordinator, _workspace, bundle = round_
    outcomes(coordinator, bundle)
    ended = groundwork("trust", coordinator, "--all-waiting", "--quiet", "--json")
    assert ended.json["trusted"][0]["organisation"] == "Organisation 1"
    assert "WITHOUT comparing" in ended.err
    assert groundwork("trust", coordinator).status == 2


def test_a_decision_is_kept_with_its_questions_and_can_be_changed(round_):
    coordinator, _workspace, bundle = round_
    outcomes(coordinator, bundle)
    line = done("inbox", coordinator)["submissions"][0]
    identity, place = line["submission"], f"{line['id']}.description"
    assert "no x1.reach in" in refused("decide", coordinator, identity, "return", "--field", "x1.reach=How many?")
    assert f"no {place}s in" in refused("decide", coordinator, identity, "return", "--field", f"{place}s=How many?")
    for silent in ("return", "reject"):
        ended = groundwork("decide", coordinator, identity, silent, "--comment", " ")
        assert (ended.status, "Say why with --comment" in ended.err) == (2, True), "its sender would not learn why"
    words = ("return", "--comment", "Please look again.", "--field", f"{line['id'][:12]}.description=How many?")
    told = done("decide", coordinator, identity[:10], *words)
    assert (told["verdict"], told["comment"]) == ("returned", "Please look again.")
    assert told["questions"] == {place: "How many?"}
    twice = done("decide", coordinator, identity, *words, "--field", f"{place}=Since when?")
    assert twice["questions"] == {place: "How many? Since when?"}, "neither takes the place of the other"
    assert done("decide", coordinator, identity, "accept")["verdict"] == "accepted"
    assert groundwork("decide", coordinator, identity, "maybe").status == 2
    assert "no submission" in refused("decide", coordinator, "ffff", "accept")


def test_a_folder_is_received_whole_and_an_empty_one_is_told(round_, tmp_path: Path):
    coordinator, _workspace, bundle = round_
    folder = tmp_path / "stick"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "Final v3 (1).gwb").write_bytes(bundle.read_bytes())
    (folder / "holiday.jpg").write_bytes(b"\xff\xd8\xff")
    ended = groundwork("receive", coordinator, folder, "--json")
    assert [one["outcome"] for one in ended.json["files"]] == ["unknown-sender", "left-alone"], "each file has a fate"
    (tmp_path / "empty").mkdir()
    assert done("receive", coordinator, tmp_path / "empty") == {"files": []}


def test_only_a_coordinator_receives(round_):
    _coordinator, workspace, bundle = round_
    assert "does not coordinate" in refused("receive", workspace, bundle)


def test_a_file_that_is_none_of_ours_stops_no_other(round_, tmp_path: Path):
    coordinator, _workspace, bundle = round_
    foreign = tmp_path / "foreign.pdf"
    foreign.write_bytes(b"%PDF-1.4\nnothing of ours\n%%EOF\n")
    assert outcomes(coordinator, foreign, bundle, tmp_path / "gone.pdf") == ["refused", "unknown-sender", "refused"]


def test_a_call_is_no_submission(tmp_path: Path):
    coordinator, call = hub(tmp_path)
    assert outcomes(coordinator, call) == ["refused"]


def test_pages_are_compared_with_the_data_and_status_3_says_that_some_differ(round_, tmp_path: Path):
    coordinator, workspace, _bundle = round_
    good, altered = tmp_path / "good.pdf", tmp_path / "altered.pdf"
    done("submit", workspace, "--to", good)
    with pikepdf.open(good) as file:
        file.pages[0].Contents.write(file.pages[0].Contents.read_bytes().replace(b" re f", b" re n", 1))
        file.save(altered)
    printed = tmp_path / "printed.pdf"
    with pikepdf.open(good) as file:
        del file.Root.AF, file.Root.Names
        file.docinfo.Producer = pikepdf.String("Skia/PDF m131")
        file.save(printed)
    outcomes(coordinator, good)

    assert done("inbox", coordinator)["submissions"][0]["pages"] == [None]
    assert [one["pages"] for one in done("compare", coordinator)["files"]] == ["match"]
    assert done("inbox", coordinator)["submissions"][0]["pages"] == ["match"]
    assert outcomes(coordinator, altered, printed) == ["same", "refused"]
    ended = groundwork("compare", coordinator, done("inbox", coordinator)["submissions"][0]["submission"][:12])
    assert ended.status == 3
    assert "The pages differ from the data. The data counts." in ended.out
    assert "The pages match the data." in groundwork("inspect", good).out
    [told] = groundwork("inspect", printed, "--json").json["files"]
    assert "printed" in told["problems"][0] and told["pages"] is None


def test_what_does_not_count_is_listed_with_its_reason(round_):
    coordinator, _workspace, bundle = round_
    outcomes(coordinator, bundle)
    (one,) = done("inbox", coordinator, "--left-out")["left_out"]
    assert (one["fate"], one["by"]) == ("unknown-sender", "")
    done("trust", coordinator, "--all-waiting")
    done("decide", coordinator, one["submission"], "aside", "--comment", "Next year.")
    told = groundwork("inbox", coordinator, "--left-out").out
    assert "Put aside" in told
    assert "Next year." in told
    found = done("inbox", coordinator, "--of", one["submission"][:9])
    assert {entry["fate"] for entry in found["entries"]} == {"aside"}
    assert found["withheld"]["records"] == 0
    done("decide", coordinator, "accept-all")
    done("decide", coordinator, one["submission"], "accept")
    assert "Everything that came in counts." in groundwork("inbox", coordinator, "--left-out").out
