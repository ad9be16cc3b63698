"""What the pages for people claim: proofs and commands that exist, each need once, figures as the code has them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.cli.application import build
from app.cli.declaring import DECLARED
from tests.documents.judging.defects import DEFECTS
from tests.stores.test_faults import ANSWERS, FAULTS

TOP = Path(__file__).parents[2]


def page(name: str) -> str:
    return (TOP / name).read_text("utf-8")


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "docs/requirements.md", "docs/architecture.md"])
def test_every_file_that_is_named_as_a_proof_or_a_place_exists(name: str) -> None:
    told = page(name)
    here = [
        *re.findall(r"`((?:app|tests|resources|translations)/[\w/.]*)`", told),
        *re.findall(r"\]\(([\w/.-]+)\)", told),
    ]

    assert here
    assert [one for one in here if not (TOP / one).exists() and not (TOP / name).parent.joinpath(one).exists()] == []


def test_every_need_stands_once_with_commands_that_exist_and_a_proof() -> None:
    build()
    commands = {word for one in DECLARED for word in (one.within, one.name)}
    rows = re.findall(
        r"^\| ([^|]+?) \| ([^|]+?) \| ([^|]*?) ?\| ([^|]*?) ?\| ([^|]+?) \|$", page("docs/requirements.md"), re.M
    )[1:]
    named = {word.split()[0] for row in rows for word in re.findall(r"`([a-z][^`]*)`", row[3])}

    assert len(rows) == page("docs/requirements.md").count("\n| ") - 1 > 50, "every row is read"
    assert [row for row in rows if sum((row[0], row[1]) == other[:2] for other in rows) > 1] == []
    assert [row for row in rows if "`tests/" not in row[4] and "](" not in row[4]] == []
    assert sorted(named - commands) == []


def test_figures_in_the_readme_are_those_of_the_tests() -> None:
    told = page("README.md")

    assert f"{len(DEFECTS)} planted defects" in told
    assert f"fails in {len(FAULTS) + len(ANSWERS)} ways" in told


def test_no_line_of_the_pages_for_people_stands_there_twice() -> None:
    for name in ("README.md", "SECURITY.md", "CHANGELOG.md", "docs/requirements.md", "docs/architecture.md"):
        lines = [line for line in page(name).splitlines() if len(line) > 40]
        assert [line for line in set(lines) if lines.count(line) > 1] == [], name
