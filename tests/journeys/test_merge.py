"""Journey C: files of many senders, twice and in any order, become one picture that can be defended."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

from tests.cli.made import PERIOD, add, done, groundwork, handed_over, hub, refused, sender

ORDERS = 8


def pdf_of(workspace: Path, language: str) -> Path:
    """The submission of a workspace as a document."""
    pdf = workspace.with_suffix(f".{language}.pdf")
    done("submit", workspace, "--to", pdf, "--language", language, "--accept-findings", "--force")
    return pdf


def test_a_round_from_unknown_senders_to_the_national_report(tmp_path: Path):
    coordinator, call = hub(tmp_path)
    senders = [sender(tmp_path, call, number, title=f"Advice {number}") for number in (1, 2, 3)]
    files = [pdf_of(senders[0], "fr"), pdf_of(senders[1], "ar"), handed_over(senders[2])]
    twin = tmp_path / "final_v3 (1).pdf"
    shutil.copy(files[0], twin)

    ended = groundwork("receive", coordinator, *files, twin, "--json")
    assert (ended.status, [one["outcome"] for one in ended.json["files"]]) == (3, ["unknown-sender"] * 3 + ["same"])
    inbox = {one["organisation"]: one for one in done("inbox", coordinator)["submissions"]}
    for number in (1, 2, 3):
        line = inbox[f"Organisation {number}"]
        assert done("inspect", files[number - 1])["files"][0]["sender"] == line["fingerprint"]
        done("trust", coordinator, line["organisation"], "--fingerprint", line["fingerprint"])
    third = inbox["Organisation 3"]
    question = ("return", "--comment", "How many men came?", "--field", f"{third['id']}.description=Who are you?")
    done("decide", coordinator, third["submission"], *question)
    assert done("decide", coordinator, "accept-all") == {"accepted": 2}
    first = done("picture", coordinator, "--period", PERIOD)
    assert sorted(one["fate"] for one in first["contributors"]) == ["accepted", "accepted", "returned"]

    add(senders[2], title="One more")
    done("receive", coordinator, handed_over(senders[2]))
    done("decide", coordinator, "accept-all")
    second = done("picture", coordinator, "--period", PERIOD)
    assert second["digest"] != first["digest"]
    assert next(one for one in second["objectives"] if one["objective"] == 7)["organisations"] == 3

    told = done("report", coordinator, "--period", PERIOD, "--to", tmp_path / "national.pdf")
    assert (told["contributors"], told["digest"]) == (3, second["digest"])
    assert done("check", coordinator)["sound"]


def test_order_repetition_and_the_way_of_carrying_change_no_byte_of_the_picture(tmp_path: Path):
    coordinator, call = hub(tmp_path)
    carriers: list[list[Path]] = []
    for number in (1, 2, 3):
        workspace = sender(tmp_path, call, number, reach_women=3 * number, start=f"2026-0{6 + number}")
        carriers.append([handed_over(workspace), pdf_of(workspace, "en"), pdf_of(workspace, "ar")])
    carriers = [[_kept(tmp_path, one, f"first-{at}") for one in group] for at, group in enumerate(carriers)]
    again = tmp_path / "sender-1.groundwork"
    add(again, title="One more", objectives="3")
    carriers.append([handed_over(again), pdf_of(again, "ru")])
    pictures = {_picture(tmp_path, coordinator, carriers, seed) for seed in range(ORDERS)}
    assert len(pictures) == 1
    assert '"revision": 2' in pictures.pop()


def _kept(folder: Path, path: Path, name: str) -> Path:
    return Path(shutil.copy(path, folder / f"{name}-{path.name}"))


def _picture(folder: Path, coordinator: Path, carriers: list[list[Path]], seed: int) -> str:
    """The picture of a fresh copy of the coordinator, after everything came in as this seed has it."""
    chance = Random(seed)
    fresh = folder / f"hub-{seed}.groundwork"
    for ending in ("", ".keys"):
        shutil.copy(f"{coordinator}{ending}", f"{fresh}{ending}")
    arriving = [one for group in carriers for one in chance.choices(group, k=chance.randint(1, 3))]
    chance.shuffle(arriving)
    cut = chance.randrange(len(arriving))
    for part in (arriving[:cut], arriving[cut:]):
        if part:
            assert groundwork("receive", fresh, *part, "--now", f"20{30 + seed}-01-01T00:00:00Z").status == 3
    groundwork("trust", fresh, "--all-waiting")
    done("decide", fresh, "accept-all")
    ended = groundwork("picture", fresh, "--period", PERIOD, "--json", "--now", f"20{40 + seed}-01-01T00:00:00Z")
    assert ended.status == 0
    return ended.out


def test_a_clash_is_shown_and_counts_nowhere(tmp_path: Path):
    coordinator, call = hub(tmp_path)
    workspace = sender(tmp_path, call, 1)
    for ending in ("", ".keys"):
        shutil.copy(f"{workspace}{ending}", f"{tmp_path / 'twin.groundwork'}{ending}")
    add(tmp_path / "twin.groundwork", title="Only on the other laptop")
    files = [handed_over(workspace), handed_over(tmp_path / "twin.groundwork")]
    groundwork("receive", coordinator, files[0])
    done("trust", coordinator, "Organisation 1")
    ended = groundwork("receive", coordinator, files[1], "--json")
    assert (ended.status, ended.json["files"][0]["outcome"]) == (3, "clash")
    assert "A person must look" in ended.json["files"][0]["reason"]
    done("decide", coordinator, "accept-all")
    shown = done("picture", coordinator, "--period", PERIOD)
    assert [one["fate"] for one in shown["contributors"]] == ["clash", "clash"]
    assert all(one["activities"] == 0 for one in shown["objectives"])


def test_a_report_on_nothing_can_be_made(tmp_path: Path):
    coordinator, _call = hub(tmp_path)
    told = done("report", coordinator, "--period", PERIOD, "--to", tmp_path / "empty.pdf")
    assert told["contributors"] == 0
    assert "already exists" in refused("report", coordinator, "--period", PERIOD, "--to", tmp_path / "empty.pdf")
