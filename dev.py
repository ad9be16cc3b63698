"""Everything a developer does, in one word: `python3 dev.py run`, `test`, `check`, `bench` and a few more.

Each word first sets up what it needs: libraries of the system (on Debian and its kin), an environment in
`.venv`, and the packages of a lock in `requirements/`. Only the standard library is used here, and nothing
newer than Python 3.6, so that an older Python can still say what is missing.
"""

import ctypes
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parent
ENVIRONMENT = TOP / ".venv"
OUT = TOP / "out"
SUPPORTED = ((3, 13), (3, 12), (3, 11))
LANGUAGES = ("fr", "es", "ar", "ru", "zh")
"""Languages that get a catalogue at once; any other folder under `translations/` is kept up to date too."""

# What is missing on a bare Debian, and the package that brings it (Ubuntu has the same names).
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
TEST_TOOLS = {
    "age": "age",
    "java": "default-jre-headless",
    "openssl": "openssl",
    "pg_ctlcluster": "postgresql",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "unzip": "unzip",
    "zstd": "zstd",
}

TEST_FILES = {
    "/usr/sbin/apache2": "apache2-bin",
    "/usr/sbin/sshd": "openssh-server",
    "/usr/share/unicode/BidiTest.txt": "unicode-data",
}

TESTS = ["-m", "pytest", "--numprocesses", "auto", "--dist", "worksteal"]
"""The tests, one process for each core; neighbours stay together, so that what they share is made once."""
GATES = {
    "format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "lint": ["-m", "ruff", "check", "--quiet", "."],
    "import rules": ["-c", "from importlinter.cli import lint_imports_command as go; go()", "--no-logo", "--no-cache"],
    "types": ["-m", "mypy", "--no-error-summary"],
}

EXTRACTION = [
    *("--mapping-file", "babel.cfg", "--add-comments", "Translators:", "--strip-comments"),
    *("--keywords", "N_", "--keywords", "say", "--keywords", "pgettext:1c,2", "--keywords", "ngettext:1,2"),
    *("--add-location", "file", "--sort-by-file", "--project", "Groundwork", "--version", "1"),
    *("--copyright-holder", "the Groundwork authors", "."),
]
UPDATE = ["--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date", "--width", "100"]
KEPT_HEADERS = ('"Plural-Forms:', '"X-Language-Name:')
PLACEHOLDERS = (
    *('"POT-Creation-Date:', '"Report-Msgid-Bugs-To:', '"Last-Translator:', '"Language-Team:', '"PO-Revision-Date:'),
    *("# FIRST AUTHOR", "# Copyright (C)"),
)
"""Lines of a catalogue's head that name nobody, or only the minute it was made."""


def main(arguments: "list[str]") -> int:
    """Do what the first word says; further words are passed on. Returns the exit status."""
    if not arguments or arguments[0] not in WORDS:
        print("Usage: python3 dev.py WORD [...], where WORD is one of: " + ", ".join(WORDS))
        return 2
    if sys.version_info[:2] not in SUPPORTED:
        return with_another_python(arguments)
    return WORDS[arguments[0]](arguments[1:])


def with_another_python(arguments: "list[str]") -> int:
    """Start again with a supported Python found on the path; without one, say so."""
    for major, minor in SUPPORTED:
        for command in ([f"python{major}.{minor}"], ["py", f"-{major}.{minor}"]):
            if is_python(command, (major, minor)):
                return subprocess.call(command + [str(TOP / "dev.py")] + arguments)
    print(f"Groundwork needs Python 3.11, 3.12 or 3.13, and this is {platform.python_version()}.")
    return 1


def is_python(command: "list[str]", version: "tuple[int, int]") -> bool:
    """Whether this command exists and is a Python of that version; a shim may exist and not be one."""
    if shutil.which(command[0]) is None:
        return False
    question = f"import sys; sys.exit(sys.version_info[:2] != {version!r})"
    return subprocess.call(command + ["-c", question], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


# ---------------------------------------------------------------- the words


def run(arguments: "list[str]") -> int:
    """Open the window; without a display, do the main job headless and leave the results in `out/`."""
    set_up("run", libraries())
    if has_display():
        return python("-m", "app", *arguments)
    print("There is no display, so the main job runs without a window, on made-up organisations.", flush=True)
    status = python("-m", "app", "demo", str(OUT), "--force", *arguments)
    if status == 0:
        tell_results()
    return status


def test(arguments: "list[str]") -> int:
    """Run the tests; arguments go to pytest."""
    set_up("test", missing_for_tests())
    return python(*TESTS, *arguments)


def check(arguments: "list[str]") -> int:
    """Format, lint, import rules, types, tests; each is run, so that one round tells everything."""
    set_up("test", missing_for_tests())
    failed = [name for name, command in GATES.items() if announced(name, command) != 0]
    if failed:
        print("These gates are not passed: {}.".format(", ".join(failed)), flush=True)
    tests = announced("tests", TESTS + arguments)
    return tests or int(bool(failed))


def bench(arguments: "list[str]") -> int:
    """Run the benchmarks and print each beside its limit."""
    set_up("run", libraries())
    return python("-m", "app", "bench", *arguments)


_KILLED = ("saving", "migrating", "judging", "backing-up", "renewing", "syncing", "moving", "putting-outside")


def soak(arguments: "list[str]") -> int:
    """Kill the program at 1,000 seeded moments of each job that writes, then simulate as many runs of laptops.

    A number after it is how many; a second one is the seed to begin with.
    """
    set_up("test", missing_for_tests())
    points = arguments[:1] or ["1000"]
    status = max(python("-m", "tests.kills", job, *points) for job in _KILLED)
    return max(status, python("-m", "tests.simulator", *points, *arguments[1:2]))


def translations(arguments: "list[str]") -> int:
    """Collect the texts of the code and bring every catalogue up to date; arguments name further languages."""
    set_up("test", {})
    folder = TOP / "translations"
    folder.mkdir(exist_ok=True)
    shared = ["-D", "groundwork", "-i", str(folder / "groundwork.pot"), "-d", str(folder)]
    status = babel("extract", "--output-file", str(folder / "groundwork.pot"), *EXTRACTION)
    for language in [*LANGUAGES, *arguments]:
        known = (folder / language / "LC_MESSAGES" / "groundwork.po").exists()
        status = status or (0 if known else babel("init", *shared, "-l", language))
    told = {path: headers_of(path) for path in folder.glob("*/LC_MESSAGES/*.po")}
    status = status or babel("update", *shared, *UPDATE)
    for path, lines in told.items():
        put_back_headers(path, lines)
    for catalogue in [*folder.glob("*.pot"), *folder.glob("*/LC_MESSAGES/*.po")]:
        drop_placeholders(catalogue)
    return status


def screenshots(arguments: "list[str]") -> int:
    """Draw the pictures of every screen without a display."""
    set_up("test", missing_for_tests())
    return python("-m", "tests.screenshots", *arguments)


WORDS = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "soak": soak,
    "translations": translations,
    "screenshots": screenshots,
}


def announced(name: str, command: "list[str]") -> int:
    """Say which gate runs, and run it."""
    print(f"== {name}", flush=True)
    return python(*command)


def babel(*arguments: str) -> int:
    """Run the program that reads and writes catalogues."""
    return python("-m", "babel.messages.frontend", "--quiet", *arguments)


def headers_of(catalogue: Path) -> "list[str]":
    """What Babel does not keep: the rule for plurals of a language it does not know, and the name of a language."""
    lines = catalogue.read_text(encoding="utf-8").splitlines(keepends=True)
    told = []
    for at, line in enumerate(lines):
        if line.startswith(KEPT_HEADERS):
            end = next((end for end in range(at, len(lines)) if lines[end].rstrip().endswith('\\n"')), at)
            told.append("".join(lines[at : end + 1]))
    return told


def put_back_headers(catalogue: Path, told: "list[str]") -> None:
    """Put back each of these that is not there any more, after the name of the project."""
    text = catalogue.read_text(encoding="utf-8")
    for lines in told:
        if f"\n{lines.partition(':')[0]}:" not in text:
            text = text.replace('msgstr ""\n', f'msgstr ""\n{lines}', 1)
    catalogue.write_text(text, encoding="utf-8")


def drop_placeholders(catalogue: Path) -> None:
    """Take out the made-up addresses and the moment of making, which would make every run a change."""
    lines = catalogue.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(PLACEHOLDERS)]
    catalogue.write_text("".join(kept), encoding="utf-8")


def tell_results() -> None:
    """Say what lies in `out/`."""
    print(f"The results are in {OUT}:")
    for path in sorted(OUT.rglob("*")):
        if path.is_file():
            print(f"  {path.relative_to(OUT)} ({path.stat().st_size:,} bytes)")


# ---------------------------------------------------------------- setting up


def set_up(lock: str, packages: "dict[str, str]") -> None:
    """Bring in what is missing: system packages, and beside them the environment with the packages of the lock."""
    coming = start_system_packages(packages)
    try:
        make_environment()
        install_lock(TOP / "requirements" / f"{lock}.lock", "--only-binary", ":all:")
        built = TOP / "requirements" / f"{lock}-source.lock"
        if built.exists():  # what nobody offers ready to use, built with the packages of the lock and nothing else
            if install_lock(built, "--no-binary", ":all:", "--no-deps", "--no-build-isolation"):
                python("-c", "import hxl")  # writes a table when first imported; two tests must not do so at once
    finally:
        finish_system_packages(coming)


def has_display() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def libraries() -> "dict[str, str]":
    """The system libraries that do not load here, with the packages that bring them."""
    if not sys.platform.startswith("linux"):
        return {}
    wanted = dict(LIBRARIES, **WINDOW_LIBRARIES) if has_display() else LIBRARIES
    return {library: package for library, package in wanted.items() if not loads(library)}


def loads(library: str) -> bool:
    """Whether the system finds this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_for_tests() -> "dict[str, str]":
    """The libraries and programs that the tests need and this machine lacks."""
    tools = {tool: package for tool, package in TEST_TOOLS.items() if shutil.which(tool) is None}
    if shutil.which("apt-get"):  # elsewhere the tests are content with the sample they bring
        tools.update({path: package for path, package in TEST_FILES.items() if not Path(path).exists()})
    return dict(libraries(), **tools) if sys.platform.startswith("linux") else {}


def start_system_packages(missing: "dict[str, str]") -> "subprocess.Popen[bytes] | None":
    """Begin to install what is missing with apt when root; else stop with the one line to run.

    What makes an environment is waited for, as nothing can be done without it; the rest comes meanwhile.
    """
    wanted = dict(missing)
    if sys.platform.startswith("linux") and importlib.util.find_spec("ensurepip") is None:
        wanted["ensurepip"] = "python{}.{}-venv".format(*sys.version_info[:2])
    if not wanted:
        return None
    packages = sorted(set(wanted.values()))
    install = ["apt-get", "install", "--yes", "--quiet", "--no-install-recommends"]
    if shutil.which("apt-get") is None:
        sys.exit("Please install what brings these, then try again: {}.".format(", ".join(sorted(wanted))))
    if os.geteuid() != 0:
        sys.exit("Please run this once, then try again:\n  sudo apt-get update && sudo " + " ".join(install + packages))
    print("Installing {}".format(" ".join(packages)), flush=True)
    first = [package for package in packages if package == wanted.get("ensurepip")]
    rest = [package for package in packages if package not in first]
    finish_system_packages(start_quietly(["apt-get", "update", "--quiet"]))
    if first:
        finish_system_packages(start_quietly(install + first))
    return start_quietly(install + rest) if rest else None


def start_quietly(command: "list[str]") -> "subprocess.Popen[bytes]":
    """Start a program that asks nothing and shows only what goes wrong."""
    return subprocess.Popen(command, env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"), stdout=subprocess.DEVNULL)


def finish_system_packages(coming: "subprocess.Popen[bytes] | None") -> None:
    """Wait for apt; stop if it could not do its work."""
    if coming is not None and coming.wait() != 0:
        sys.exit("The system packages could not be installed. What is told above says why; trying again is safe.")


def make_environment() -> None:
    """An environment in `.venv` made by this Python in this place; another one is replaced."""
    made_by = "\n".join([platform.python_version(), sys.base_prefix, str(ENVIRONMENT)])
    stamp = ENVIRONMENT / "made-by"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == made_by:
        return
    print(f"Making an environment in {ENVIRONMENT.name}", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], check=True)
    stamp.write_text(made_by, encoding="utf-8")


def install_lock(lock: Path, *how: str) -> bool:
    """Install exactly what the lock names, once for each state of the lock; whether it was done now."""
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = ENVIRONMENT / f"{lock.stem}.installed"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return False
    print(f"Installing the packages of {lock.relative_to(TOP)}", flush=True)
    pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if python(*pip, "--require-hashes", *how, "-r", str(lock)) != 0:
        sys.exit("The packages could not be installed. What is told above says why; trying again is safe.")
    stamp.write_text(wanted, encoding="utf-8")
    return True


def python(*arguments: str) -> int:
    """Run the environment's Python in the top folder; returns the exit status."""
    folder = ENVIRONMENT / ("Scripts" if sys.platform == "win32" else "bin")
    return subprocess.call([str(folder / "python"), *arguments], cwd=str(TOP), env=dict(os.environ, PYTHONUTF8="1"))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
