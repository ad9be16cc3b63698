"""Each rule of the gates is broken on purpose in a copy of the project, and each is seen to be caught."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests import house_rules, violations

TOP = Path(__file__).resolve().parent.parent


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project's own code and rules in a folder of their own."""
    top = tmp_path / "copy"
    shutil.copytree(TOP / "app", top / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TOP / "pyproject.toml", top)
    return top


def ran(top: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=top, env=environment, input=given, capture_output=True, text=True)


def plant(top: Path, path: str, text: str) -> None:
    place = top / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")


def test_every_contract_has_a_planted_violation():
    contracts = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    assert {contract["name"] for contract in contracts} == set(violations.BREAKS_THE_CONTRACT)


def test_each_broken_contract_is_caught(copy):
    for path, text in violations.ALSO_THERE.items():
        if not (copy / path).exists():
            plant(copy, path, text)
    plan = [(name, *one) for name, plants in violations.BREAKS_THE_CONTRACT.items() for one in plants]
    done = ran(copy, "-c", violations.REPORT, given=json.dumps(plan))
    assert done.returncode == 0, done.stderr
    untouched, *after = json.loads(done.stdout)
    uncaught = [one for one, broken in zip(plan, after, strict=True) if broken != [one[0]]]
    assert untouched == [], "broken before anything is planted; lint-imports tells where"
    assert uncaught == []


def test_each_broken_lint_rule_is_caught(copy):
    for rule, text in violations.BREAKS_LINT.items():
        plant(copy, f"app/domain/planted_{rule.lower()}.py", text)
    for number, text in enumerate(violations.BANNED_OUTSIDE_TASKS):
        plant(copy, f"app/ui/banned_{number}.py", text)
    done = ran(copy, "-m", "ruff", "check", "--no-cache", "--output-format", "json", "app")
    found = {(Path(one["filename"]).stem, one["code"]) for one in json.loads(done.stdout)}
    wanted = {(f"planted_{rule.lower()}", rule) for rule in violations.BREAKS_LINT}
    wanted |= {(f"banned_{number}", "TID251") for number in range(len(violations.BANNED_OUTSIDE_TASKS))}
    assert wanted - found == set()


def test_every_family_of_lint_rules_has_a_planted_violation():
    selected = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]["select"]
    assert [family for family in selected if not any(rule.startswith(family) for rule in violations.BREAKS_LINT)] == [
        "RET506",
        "RET507",
        "RET508",
    ]


def test_a_file_in_another_format_is_caught(copy):
    plant(copy, "app/domain/planted.py", "ONE   = 'one'\n")
    done = ran(copy, "-m", "ruff", "format", "--check", "--no-cache", "app/domain/planted.py")
    assert (done.returncode, "app/domain/planted.py" in done.stdout) == (1, True)


def test_a_function_without_types_is_caught_below_the_window(copy):
    plant(copy, "app/domain/planted.py", "def late(found):\n    return found\n")
    plant(copy, "app/ui/planted.py", "def late(found):\n    return found\n")
    done = ran(copy, "-m", "mypy", "app/domain/planted.py", "app/ui/planted.py")
    assert re.findall(r"^(app\S+planted\.py):1: error: .*no-untyped-def", done.stdout, re.MULTILINE) == [
        str(Path("app/domain/planted.py"))
    ]


@pytest.mark.parametrize(("rule", "path", "text"), violations.BREAKS_A_HOUSE_RULE)
def test_each_broken_house_rule_is_caught(tmp_path, rule, path, text):
    plant(tmp_path, path, text)
    found = rule(house_rules.sources(tmp_path, path.partition("/")[0]))
    assert len(found) == 1
    assert found[0].startswith(path)


def test_a_feature_that_the_contract_does_not_name_is_caught(tmp_path):
    plant(tmp_path, "app/ui/attic/page.py", "")
    found = house_rules.features_without_a_place(
        house_rules.sources(tmp_path, "app"), (TOP / "pyproject.toml").read_text(encoding="utf-8")
    )
    assert found == ["app/ui/attic: not named in the contract"]


def test_a_test_file_that_mirrors_nothing_is_caught(tmp_path):
    plant(tmp_path, "app/domain/fold.py", "")
    plant(tmp_path, "tests/domain/test_fold.py", "")
    plant(tmp_path, "tests/domain/test_unfold.py", "")
    found = house_rules.tests_without_a_module(house_rules.sources(tmp_path, "tests"), tmp_path)
    assert found == ["tests/domain/test_unfold.py: no such module in app"]


@pytest.mark.parametrize(
    "line", ["see /" + "work/x", "cd /" + "root/x", "--index" + "-url x", "https://pypi" + ".org/x"]
)
def test_a_name_of_one_machine_is_caught(tmp_path, line):
    plant(tmp_path, "docs/late.md", line)
    assert house_rules.names_of_one_machine(tmp_path) == [f"docs/late.md:1: {line}"]


def test_what_a_test_leaves_unseen_fails_that_test(copy):
    plant(copy, "tests/test_planted.py", violations.BREAKS_THE_TEST)
    shutil.copy(TOP / "tests" / "conftest.py", copy / "tests")
    done = ran(copy, "-m", "pytest", "-p", "no:cacheprovider", "-rA", "--tb=no")
    told = re.findall(r"^(PASSED|FAILED|ERROR) \S+::test_that_(\w+)", done.stdout, re.MULTILINE)
    spoilt = {name for outcome, name in told if outcome != "PASSED"}
    assert {name for _, name in told} - spoilt == {"is_clean", "tells_of_its_warning"}
    assert spoilt == set(re.findall(r"test_that_(\w+)", violations.BREAKS_THE_TEST)) - {
        "is_clean",
        "tells_of_its_warning",
    }
