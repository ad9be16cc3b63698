"""Texts scanned before they leave, against the least that could be done with them: every letter looked at once."""

from __future__ import annotations

import random
from pathlib import Path

from app.bench.measure import Measured, Task, paired
from app.folding import fold
from app.places import load
from app.privacy.scanning import scan

_TEXTS, _LETTERS = 1_000, 300
_PLAIN = {
    "KE": "people asked how long papers take and what they cost in the second quarter the desk stayed open for women ",
    "MA": "les gens demandent combien de temps prennent les papiers et la permanence reste ouverte pour les femmes ",
    "MX": "la gente pregunta cuánto tardan los papeles y la oficina sigue abierta para las mujeres de la red ",
    "EG": "يسأل الناس كم تستغرق الأوراق وكم تكلف ويبقى المكتب مفتوحا للنساء والأسر في المدينة كل أسبوع ",
    "RU": "люди спрашивают сколько ждать документов и сколько они стоят кабинет открыт для женщин и семей ",
    "CN": "人们问办理证件要多久要多少钱办公室每周为妇女和家庭开放并提供翻译服务和法律咨询 ",
}
_POINTING = (
    "Amina Yusuf +254 733 918 204. ",
    "Appelez Mme Diallo au 06 12 34 56 78. ",
    "Expediente 1187/2026, calle Allende 14. ",
    "جواز السفر رقم A12345678. ",
    "Г-жа Назарова, ул. Садовая, д. 14. ",
    "护照号E12345678，王秀英女士。",
)


def scanned(_folder: Path) -> Measured:
    """Texts of 300 letters in six languages, one in four with names and numbers in it."""
    texts, places = _texts(), load()

    def work() -> None:
        for country, text in texts:
            scan(text, country, places=places)

    def least() -> None:
        for _country, text in texts:
            fold(text)

    task = Task("scan", f"scan {_TEXTS} texts of {_LETTERS} letters", "folding their letters", 75.0)
    return paired(task, work, least)


def _texts() -> list[tuple[str, str]]:
    chance = random.Random(7)
    made: list[tuple[str, str]] = []
    for number in range(_TEXTS):
        at = number % len(_PLAIN)
        country, plain = list(_PLAIN.items())[at]
        start = chance.randrange(len(plain))
        pointing = _POINTING[at] if number % 4 == 0 else ""
        made.append((country, (pointing + (plain * 9)[start:])[:_LETTERS]))
    return made
