"""A workspace as full as is asked for, founded once for all benchmarks that look at it."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from app.domain.fold import Operation, Value
from app.domain.stamps import Clock, record_id
from app.services.opening.judging import judge
from app.services.opening.workspace import Founding, Organisation, Workspace, create
from app.storage import database, operations
from app.vault import slots
from app.vault.cost import Cost

_PASSPHRASE = "benchmark words"
_AT_ONCE = 10_000
COMMON = {
    "en": "legal aid school water papers shelter workers family clinic language",
    "fr": "aide juridique école eau papiers abri ouvriers famille clinique œuvre",
    "es": "ayuda legal escuela agua papeles niños médico familia vivienda señora",
    "ar": "المساعدة القانونية المدرسة الماء الوثائق المأوى العمال الأسرة والمهاجرون إلى",
    "ru": "помощь школа вода документы приют рабочие семья ребёнок приём жильё",
    "zh": "法律援助 学校 饮用水 证件 收容所 工人 家庭 等待登记 医院 语言",
}
_SYLLABLES = {
    "en": "ba ke lo mi nu ra se to vi wa",
    "fr": "bé ke lô mi nu rà se tou vi ça",
    "es": "ba que lo mi ñu ra se to ví gua",
    "ar": "با كي لو مي نو را سة تو في ول",
    "ru": "ба ке ло ми ну ра сё то ви ша",
    "zh": "山 河 田 林 石 云 风 雪 花 月",
}


@dataclass(frozen=True)
class Full:
    """A workspace with many records, and its file opened with nothing of ours."""

    own: Workspace
    raw: sqlcipher.Connection


@lru_cache(maxsize=2)
def full(size: int) -> Full:
    """Filled once for all benchmarks; the folder is gone when the program ends."""
    path = Path(_FOLDER.name) / f"full-{size}.groundwork"
    own = create(path, _PASSPHRASE, Founding(Organisation("Bench")), cost=Cost.floor())
    made = _operations(size)
    while part := list(islice(made, _AT_ONCE)):
        with own.noting() as session:
            operations.add_all(session, part, judge(own.pack))
    raw = sqlcipher.connect(str(path), isolation_level=None)
    raw.execute(f"pragma key=\"x'{slots.unlock(path, _PASSPHRASE).raw.hex()}'\"")
    for pragma in database.PRAGMAS:
        raw.execute(f"pragma {pragma}")
    return Full(own, raw)


def _operations(size: int) -> Iterator[Operation]:
    """Four activities to one message, two years long, one in a hundred a draft; every fifth word a common one."""
    chance, clock = random.Random(7), Clock("0123456789abcdef")
    languages = list(COMMON)
    common = {code: words.split() for code, words in COMMON.items()}
    parts = {code: syllables.split() for code, syllables in _SYLLABLES.items()}
    rare = {code: ["".join(chance.choices(parts[code], k=3)) for _word in range(2_000)] for code in languages}
    for number in range(size):
        clock = clock.ticked(1_760_000_000_000 + number)
        code = languages[number % len(languages)]
        text = " ".join((*chance.choices(common[code], k=4), *chance.choices(rare[code], k=16)))
        month = f"{2025 + number % 24 // 12}-{number % 12 + 1:02d}"
        kind = "feedback" if number % 5 == 4 else "activity"
        fields = _FIELDS[kind](text, month, number)
        yield Operation(record_id(clock.last_ms, chance.randbytes(10)), kind, clock.stamp(), fields)


def _activity(text: str, month: str, number: int) -> dict[str, Value]:
    told: dict[str, Value] = {"title": text[:60], "start": month, "type": "legal_support", "reach_total": number % 90}
    return {**told, "objectives/7": True, **({} if number % 100 == 0 else {"summary": text})}


def _feedback(text: str, month: str, number: int) -> dict[str, Value]:
    told: dict[str, Value] = {"type": "question", "channel": "help_desk", "month": month, "consent": "C2"}
    return {**told, "topics/4": True, "paraphrase": text, "status": "new" if number % 50 == 4 else "closed"}


_FIELDS: dict[str, Callable[[str, str, int], dict[str, Value]]] = {"activity": _activity, "feedback": _feedback}
_FOLDER = tempfile.TemporaryDirectory(prefix="groundwork-benchmark-", ignore_cleanup_errors=True)
