"""Settings: a broken file costs the settings, never the start."""

from __future__ import annotations

import json

import pytest

from app import paths, settings
from app.settings import Settings


def test_settings_come_back_as_they_were_set() -> None:
    kept = Settings("ar", "dark", 125, recent=("a.groundwork",), window={"page": "activities"})
    settings.save(kept)

    assert settings.load() == kept


@pytest.mark.parametrize("broken", ["", "{", "[]", "null", '{"recent": 5}', '"text"'])
def test_a_file_that_cannot_be_read_gives_the_defaults(broken: str) -> None:
    paths.config().mkdir(parents=True, exist_ok=True)
    (paths.config() / "settings.json").write_text(broken, "utf-8")

    assert settings.load() == Settings()


def test_what_a_newer_program_set_is_passed_over() -> None:
    paths.config().mkdir(parents=True, exist_ok=True)
    (paths.config() / "settings.json").write_text(json.dumps({"language": "fr", "tomorrow": 1}), "utf-8")

    assert settings.load() == Settings("fr")
