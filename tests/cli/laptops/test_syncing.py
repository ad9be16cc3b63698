"""`sync` from the command line: what was sent, what was learned, what waits, and where it asks."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tests.cli.laptops.test_devices import joined
from tests.cli.made import ACTIVITY, done, groundwork, new, refused


def test_two_laptops_exchange_their_work_and_say_what_came(tmp_path: Path) -> None:
    office = new(tmp_path / "office.groundwork", "Maison ouverte", "--name", "Samira")
    assert "on one laptop only" in refused("sync", office, "--status")
    done("device", "found", office, "--name", "Office")
    assert "with which place" in refused("sync", office)
    field = joined(office, tmp_path, "Field", seed=43)
    (tmp_path / "stick").mkdir()
    for one in (office, field):
        done("store", "add", one, "stick", tmp_path / "stick")
    done("add", office, "activity", *(f"--set={name}={value}" for name, value in ACTIVITY.items()), "--seed", 7)
    assert done("sync", office, "--status")["unsent"] > 0

    first = done("sync", office)
    assert (first["place"], first["sent"]["segments"], first["unsent"]) == ("stick", 1, 0)
    told = done("sync", field, "stick")
    assert told["learned"] == [{"laptop": "Office", "kind": "activity", "deed": "new", "count": 1}]
    assert done("list", field, "activity")["count"] == 1
    said = groundwork("sync", office)
    assert (said.status, said.err) == (0, "") and "0 files of changes came." in said.out
    said = groundwork("sync", office)
    assert "0 files of changes were sent." in said.out and "0 changes are not sent yet." in said.out

    (segment, *_others) = sorted((tmp_path / "stick").rglob("w/*/*/*.gwb"))
    forged = segment.read_bytes()[:-40] + bytes(40)
    (segment.parent / f"00000099-{hashlib.sha256(forged).hexdigest()}.gwb").write_bytes(forged)
    said = groundwork("sync", field)
    assert said.status == 3 and "Put aside: It is damaged or forged" in said.out
    assert [one["reason"] for one in groundwork("sync", field, "--status", "--json").json["quarantined"]] == ["damaged"]


def test_a_workspace_in_a_copied_folder_is_refused_unless_a_person_says_so(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    path = tmp_path / "Dropbox" / "w.groundwork"
    words = ("new", path, "--organisation", "Us", "--type", "ST-CSO", "--country", "KE", "--fast-key")
    ended = groundwork(*words)
    assert ended.status == 1 and "is copied to other computers" in ended.err
    assert not path.exists()
    assert groundwork(*words, "--anywhere").status == 0
