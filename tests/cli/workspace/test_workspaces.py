"""new, unlock-test, check."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import add, done, groundwork, new, refused

ABOUT = ("--type", "ST-CSO", "--country", "KE", "--fast-key")


def test_a_new_workspace_tells_its_organisation_and_the_digits_of_its_key(tmp_path: Path):
    told = done("new", tmp_path / "a.groundwork", "--organisation", "Maison", *ABOUT, "--language", "fr")
    assert told["organisation"] == "Maison"
    assert told["language"] == "fr"
    assert told["coordinator"] is False
    assert [len(group) for group in told["fingerprint"].split()] == [5] * 6


def test_a_quick_key_is_told_loudly(tmp_path: Path):
    ended = groundwork("new", tmp_path / "a.groundwork", "--organisation", "Maison", *ABOUT, "--quiet")
    assert "for tests only" in ended.err


def test_a_workspace_is_never_written_over(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    before = made.read_bytes()
    assert "already" in refused("new", made, "--organisation", "Other", "--type", "ST-CSO", "--country", "KE")
    assert made.read_bytes() == before


def test_an_unknown_kind_of_organisation_or_country_is_wrong_usage(tmp_path: Path):
    for kind, country in (("ST-NIX", "KE"), ("ST-CSO", "Q7")):
        words = ("--organisation", "M", "--type", kind, "--country", country)
        assert groundwork("new", tmp_path / "a.groundwork", *words).status == 2
    assert not list(tmp_path.glob("a.groundwork*"))


def test_the_right_passphrase_opens_and_a_wrong_one_is_told(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    assert done("unlock-test", made) == {"opens": True, "organisation": "Maison ouverte"}
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("not this one\n", "utf-8")
    assert "passphrase does not open" in refused("unlock-test", made, "--passphrase-file", wrong)


def test_the_passphrase_file_wins_over_the_variable(tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("quatre lampes rouges\r\n", "utf-8")
    done("new", tmp_path / "a.groundwork", "--organisation", "M", *ABOUT, "--passphrase-file", secret)
    assert done("unlock-test", tmp_path / "a.groundwork", "--passphrase-file", secret)["opens"]
    assert refused("unlock-test", tmp_path / "a.groundwork")


def test_without_any_passphrase_nobody_is_asked_where_nobody_sits(tmp_path: Path, monkeypatch):
    made = new(tmp_path / "a.groundwork")
    monkeypatch.delenv("GROUNDWORK_PASSPHRASE")
    assert "--passphrase-file" in refused("unlock-test", made)


def test_check_finds_a_sound_workspace_sound(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    add(made)
    guess = {"memory_mib": 46, "passes": 1}
    assert done("check", made) == {"sound": True, "repaired": 0, "findings": [], "passphrase_guess": guess}
