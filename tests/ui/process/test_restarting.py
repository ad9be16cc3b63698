"""After a lock a fresh process takes over: the same program, with a memory that holds no key."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[3]
PROGRAM = """
import os, sys
from pathlib import Path
from app.ui.process import restarting
left = restarting.left()
inherited = restarting.LOCKED in os.environ
print(os.getpid(), left.workspace, left.away, inherited, sys.argv[1:], "kept" in globals(), flush=True)
kept = b"a key"
if left.workspace is None:
    restarting.begin_anew(Path("Maison ouverte.groundwork"), "ar", away=True)
"""


def test_a_fresh_process_asks_for_the_same_workspace_and_no_list_of_processes_names_it() -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM, "Maison ouverte.groundwork"], cwd=TOP, capture_output=True)
    first, second = ended.stdout.decode().splitlines()
    number, rest = first.split(" ", 1)
    assert rest == "None False False ['Maison ouverte.groundwork'] False"
    told = "Maison ouverte.groundwork True False ['--language', 'ar'] False"
    if os.name == "posix":
        assert second == f"{number} {told}"
    assert second.endswith(told)
