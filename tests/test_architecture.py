"""The rules of architecture and style hold for the whole tree, and the one risky pin is safe."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from tests import house_rules

TOP = Path(__file__).resolve().parent.parent
WITHOUT_QT = """
import importlib, sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(name + " is blocked")
sys.meta_path.insert(0, Blocked())
for name in sys.argv[1:]:
    importlib.import_module(name)
print(len(sys.argv) - 1)
"""


@pytest.fixture(scope="module")
def code() -> tuple[house_rules.Source, ...]:
    return house_rules.sources(TOP, "app")


@pytest.fixture(scope="module")
def tests() -> tuple[house_rules.Source, ...]:
    return house_rules.sources(TOP, "tests")


def assert_none(broken: list[str]) -> None:
    """Every place is told, not only the first."""
    assert not broken, "\n" + "\n".join(broken)


def test_every_module_has_a_name_with_a_place(code, tests):
    assert_none(house_rules.placeless_modules([*code, *tests]))


def test_every_class_has_a_subject(code):
    assert_none(house_rules.placeless_classes(code))


def test_no_module_is_longer_than_300_lines(code, tests):
    assert_none(house_rules.long_modules([*code, *tests]))


def test_no_class_is_longer_than_250_lines(code):
    assert_none(house_rules.long_classes(code))


def test_no_function_is_longer_than_50_lines(code, tests):
    assert_none(house_rules.long_functions([*code, *tests]))


def test_every_public_method_of_the_window_is_told(code):
    window = [source for source in code if source.path.parts[1] == "ui"]
    assert_none(house_rules.untold_methods(window))


def test_floor_zero_needs_the_standard_library_and_babel_only(code):
    assert_none(house_rules.foreign_imports_of_floor_zero(code))


def test_every_feature_of_the_window_is_named_in_the_contract(code):
    window = [source for source in code if source.path.parts[1] == "ui"]
    assert_none(house_rules.features_without_a_place(window, (TOP / "pyproject.toml").read_text(encoding="utf-8")))


def test_every_test_file_mirrors_a_module(tests):
    assert_none(house_rules.tests_without_a_module(tests, TOP))


def test_tests_neither_skip_nor_sleep_nor_replace_our_own_code(tests):
    others = [source for source in tests if source.path.stem != "violations"]
    assert_none(house_rules.dishonest_tests(others))


def test_no_file_names_a_registry_or_a_path_of_one_machine():
    assert_none(house_rules.names_of_one_machine(TOP))


def test_everything_below_the_window_imports_without_qt(code):
    names = [".".join(source.path.with_suffix("").parts).removesuffix(".__init__") for source in code]
    below = [name for name in names if not re.match(r"app[.](ui|__main__)\b", name)]
    done = subprocess.run([sys.executable, "-c", WITHOUT_QT, *below], cwd=TOP, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) == (0, str(len(below))), done.stderr


@pytest.mark.parametrize("name", ["run.in", "run.lock", "test.lock"])
def test_qt_is_pinned_to_the_version_that_counts_references_right(name):
    pinned = (TOP / "requirements" / name).read_text(encoding="utf-8")
    found = re.findall(r"^(pyside6-essentials|shiboken6)==([0-9.]+)", pinned, re.MULTILINE | re.IGNORECASE)
    assert {(package.lower(), version) for package, version in found} == {
        ("pyside6-essentials", "6.11.3"),
        ("shiboken6", "6.11.3"),
    }


class _Bell(QObject):
    rung = Signal()


def test_five_thousand_signals_take_no_reference_from_true():
    bell = _Bell()
    heard = []
    bell.rung.connect(lambda: heard.append(None))
    before = sys.getrefcount(True)
    for _ in range(5_000):
        bell.rung.emit()
    assert len(heard) == 5_000
    assert abs(sys.getrefcount(True) - before) < 100
