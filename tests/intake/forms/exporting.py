"""What KoboToolbox, ODK Central and Ona make of answers to our forms, in all the ways they can be asked to."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from app import compact
from app.i18n import translation
from app.intake.forms import questions, xls_form
from app.intake.forms.questions import Form, Question

Answer = dict[str, object]
"""Question -> its answer by names of choices; a tuple for several; `results` a list of answers."""


@dataclass(frozen=True)
class Options:
    """What somebody chose in the export dialogue."""

    language: str = ""
    """Names if empty, else labels in this language."""
    groups: bool = True
    between: str = "/"
    several: str = "both"
    """one, split or both."""
    delimiter: str = ";"
    truth: tuple[str, str] = ("1", "0")


def _path(form: Form) -> dict[str, list[Question]]:
    """Question -> the groups it stands in."""
    around: list[Question] = []
    found: dict[str, list[Question]] = {}
    for one in form.questions:
        if one.type in (questions.BEGIN_GROUP, questions.BEGIN_REPEAT):
            around.append(one)
        elif one.type in (questions.END_GROUP, questions.END_REPEAT):
            around.pop()
        else:
            found[one.name] = list(around)
    return found


def _called(one: Question, options: Options) -> str:
    if not options.language or not one.label:
        return one.name
    return translation(options.language).gettext(one.label)


def _choices(one: Question, options: Options, country: str) -> dict[str, str]:
    say = translation(options.language or "en")
    found = xls_form.of_list(one.choices, (say,), compact.load(), country)
    return {choice.name: choice.labels[0] if options.language else choice.name for choice in found}


def table(form: Form, answers: list[Answer], options: Options, country: str = "TD") -> list[list[str]]:
    """The main table: headings and rows."""
    heads: list[str] = []
    columns: list[list[str]] = []
    for one in form.asked:
        around = _path(form)[one.name]
        if any(group.type == questions.BEGIN_REPEAT for group in around):
            continue
        names = [_called(group, options) for group in around] if options.groups else []
        head = options.between.join([*names, _called(one, options)])
        told = [answer.get(one.name, "") for answer in answers]
        if one.type not in (questions.ONE, questions.MANY):
            heads.append(head)
            columns.append([str(value) for value in told])
            continue
        known = _choices(one, options, country)
        if one.type == questions.ONE:
            heads.append(head)
            columns.append([known.get(str(value), "") for value in told])
            continue
        if options.several in ("one", "both"):
            heads.append(head)
            columns.append([" ".join(known[name] for name in value or ()) for value in told])
        if options.several in ("split", "both"):
            for name, shown in known.items():
                heads.append(options.between.join([head, shown]))
                columns.append(["" if not value else options.truth[name not in value] for value in told])
    meta = {
        "_id": [str(9000 + place) for place in range(len(answers))],
        "_uuid": [f"edited-{place}" for place in range(len(answers))],
        "_submission_time": ["2026-09-14T08:31:22"] * len(answers),
        "_submitted_by": ["amina_k"] * len(answers),
        "_status": ["submitted_via_web"] * len(answers),
        "meta/rootUuid": [f"uuid:root-{place}" for place in range(len(answers))],
        "_index": [str(place + 1) for place in range(len(answers))],
    }
    heads += meta
    columns += meta.values()
    return [heads, *(list(row) for row in zip(*columns, strict=True))]


def repeats(answers: list[Answer], form: Form, options: Options) -> list[list[str]]:
    """The table of results, joined by numbers."""
    unit = next(one for one in form.asked if one.name == "unit")
    known = _choices(unit, options, "TD")
    rows = [["indicator", "unit", "target_value", "actual_value", "_index", "_parent_table_name", "_parent_index"]]
    for place, answer in enumerate(answers, start=1):
        for one in answer.get("results", ()):
            told = [str(one.get(name, "")) for name in rows[0][:4]]
            told[1] = known[told[1]]
            rows.append([*told, str(len(rows)), "groundwork_activity", str(place)])
    return rows


def kobo_xlsx(path: Path, form: Form, answers: list[Answer], options: Options) -> Path:
    """A workbook with a sheet for the repeats."""
    with xlsxwriter.Workbook(path, {"strings_to_numbers": False, "strings_to_formulas": False}) as book:
        for name, rows in ((form.title, table(form, answers, options)), ("results", repeats(answers, form, options))):
            sheet = book.add_worksheet(name[:31])
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    return path


def kobo_csv(path: Path, form: Form, answers: list[Answer], options: Options) -> Path:
    """One CSV, everything in quotes, without repeats."""
    path.write_text(_csv(table(form, answers, options), options.delimiter), "utf-8-sig", newline="")
    return path


def odk_zip(path: Path, form: Form, answers: list[Answer]) -> Path:
    """The zip of ODK Central: a CSV for the form and one for its repeats."""
    main = table(form, answers, Options(between="-", several="both"))
    heads = [head.replace("_submission_time", "SubmissionDate").replace("meta/rootUuid", "KEY") for head in main[0]]
    kept = [place for place, head in enumerate(heads) if not head.startswith("_")]
    rows = [[row[place] for place in kept] for row in [heads, *main[1:]]]
    children = [["indicator", "unit", "target_value", "actual_value", "PARENT_KEY", "KEY"]]
    for place, answer in enumerate(answers):
        for number, one in enumerate(answer.get("results", ()), start=1):
            told = [str(one.get(name, "")) for name in children[0][:4]]
            children.append([*told, f"uuid:root-{place}", f"uuid:root-{place}/results[{number}]"])
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{form.id}.csv", _csv(rows, ","))
        archive.writestr(f"{form.id}-results.csv", _csv(children, ","))
    return path


def _csv(rows: list[list[str]], delimiter: str) -> str:
    made = io.StringIO(newline="")
    csv.writer(made, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    return made.getvalue()
