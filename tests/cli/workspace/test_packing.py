"""pack make, take, list, remove."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pypdf
import pytest

from app import paths
from app.compact import in_force, load
from app.reports.recipe import edition
from tests.cli.made import PERIOD, add, done, groundwork, hub, new, refused, sender

pytestmark = pytest.mark.usefixtures("_looks_again")


@pytest.fixture
def _looks_again():
    yield
    in_force.look_again()


def pack(folder: Path, version: str, **labels: str) -> Path:
    """A sealed pack of this version, in which activities are called otherwise; an empty name takes the code away."""
    shutil.copytree(in_force.shipped(), folder)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    (folder / "manifest.json").write_text(json.dumps({**manifest, "version": version}), "utf-8")
    codes = json.loads((folder / "codes.json").read_text("utf-8"))
    words = json.loads((folder / "words" / "en.json").read_text("utf-8"))
    for code, label in labels.items():
        words["codes"]["activity_types"][code] = label
        if not label:
            codes["lists"]["activity_types"]["codes"].remove(code)
            del words["codes"]["activity_types"][code]
    (folder / "codes.json").write_text(json.dumps(codes), "utf-8")
    (folder / "words" / "en.json").write_text(json.dumps(words), "utf-8")
    subprocess.run([sys.executable, paths.resources() / "compact" / "seal.py", folder], check=True)
    return folder


def test_a_pack_is_signed_looked_at_taken_by_its_digits_used_and_removed(tmp_path: Path) -> None:
    coordinator, call = hub(tmp_path)
    own, stranger = new(tmp_path / "own.groundwork"), new(tmp_path / "other.groundwork", "Other", seed=5)
    file, strange = tmp_path / "pack.gwb", tmp_path / "strange.gwb"
    folder = pack(tmp_path / "newer", "1.5.0", legal_support="", campaign_or_media="Handed on")
    made = done("pack", "make", coordinator, folder, "--to", file)
    done("pack", "make", stranger, folder, "--to", strange)
    record = add(own)["id"]

    seen = done("pack", "take", own, file)
    assert (seen["version"], seen["in_force"], seen["signer"], seen["taken"]) == ("1.5.0", "1.4.0", "unknown", False)
    assert seen["digits"] == made["digits"]
    assert seen["codes_gone"] == ["activity_types: legal_support"]
    words = groundwork("pack", "take", own, file).out
    assert "1 text changes." in words
    assert "Handed on" in words
    assert "Nothing was taken" in words
    assert load().version == "1.4.0"
    assert made["digits"] in refused("pack", "take", own, file, "--yes"), "nobody compared anything"
    assert "not those" in refused("pack", "take", own, file, "--digits", "1" * 30)
    done("call", "take", own, call)
    assert done("pack", "take", own, file)["name"] == "National hub"
    before = edition(("en",))
    assert done("pack", "take", own, file, "--yes")["taken"] is True
    assert load().version == "1.5.0"
    assert edition(("en",)) != before, "pages drawn with another pack are not compared"
    assert "Only a newer one" in refused("pack", "take", own, strange, "--digits", made["digits"])

    assert done("pack", "list")["packs"] == [
        {"version": "1.5.0", "digits": made["digits"], "used": True, "damaged": False}
    ]
    shown = groundwork("show", own, record).out
    assert "legal_support" in shown, "a code that the pack in force lacks is kept and shown"
    assert add(own, title="Another")["problems"], "and is not offered for new ones"
    assert done("pack", "remove", "1.5.0")["used"] == "1.4.0"
    assert "legal_support" in json.dumps(done("show", own, record))
    assert "1.5.0" in refused("pack", "remove", "1.5.0")


def test_codes_that_the_pack_in_force_lacks_are_shown_in_every_document_and_export(tmp_path: Path) -> None:
    coordinator, call = hub(tmp_path)
    own = sender(tmp_path, call, 1)
    record = done("list", own, "activity")["records"][0]["id"]
    shutil.copytree(pack(tmp_path / "newer", "9.0.0", legal_support=""), in_force.place_of("9.0.0"))
    in_force.look_again()
    shown = done("show", own, record)
    assert "legal_support" in json.dumps(shown)
    assert "legal_support" in groundwork("show", own, record).out
    done("edit", own, record, "--set", "result=Nine people got papers.")
    assert "legal_support" in json.dumps(done("show", own, record)), "an edit of something else keeps it"
    done("submit", own, "--to", tmp_path / "s.pdf", "--also", "docx,html", "--accept-findings")
    assert "legal_support" in text_of(tmp_path / "s.pdf")
    assert "legal_support" in (tmp_path / "s.html").read_text("utf-8")
    assert b"legal_support" in unpacked(tmp_path / "s.docx")
    groundwork("receive", coordinator, tmp_path / "s.pdf")
    done("trust", coordinator, "Organisation 1")
    done("decide", coordinator, "accept-all")
    for form, ending in (("csv", "csv"), ("xlsx", "xlsx"), ("3w", "csv"), ("datapackage", "zip")):
        to = tmp_path / f"{form}.{ending}"
        done("export", coordinator, "--as", form, "--period", PERIOD, "--to", to)
        assert b"legal_support" in unpacked(to), form


def unpacked(path: Path) -> bytes:
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


def text_of(path: Path) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


@pytest.mark.logs_warning("is damaged")
def test_a_damaged_pack_is_passed_over_with_a_sentence_and_taken_again(tmp_path: Path) -> None:
    own, file = new(tmp_path / "own.groundwork"), tmp_path / "pack.gwb"
    digits = done("pack", "make", own, pack(tmp_path / "newer", "2.0.0", campaign_or_media="Handed on"), "--to", file)[
        "digits"
    ]
    done("pack", "take", own, file, "--digits", digits)
    assert load().code_list("activity_types").label("campaign_or_media", "en") == "Handed on"
    words = in_force.place_of("2.0.0") / "words" / "en.json"
    words.write_bytes(words.read_bytes()[:-9])
    in_force.look_again()
    assert load().version == "1.4.0"
    ended = groundwork("list", own, "activity")
    assert ended.status == 0
    assert "2.0.0 is damaged, so 1.4.0 is used" in ended.err
    assert done("pack", "list")["packs"][0]["damaged"] is True
    done("pack", "take", own, file, "--yes")
    assert load().version == "2.0.0"
    assert groundwork("list", own, "activity").err == ""


def test_packs_that_are_older_changed_or_no_packs_change_nothing(tmp_path: Path) -> None:
    own, file = new(tmp_path / "own.groundwork"), tmp_path / "pack.gwb"
    done("pack", "make", own, pack(tmp_path / "older", "1.3.9"), "--to", file)
    assert "Only a newer one" in refused("pack", "take", own, file, "--yes")
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / "changed.gwb").write_bytes(content)
    refused("pack", "take", own, tmp_path / "changed.gwb", "--yes")
    _hub, call = hub(tmp_path)
    assert "a call" in refused("pack", "take", own, call, "--yes")
    odd = pack(tmp_path / "odd", "newest")
    assert "three numbers" in refused("pack", "make", own, odd, "--to", tmp_path / "odd.gwb")
    (tmp_path / "older" / "codes.json").write_bytes(b"{}")
    assert "codes.json" in refused("pack", "make", own, tmp_path / "older", "--to", tmp_path / "no.gwb")
    assert not [*paths.packs().glob("*")]
    shutil.copytree(tmp_path / "odd", paths.packs() / "gcm-1.0.0")
    assert load().version == "1.4.0", "an older folder is not used, whatever is in it"
