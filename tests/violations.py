"""The violations that `test_planted_violations` plants: for each rule a file that breaks it."""

from __future__ import annotations

from tests import house_rules

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
    "python-docx only in reports.word": [("app/reports/planted.py", "import docx\n")],
    "Cryptography only in the vault": [
        ("app/sync/planted.py", "from cryptography.hazmat.primitives import hashes\n"),
        ("app/storage/planted.py", "import pyrage\n"),
        ("app/services/planted.py", "import argon2\n"),
    ],
    "The network only in sync.stores": [
        ("app/services/planted.py", "import opendal\n"),
        ("app/sync/planted.py", "def late():\n    import paramiko\n"),
    ],
    "Features of the window do not know each other, and nobody holds the main window": [
        ("app/ui/activities/planted.py", "import app.ui.feedback.planted_too\n"),
        ("app/ui/activities/planted.py", "import app.ui.shell.main_window\n"),
    ],
    "Floors of the services: what leaves and what comes in rest on records, and those on an open workspace": [
        ("app/services/coordinating/planted.py", "import app.services.keeping.planted_too\n"),
        ("app/services/keeping/planted.py", "import app.services.syncing.spaces\n"),
    ],
    "No circles": [("app/domain/records/planted.py", "import app.domain.records.planted_too\n")],
}
ALSO_THERE = {
    "app/ui/activities/__init__.py": "",
    "app/ui/feedback/__init__.py": "",
    "app/ui/feedback/planted_too.py": "",
    "app/ui/shell/main_window.py": "",
    "app/domain/shared/__init__.py": "",
    "app/services/keeping/planted_too.py": "",
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
import contextlib, gc, io, json, pathlib, sys
gc.disable()
from importlinter import configuration
configuration.configure()
from importlinter.application import use_cases

def broken(*names):
    options = use_cases.read_user_options("pyproject.toml")
    if names:
        options.contracts_options = [one for one in options.contracts_options if one["name"] in names]
    use_cases._register_contract_types(options)
    with contextlib.redirect_stdout(io.StringIO()):
        report = use_cases.create_report(options, cache_dir=None)
    return [contract.name for contract, check in report.get_contracts_and_checks() if not check.kept]

def planted(name, path, text):
    place = pathlib.Path(path)
    fresh = not place.exists()
    before = "" if fresh else place.read_text(encoding="utf-8")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(before + "\\n" + text, encoding="utf-8")
    found = broken(name)
    if fresh:
        place.unlink()
    else:
        place.write_text(before, encoding="utf-8")
    if path.endswith("__init__.py") and fresh:
        place.parent.rmdir()
    return found

print(json.dumps([broken()] + [planted(*plant) for plant in json.load(sys.stdin)]))
"""
