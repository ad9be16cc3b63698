"""Journey: a coordinator's workspace moves onto a database server, and nobody can tell by what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.made import PERIOD, add, done, groundwork, handed_over, hub, refused, sender
from tests.postgresql import PASSWORD, Server

FIXED = ("--now", "2026-11-10T12:00:00Z", "--seed", 77)


def test_on_a_server_every_command_says_byte_for_byte_what_it_says_on_the_encrypted_file(
    tmp_path: Path, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    coordinator, call = hub(tmp_path)
    own = add(coordinator)["id"]
    senders = [sender(tmp_path, call, number, reach_women=3 * number, title=f"Été {number} 法律") for number in (1, 2)]
    files = [handed_over(one) for one in senders]
    assert groundwork("receive", coordinator, files[0], *FIXED).status == 3
    before = coordinator.read_bytes()
    (tmp_path / "there").mkdir()
    there = tmp_path / "there" / "hub.groundwork"

    told = done("move", coordinator, postgresql.database(), "--unencrypted-database", "--to", there)
    assert (told["rows"]["received"], told["rows"]["call"], told["path"]) == (1, 1, str(there))
    assert coordinator.read_bytes() == before
    assert PASSWORD not in there.read_text("utf-8")
    assert "there is something" in refused("move", coordinator, _address(there), "--unencrypted-database").lower()

    backup = done("backup", there, "--to", tmp_path / "kept", *FIXED)["path"]
    here = tmp_path / "here" / "hub.groundwork"
    here.parent.mkdir()
    done("restore", backup, "--to", here, *FIXED)
    for at in (here, there):
        assert done("unlock-test", at, *FIXED)["opens"]
    assert {done("show", at, own)["pack"]["version"] for at in (here, there)} == {"1.4.0"}
    said = {at: _said(at, files) for at in (here, there)}
    assert said[here] == said[there]
    assert '"organisations": 2' in str(said[there])

    add(senders[0], title="One more")
    again = handed_over(senders[0])
    assert len({_bare(at, done("receive", at, again, *FIXED)) for at in (here, there)}) == 1
    assert _pictures(here) == _pictures(there)
    assert done("check", there)["sound"]


def _said(at: Path, files: list[Path]) -> list[str]:
    """What a round of a coordinator says, from receiving to the report."""
    found = [groundwork("receive", at, *files, "--json", *FIXED).out]
    lines = done("inbox", at, *FIXED)["submissions"]
    found += [done("trust", at, one["organisation"], "--fingerprint", one["fingerprint"], *FIXED) for one in lines]
    found += [done("decide", at, "accept-all", *FIXED), done("inbox", at, *FIXED), _pictures(at)]
    for ending in ("pdf", "xlsx"):
        report = at.with_name(f"national.{ending}")
        done("report", at, "--period", PERIOD, "--to", report, *FIXED)
        found.append(report.read_bytes())
    return [_bare(at, one) for one in found]


def _pictures(at: Path) -> str:
    return groundwork("picture", at, "--period", PERIOD, "--json", *FIXED).out


def _bare(at: Path, said: object) -> str:
    """What was said, without the folder it was said of."""
    return str(said).replace(str(at.parent), "")


def _address(there: Path) -> str:
    return str(json.loads(there.read_text("utf-8"))["address"])
