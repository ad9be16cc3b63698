"""Real tables of real organisations, from spreadsheet to national report; skipped where the samples are not here."""

from __future__ import annotations

import csv
from pathlib import Path

from tests.cli.made import NOW, done, groundwork, new
from tests.samples import sample

TABLES = {
    "hxl-3w/ocha_tchad_3w_2025_fr.xlsx": ("ocha-tchad-3w-2025.json", "TD", 1556),
    "hxl-3w/guinee_3w_fr.csv": ("guinee-3w.json", "GN", 1456),
}
MAPPINGS = Path(__file__).parents[2] / "resources" / "mappings"
PERIOD = "2014-01..2025-12"


def test_ten_real_organisations_are_recorded_submitted_received_and_reported(tmp_path: Path):
    hub = new(tmp_path / "hub.groundwork", "Coordination", "--coordinator", seed=900)
    done("call", "make", hub, "--period", PERIOD, "--to", tmp_path / "call.gwb", "--now", NOW)
    reader = new(tmp_path / "reader.groundwork", "Reader", seed=901)
    recorded: dict[str, int] = {}
    for table, (mapping, _country, rows) in TABLES.items():
        words = ("import", reader, sample(table), "--mapping", MAPPINGS / mapping, "--dry-run")
        looked = done(*words)
        assert sum(looked["counts"].values()) == rows
        for name in list(looked["organisations"])[5:10]:
            recorded[name] = _handed_over(tmp_path, table, name, rows)
    assert len(recorded) == 10

    ended = groundwork("receive", hub, tmp_path / "out", "--json", "--now", NOW)
    assert [one["outcome"] for one in ended.json["files"]] == ["unknown-sender"] * 10
    groundwork("trust", hub, "--all-waiting")
    assert done("decide", hub, "accept-all") == {"accepted": 10}
    shown = done("picture", hub, "--period", PERIOD)
    assert {one["organisation"]: one["activities"] for one in shown["contributors"]} == recorded
    told = done("report", hub, "--period", PERIOD, "--to", tmp_path / "national.pdf", "--language", "fr")
    assert (told["contributors"], told["digest"]) == (10, shown["digest"])


def _handed_over(folder: Path, table: str, name: str, rows: int) -> int:
    """One organisation's rows in a workspace of its own, as a PDF; how many of them leave."""
    mapping, country, _rows = TABLES[table]
    number = len(list(folder.glob("own-*.groundwork"))) + 1
    own = folder / f"own-{number}.groundwork"
    about = ("--organisation", name, "--type", "ST-OTH", "--country", country, "--fast-key")
    done("new", own, *about, "--language", "fr", "--now", NOW, "--seed", number)
    done("call", "take", own, folder / "call.gwb")
    words = ("--mapping", MAPPINGS / mapping, "--organisation", name, "--now", NOW)
    told = done("import", own, sample(table), *words)
    assert sum(told["counts"].values()) == rows
    assert told["counts"]["skipped"] == len(told["skipped"]) == rows - told["counts"]["new"]
    assert all(one["sentence"] for one in told["skipped"])
    (folder / "out").mkdir(exist_ok=True)
    made = done("submit", own, "--to", folder / "out" / f"{number}.pdf", "--accept-findings", "--now", NOW)
    assert made["records"] + made["held_back"] == told["counts"]["new"]
    return int(made["records"])


def test_rows_that_cannot_be_read_are_named_with_their_reason_and_the_rest_is_kept(tmp_path: Path):
    table = sample("hxl-3w/guinee_3w_fr.csv")
    rows = list(csv.reader(table.read_text("utf-8").splitlines(keepends=True)))
    date, sector = rows[0].index("Date de fin"), rows[0].index("Secteur")
    rows[5][date], rows[9][sector] = "bientôt", "Astronomie"
    broken = tmp_path / "broken.csv"
    with broken.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    own = new(tmp_path / "own.groundwork")
    ended = groundwork("import", own, broken, "--json")
    assert ended.status == 3
    assert (ended.json["counts"]["new"], ended.json["counts"]["problem"]) == (1454, 2)
    named = {(one["row"], one["column"], one["value"]) for one in ended.json["problems"]}
    assert {(6, "Date de fin", "bientôt"), (10, "Secteur", "Astronomie")} <= named
    assert done("list", own, "activity")["count"] == 1454


def test_a_kobo_export_becomes_feedback_that_is_counted_and_never_quoted(tmp_path: Path):
    own = new(tmp_path / "own.groundwork", seed=7)
    told = done("import", own, sample("kobo-odk/reach_household_export.csv"))
    assert (told["counts"]["new"], told["problems"]) == (632, [])
    assert any("never taken over" in one for one in told["advice"])
    hub = new(tmp_path / "hub.groundwork", "Coordination", "--coordinator", seed=900)
    done("call", "make", hub, "--period", "2021-07..2021-07", "--to", tmp_path / "call.gwb")
    done("call", "take", own, tmp_path / "call.gwb")
    items = done("review", own)["items"]
    assert {one["code"] for one in items if "entry" in one} == {"leaves:feedback_count"}
    assert sum(one["code"] == "stays:private" for one in items) == 632
