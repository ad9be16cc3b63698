"""The one script sets up only what is missing, passes words on, and tells the truth about the gates."""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev

TOP = Path(__file__).resolve().parent.parent
STAND_IN = """#!/bin/sh
echo "$@" >> "{log}"
case "$*" in *"{fails}"*) exit 1;; esac
"""
"""In place of the environment's Python: writes down what it was asked and fails at one word."""
LACKS_NOTHING = (
    "import os, sys, dev; "
    "[known.clear() for known in (dev.LIBRARIES, dev.WINDOW_LIBRARIES, dev.TEST_TOOLS, dev.TEST_FILES)]"
)
TOO_OLD = "sys.version_info = (3, 9, 0)"
LACKS_A_LIBRARY = "dev.LIBRARIES.update({'libnowhere.so.9': 'libnowhere9'})"


@pytest.fixture
def project(tmp_path):
    """A folder with the script, its locks, and an environment that is ready but stands in for the real one."""
    top = tmp_path / "project"
    (top / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(TOP / "dev.py", top)
    shutil.copytree(TOP / "requirements", top / "requirements")
    stand_in(top, fails="nothing at all")
    made_by = "\n".join([platform.python_version(), sys.base_prefix, str(top / ".venv")])
    (top / ".venv" / "made-by").write_text(made_by, encoding="utf-8")
    return top


def stand_in(top: Path, *, fails: str) -> None:
    program(top / ".venv" / "bin" / "python", STAND_IN.format(log=top / "asked", fails=fails))


def program(place: Path, text: str) -> None:
    place.write_text(text, encoding="utf-8")
    place.chmod(0o755)


def do(top: Path, *words: str, first: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """Start the script on a machine that lacks nothing; `first` is done before it looks around."""
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-c", f"{LACKS_NOTHING}; {first or 'pass'}; sys.exit(dev.main(sys.argv[1:]))", *words]
    return subprocess.run(command, cwd=top, env=environment | variables, capture_output=True, text=True)


def asked(top: Path) -> list[str]:
    return (top / "asked").read_text(encoding="utf-8").splitlines()


def test_test_installs_the_lock_with_hashes_and_passes_words_on(project):
    done = do(project, "test", "tests/domain", "-k", "fold")
    install, build, first_import, tests = asked(project)
    assert done.returncode == 0
    assert install.startswith("-m pip install") and install.endswith("test.lock")
    assert "--require-hashes --only-binary :all:" in install
    assert "--require-hashes --no-binary :all: --no-deps --no-build-isolation" in build, "nothing unpinned builds it"
    assert build.endswith("test-source.lock")
    assert first_import == "-c import hxl", "what it writes is written before two tests import it"
    assert tests == "-m pytest --numprocesses auto --dist worksteal tests/domain -k fold"


def test_what_is_installed_is_not_installed_again_until_the_lock_changes(project):
    do(project, "test")
    do(project, "test")
    lock = project / "requirements" / "test.lock"
    lock.write_text(lock.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    do(project, "test")
    assert [line.split()[1] for line in asked(project)] == ["pip", "pip", "import", "pytest", "pytest", "pip", "pytest"]


def test_an_installation_that_fails_stops_and_is_tried_again(project):
    stand_in(project, fails="pip install")
    failed = do(project, "test")
    stand_in(project, fails="nothing at all")
    mended = do(project, "test")
    assert (failed.returncode, mended.returncode) == (1, 0)
    assert [line.split()[1] for line in asked(project)] == ["pip", "pip", "pip", "import", "pytest"]


def test_check_runs_every_gate_and_then_the_tests_of_test(project):
    done = do(project, "check", "-x")
    assert done.returncode == 0
    assert [re.sub(r"^-[mc] ", "", line).split()[0] for line in asked(project)] == [
        *("pip", "pip", "import", "ruff", "ruff", "from", "mypy", "pytest"),
    ]
    assert asked(project)[-1] == "-m pytest --numprocesses auto --dist worksteal -x"


@pytest.mark.parametrize(
    ("word", "name"),
    [("ruff format", "format"), ("ruff check", "lint"), ("importlinter", "import rules"), ("mypy", "types")],
)
def test_check_fails_when_one_gate_fails_and_still_runs_the_tests(project, word, name):
    stand_in(project, fails=word)
    done = do(project, "check")
    assert done.returncode == 1
    assert f"These gates are not passed: {name}." in done.stdout
    assert asked(project)[-1] == "-m pytest --numprocesses auto --dist worksteal"


def test_check_fails_when_the_tests_fail(project):
    stand_in(project, fails="pytest")
    assert do(project, "check").returncode == 1


def test_run_opens_the_window_where_there_is_a_display(project):
    do(project, "run", "kakuma.groundwork", DISPLAY=":7")
    assert asked(project)[-1] == "-m app kakuma.groundwork"


def test_run_without_a_display_does_the_main_job_and_says_what_lies_in_out(project):
    (project / "out").mkdir()
    (project / "out" / "national.pdf").write_bytes(b"x" * 1234)
    done = do(project, "run")
    assert asked(project)[-1].startswith(f"-m app demo {project / 'out'}")
    assert "national.pdf (1,234 bytes)" in done.stdout


def test_an_unknown_word_is_answered_with_the_known_ones(project):
    done = do(project, "frobnicate")
    assert done.returncode == 2
    assert all(word in done.stdout for word in dev.WORDS)


def test_a_missing_library_is_installed_for_root_after_one_update(project):
    (project / "programs").mkdir()
    program(project / "programs" / "apt-get", STAND_IN.format(log=project / "asked", fails="nothing at all"))
    do(project, "run", first=f"{LACKS_A_LIBRARY}; os.geteuid = lambda: 0", PATH=str(project / "programs"))
    first, *then = asked(project)
    assert first == "update --quiet"
    assert "install --yes --quiet --no-install-recommends libnowhere9" in then, (
        "it comes beside the packages of the lock"
    )


LACKS_MORE = f"{LACKS_A_LIBRARY}; os.geteuid = lambda: 0; dev.importlib.util.find_spec = lambda name: None"


def test_what_makes_an_environment_comes_first_and_the_rest_beside_the_packages_of_the_lock(project):
    (project / "programs").mkdir()
    program(project / "programs" / "apt-get", STAND_IN.format(log=project / "asked", fails="nothing at all"))
    done = do(project, "run", first=LACKS_MORE, PATH=str(project / "programs"))
    python_packages = "python{}.{}-venv".format(*sys.version_info[:2])
    before, beside, after = asked(project)[:2], asked(project)[2:4], asked(project)[4:]
    assert done.returncode == 0
    assert before == ["update --quiet", f"install --yes --quiet --no-install-recommends {python_packages}"]
    assert {line.split()[-1] for line in beside} == {"libnowhere9", str(project / "requirements" / "run.lock")}
    assert [line.split()[:3] for line in after] == [["-m", "app", "demo"]]


@pytest.mark.parametrize("fails", ["update", "-venv", "libnowhere9"])
def test_a_system_package_that_does_not_come_is_told_and_nothing_is_run(project, fails):
    (project / "programs").mkdir()
    program(project / "programs" / "apt-get", STAND_IN.format(log=project / "asked", fails=fails))
    done = do(project, "run", first=LACKS_MORE, PATH=str(project / "programs"))
    assert done.returncode == 1
    assert "The system packages could not be installed." in done.stderr and "Traceback" not in done.stderr
    assert not [line for line in asked(project) if line.startswith("-m app")]


def test_a_missing_library_is_named_in_one_line_for_everyone_else(project):
    (project / "programs").mkdir()
    program(project / "programs" / "apt-get", STAND_IN.format(log=project / "asked", fails="nothing at all"))
    done = do(project, "run", first=f"{LACKS_A_LIBRARY}; os.geteuid = lambda: 1000", PATH=str(project / "programs"))
    assert done.returncode == 1
    assert "sudo apt-get update && sudo apt-get install" in done.stderr and "libnowhere9" in done.stderr
    assert not (project / "asked").exists()


def test_another_python_is_looked_for_before_giving_up(project):
    programs = project / "programs"
    programs.mkdir()
    program(programs / "python3.13", "#!/bin/sh\nexit 127\n")
    program(programs / "python3.12", '#!/bin/sh\n[ "$1" = -c ] || echo "started $@"\n')
    found = do(project, "test", "-x", first=TOO_OLD, PATH=str(programs))
    (programs / "python3.12").unlink()
    without = do(project, "test", "-x", first=TOO_OLD, PATH=str(programs))
    assert found.stdout == f"started {project / 'dev.py'} test -x\n"
    assert without.returncode == 1
    assert without.stdout.startswith("Groundwork needs Python 3.11, 3.12 or 3.13")


def test_the_script_itself_needs_nothing_newer_than_python_3_7():
    import ast

    tree = ast.parse((TOP / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_the_lock_of_the_program_is_part_of_the_lock_of_the_tests():
    run, test = (pins(TOP / "requirements" / name) for name in ("run.lock", "test.lock"))
    assert run.items() <= test.items()


@pytest.mark.parametrize("name", ["run.lock", "test.lock", "test-source.lock"])
def test_a_lock_pins_every_package_with_hashes_and_names_no_host(name):
    text = (TOP / "requirements" / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert all("--hash=sha256:" in block for block in pins(TOP / "requirements" / name).values())


def pins(lock: Path) -> dict[str, str]:
    """Each pinned package of a lock, with its marker and hashes."""
    blocks = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
    return {block.partition("==")[0]: block for block in blocks}


def test_what_babel_forgets_of_a_language_it_does_not_know_is_put_back(tmp_path: Path) -> None:
    own = '"Plural-Forms: nplurals=2; "\n"plural=n>1;\\n"\n"X-Language-Name: Thuɔŋjäŋ\\n"\n'
    words = '\nmsgid "a"\nmsgstr "b"\n'
    catalogue = tmp_path / "groundwork.po"
    catalogue.write_text(f'msgid ""\nmsgstr ""\n"Language: din\\n"\n{own}{words}', "utf-8")
    told = dev.headers_of(catalogue)
    assert "".join(told) == own
    dev.put_back_headers(catalogue, told)
    assert catalogue.read_text("utf-8").count("Plural-Forms") == 1
    catalogue.write_text(f'msgid ""\nmsgstr ""\n"Language: din\\n"\n{words}', "utf-8")
    dev.put_back_headers(catalogue, told)
    put = catalogue.read_text("utf-8")
    assert all(one in put for one in (*told, words)) and put.startswith('msgid ""\nmsgstr ""\n"')
