"""Nothing planted in a private corner leaves by any exit; the exits are read from the code, not from memory.

A module that writes a file, fills the clipboard or keeps a log is an exit. Each is walked with a workspace full of
canaries, in `test_canaries.py` or `test_at_rest.py`, or named with the reason why nothing of a workspace leaves by it.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from app.errors import GroundworkError
from app.intake.cleaning import files
from app.intake.cleaning.cleaned import Cleaned
from app.intake.guard.quarantine import run
from app.ui.process.failure import details
from tests.attaching import docx

APP = Path(__file__).parents[2] / "app"
SINKS = frozenset(
    "write_whole write_text write_bytes clipboard setMimeData open fdopen copy2 copyfile copyfileobj copytree openUrl "
    "Popen TemporaryDirectory NamedTemporaryFile TemporaryFile mkstemp mkdtemp QFile QSaveFile QPrinter".split()
)
NETWORK = frozenset("socket ssl http urllib.request ftplib smtplib requests httpx aiohttp PySide6.QtNetwork".split())
REACHES = frozenset("opendal paramiko asyncio socket psycopg".split())
"""What a store may use in addition, and nothing else in the program: a module that names one of these is an exit."""
STORES = "app/sync/stores/"
DATABASE = "app/storage/server.py"
"""The one other module that speaks to a server, the one that somebody moved a workspace to."""
WALKED = {
    "app/cli/sending/submitting.py": "submit",
    "app/ui/submissions/making.py": "window",
    "app/cli/sending/exporting.py": "export",
    "app/cli/coordination/picturing.py": "report",
    "app/cli/coordination/forwarding.py": "forward",
    "app/ui/picture/report.py": "window",
    "app/ui/picture/page.py": "window",
    "app/cli/coordination/calls.py": "call make",
    "app/ui/calls/page.py": "call make",
    "app/cli/paper/listening.py": "loop-kit, policy-card",
    "app/cli/paper/sheets.py": "print sheet, print brief",
    "app/cli/signed_files.py": "practices give",
    "app/ui/sheet_maker.py": "window",
    "app/ui/feedback/kit_dialog.py": "loop-kit",
    "app/ui/printing.py": "window",
    "app/storage/backup_file.py": "backup",
    "app/services/keeping/backup.py": "backup",
    "app/services/coordinating/receipts.py": "receipts",
    "app/services/records/attachments.py": "copies of attachments",
    "app/cli/workspace/recovery.py": "recovery words, recovery cards",
    "app/ui/widgets/recovery_maker.py": "recovery words, recovery cards",
    "app/cli/laptops/joining.py": "device request, device admit",
    "app/sync/stores/folder.py": "send to a folder",
    "app/sync/stores/operators.py": "send, as to a folder: what a store is given is the same for each kind",
    "app/sync/stores/sftp.py": "send, as to a folder",
    "app/services/syncing/incarnation.py": "sync: a number and a hash beside the workspace",
    "app/settings.py": "home, and a session of the window",
    "app/ui/failure_dialog.py": "a session of the window",
    "app/ui/first_run/waiting_screen.py": "device request",
    "app/ui/syncing/admit_card.py": "device admit",
    "app/ui/library/page.py": "practices give",
}
"""Modules that write, and the walk that goes through what they write."""
NO_WORDS = {
    "app/bench/database_server.py": "made-up data",
    "app/bench/exchanging.py": "made-up data",
    "app/bench/hub.py": "made-up data",
    "app/bench/linking.py": "made-up data",
    "app/bench/merging.py": "made-up data",
    "app/services/opening/reference_packs.py": "a reference pack that was taken",
    "app/cli/paper/papering.py": "blank sheets, with what the command line says of their head",
    "app/ui/from_paper/printing_dialog.py": "blank sheets, with the public name of the organisation",
    "app/sync/stores/shell.py": "the greeting of SSH: name and secret of the place, to a computer that was compared",
    "app/files.py": "the one writer, for all the others",
    "app/storage/database.py": "a copy of the workspace before it is brought up to date, encrypted as it is",
    "app/storage/server.py": "all of a workspace, on a server that encrypts nothing, for who said so (docs/scaling.md)",
    "app/services/keeping/moving.py": "the address of that server",
    "app/ui/process/restarting.py": "a fresh process after a lock, which is given a path",
    "app/ui/submissions/result_card.py": "opens the folder of what was made",
    "app/vault/slot_file.py": "wrapped keys only",
    "app/catalogues.py": "compiled catalogues, of the program or dropped in",
    "app/ui/look/icon_files.py": "icons of the program",
    "app/cli/records/importing.py": "rows of the foreign file that could not be read",
    "app/ui/importing/work.py": "rows of the foreign file that could not be read",
    "app/services/records/tables/remembering.py": "a mapping: headings and values of a foreign file, and codes",
    "app/services/demonstration/samples.py": "made-up data of another organisation",
    "app/services/demonstration/journey.py": "made-up data of another organisation",
    "app/reports/pdf/draw.py": "writes where `groundwork bench` measures",
    "app/bench/coordinating.py": "made-up data",
    "app/bench/catalogue.py": "made-up data",
    "app/bench/drawing.py": "made-up data",
    "app/bench/hostile.py": "made-up data",
    "app/bench/full_workspace.py": "made-up data",
    "app/cli/sending/enveloping.py": "what an office was told (tests/services/submitting/test_enclosing.py)",
    "app/services/canaries/planting.py": "makes the canaries",
    "app/cli/canarying.py": "makes the canaries",
    "app/cli/records/collecting.py": "a blank form",
    "app/cli/coordination/outside.py": "what others sent, byte for byte as it came in",
    "app/services/coordinating/attached.py": "files that others sent, cleaned once more",
    "app/intake/guard/child.py": "the output of a guarded child, which goes nowhere",
}
"""Modules that write, and why nothing private can leave by them."""
_NO_QUOTE = frozenset({"errno", "msg", "detail"})
"""What an exception says without its file: a number, the fixed words of the JSON reader, and details of our own."""


def test_every_module_that_writes_is_walked_or_named_with_a_reason() -> None:
    writing = {path.relative_to(APP.parent).as_posix() for path in APP.rglob("*.py") if _writes(path) or _reaches(path)}
    assert writing - set(WALKED) - set(NO_WORDS) == set(), "a new exit: walk it with the canaries"
    assert set(WALKED) | set(NO_WORDS) <= writing, "an exit that is there no more"


def test_no_module_but_the_stores_and_the_database_can_reach_a_network() -> None:
    reaching = {
        (path.relative_to(APP.parent).as_posix(), one)
        for path in APP.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in _imported(node)
        for one in NETWORK | REACHES
        if name == one or name.startswith(f"{one}.")
    }
    assert {pair for pair in reaching if not pair[0].startswith(STORES)} == {(DATABASE, "psycopg")}
    assert {one for _path, one in reaching} == REACHES, "what stores reach the network by"


def test_nothing_is_given_to_the_lists_and_settings_that_a_system_keeps() -> None:
    kept = ("QSettings", "QFileSystemWatcher", "QTemporary", "setCurrentFile", "QSystemTrayIcon", "NamedTemporaryFile")
    found = [path.name for path in APP.rglob("*.py") if any(name in path.read_text("utf-8") for name in kept)]
    assert not found


def test_the_security_page_names_proofs_that_exist_and_the_figures_of_the_scan() -> None:
    page = (APP.parent / "SECURITY.md").read_text("utf-8")
    named = re.findall(r"`(tests/[\w/.]+)`", page)
    assert len(named) > 15
    assert not [path for path in named if not (APP.parent / path).exists()]
    held_out = (APP.parent / "docs" / "scan.md").read_text("utf-8").split("## Written with")[0]
    recall = {
        row[0]: round(float(row[1]) * 100)
        for row in re.findall(r"^\| (\w+) \| \d+ \| ([\d.]+)", held_out, re.MULTILINE)
    }
    told = ("{name} % of names", "{number} % of document", "{date} % of exact dates", "{address} % of")
    assert not [text for text in told if text.format(**recall) not in page]
    assert {recall[kind] for kind in ("phone", "mail", "coordinates")} == {100}


def test_the_table_of_rules_names_each_of_the_thirteen_with_what_keeps_it_and_what_shows_it() -> None:
    page = (APP.parent / "docs" / "privacy.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \|.*\|(.*)\|(.*)\|$", page, re.MULTILINE)
    assert [int(number) for number, _kept, _shown in rows] == list(range(1, 14))
    assert all("`tests/" in shown for _number, _kept, shown in rows)
    named = re.findall(r"`((?:app|tests)/[\w/.]+)`", page)
    assert not [path for path in named if not (APP.parent / path).exists()]


def test_what_a_reader_says_of_a_foreign_file_is_never_kept_because_it_could_quote_it() -> None:
    readers = sorted(path for room in ("intake", "cli") for path in (APP / room).rglob("*.py"))
    quoting = [
        f"{path.name}:{node.lineno}"
        for path in readers
        for handler in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(handler, ast.ExceptHandler) and handler.name
        for node in ast.walk(handler)
        if isinstance(node, ast.keyword) and node.arg == "detail" and _quotes(node.value, handler.name)
    ]
    assert not quoting
    whole = docx(**{"word/fatouma.xml": b"<a/>"})
    at = whole.rindex(b"word/fatouma.xml")
    broken = whole[:at] + b"word/fatouma.bad" + whole[at + 16 :]
    for data in (broken, docx(**{"word/footer.xml": b"<fatouma>&fatouma;</fatouma>"}), b"%PDF-1.7 fatouma %%EOF"):
        with pytest.raises(GroundworkError) as failed:
            run(files.clean, data, returns=Cleaned)
        assert "fatouma" not in details(failed.value)


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        return [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return []


def _quotes(value: ast.expr, name: str) -> bool:
    """Whether the words of what was caught are in it, and not only its type."""
    typed = [one.args[0] for one in ast.walk(value) if isinstance(one, ast.Call) and _called(one) == "type"]
    numbers = [one.value for one in ast.walk(value) if isinstance(one, ast.Attribute) and one.attr in _NO_QUOTE]
    found = [one for one in ast.walk(value) if isinstance(one, ast.Name) and one.id == name]
    return any(one not in (*typed, *numbers) for one in found)


def _called(node: ast.Call) -> str:
    return getattr(node.func, "id", "")


def _writes(path: Path) -> bool:
    return any(_is_sink(node) for node in ast.walk(ast.parse(path.read_text("utf-8"))))


def _reaches(path: Path) -> bool:
    """Whether it speaks to a server, through whatever library."""
    return any(name in REACHES for node in ast.walk(ast.parse(path.read_text("utf-8"))) for name in _imported(node))


def _is_sink(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name != "open":
        return name in SINKS
    modes = [one.value for one in (*node.args, *(key.value for key in node.keywords)) if isinstance(one, ast.Constant)]
    return any(isinstance(mode, str) and set(mode) & set("wax") and set(mode) <= set("wax+bt") for mode in modes)
