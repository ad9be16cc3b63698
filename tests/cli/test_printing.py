"""What is shown: cleaned, quiet when asked, a table for people and tabs for programs."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from app.cli import printing
from app.cli.asking import Asked


@given(st.text())
def test_no_control_character_reaches_a_terminal(text: str):
    shown = printing.clean(text)
    assert len(shown) == len(text)
    assert not [letter for letter in shown if ord(letter) < 32 and letter not in "\n\t"]
    assert not [letter for letter in shown if 0x7F <= ord(letter) < 0xA0 or 0xD800 <= ord(letter) < 0xE000]


def test_a_table_for_programs_has_tabs_and_one_line_for_each_row(capsys):
    table = printing.Rows(("A", "B"), [("one\ntwo", 3), ("\tx", "")])
    printing.answer(Asked(), {}, [table])
    assert capsys.readouterr().out == "A\tB\none two\t3\n x\t\n"


def test_messages_are_silenced_and_warnings_are_not(capsys):
    printing.tell(Asked(quiet=True), "hush")
    printing.complain("hear")
    assert capsys.readouterr().err == "hear\n"


def test_progress_is_silent_where_nobody_looks(monkeypatch, capsys):
    with printing.progress(Asked(), "Reading") as progress:
        progress(1, 2)
    assert capsys.readouterr().err == ""


def test_a_table_on_a_terminal_shows_markup_as_it_is(monkeypatch):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr("sys.stdout", screen)
    printing.answer(Asked(), {}, [printing.Rows(("Title",), [("[red]not red[/red]",)])])
    assert "[red]not red[/red]" in screen.getvalue()
