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

from tests import house_rules

TOP = Path(__file__).resolve().parent.parent

BREAKS_THE_CONTRACT = {
    "The floors: a room imports lower floors only, and every room has a floor": [
        ("app/vault/planted.py", "import app.services\n"),
        ("app/attic/__init__.py", ""),
        ("app/cli/planted.py", "import app.ui\n"),
        ("app/paths.py", "import app.i18n\n"),
    ],
    "Storage knows the domain and the vault": [("app/storage/planted.py", "import app.places\n")],
    "Sync knows shared records, the vault, compact and places": [("app/sync/planted.py", "import app.privacy\n")],
    "Reports know shared records, suppression, compact and places": [
        ("app/reports/planted.py", "import app.vault\n"),
        ("app/reports/planted.py", "from app.privacy import border\n"),
    ],
    "Intake knows the domain, compact and places": [("app/intake/planted.py", "import app.vault\n")],
    "Privacy knows the domain and places": [("app/privacy/planted.py", "import app.vault\n")],
    "The domain knows compact and places": [("app/domain/terms.py", "import app.vault\n")],
    "Domain floors: private and shared records do not know each other": [
        ("app/domain/shared/__init__.py", "import app.domain.records\n"),
        ("app/domain/records/planted.py", "import app.domain.shared\n"),
        ("app/domain/planted.py", ""),
    ],
    "The border: sync and reports cannot name a private record, not even through others": [
        ("app/sync/planted.py", "from app.domain.records import Activity\n"),
        ("app/reports/planted.py", "from app.domain import drafts\n"),
    ],
    "Rows never leave storage": [("app/services/planted.py", "from app.storage.tables import RecordRow\n")],
    "Faces speak to services only": [
        ("app/ui/planted.py", "import app.storage\n"),
        ("app/cli/planted.py", "def late():\n    from app.vault import sealing\n"),
    ],
    "SQL only in storage": [
        ("app/services/planted.py", "import sqlmodel\n"),
        ("app/domain/planted.py", "from sqlalchemy import text\n"),
        ("app/sync/planted.py", "import sqlite3\n"),
        ("app/sync/planted.py", "import sqlcipher3\n"),
    ],
    "PySide6 only in ui": [("app/services/planted.py", "from PySide6.QtCore import QObject\n")],
    "ReportLab only in reports.pdf": [("app/reports/planted.py", "from reportlab.pdfgen import canvas\n")],
    "Cryptography only in the vault": [
        ("app/sync/planted.py", "from cryptography.hazmat.primitives import hashes\n"),
        ("app/storage/planted.py", "import pyrage\n"),
        ("app/services/planted.py", "import argon2\n"),
    ],
    "Features of the window do not know each other, and nobody holds the main window": [
        ("app/ui/activities/planted.py", "import app.ui.feedback.planted_too\n"),
        ("app/ui/activities/planted.py", "import app.ui.main_window\n"),
    ],
    "No circles": [("app/domain/records/planted.py", "import app.domain.records.planted_too\n")],
}
ALSO_THERE = {
    "app/ui/activities/__init__.py": "",
    "app/ui/feedback/__init__.py": "",
    "app/ui/feedback/planted_too.py": "",
    "app/ui/main_window.py": "",
    "app/domain/shared/__init__.py": "",
    "app/domain/records/planted_too.py": "import app.domain.records.planted\n",
    "app/privacy/border.py": "",
}
"""Modules that a planted import points at; written where the project does not have them yet."""

BREAKS_LINT = {
    "B006": "def late(found=[]):\n    return found\n",
    "BLE001": "try:\n    import os\nexcept Exception:\n    os = None\n",
    "C901": "def late(n):\n" + "".join(f"    if n == {n}:\n        return n * {n}\n" for n in range(12)),
    "D100": "import os\n",
    "D101": '"""Planted."""\n\n\nclass Untold:\n    pass\n',
    "D103": '"""Planted."""\n\n\ndef untold():\n    pass\n',
    "DTZ005": "import datetime\n\nNOW = datetime.datetime.now()\n",
    "E501": f"LONG = '{'x' * 120}'\n",
    "ERA001": "# answer = compute(41) + 1\n",
    "F401": "import os\n",
    "I001": "import sys\nimport os\n\nprint(sys, os)\n",
    "INT001": "from app.i18n import _\n\nNAME = _(f'{1}')\n",
    "INT002": "from app.i18n import _\n\nNAME = _('{}'.format(1))\n",
    "INT003": "from app.i18n import _\n\nNAME = _('%s' % 1)\n",
    "N801": "class lowered:\n    pass\n",
    "PLR0913": "def many(a, b, c, d, e, f):\n    return a\n",
    "PTH118": "import os\n\nPLACE = os.path.join('a', 'b')\n",
    "RET505": "def late(n):\n    if n:\n        return 1\n    else:\n        return 2\n",
    "RUF100": "ONE = 1  # noqa: F401\n",
    "SLF001": "import app\n\nHIDDEN = app._hidden\n",
    "T201": "print('found')\n",
    "TID251": "import threading\n",
    "TID252": "from . import terms\n",
    "UP006": "from typing import List\n\nFOUND: List[str] = []\n",
    "W605": "PATTERN = '\\d'\n",
}
BANNED_OUTSIDE_TASKS = (
    "import threading\n",
    "from PySide6.QtCore import QThread\n",
    "from PySide6.QtCore import QThreadPool, QRunnable\n",
    "import asyncio\n",
    "from concurrent.futures import ThreadPoolExecutor\n",
)

BREAKS_A_HOUSE_RULE = [
    (house_rules.placeless_modules, "app/services/utils.py", ""),
    (house_rules.placeless_modules, "app/storage/helpers/late.py", ""),
    (house_rules.placeless_modules, "app/core.py", ""),
    (house_rules.placeless_classes, "app/domain/late.py", "class WorkspaceManager:\n    pass\n"),
    (house_rules.placeless_classes, "app/domain/late.py", "class ClickHandler:\n    pass\n"),
    (house_rules.long_modules, "app/domain/late.py", "\n" * 301),
    (house_rules.long_classes, "app/domain/late.py", "class Long:\n" + "    a = 1\n" * 250),
    (house_rules.long_functions, "app/domain/late.py", "def long():\n" + "    a = 1\n" * 50),
    (house_rules.long_functions, "app/domain/late.py", "class A:\n    def b(self):\n" + "        a = 1\n" * 50),
    (house_rules.untold_methods, "app/ui/late.py", "class Page:\n    def reload(self):\n        pass\n"),
    (house_rules.foreign_imports_of_floor_zero, "app/late.py", "def now():\n    import rich.table\n"),
    (house_rules.dishonest_tests, "tests/test_late.py", "import pytest\n\npytest.skip('later')\n"),
    (house_rules.dishonest_tests, "tests/test_late.py", "import time\n\ntime.sleep(1)\n"),
    (house_rules.dishonest_tests, "tests/test_late.py", "from unittest.mock import patch\n"),
    (house_rules.dishonest_tests, "tests/test_late.py", "monkeypatch.setattr('app.paths.cache', None)\n"),
]

BREAKS_THE_TEST = """
import gc, logging, threading, warnings
import pytest
from PySide6.QtCore import qWarning

STOP = threading.Event()

def test_that_is_clean():
    assert True

@pytest.mark.logs_warning("bent")
def test_that_tells_of_its_warning():
    logging.getLogger("planted").warning("a bent nail")

@pytest.mark.logs_warning("bent")
def test_that_tells_of_a_warning_that_never_comes():
    pass

def test_that_logs_a_warning():
    logging.getLogger("planted").warning("a bent nail")

def test_that_warns():
    warnings.warn("old", DeprecationWarning)

def test_that_makes_qt_warn():
    qWarning("planted")

def test_that_leaves_an_exception_unseen():
    class Falls:
        def __del__(self):
            raise ValueError("planted")
    Falls()
    gc.collect()

def test_that_leaves_a_thread():
    threading.Thread(target=STOP.wait, args=(20,), daemon=True).start()
"""

REPORT = """
import contextlib, io, json, pathlib, sys
from importlinter import configuration
configuration.configure()
from importlinter.application import use_cases

def broken():
    options = use_cases.read_user_options("pyproject.toml")
    use_cases._register_contract_types(options)
    with contextlib.redirect_stdout(io.StringIO()):
        report = use_cases.create_report(options, cache_dir=None)
    return [contract.name for contract, check in report.get_contracts_and_checks() if not check.kept]

def planted(path, text):
    place = pathlib.Path(path)
    fresh = not place.exists()
    before = "" if fresh else place.read_text(encoding="utf-8")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(before + "\\n" + text, encoding="utf-8")
    found = broken()
    if fresh:
        place.unlink()
    else:
        place.write_text(before, encoding="utf-8")
    if path.endswith("__init__.py") and fresh:
        place.parent.rmdir()
    return found

print(json.dumps([broken()] + [planted(*plant) for plant in json.load(sys.stdin)]))
"""


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
    assert {contract["name"] for contract in contracts} == set(BREAKS_THE_CONTRACT)


def test_each_broken_contract_is_caught(copy):
    for path, text in ALSO_THERE.items():
        if not (copy / path).exists():
            plant(copy, path, text)
    plan = [(name, *one) for name, plants in BREAKS_THE_CONTRACT.items() for one in plants]
    done = ran(copy, "-c", REPORT, given=json.dumps([[path, text] for _, path, text in plan]))
    assert done.returncode == 0, done.stderr
    untouched, *after = json.loads(done.stdout)
    uncaught = [one for one, broken in zip(plan, after, strict=True) if one[0] not in broken]
    assert (untouched, uncaught) == ([], [])


def test_each_broken_lint_rule_is_caught(copy):
    for rule, text in BREAKS_LINT.items():
        plant(copy, f"app/domain/planted_{rule.lower()}.py", text)
    for number, text in enumerate(BANNED_OUTSIDE_TASKS):
        plant(copy, f"app/ui/banned_{number}.py", text)
    done = ran(copy, "-m", "ruff", "check", "--no-cache", "--output-format", "json", "app")
    found = {(Path(one["filename"]).stem, one["code"]) for one in json.loads(done.stdout)}
    wanted = {(f"planted_{rule.lower()}", rule) for rule in BREAKS_LINT}
    wanted |= {(f"banned_{number}", "TID251") for number in range(len(BANNED_OUTSIDE_TASKS))}
    assert wanted - found == set()


def test_every_family_of_lint_rules_has_a_planted_violation():
    selected = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]["select"]
    assert [family for family in selected if not any(rule.startswith(family) for rule in BREAKS_LINT)] == [
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


@pytest.mark.parametrize(("rule", "path", "text"), BREAKS_A_HOUSE_RULE)
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
    plant(copy, "tests/test_planted.py", BREAKS_THE_TEST)
    shutil.copy(TOP / "tests" / "conftest.py", copy / "tests")
    done = ran(copy, "-m", "pytest", "-p", "no:cacheprovider", "-rA", "--tb=no")
    told = re.findall(r"^(PASSED|FAILED|ERROR) \S+::test_that_(\w+)", done.stdout, re.MULTILINE)
    spoilt = {name for outcome, name in told if outcome != "PASSED"}
    assert {name for _, name in told} - spoilt == {"is_clean", "tells_of_its_warning"}
    assert spoilt == set(re.findall(r"test_that_(\w+)", BREAKS_THE_TEST)) - {"is_clean", "tells_of_its_warning"}
