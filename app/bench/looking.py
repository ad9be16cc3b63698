"""What a person waits for while looking: the search as it is typed, a long list, the pages of a full workspace."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from app.bench.measure import Measured, Task, paired, slowest
from app.domain.fold import Operation, Value
from app.domain.stamps import Clock, record_id
from app.services import overview, searching
from app.services.judging import judge
from app.services.listing import Listing
from app.services.recording import Query
from app.services.workspace import Founding, Organisation, Workspace, create
from app.storage import database, operations, search
from app.vault import slots
from app.vault.cost import Cost

USUAL = 20_000
"""How many records there are, unless another size is asked for."""
_PASSPHRASE = "benchmark words"
_AT_ONCE = 10_000
_PAGES, _ROWS, _SCREEN = 40, 50, 256
_COMMON = {
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
_RAW_PAGE = (
    'SELECT number, id, kind, stamp, "by", many, deleted, contested, waiting, month, title, body FROM record '
    "WHERE kind = 'activity' AND deleted IS 0 AND (month, id) < (?, ?) ORDER BY month DESC, id DESC LIMIT ?"
)
_RAW_SEARCH = "SELECT rowid FROM record_search WHERE record_search MATCH ? ORDER BY rowid DESC LIMIT 50"


@dataclass(frozen=True)
class _Full:
    """A workspace with many records, and its file opened with nothing of ours."""

    own: Workspace
    raw: sqlcipher.Connection


def search_(size: int) -> Measured:
    """Every beginning of words in six scripts, as somebody types them, against the raw full text query."""
    full = _full(size)
    typed = [word[:end] for words in _COMMON.values() for word in words.split() for end in range(2, len(word) + 1)]
    pairs = [
        (partial(searching.find, full.own, one, ("activity", "feedback")), partial(_raw, full, one)) for one in typed
    ]
    task = Task(
        "search",
        f"as typed, {len(typed)} beginnings in six scripts, {size} records, p95",
        "the raw FTS5 query, p95",
        1.5,
    )
    return slowest(task, pairs)


def list_(size: int) -> Measured:
    """Pages of a long list one after the other, from its middle, against the raw cursor on the same rows."""
    full = _full(size)
    middle = Listing(full.own, Query("activity")).count() // 2
    listing, pages = Listing(full.own, Query("activity")), min(_PAGES, middle // _ROWS)
    (start,) = listing.lines(middle - 1, 1)

    def walk() -> None:
        for number in range(pages):
            listing.lines(middle + number * _ROWS, _ROWS)

    def cursor() -> None:
        month, id = start.month, start.record.id
        for _number in range(pages):
            rows = full.raw.execute(_RAW_PAGE, (month, id, _ROWS)).fetchall()
            month, id = rows[-1][9], rows[-1][1]

    task = Task("list", f"{pages} pages of {_ROWS} from the middle of {size} records", "the raw cursor, same rows", 4.0)
    jump = _milliseconds(lambda: Listing(full.own, Query("activity")).lines(middle, _ROWS))
    return paired(task, walk, cursor, note=f"a jump to the middle {jump:.0f} ms")


def page(size: int) -> Measured:
    """What the pages read when they are opened: the slowest of them against the time people wait gladly."""
    own = _full(size).own
    pages: dict[str, Callable[[], object]] = {
        "activities": partial(_screen, own, Query("activity")),
        "drafts": partial(_screen, own, Query("activity", complete=False)),
        "feedback": partial(_screen, own, Query("feedback")),
        "waiting": partial(_screen, own, Query("feedback", open_loop=True)),
        "overview": partial(overview.overview, own),
    }
    taken = {name: min(_milliseconds(read) for _turn in range(5)) for name, read in pages.items()}
    last = max(taken, key=lambda name: taken[name])
    note = ", ".join(f"{name} {spent:.0f} ms" for name, spent in taken.items())
    seconds = taken[last] / 1000
    return Measured(
        "page", f"what the slowest page reads, {size} records", seconds, "300 ms", 0.3, seconds / 0.3, 1.0, note
    )


def _screen(own: Workspace, query: Query) -> None:
    listing = Listing(own, query)
    listing.count()
    listing.lines(0, _SCREEN)


def _raw(full: _Full, typed: str) -> object:
    return full.raw.execute(_RAW_SEARCH, (search.asked(typed),)).fetchall()


def _milliseconds(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1000


@lru_cache(maxsize=1)
def _full(size: int) -> _Full:
    """Filled once for all three benchmarks; the folder is gone when the program ends."""
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
    return _Full(own, raw)


def _operations(size: int) -> Iterator[Operation]:
    """Four activities to one message, two years long, one in a hundred a draft; every fifth word a common one."""
    chance, clock = random.Random(7), Clock("0123456789abcdef")
    languages = list(_COMMON)
    common = {code: words.split() for code, words in _COMMON.items()}
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
