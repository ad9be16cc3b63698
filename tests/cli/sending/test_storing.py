"""store add, list, probe, remove; send; receive --from; on a real server with a password."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.made import done, groundwork, handed_over, hub, refused, sender
from tests.stores import servers
from tests.stores.servers import Server


@pytest.fixture(scope="module")
def cloud() -> Iterator[Server]:
    with tempfile.TemporaryDirectory(prefix="groundwork-cloud-") as folder, servers.apache(Path(folder)) as made:
        yield made


def test_a_submission_goes_over_a_server_and_arrives_once(tmp_path: Path, cloud: Server) -> None:
    coordinator, call = hub(tmp_path)
    own = sender(tmp_path, call, 1)
    handed_over(own, "--seal")
    (tmp_path / "word.txt").write_text("word\n", "utf-8")
    secret, where = ("--secret-file", tmp_path / "word.txt"), cloud.access.address.text
    for one in (own, coordinator):
        told = done("store", "add", one, "Ministry", where, *secret)
        assert (told["name"], told["kind"], told["works"], told["renames"]) == ("Ministry", "webdav", True, True)
    listed = groundwork("store", "list", own, "--json")
    assert [one["address"] for one in listed.json["stores"]] == [where]
    assert 'word"' not in listed.out
    assert "milliseconds" in groundwork("store", "probe", own, "ministry").out
    submission = done("sent", own)["items"][0]["id"]
    sent = done("send", own, submission[:12], "--to", "ministry")
    assert (sent["readable"], sent["sent"]) == (False, sent["size"])
    assert done("send", own, submission, "--to", "Ministry")["sent"] == 0
    assert "can read it" in groundwork("send", own, submission, "--to", "Ministry", "--as", "pdf", "--in", "en+fr").out
    fetched = groundwork("receive", coordinator, "--from", "Ministry", "--json")
    assert (fetched.status, {one["outcome"] for one in fetched.json["files"]}) == (3, {"unknown-sender", "same"})
    again = groundwork("receive", coordinator, "--from", "Ministry")
    assert (again.status, "2 files were here already." in again.out) == (0, True)
    assert done("store", "remove", own, "Ministry") == {"removed": "Ministry"}
    assert done("store", "list", own)["stores"] == []


def test_what_cannot_work_is_one_sentence(tmp_path: Path, cloud: Server) -> None:
    coordinator, _call = hub(tmp_path)
    (tmp_path / "wrong.txt").write_text("other", "utf-8")
    where = cloud.access.address.text
    sentences = (
        (("add", coordinator, "A", where), "needs a password"),
        (("add", coordinator, "A", where, "--secret-file", tmp_path / "wrong.txt"), "check the name and the password"),
        (("add", coordinator, "A", where.replace("who@", "who:word@")), "leave the password out"),
        (("add", coordinator, "A", "webdav://who@cloud.example/x"), "could read the password"),
        (("add", coordinator, "A", "ftp://who@cloud.example/x"), "not the address of a place"),
        (("add", coordinator, "A", tmp_path / "gone"), "not in the place"),
        (("probe", coordinator, "A"), "no place to exchange files called"),
    )
    for words, said in sentences:
        assert said in refused("store", *words)
    assert "Nothing was sent" in refused("send", coordinator, "abc", "--to", "A")
    assert groundwork("receive", coordinator).status == 2
    assert groundwork("receive", coordinator, tmp_path, "--from", "A").status == 2


def test_the_key_of_an_sftp_computer_is_shown_and_has_to_be_said(tmp_path: Path) -> None:
    coordinator, _call = hub(tmp_path)
    with tempfile.TemporaryDirectory(prefix="groundwork-shell-") as folder, servers.sftp(Path(folder)) as shell:
        words = ("store", "add", coordinator, "Shell", shell.access.address.text, "--secret-file", f"{folder}/own")
        assert shell.access.host_key in refused(*words)
        assert "another key" in refused(*words, "--host-key", "SHA256:other")
        assert done(*words, "--host-key", shell.access.host_key)["works"] is True
