"""Nothing planted in a private corner leaves by any exit; the exits are read from the code, not from memory.

A module that writes a file, fills the clipboard or keeps a log is an exit. Each is either walked here with a workspace
full of canaries, or named with the reason why nothing of a workspace can leave by it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.intake.seeking import seek
from app.services import attachments, recording, workspace
from app.services.canaries import looking, planting
from app.storage.records import Query
from tests.cli.made import PASSPHRASE, done, groundwork

APP = Path(__file__).parents[2] / "app"
SINKS = frozenset({"write_whole", "write_text", "write_bytes", "clipboard", "open", "TemporaryDirectory", "mkstemp"})
WALKED = {
    "app/cli/submitting.py": "submission",
    "app/ui/submissions/making.py": "submission",
    "app/cli/exporting.py": "tables",
    "app/cli/picturing.py": "report",
    "app/ui/picture/report.py": "report",
    "app/cli/calls.py": "call",
    "app/ui/calls/page.py": "call",
    "app/cli/listening.py": "kit",
    "app/ui/feedback/kit_dialog.py": "kit",
    "app/storage/backup_file.py": "backup",
    "app/services/backup.py": "backup",
    "app/services/attachments.py": "copies of attachments",
    "app/settings.py": "home",
}
"""Modules that write, and the walk of this file that goes through what they write."""
NO_WORDS = {
    "app/vault/slot_file.py": "wrapped keys only",
    "app/i18n.py": "compiled catalogues of the program",
    "app/ui/icon_files.py": "icons of the program",
    "app/ui/failure_dialog.py": "details of a failure, which hold no words of records",
    "app/ui/printing.py": "the record a person prints for themselves, where they said",
    "app/cli/importing.py": "rows of the foreign file that could not be read",
    "app/services/demonstration/samples.py": "made-up data of another organisation",
    "app/services/demonstration/journey.py": "made-up data of another organisation",
    "app/reports/pdf/draw.py": "writes where `groundwork bench` measures",
    "app/bench/coordinating.py": "made-up data",
    "app/bench/catalogue.py": "made-up data",
    "app/bench/full_workspace.py": "made-up data",
    "app/cli/enveloping.py": "what an office was told, where that office said (tests/services/test_enclosing.py)",
    "app/cli/recovery.py": "words and cards of the key, where a person chose; no words of records",
    "app/ui/widgets/recovery_maker.py": "words and cards of the key, where a person chose; no words of records",
    "app/services/canaries/planting.py": "makes the canaries",
    "app/cli/canarying.py": "makes the canaries",
    "app/intake/child.py": "the output of a guarded child, which goes nowhere",
}
"""Modules that write, and why nothing private can leave by them."""


def test_every_module_that_writes_is_walked_or_named_with_a_reason() -> None:
    writing = {str(path.relative_to(APP.parent)) for path in APP.rglob("*.py") if _writes(path)}
    assert writing - set(WALKED) - set(NO_WORDS) == set(), "a new exit: walk it here with the canaries"
    assert set(WALKED) | set(NO_WORDS) <= writing, "an exit that is there no more"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the canary workspace, its list, and everything that left it."""
    folder = tmp_path_factory.mktemp("canaries")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("GROUNDWORK_PASSPHRASE", PASSPHRASE)
        environment.setenv("GROUNDWORK_HOME", str(folder / "home"))
        done("canary", folder, "--fast-key")
        ministry = folder / "ministry.groundwork"
        done("new", ministry, "--organisation", "Ministry", "--type", "SX-GOV", "--country", "KE", "--coordinator")
        done("call", "make", ministry, "--period", planting.PERIOD, "--to", folder / "call.gwb")
        yield folder


def test_the_search_finds_what_is_there_and_the_workspace_hides_all_of_it(planted: Path) -> None:
    words = _words(planted)
    assert len(words) > 90
    shown = groundwork("list", planted / "canary.groundwork", "referral_contact", "--json")
    assert seek(shown.out.encode(), words), "what is looked for is really in the workspace"
    assert not _escaped(planted, *planted.glob("canary.groundwork*"))


def test_nothing_planted_leaves_in_a_submission(planted: Path) -> None:
    folder, house = planted, planted / "canary.groundwork"
    done("call", "take", house, folder / "call.gwb")
    done("submit", house, "--to", folder / "sent.pdf", "--bundle", folder / "sent.gwb", "--languages", "en,ar")
    left = [folder / name for name in ("sent.pdf", "sent.ar.pdf", "sent.gwb")]
    assert seek((folder / "sent.pdf").read_bytes(), ["Advice morning"]), "what may leave is found by the same search"
    assert not _escaped(planted, *left)
    for kind in ("review", "checklist"):
        said = groundwork(kind, house, "--json")
        entries = [item["entry"] for item in said.json["items"] if "entry" in item]
        assert not seek(repr(entries).encode(), _words(planted))


@pytest.mark.parametrize("audience", ["coordinator", "peers", "public"])
def test_nothing_planted_leaves_in_a_table(planted: Path, audience: str) -> None:
    left = [planted / f"{audience}.{form}" for form in ("csv", "xlsx")]
    for path in left:
        of = ("--period", planting.PERIOD, "--as", path.suffix[1:], "--to", path, "--audience", audience)
        done("export", planted / "canary.groundwork", *of)
    assert not _escaped(planted, *left)


def test_nothing_planted_leaves_in_a_call_or_a_report_of_the_coordinator(planted: Path) -> None:
    ministry, sent = planted / "ministry.groundwork", planted / "sent.gwb"
    if not sent.exists():
        test_nothing_planted_leaves_in_a_submission(planted)
    assert groundwork("receive", ministry, sent).status == 3, "the sender is not known yet"
    done("trust", ministry, "Canary House")
    done("decide", ministry, "accept-all")
    left = [planted / name for name in ("report.pdf", "report.xlsx")]
    for path in left:
        done("report", ministry, "--period", planting.PERIOD, "--to", path)
    picture = groundwork("picture", ministry, "--period", planting.PERIOD, "--json")
    assert picture.json["contributors"]
    assert not seek(picture.out.encode(), _words(planted))
    assert not _escaped(planted, planted / "call.gwb", *left)


def test_a_poster_and_a_radio_script_tell_only_what_was_answered_to_people_who_agreed(planted: Path) -> None:
    done("loop-kit", planted / "canary.groundwork", "--to", planted / "kit", "--languages", "en", "--accept-findings")
    assert not _escaped(planted, *(planted / "kit").glob("*.pdf"))


def test_nothing_planted_is_readable_in_a_backup(planted: Path) -> None:
    done("backup", planted / "canary.groundwork", "--to", planted / "backups")
    assert not _escaped(planted, *(path for path in (planted / "backups").rglob("*") if path.is_file()))


def test_a_copy_of_an_attached_file_tells_nothing_of_who_made_it_and_where(planted: Path) -> None:
    opened = workspace.open_existing(planted / "canary.groundwork", PASSPHRASE)
    try:
        kept = [line.record for line in recording.lines(opened, Query("attachment"))]
        for shown in kept:
            attachments.save_copy(opened, shown, planted / f"copy-{shown.id}.png")
    finally:
        opened.close()
    assert kept
    assert not _escaped(planted, *planted.glob("copy-*"))


def test_nothing_planted_stays_in_settings_logs_or_temporary_files(planted: Path) -> None:
    home = [path for path in (planted / "home").rglob("*") if path.is_file()]
    beside = [path for path in planted.iterdir() if path.is_file() and path.suffix in {".part", ".tmp", ".log", ""}]
    assert not [name for name in _escaped(planted, *home, *beside, planted / "call.gwb")]


def _words(folder: Path) -> list[str]:
    return list(looking.words_of((folder / "canaries.tsv").read_text("utf-8")))


def _escaped(folder: Path, *files: Path) -> list[tuple[str, str]]:
    """(file, planted word) for each word that is found."""
    assert files
    return [(one.file.name, one.word) for one in looking.look(files, _words(folder))]


def _writes(path: Path) -> bool:
    return any(_is_sink(node) for node in ast.walk(ast.parse(path.read_text("utf-8"))))


def _is_sink(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name != "open":
        return name in SINKS
    modes = [one.value for one in (*node.args, *(key.value for key in node.keywords)) if isinstance(one, ast.Constant)]
    return any(isinstance(mode, str) and set(mode) & set("wax") and set(mode) <= set("wax+bt") for mode in modes)
