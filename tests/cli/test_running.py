"""Any run: statuses, languages, and no window needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.main import main
from tests.cli.made import done, groundwork, new

TOP = Path(__file__).parents[2]
WITHOUT_QT = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name + " is blocked")
sys.meta_path.insert(0, Blocked())
from app.main import main
status = main(sys.argv[1:])
heavy = sorted(name for name in ("sqlmodel", "reportlab", "cryptography", "rich") if name in sys.modules)
sys.stderr.write(",".join(heavy))
sys.exit(status)
"""


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """A process of its own, in which Qt cannot be imported."""
    return subprocess.run([sys.executable, "-c", WITHOUT_QT, *words], cwd=TOP, capture_output=True, text=True)


def test_help_works_without_qt_and_loads_nothing_heavy():
    ended = run("--help")
    assert (ended.returncode, ended.stderr) == (0, "")
    for name in ("demo", "new", "add", "import", "call", "submit", "receive", "picture", "report", "check"):
        assert f"  {name} " in ended.stdout


def test_a_whole_command_works_without_qt(tmp_path: Path):
    about = ("--organisation", "M", "--type", "ST-CSO", "--country", "KE", "--fast-key", "--json")
    ended = run("new", str(tmp_path / "a.groundwork"), *about)
    assert (ended.returncode, json.loads(ended.stdout)["organisation"]) == (0, "M")


def test_without_qt_the_window_says_what_to_do():
    ended = run()
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "--help" in ended.stderr


def test_python_m_app_is_the_same(tmp_path: Path):
    ended = subprocess.run(
        [sys.executable, "-m", "app", "objectives", "15", "--json"], cwd=TOP, capture_output=True, check=True
    )
    assert json.loads(ended.stdout.decode("utf-8"))["objectives"][0]["objective"] == 15


@pytest.mark.parametrize("words", [("exprot",), ("list",), ("list", "a", "b", "--limit", "x"), ("--nix",)])
def test_wrong_usage_ends_with_status_2(words: tuple[str, ...]):
    ended = groundwork(*words)
    assert (ended.status, ended.out) == (2, "")
    assert "Traceback" not in ended.err


def test_a_language_that_is_not_there_is_wrong_usage():
    ended = groundwork("objectives", "--language", "tlh")
    assert (ended.status, "tlh" in ended.err) == (2, True)


def test_messages_follow_the_workspace_unless_another_language_is_asked_for(tmp_path: Path):
    made = new(tmp_path / "a.groundwork", "M", "--language", "qps")
    assert "⟦" in groundwork("check", made).out
    assert "⟦" not in groundwork("check", made, "--language", "en").out
    assert "⟦" in groundwork("objectives", "--help", "--language", "qps").out


def test_the_systems_language_is_used_where_nothing_else_is_said(monkeypatch):
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    french, english = (done("objectives", "15", "--language", code) for code in ("fr", "en"))
    assert done("objectives", "15") == french != english


def test_json_is_one_document_of_utf_8_whatever_the_system_writes(tmp_path: Path):
    made = new(tmp_path / "a.groundwork", "دار الجسر")
    ended = subprocess.run(
        [sys.executable, "-m", "app", "unlock-test", str(made), "--json"],
        cwd=TOP,
        capture_output=True,
        env={"PYTHONIOENCODING": "latin-1", "GROUNDWORK_PASSPHRASE": "seven quiet green lamps", "PATH": ""},
    )
    assert json.loads(ended.stdout.decode("utf-8"))["organisation"] == "دار الجسر"


def test_stopping_a_command_ends_with_130(tmp_path: Path):
    stop = (
        "import app.services.opening.workspace as w\n"
        "def stop(*a, **k): raise KeyboardInterrupt\nw.open_existing = stop\n"
    )
    words = "import sys\nfrom app.main import main\nsys.exit(main(['check', 'a.groundwork']))"
    ended = subprocess.run(
        [sys.executable, "-c", stop + words],
        cwd=TOP,
        capture_output=True,
        env={"GROUNDWORK_PASSPHRASE": "seven quiet green lamps"},
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, b"", b"")


def test_main_gives_the_status_instead_of_ending_the_program(capsys):
    assert main(["objectives", "qqqzzzxxy", "--quiet"]) == 0
    capsys.readouterr()


def test_a_path_that_no_computer_can_have_ends_in_a_sentence_and_what_is_long_is_echoed_short(tmp_path: Path) -> None:
    long, odd = str(tmp_path / ("x" * 4_000)), str(tmp_path / "\udcff\udcfe.pdf")
    wanted = (
        ("show", long, "x"),
        ("receive", long, odd),
        ("canary", long),
        ("demo", long),
        ("envelope", "open", odd, "--key", long),
        ("inspect", long),
        ("restore", long, "--to", odd),
    )
    for words in wanted:
        ended = groundwork(*words)
        assert ended.status in (1, 3), (words[0], ended.err[:200])
        assert "Traceback" not in ended.err and len(ended.err) + len(ended.out) < 600, words[0]
    for words in (("z" * 1_000_000,), ("list", "w", "y" * 1_000_000), ("inspect", "--" + "q" * 1_000_000)):
        ended = groundwork(*words)
        assert (ended.status, len(ended.err) < 1_500) == (2, True)
    ended = groundwork("picture", "w", "--period", "9" * 1_000_000)
    assert ended.status == 2 and "is not a period" in ended.err and len(ended.err) < 600
