"""attach, and what show and check tell of it."""

from __future__ import annotations

from pathlib import Path

from tests.attaching import SECRETS, picture
from tests.cli.made import add, done, groundwork, new, refused


def test_a_picture_is_attached_shown_and_checked(tmp_path: Path) -> None:
    workspace = new(tmp_path / "a.groundwork")
    activity = add(workspace)["id"]
    path = tmp_path / f"{SECRETS[2]}.jpg"
    path.write_bytes(picture())

    attached = done("attach", workspace, activity, path, "--title", "The hall")

    assert attached["record"] == activity
    assert attached["fields"]["kind"] == "picture" and "place" in attached["fields"]["removed"]
    assert [(one["code"], one["field"]) for one in attached["problems"]] == [("missing", "alt")]
    done("edit", workspace, attached["id"], "--set", "alt=Forty chairs")
    (shown,) = done("show", workspace, activity)["attachments"]
    assert (shown["id"], shown["fields"]["alt"]) == (attached["id"], "Forty chairs")
    words = groundwork("show", workspace, activity)
    assert "1 attachment" in words.out and "The hall" in words.out and SECRETS[2] not in words.out
    assert done("check", workspace)["findings"] == []
    done("trash", workspace, attached["id"])
    assert done("show", workspace, activity)["attachments"] == []


def test_a_file_that_cannot_be_cleaned_is_refused_in_a_sentence(tmp_path: Path) -> None:
    workspace = new(tmp_path / "a.groundwork")
    activity = add(workspace)["id"]
    path = tmp_path / "voice.mp3"
    path.write_bytes(b"ID3 somebody speaks")

    assert "not kept here" in refused("attach", workspace, activity, path, "--title", "Voice")
    assert "not here" not in refused("attach", workspace, activity, tmp_path / "none.jpg", "--title", "Nothing")
    assert "There is no record" in refused("attach", workspace, "nobody", path, "--title", "Voice")
