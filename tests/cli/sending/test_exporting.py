"""export."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

from lxml import etree

from tests.cli.made import PERIOD, add, done, groundwork, handed_over, hub, new, refused, sender
from tests.reports.exchange.test_iati import SCHEMA


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def test_an_organisation_exports_what_it_would_share(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    add(made, exact_place="Third door on the left")
    add(made, title="Half", summary=None)
    add(made, title="Phone", summary="Call +254 712 345678.")
    told = done("export", made, "--as", "csv", "--period", PERIOD, "--to", tmp_path / "out.csv")
    assert (told["organisations"], told["held_back"]) == (1, 2)
    found = rows(tmp_path / "out.csv")
    assert [row["Activity"] for row in found] == ["Legal advice morning"]
    assert "Third door" not in (tmp_path / "out.csv").read_text("utf-8-sig")


def test_a_coordinator_exports_what_counts_and_nothing_else(tmp_path: Path):
    coordinator, call = hub(tmp_path)
    for number in (1, 2):
        groundwork("receive", coordinator, handed_over(sender(tmp_path, call, number)))
    done("trust", coordinator, "Organisation 1")
    done("decide", coordinator, "accept-all")
    done("export", coordinator, "--as", "csv", "--period", PERIOD, "--to", tmp_path / "out.csv")
    assert {row["Organisation"] for row in rows(tmp_path / "out.csv")} == {"Organisation 1"}


def test_a_wider_audience_sees_no_group_under_ten(tmp_path: Path):
    coordinator, call = hub(tmp_path)
    groundwork("receive", coordinator, handed_over(sender(tmp_path, call, 1, reach_women=6, reach_men=0)))
    done("trust", coordinator, "Organisation 1")
    done("decide", coordinator, "accept-all")
    for audience in ("coordinator", "public"):
        words = ("--as", "csv", "--period", PERIOD, "--audience", audience)
        done("export", coordinator, *words, "--to", tmp_path / f"{audience}.csv")
    assert [row["People reached"] for row in rows(tmp_path / "coordinator.csv")] == ["6"]
    assert [row["People reached"] for row in rows(tmp_path / "public.csv")] != ["6"]


def test_a_workbook_is_written_and_nothing_is_written_over(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    add(made)
    words = ("export", made, "--as", "xlsx", "--period", PERIOD, "--to", tmp_path / "out.xlsx")
    done(*words)
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")
    assert "already exists" in refused(*words)
    assert groundwork("export", made, "--as", "docx", "--period", PERIOD, "--to", tmp_path / "x").status == 2


def test_a_data_package_holds_what_is_told_and_nothing_else(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    add(made, exact_place="Third door on the left")
    done("export", made, "--as", "datapackage", "--period", PERIOD, "--to", tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as package:
        whole = b"".join(package.read(name) for name in package.namelist())
    assert b"Legal advice morning" in whole
    assert b"Third door" not in whole


def test_a_3w_table_is_written_as_its_name_ends_with_tags_unless_not_wanted(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    add(made)
    done("export", made, "--as", "3w", "--period", PERIOD, "--to", tmp_path / "out.csv")
    assert "#activity+code+list+v_gcm" in (tmp_path / "out.csv").read_text("utf-8-sig")
    done("export", made, "--as", "3w", "--no-tags", "--period", PERIOD, "--to", tmp_path / "plain.csv")
    assert "#activity" not in (tmp_path / "plain.csv").read_text("utf-8-sig")
    done("export", made, "--as", "3w", "--period", PERIOD, "--to", tmp_path / "out.xlsx")
    assert groundwork("export", made, "--as", "3w", "--period", PERIOD, "--to", tmp_path / "out.docx").status == 2
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")


def test_a_3w_table_of_ours_comes_in_again_as_the_same_activities(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    add(made, title="“Advice”, in Arabic; mornings", summary="Two lines:\none for each day.", objectives="3,7")
    done("export", made, "--as", "3w", "--period", PERIOD, "--to", tmp_path / "out.csv")
    other = new(tmp_path / "b.groundwork", "Another house", seed=2)
    done("import", other, tmp_path / "out.csv")
    (before,), (after,) = (done("list", one, "activity")["records"] for one in (made, other))
    first, second = (done("show", one, record["id"]) for one, record in ((made, before), (other, after)))
    first["fields"]["start"] = first["fields"]["start"][:7]  # the day does not leave
    for field in ("title", "summary", "objectives", "start", "type", "status", "place"):
        assert first["fields"].get(field) == second["fields"].get(field), field


def test_an_iati_file_says_what_to_mend_and_is_not_written_without_an_identifier(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    add(made, status="completed", exact_place="Third door on the left")
    wanted = ["export", made, "--as", "iati", "--audience", "public", "--period", PERIOD, "--to", tmp_path / "out.xml"]
    assert "organisation's identifier" in refused(*wanted)
    assert not (tmp_path / "out.xml").exists()
    told = done(*wanted, "--iati-id", "TD-REG-4711")
    assert {one["weight"] for one in told["findings"]} <= {"advice"}
    text = (tmp_path / "out.xml").read_text("utf-8")
    assert "<iati-identifier>TD-REG-4711-" in text
    assert "Third door" not in text


FOREIGN = """<iati-activities version="2.03" xmlns:x="https://example.org/x">
 <iati-activity xml:lang="en" x:grade="A">
  <iati-identifier>KE-NCB-1-7</iati-identifier>
  <reporting-org ref="KE-NCB-1" type="22"><narrative>House</narrative></reporting-org>
  <title><narrative>{title}</narrative></title>
  <description type="1" x:by="hand"><narrative x:tone="plain">Advice every week.</narrative></description>
  <activity-status code="2"/><activity-date type="2" iso-date="2026-08-03"/>
  <contact-info><person-name><narrative>Zed</narrative></person-name><x:mobile>one</x:mobile></contact-info>
  <location ref="KE001"><name><narrative>Mombasa</narrative></name><x:note kind="site">{note}</x:note></location>
  <sector vocabulary="1" code="15190" x:share="all"/>
  <tag vocabulary="99" vocabulary-uri="https://example.org" code="GCM-07"/>
  <x:score><x:part weight="2">High</x:part></x:score>
  <activity-scope code="4"><x:why>told</x:why></activity-scope><result type="1"><x:page>9</x:page></result>
 </iati-activity></iati-activities>"""


def test_what_an_iati_file_has_of_other_namespaces_is_kept_and_written_again_unless_it_points_at_somebody(
    tmp_path: Path,
):
    own = new(tmp_path / "own.groundwork")
    for name, note in (("Open door", "Town hall"), ("Closed door", "Ask 0661 23 45 67")):
        path = tmp_path / f"{name}.xml"
        text = FOREIGN.format(title=name, note=note).replace("KE-NCB-1-7", f"KE-NCB-1-{name[0]}")
        path.write_text(text, "utf-8")
        done("import", own, path)
    for one in done("list", own, "activity")["records"]:
        assert "foreign" not in done("show", own, one["id"])["fields"]
        done("edit", own, one["id"], "--set", "type=legal_support")
    to = tmp_path / "out.xml"
    words = ("--as", "iati", "--iati-id", "KE-NCB-1-7", "--period", PERIOD, "--audience", "public")
    told = done("export", own, *words, "--to", to)
    assert any("0661 23 45 67" in str(one) and "stays here" in str(one) for one in told["findings"])
    assert [one["title"] for one in told["findings"] if "“sector” is kept here" in str(one)] == ["Open door"], told
    root = etree.parse(to).getroot()
    assert SCHEMA.validate(root), SCHEMA.error_log
    space = {"x": "https://example.org/x"}
    by_title = {one.findtext("title/narrative"): one for one in root}
    kept, held = by_title["Open door"], by_title["Closed door"]
    assert kept.get("{https://example.org/x}grade") == "A"
    assert kept.findtext("x:score/x:part", namespaces=space) == "High"
    assert kept.findtext("location/x:note", namespaces=space) == "Town hall"
    assert kept.xpath("description/@x:by|description/narrative/@x:tone", namespaces=space) == ["hand", "plain"]
    assert not kept.xpath("sector/@x:*", namespaces=space)
    assert not held.xpath(".//x:*|.//@x:*", namespaces=space)
    assert b"Zed" not in to.read_bytes() and b"mobile" not in to.read_bytes()
    done("export", own, "--as", "csv", "--period", PERIOD, "--to", tmp_path / "out.csv")
    assert "Town hall" not in (tmp_path / "out.csv").read_text("utf-8-sig")
