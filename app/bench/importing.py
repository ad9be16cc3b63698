"""A large table of somebody else: until it is seen with what is proposed, and until every row of it is a record."""

from __future__ import annotations

import random
import secrets
from pathlib import Path

import python_calamine as calamine
import sqlcipher3.dbapi2 as sqlcipher
from xlsxwriter import Workbook as Written

from app.bench.measure import Measured, Task, against, spent
from app.services.opening.workspace import Founding, Organisation, Workspace, create
from app.services.records import importing
from app.services.records.tables import checking, deciding, planning, table_file
from app.storage import database
from app.vault.cost import Cost

ROWS = 52_648
"""As many as the largest national 3W table that was seen while this was designed."""
_HEADINGS = (
    *("Activity ID", "Organisation", "Organisation type", "Donor Acronym", "Activity", "Description"),
    *("Activity type", "Objective", "Status", "Province", "P-code", "Start date", "End date"),
    *("People reached", "Women", "Men", "Girls", "Boys", "Implementing partners", "Comments"),
    *("Contact phone", "GPS latitude", "Last update", "Sector code"),
)
_TYPES = ("training_or_education", "legal_support", "direct_service", "monitoring")
_STATUS = ("planned", "ongoing", "completed")
_WORDS = "two advisers answered questions about papers school and work at the station every week".split()
PREVIEW_SECONDS, STORE_SECONDS = 3.0, 10.0
"""What people wait for: until a table is seen, and until its rows are records."""
_ROUNDS = 1


def preview(folder: Path) -> Measured:
    """From the choice of a file to its first rows with a proposal for every column; calamine alone is told beside."""
    path, own = _book(folder / "large.xlsx"), _workspace(folder / "preview")

    def seen() -> None:
        plan = planning.begun(own, table_file.opened(path))
        deciding.head(plan, 20), deciding.lines(plan)

    task = Task("import-preview", f"{_size()} seen with what is proposed", f"{PREVIEW_SECONDS:g} s", 1.0)
    note = f"calamine alone, in this process {spent(lambda: _calamine(path)):.2f} s"
    measured = against(task, seen, seconds=PREVIEW_SECONDS, note=note, rounds=_ROUNDS)
    own.close()
    return measured


def store(folder: Path) -> Measured:
    """From the decided columns to as many records in a workspace, checked, indexed and undoable; raw inserts beside."""
    path = _book(folder / "large.xlsx")
    own, *spare = (_workspace(folder / f"store-{number}") for number in range(_ROUNDS + 2))
    plan = planning.begun(own, table_file.opened(path))
    own.close()

    def kept() -> None:
        fresh = spare.pop()
        done = importing.keep(fresh, plan, checking.checked(fresh, plan))
        assert done.counts["new"] == ROWS, done.counts
        fresh.close()

    def inserted() -> None:
        raw = sqlcipher.connect(str(folder / "raw.db"), isolation_level=None)
        raw.execute(f"pragma key=\"x'{secrets.token_hex(32)}'\"")
        for pragma in database.PRAGMAS:
            raw.execute(f"pragma {pragma}")
        raw.execute(f"create table cell({', '.join(f'c{place}' for place in range(len(_HEADINGS)))})")
        raw.execute("begin immediate")
        marks = ", ".join("?" * len(_HEADINGS))
        raw.executemany(f"insert into cell values ({marks})", [row.cells for row in plan.table.rows])
        raw.execute("commit")
        raw.close()

    task = Task("import-store", f"{_size()} checked and kept as records", f"{STORE_SECONDS:g} s", 1.0)
    note = f"raw inserts of its rows {spent(inserted):.2f} s"
    return against(task, kept, seconds=STORE_SECONDS, note=note, rounds=_ROUNDS)


def _size() -> str:
    return f"a table of {ROWS} rows and {len(_HEADINGS)} columns"


def _workspace(path: Path) -> Workspace:
    founding = Founding(Organisation("Bench", country="TD"))
    return create(path.with_suffix(".groundwork"), "benchmark words", founding, cost=Cost.floor())


def _calamine(path: Path) -> None:
    book = calamine.CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        for _row in book.get_sheet_by_name(name).iter_rows():
            pass


def _book(path: Path) -> Path:
    """A workbook as wide and as mixed as real ones: ids, names, codes, days, counts, blanks, a column of nothing."""
    chance = random.Random(7)
    with Written(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("3W")
        sheet.write_row(0, 0, ["Who does what where, all partners"])
        sheet.write_row(2, 0, _HEADINGS)
        for number in range(ROWS):
            sheet.write_row(number + 3, 0, _row(number, chance))
    return path


def _row(number: int, chance: random.Random) -> list[object]:
    word = chance.choice(_WORDS)
    start = f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/2025"
    people = [chance.randint(0, 400) for _group in range(4)]
    return [
        *(f"A-{number:06}", f"Partner {number % 240}", "NGO", f"D{number % 30}", f"{word.title()} {number % 900}"),
        *(" ".join(chance.choices(_WORDS, k=12)), chance.choice(_TYPES), f"Objective {chance.randint(1, 23)}"),
        *(chance.choice(_STATUS), f"Province {number % 23}", f"TD{number % 23 + 1:02}", start, "2025-12-31"),
        *(sum(people), *people, f"Partner {number % 17}; Partner {number % 19}", word if number % 3 else "n/a"),
        *(f"+235 {number:08}", 12.5 + number % 90 / 100, "2025-04-01T10:20:00", number % 40),
    ]
