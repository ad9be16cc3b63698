"""Write docs/cli.md by running the commands on a small example: `python -m docs.build_cli`.

Clock and chance are fixed, so the same program always writes the same text; a test compares it.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from pypdf import PdfWriter

from app.cli import inputs
from app.compact import in_force
from app.domain.filling import filled
from app.domain.records import Activity
from app.main import main
from app.services.opening import stores, workspace
from app.services.opening.stores import NewPlace
from app.services.opening.workspace import Origin, Profile, Workspace
from app.services.records import commenting, recording
from app.services.syncing import devices, exchanging
from app.storage import segments
from app.storage.segments import Kept, State

TARGET = Path(__file__).with_name("cli.md")
HEAD = """# The command line

`groundwork` (or `python -m app`) does every job without a window, offline, and without Qt. With no arguments, or
with a workspace alone, it opens the window.

- The passphrase comes from `--passphrase-file FILE`, else from the variable `GROUNDWORK_PASSPHRASE`, else it is
  asked for.
- `--json` prints one JSON document in UTF-8 on standard output and nothing else there. Messages and progress go to
  standard error; `--quiet` silences them. Without `--json` tables are aligned on a terminal and parted by tabs
  elsewhere.
- Exit status: 0 done; 1 an expected failure, told in one sentence; 2 wrong usage; 3 done, but not every input was
  taken, and each of those is listed; 130 stopped by the person.
- `--language xx` chooses the language of messages and documents; else that of the workspace, else that of the
  system.
- An existing file is replaced only with `--force`. Every file is written beside its place, read back, then renamed.
- `--now` and `--seed` fix clock and chance. The same seed gives the same ids, so use another one for each command
  that makes something, and never a seed for keys that are to protect anybody.
- An incomplete record is kept and its problems are told (status 0). Lists within one value are parted by commas.

Keys of the JSON documents may be added in later versions; none is renamed without an entry in the changelog. The
examples below were run, one after the other, by `docs/build_cli.py`; of long lists only the first two elements are
shown, then `"…"`.
"""
FIXED = "--now 2026-10-31T12:00:00Z --seed {number}"
ASIDE = "5d" * 32
OWN, HUB, PERIOD = "maison.groundwork", "hub.groundwork", "2026-07..2026-09"
TABLE = "What,When,People\nCours du soir,2026-07-03,12\nPermanence,bientôt,9\n"
PLACES = "ADM1_FR,ADM1_PCODE,ADM2_FR,ADM2_AR,ADM2_PCODE\nTunis,TN11,Bab Souika,باب سويقة,TN1152\n"
MAPPING: dict[str, object] = {
    "groundwork_mapping": 1,
    "kind": "activity",
    "columns": {"title": "What", "start": "When", "reach_total": "People", "summary": "{What}"},
    "constants": {"type": "training_or_education", "objectives": [16]},
}
HEARD = (
    "add {own} feedback --set type=request --set topics=4 --set channel=help_desk --set month=2026-08 --set consent=C2"
    ' --set paraphrase="The office closes too early." --set answer="It is open until eight now."'
    " --set status=answered_to_community"
)
CARD = (
    'add {own} policy_card --set title="Office hours" --set language=en'
    ' --set summary="From May the office is open until eight." --set question_1="Is that late enough?"'
)
PRACTICE = (
    'add {own} practice --set title="Papers explained at the market" --set objectives=4 --set start=2025-01'
    ' --set type=service --set summary="Advisers sit where people already are." --set country=KE'
    ' --set level=municipality --set implementer="Maison ouverte" --set principles=GP-PEOPLE'
    ' --set reach="About two thousand people." --set impact="Fewer people miss a date." --set lessons="Come often."'
    ' --set replication="Begin with one table." --set innovation="It goes to people."'
)
ADD = (
    'add {own} activity --set title="Legal advice" --set objectives=7,15 --set start=2026-08-12'
    ' --set type=legal_support --set summary="Two lawyers answered; call +254 712 345678."'
    " --set reach_women=12 --set reach_men=many"
)
BARRIER = (
    "add {own} challenge --set type=funding --set level=national --set objectives=15 --set month=2026-08"
    ' --set description="Officers wait at the clinic door." --set not_for_government=yes {mine}'
)
EXAMPLES: tuple[tuple[str, str], ...] = (
    ("new", 'new {own} --organisation "Maison ouverte" --type ST-CSO --country KE --fast-key'),
    ("unlock-test", "unlock-test {own}"),
    ("objectives", "objectives help with papers"),
    ("choose", "choose {own} 7 15 --priority 1"),
    ("add", ADD),
    ("edit", "edit {own} {record} --set reach_men=9 --set reach_method=counted_each_person_once"),
    ("show", "show {own} {record}"),
    ("history", "history {own} {record}"),
    ("revert", "revert {own} {record} {stamp}"),
    ("list", "list {own} activity --objective 15"),
    ("trash", "trash {own} {record}"),
    ("restore", "restore {own} {record}"),
    ("conflicts", "conflicts {own}"),
    ("resolve", "resolve {own} {record} result theirs"),
    ("form", "form activity --country KE --languages en,fr --to form.xlsx"),
    ("import", "import {own} table.csv --mapping mapping.json"),
    ("imports", "imports {own}"),
    ("undo-import", "undo-import {own} {batch}"),
    ("", "import {own} table.csv --mapping mapping.json"),
    ("places add", "places add {own} places.csv"),
    ("places list", "places list {own}"),
    ("places find", 'places find {own} "bab souika"'),
    ("places remove", "places remove {own} TN"),
    ("pack make", "pack make {own} newer --to pack.gwb"),
    ("pack take", "pack take {own} pack.gwb --yes"),
    ("pack list", "pack list"),
    ("pack remove", "pack remove 9.0.0"),
    ("", 'new {hub} --organisation "National hub" --type SX-GOV --country KE --coordinator --fast-key'),
    ("call periods", "call periods {hub}"),
    ("call make", "call make {hub} --period {period} --due 2026-11-08 --questions questions.json --to call.gwb"),
    ("call list", "call list {hub}"),
    ("call take", "call take {own} call.gwb"),
    ("checklist", "checklist {own}"),
    ("threshold", "threshold {own}"),
    ("review", "review {own} --decide decisions.json"),
    ("submit", "submit {own} --to maison.pdf --languages en,ar --bundle maison.gwb"),
    ("sent", "sent {own}"),
    ("store add", "store add {own} Share share"),
    ("store list", "store list {own}"),
    ("store probe", "store probe {own} Share"),
    ("store password", "store password {own} Share"),
    ("send", "send {own} {sent} --to Share"),
    ("store remove", "store remove {own} Share"),
    ("inspect", "inspect maison.pdf"),
    ("receive", "receive {hub} maison.pdf"),
    ("", "store add {hub} Share share"),
    ("", "receive {hub} --from Share"),
    ("inbox", "inbox {hub}"),
    ("attached", "attached {hub} {submission} --to files"),
    ("compare", "compare {hub}"),
    ("trust", 'trust {hub} "Maison ouverte" --fingerprint "{digits}"'),
    ("received where", "received where {hub}"),
    ("received keep-in", "received keep-in {hub} Share"),
    ("received check", "received check {hub}"),
    ("received save", "received save {hub} {submission} --to saved.gwb"),
    ("received bring-back", "received bring-back {hub}"),
    ("decide", "decide {hub} {submission} accept"),
    ("", "decide {hub} accept-all"),
    ("duplicates", "duplicates {hub} --period {period}"),
    ("picture", "picture {hub} --period {period}"),
    ("", "picture {hub} --period {period} --from-what objective:16"),
    ("report", "report {hub} --period {period} --to national.pdf"),
    ("forward", "forward {hub} --period {period} --to upward.gwb"),
    ("export", "export {own} --as csv --period {period} --to maison.csv"),
    ("attach", 'attach {own} {record} programme.pdf --title "Programme of the day"'),
    ("", HEARD),
    ("loop-kit", "loop-kit {own} --to kit --languages fr,ar"),
    ("slip give", "slip give {own} {added} --words en"),
    ("slip check", "slip check {own} {code}"),
    ("", CARD),
    ("policy-card", "policy-card {own} {added} --to card.pdf --languages en,fr"),
    ("", "trash {own} {added}"),
    ("erase", "erase {own} {added} --reason mistake"),
    ("erased", "erased {own}"),
    ("", PRACTICE),
    ("print sheet", "print sheet {own} {added} --to practice.pdf"),
    ("practices give", "practices give {own} {added} --to practices.gwb --accept-findings"),
    ("practices take", 'practices take {hub} practices.gwb --digits "{digits}"'),
    ("practices list", "practices list {hub}"),
    ("practices show", "practices show {hub} {shelved}"),
    ("print brief", "print brief {hub} --period {period} --to brief.pdf"),
    ("print stakeholder", "print stakeholder {own} --mechanism CMW --period {period} --to review.docx"),
    ("print explainer", "print explainer --to compact.pdf --paper Letter"),
    ("print form", "print form --kind feedback --count 20 --languages en,ar --to sheets.pdf"),
    ("sheet list", "sheet list {own}"),
    ("sheet take-back", "sheet take-back {own} 13-4027-3951-0"),
    ("check", "check {own}"),
    ("backup", "backup {own} --to backups"),
    ("verify", 'verify "backups/maison/maison 2026-10-31 120000.gwbackup"'),
    ("receipts", "receipts {hub} --to back"),
    ("receipt take", "receipt take {own} back/{receipt}"),
    ("receipt heard", "receipt heard {own} {heard}"),
    ("receipt list", "receipt list {own}"),
    ("receipt fates", "receipt fates {own} {sent}"),
    ("call revise", "call revise {hub} {period} --due 2026-11-30 --to second.gwb"),
    ("call withdraw", "call withdraw {hub} {period} --to last.gwb"),
    ("profile add", "profile add {own} Amina --role editor --new-passphrase-file amina.txt --fast-key"),
    ("profile role", "profile role {own} Amina --role reviewer"),
    ("profile list", "profile list {own}"),
    ("approve", "approve {own} --passphrase-file amina.txt"),
    ("names keep", "names keep {own} names.txt"),
    ("names count", "names count {own}"),
    ("names forget", "names forget {own}"),
    ("profile remove", "profile remove {own} Amina"),
    ("recovery words", "recovery words {own}"),
    ("recovery rehearse", "recovery rehearse {own} --words-file words.txt"),
    ("recovery cards", "recovery cards {own} --to . --words-file words.txt"),
    ("recovery open", "recovery open {own} --words-file words.txt --new-passphrase-file own.txt --fast-key"),
    ("device found", "device found {own} --name Office --words-file words.txt"),
    ("device request", "device request field.groundwork --to request.gwb --fast-key"),
    ("device admit", 'device admit {own} request.gwb --to welcome.gwb --name Field --digits "{asked}"'),
    ("device join", 'device join field.groundwork welcome.gwb --digits "{shown}"'),
    ("device list", "device list {own}"),
    ("", "store add {own} meeting share"),
    ("sync", "sync {own} meeting"),
    ("device rename", "device rename {own} Field Van"),
    ("device demote", "device demote {own} Van"),
    ("device promote", "device promote {own} Van"),
    ("device clean-up", "device clean-up {own} 24"),
    ("device rotate", "device rotate {own}"),
    ("device revoke", "device revoke {own} Van"),
    ("device adopt", "device adopt {own} {aside}"),
    ("device settle", "device settle {own} Office --words-file words.txt"),
    ("device words", "device words {own} --words-file words.txt"),
    ("device recover", "device recover again.groundwork Share laptops --name Again --words-file words.txt --fast-key"),
    ("rekey", "rekey {hub} --fast-key"),
    ("key change", "key change {own}"),
    ("passphrase", "passphrase {own} --new-passphrase-file mine.txt --fast-key"),
    ("demo", "demo example --organisations 2 --records 8"),
    ("canary", "canary proof --fast-key"),
    ("", "canary proof --look-in maison.csv --look-in national.pdf"),
    ("envelope key", "envelope key office.key --new-passphrase-file office.txt --fast-key"),
    ("envelope set", 'envelope set {own} --name "Human Rights Institution" --key {line} --digits "{read}" {mine}'),
    ("", BARRIER),
    ("envelope tell", "envelope tell {own} --challenges {mine}"),
    ("envelope open", "envelope open told.gwb --key office.key --to told.csv --passphrase-file office.txt"),
    ("retention show", "retention show {own} {mine}"),
    ("retention keep", "retention keep {own} feedback 18 {mine}"),
    ("retention erase", "retention erase {own} --yes {mine}"),
    ("authority-answer", "authority-answer {own} --about device {mine}"),
    ("move", "move {hub} postgresql+psycopg://hub@db.example/national"),
    ("help", "help laptop stolen"),
)
NOT_RUN = {"move": "No example was run here, as there is no database server: [scaling.md](scaling.md) shows one."}
"""Commands of which the page has the help alone, and why."""


def text() -> str:
    """The whole page."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        os.environ.update(GROUNDWORK_PASSPHRASE="seven quiet green lamps", GROUNDWORK_HOME=str(Path(folder, "home")))
        try:
            return "\n".join([HEAD, *_sections()])
        finally:
            os.environ.clear()
            os.environ.update(before)


def _sections() -> Iterator[str]:
    known = {"own": OWN, "hub": HUB, "period": PERIOD, "mine": "--passphrase-file mine.txt", "aside": ASIDE}
    Path("office.txt").write_text("six herons over water", "utf-8")
    Path("table.csv").write_text(TABLE, "utf-8")
    Path("places.csv").write_text(PLACES, "utf-8")
    Path("amina.txt").write_text("four lemons in a boat", "utf-8")
    Path("names.txt").write_text("Amina Benali\nYoussef Tazi\n", "utf-8")
    Path("mine.txt").write_text("three blue paper cups", "utf-8")
    Path("own.txt").write_text(os.environ["GROUNDWORK_PASSPHRASE"], "utf-8")
    Path("mapping.json").write_text(json.dumps(MAPPING), "utf-8")
    Path("questions.json").write_text('[{"code": "learned", "text": "What did you learn?"}]', "utf-8")
    Path("share").mkdir()
    _newer_pack("newer")
    _blank_pages("programme.pdf")
    for number, (command, template) in enumerate(EXAMPLES, start=1):
        words = template.format(**known)
        if command in NOT_RUN:
            yield f"## {command}\n\n```text\n{_help(command)}```\n\n{NOT_RUN[command]}\n"
            continue
        if command == "review":
            known["finding"] = _finding(number)
            Path("decisions.json").write_text(json.dumps({known["finding"]: "keep"}), "utf-8")
        if command == "envelope open":  # its number follows from chance that nobody can repeat, so it is not shown
            _run("submit {own} --bundle told.gwb {mine} --accept-findings".format(**known), number)
        if command == "conflicts":
            _write_at_once(known["record"], number)
        if command == "print sheet":
            _approve(known["added"], number)
        if command == "device adopt":
            _put_aside(number)
        if command == "device recover":
            _exchanged(number)
        status, told = _run(words, number)
        known.update(_learned(command, told))
        if command:
            yield f"## {command}\n\n```text\n{_help(command)}```\n"
        yield _shown(words, status, told)


def _newer_pack(name: str) -> None:
    """The pack that ships under a later version, with another word in it."""
    shutil.copytree(in_force.shipped(), name)
    words, manifest = Path(name, "words", "en.json"), Path(name, "manifest.json")
    content = words.read_bytes().replace(b'"Legal support"', b'"Help with law"')
    words.write_bytes(content)
    told = json.loads(manifest.read_text("utf-8"))
    told["files"]["words/en.json"] = {"sha256": hashlib.sha256(content).hexdigest(), "size_bytes": len(content)}
    manifest.write_text(json.dumps({**told, "version": "9.0.0"}), "utf-8")


def _blank_pages(name: str) -> None:
    pages = PdfWriter()
    pages.add_blank_page(300, 400)
    pages.add_metadata({"/Author": "Somebody"})
    pages.write(name)


def _run(words: str, number: int) -> tuple[int, Any]:
    fixed = FIXED.format(number=number).split()
    status, out = _output([*shlex.split(words), "--json", "--language", "en", *fixed])
    if status not in (0, 3):
        raise RuntimeError(f"{words}: {status}")
    return status, json.loads(out)


def _output(words: list[str]) -> tuple[int, str]:
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        status = main(words)
    return status, out.getvalue()


def _help(command: str) -> str:
    shown = _output([*command.split(), "--help", "--language", "en"])[1]
    return "\n".join(line.rstrip() for line in shown.splitlines()) + "\n"


_FIRST = {
    "sent": ("sent", "items", "id"),
    "imports": ("batch", "imports", "batch"),
    "practices list": ("shelved", "practices", "id"),
}
"""Of which command the first of which items is called what in later examples."""


def _learned(command: str, told: Any) -> dict[str, str]:
    """What later examples need of this one."""
    names = {"add": ("record", "id"), "device request": ("asked", "digits"), "device admit": ("shown", "digits")}
    if command in names:
        name, key = names[command]
        return {name: told[key]}
    if command == "history":
        return {"stamp": told["versions"][-1]["stamp"]}
    if command in ("recovery words", "device words"):
        Path("words.txt").write_text(" ".join(told["words"]), "utf-8")
    if command == "receipts":
        return {"receipt": told["receipts"][0]["file"], "heard": told["receipts"][0]["digits"]}
    if command == "envelope key":
        return {"line": told["key"], "read": told["digits"]}
    if command in _FIRST:
        name, items, key = _FIRST[command]
        return {name: told[items][0][key]}
    if command == "slip give":
        return {"code": told["code"]}
    if not command and "stamp" in told:
        return {"added": told["id"]}
    if command == "inbox":
        return {
            "submission": told["submissions"][0]["submission"][:12],
            "digits": told["submissions"][0]["fingerprint"],
        }
    return {}


def _write_at_once(record: str, number: int) -> None:
    """Two people open the record in two windows, and each writes a result without knowing of the other."""
    opened = [_opened(number) for _window in "ab"]
    drafts = [recording.open_draft(one, Activity, record) for one in opened]
    second = Profile("5a3c0d1e2f405162", "Youssef")
    with opened[1].noting() as session:
        opened[1].take_team(session, opened[1].team.with_profile(second))
    opened[1].profile = second
    for one, draft, result in zip(opened, drafts, ("Nine people got papers.", "Ten people got papers."), strict=True):
        recording.save(one, filled(draft, {"result": result}))
        one.close()


def _put_aside(number: int) -> None:
    """Something that the revoked laptop wrote afterwards has come."""
    opened = _opened(number)
    with opened.writing() as session:
        gone = next(one for one in devices.overview(opened).lines if one.revoked)
        late = Kept("0" * 64, ASIDE, "b" * 16, 9, gone.fingerprint, "", State.QUARANTINED, "revoked", 0, 0, 1, 9)
        segments.put(session, late)
    opened.close()


def _exchanged(number: int) -> None:
    """The laptop has exchanged its changes with a folder."""
    Path("laptops").mkdir()
    opened = _opened(number)
    exchanging.sync_now(opened, stores.add(opened, NewPlace("Laptops", "laptops")))
    opened.close()


def _opened(number: int) -> Workspace:
    origin = Origin.fixed(inputs.moment(FIXED.split()[1]), number)
    return workspace.open_existing(Path(OWN), os.environ["GROUNDWORK_PASSPHRASE"], origin=origin)


def _approve(record: str, number: int) -> None:
    """Somebody approves a record in the window."""
    opened = _opened(number)
    commenting.answer(opened, record, approved=True)
    opened.close()


def _finding(number: int) -> str:
    items = _run(f"review {OWN}", number)[1]["items"]
    return str(next(one["finding"] for one in items if "finding" in one))


def _shown(words: str, status: int, told: Any) -> str:
    written = json.dumps(_shortened(told), ensure_ascii=False, indent=1).replace(str(Path.cwd()), "/media/office")
    ended = f"Exit status {status}.\n" if status else ""
    return f"```console\n$ groundwork {words} --json\n```\n\n```json\n{written}\n```\n{ended}"


def _shortened(value: Any) -> Any:
    if isinstance(value, list):
        return [_shortened(one) for one in value[:2]] + (["…"] if len(value) > 2 else [])
    if isinstance(value, dict):
        return {name: _shortened(one) for name, one in value.items()}
    return value


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
