from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from app import paths
from app.ui.look import icons, tokens
from app.ui.pages import PAGES

TOP = Path(__file__).resolve().parents[3]
SHIPPED = {path.stem for path in (paths.resources() / "icons").glob("*.svg")}


def test_every_icon_of_the_table_of_pages_and_of_the_objectives_is_shipped() -> None:
    named = {entry.icon for entry in PAGES} | set(icons.OBJECTIVES) | set(icons.MIRRORED) | {icons.objective(24)}
    assert named <= SHIPPED
    assert len(icons.OBJECTIVES) == len(set(icons.OBJECTIVES)) == 23


def test_every_call_that_names_an_icon_names_one_that_is_shipped() -> None:
    missing = []
    for path in (TOP / "app" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (name := _icon_argument(node)) and name not in SHIPPED:
                missing.append(f"{path.name}:{node.lineno} {name}")
    assert not missing


def _icon_argument(call: ast.Call) -> str:
    """The icon that a call names in the place where ours take one."""
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    place = {"Button": 2, "IconButton": 0, "IconLabel": 0, "EmptyState": 0, "pixmap": 0, "icon": 0, "set_icon": 0}
    if called not in place or len(call.args) <= place[called]:
        return ""
    argument = call.args[place[called]]
    return argument.value if isinstance(argument, ast.Constant) and isinstance(argument.value, str) else ""


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_every_icon_opens_and_leaves_marks_in_the_colour_asked_for(name: str) -> None:
    drawn = icons.pixmap(name, "accent", 24).toImage()
    wanted = QColor(tokens.COLOURS["light"]["accent"])
    inked = [drawn.pixelColor(x, y) for x in range(24) for y in range(24) if drawn.pixelColor(x, y).alpha() > 200]
    assert inked
    assert all(abs(pixel.red() - wanted.red()) < 12 and abs(pixel.green() - wanted.green()) < 12 for pixel in inked)


def test_arrows_turn_with_the_direction_and_clocks_do_not(dressed) -> None:
    before = {name: icons.pixmap(name, "text", 24).toImage() for name in ("arrow-right", "clock", "check")}
    dressed("ar")
    after = {name: icons.pixmap(name, "text", 24).toImage() for name in before}
    assert _heavier_side(before["arrow-right"]) == "right"
    assert _heavier_side(after["arrow-right"]) == "left"
    assert after["clock"] == before["clock"]
    assert after["check"] == before["check"]


def _heavier_side(drawn: QImage) -> str:
    ink = [drawn.pixelColor(x, y).alpha() * (x - 11.5) for x in range(24) for y in range(24)]
    return "right" if sum(ink) > 0 else "left"


def test_an_icon_that_is_not_shipped_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon")


def test_the_list_of_sources_names_every_file_with_its_hash() -> None:
    import hashlib

    folder = paths.resources() / "icons"
    lines = (folder / "SOURCES.tsv").read_text("utf-8").splitlines()[2:]
    listed = {line.split("\t")[0]: line.split("\t")[2] for line in lines}
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.svg")}
    assert listed == found
