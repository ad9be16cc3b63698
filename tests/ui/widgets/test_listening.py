"""Listen: there only with a voice of the language; the text goes through the pipe and nowhere else; leaving ends it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import delete

from app.ui.process import voices
from app.ui.widgets import listening
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.listening import Listening

PROGRAM = """#!{python}
import json, signal, sys
from pathlib import Path
if "--voices" in sys.argv:
    print("Pty Language Age/Gender VoiceName File Other")
    print(" 5  fr-fr  --/M  French_(France)  roa/fr")
    print(" 5  cmn    --/M  Chinese_(Mandarin)  sit/cmn")
else:
    Path({told!r}).write_text(json.dumps([sys.argv[1:], sys.stdin.buffer.read().decode()]))
    if "cmn" in sys.argv:
        signal.pause()
"""


def test_a_text_is_read_by_the_systems_voice_through_the_pipe_and_leaving_ends_it(
    tmp_path: Path, in_front, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, program = tmp_path / "told.json", tmp_path / "espeak-ng"
    program.write_text(PROGRAM.format(python=sys.executable, told=str(told)))
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(listening, "_known", {})
    place = QWidget()
    column = QVBoxLayout(place)
    made = {}
    for language in ("fr", "zh", "ru"):
        made[language] = Button("Listen", GHOST, "volume")
        Listening(made[language], f"Bonjour à tous ({language})", language, ("Listen", "Stop reading"))
        column.addWidget(made[language])
    in_front(place)
    qtbot.waitUntil(lambda: made["fr"].isVisible() and made["zh"].isVisible())
    assert not made["ru"].isVisible(), "there is no voice for it"

    made["fr"].click()
    assert made["fr"].text() == "Stop reading"
    qtbot.waitUntil(lambda: made["fr"].text() == "Listen")
    assert json.loads(told.read_text()) == [["--stdin", "-v", "fr-fr"], "Bonjour à tous (fr)"]
    told.unlink()
    made["zh"].click()
    qtbot.waitUntil(told.exists)
    place.hide()
    assert made["zh"].text() == "Listen", "whoever leaves hears nothing any more"
    assert {one.name for one in tmp_path.iterdir()} == {"told.json", "espeak-ng"}
    monkeypatch.setattr(listening, "_known", {})
    unfinished = Button("Listen", GHOST, "volume")
    Listening(unfinished, "Gone before the voices are known", "fr", ("Listen", "Stop reading"))
    delete(unfinished)


def test_voices_of_every_system_are_read_and_a_name_that_would_end_the_quotes_is_passed_over() -> None:
    mac = voices._SPEAKERS["darwin"][0]  # noqa: SLF001
    assert mac.found("Thomas              fr_FR    # Bonjour\nTing-Ting (Enhanced)  zh_CN  # 你好\n") == {
        "fr": "Thomas",
        "zh": "Ting-Ting (Enhanced)",
    }
    assert mac.words("Thomas") == ["-v", "Thomas", "-f", "-"]
    windows = voices._SPEAKERS["win32"][0]  # noqa: SLF001
    listed = "fr-FR|Microsoft Hortense Desktop\r\nes-ES|Bad'; Remove-Item\r\nar-SA|Microsoft Naayf\r\n"
    assert windows.found(listed) == {"fr": "Microsoft Hortense Desktop", "ar": "Microsoft Naayf"}
    assert "SelectVoice('Microsoft Naayf')" in windows.words("Microsoft Naayf")[-1]


def test_without_a_program_that_speaks_there_is_no_button(
    tmp_path: Path, in_front, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    place = QWidget()
    button = Button("Listen", GHOST, "volume")
    QVBoxLayout(place).addWidget(button)
    Listening(button, "Nothing", "fr", ("Listen", "Stop reading"))
    in_front(place)
    assert not button.isVisible()
