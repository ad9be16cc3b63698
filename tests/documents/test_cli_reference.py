"""docs/cli.md says what the commands say today."""

from __future__ import annotations

from app.cli.application import build
from app.cli.declaring import DECLARED
from docs import build_cli


def test_the_reference_is_what_running_the_commands_gives():
    assert build_cli.TARGET.read_text("utf-8") == build_cli.text(), "run: python -m docs.build_cli"


def test_every_command_but_bench_whose_figures_are_those_of_a_machine_has_an_example():
    build()
    declared = {f"{one.within} {one.name}".strip() for one in DECLARED}
    assert declared - {"bench"} == {command for command, _words in build_cli.EXAMPLES if command}
