"""The system's own voices: which program reads aloud here, and in which languages it can without the network."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_SPOKEN_AS = {"cmn": "zh", "yue": ""}
"""What some voices call a language that we call otherwise; "" for one that is not ours."""
_SPEECH = "Add-Type -AssemblyName System.Speech; $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
_LISTING = _SPEECH + '$voice.GetInstalledVoices() | % { $_.VoiceInfo.Culture.Name + "|" + $_.VoiceInfo.Name }'
_READING = (
    _SPEECH + "[Console]::InputEncoding = [Text.Encoding]::UTF8; $voice.SelectVoice('{name}'); "
    "$voice.Speak([Console]::In.ReadToEnd())"
)


@dataclass(frozen=True)
class Speaker:
    """A program that reads aloud what comes in by its standard input: a text stands in no list of processes."""

    program: str
    listing: tuple[str, ...]
    """What makes it list its voices."""
    found: Callable[[str], Mapping[str, str]]
    """From that list: language to the name of a voice."""
    reading: tuple[str, ...]
    """What makes it read; `{name}` stands for the voice."""

    def words(self, voice: str) -> list[str]:
        """What makes it read with this voice."""
        return [word.replace("{name}", voice) for word in self.reading]


def speaker() -> Speaker | None:
    """The program of this system; None where there is none."""
    for made in _SPEAKERS.get(sys.platform, _ELSEWHERE):
        if path := shutil.which(made.program):
            return Speaker(path, made.listing, made.found, made.reading)
    return None


def _of_espeak(listed: str) -> Mapping[str, str]:
    """Lines such as ` 5  fr-fr  --/M  French_(France)  roa/fr`; the first voice of a language is the plain one."""
    found = re.findall(r"^\s*\d+\s+(\S+)\s", listed, re.MULTILINE)
    return _first(found, found)


def _of_say(listed: str) -> Mapping[str, str]:
    """Lines such as `Thomas  fr_FR  # Bonjour`."""
    lines = re.findall(r"^(\S.*?)\s+([a-z]{2,3}[_-]\w+)\s+#", listed, re.MULTILINE)
    return _first([language for _name, language in lines], [name for name, _language in lines])


def _of_windows(listed: str) -> Mapping[str, str]:
    """Lines such as `fr-FR|Microsoft Hortense Desktop`; a name that could end our quotes is passed over."""
    lines = re.findall(r"^([\w-]+)\|([^'\r\n]+?)\s*$", listed, re.MULTILINE)
    return _first([language for language, _name in lines], [name for _language, name in lines])


def _first(languages: list[str], names: list[str]) -> Mapping[str, str]:
    known: dict[str, str] = {}
    for language, name in zip(languages, names, strict=True):
        code = re.split(r"[-_]", language)[0].lower()
        known.setdefault(_SPOKEN_AS.get(code, code), name)
    return known


_ELSEWHERE = tuple(
    Speaker(program, ("--voices",), _of_espeak, ("--stdin", "-v", "{name}")) for program in ("espeak-ng", "espeak")
)
_SPEAKERS = {
    "darwin": (Speaker("say", ("-v", "?"), _of_say, ("-v", "{name}", "-f", "-")),),
    "win32": (
        Speaker("powershell", ("-NoProfile", "-Command", _LISTING), _of_windows, ("-NoProfile", "-Command", _READING)),
    ),
}
