"""Everything that is published is known, found from the code: a number or a table that nobody named fails here."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

from app.domain import coverage, shared
from app.privacy.suppression import NUMBERS, PUBLICATIONS, Rule

REPORTS = Path(__file__).parents[3] / "app" / "reports"
MAKE_TABLES = frozenset(
    {
        *("Table", "Sheet", "Coverage", "KeyFigures", "Bars", "Stacked", "Timeline", "Map", "Facts", "filled"),
        *("as_csv", "writer", "add_worksheet", "_actual"),
    }
)
"""What a table of numbers in a document, a workbook, a text file or a tree of elements is made of."""
DRAWINGS = frozenset({"pdf", "word", "web"})
"""They draw what others made."""
NOT_OF_A_READER = ("Call.", "Question.")
"""What a coordinator asks tells of nobody."""
NAMES = frozenset({"objective", "objectives", "objectives_secondary", "topics"})
"""An objective's number is its name."""
HOLDS_NUMBERS = re.compile(r"\b(?:int|Count|Reach|Amount|Decimal|float)\b|tuple\[Cell")


def numbers() -> Iterator[str]:
    """Every field of a shared record in which a number can stand."""
    for kind in (*vars(shared).values(), coverage.Cell):
        if inspect.isclass(kind) and dataclasses.is_dataclass(kind):
            for one in dataclasses.fields(kind):
                if HOLDS_NUMBERS.search(str(one.type)) and one.name not in NAMES:
                    yield f"{kind.__name__}.{one.name}"


def tables() -> set[str]:
    """Every function of the reports that makes a table, by module and name."""
    found = set()
    for path in (found for found in REPORTS.rglob("*.py") if found.parent.name not in DRAWINGS):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and MAKE_TABLES & set(_called(node)):
                found.add(f"{path.stem}.{node.name}")
    return found


def _called(function: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            yield node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def test_every_number_of_a_shared_record_has_a_rule() -> None:
    assert [name for name in numbers() if name not in NUMBERS and not name.startswith(NOT_OF_A_READER)] == []


def test_every_table_of_the_reports_is_named_with_numbers_that_have_a_rule() -> None:
    named = {one.table for one in PUBLICATIONS}

    assert tables() - named == set()
    assert named - tables() == set()
    assert [number for one in PUBLICATIONS for number in one.numbers if number not in NUMBERS] == []


def test_people_are_never_published_by_a_rule_that_protects_nobody() -> None:
    people = {name for name in numbers() if re.search(r"reach|count\b|feedback$|low|high", name)}

    assert {NUMBERS[name] for name in people if name in NUMBERS} <= {
        *(Rule.BREAKDOWN, Rule.PERIODS, Rule.REVISED, Rule.SUM, Rule.ALONE)
    }
