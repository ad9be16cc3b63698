"""Commands that show records: show, history, list."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from app import i18n
from app.cli import inputs, opening, printing, showing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.cli.records import attaching, filling
from app.cli.records.writing import RecordId, draft_of
from app.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from app.services.records.pack_versions import Written
    from app.services.records.recording import Line
    from app.services.records.versions import Version

_SAYS_WHAT = (
    *("title", "name", "term", "code", "paraphrase", "purpose", "text", "description", "in_kind"),
    *("why", "note", "type", "kind", "objective"),
)
_SAYS_WHEN = ("start", "month", "date", "period", "due", "until", "target")


@dataclass(frozen=True)
class Wanted:
    """Which records a list shows."""

    objective: Annotated[int | None, typer.Option("--objective", metavar="N", help=N_("About this objective."))] = None
    period: Annotated[str, typer.Option("--period", metavar="P", help=N_("Of this period: 2026-07..2026-09."))] = ""
    search: Annotated[str, typer.Option("--search", metavar="TEXT", help=N_("With these words."))] = ""
    limit: Annotated[int, typer.Option("--limit", min=1, help=N_("At most so many."))] = 50
    trash: Annotated[bool, typer.Option("--trash", "--deleted", help=N_("What is in the trash."))] = False


@command("show", help=N_("See a record and what is still missing in it."))
def show(asked: Opening, workspace: WorkspacePath, record: RecordId) -> None:
    """All filled fields, and what was typed and could not be read."""
    from app.services.records import attachments, pack_versions, recording

    with opening.opened(asked, workspace) as opened:
        draft = draft_of(opened, record)
        problems = recording.problems(opened, draft)
        attached = attachments.of(opened, record)
        written = pack_versions.of_record(opened, draft.record, i18n.language())
    plain: dict[str, object] = {
        "id": record,
        "kind": type(draft.record).KIND,
        "fields": showing.record(draft.record),
        "unread": dict(draft.unread),
        "problems": showing.problems(problems),
        "attachments": [attaching.one(kept) for kept in attached],
        "pack": {"version": written.version, "renamed": [asdict(one) for one in written.renamed]},
    }
    rows = [(name, _joined(value)) for name, value in {**showing.record(draft.record), **draft.unread}.items()]
    words: list[str | printing.Rows] = [printing.Rows((_("Field"), _("Value")), rows)]
    words += attaching.table(attached)
    if problems:
        todo = [(one.field, one.sentence()) for one in problems]
        words += [_("Still to do:"), printing.Rows((_("Field"), _("What to do")), todo)]
    printing.answer(asked, plain, [*words, *_pack(written)])


@command("history", help=N_("See every version of a record."))
def history(asked: Opening, workspace: WorkspacePath, record: RecordId) -> None:
    """The oldest first; nothing that was ever saved is missing."""
    from app.services.records import versions

    with opening.opened(asked, workspace) as opened:
        told, used = versions.history(opened, record), opened.pack.version
    rows = [
        (one.stamp, one.saved_at.strftime("%Y-%m-%d %H:%M"), name, _shown(before), _changed(before, after))
        for one in told
        for name, (before, after) in [*one.changes.items(), *((name, ("", _gone())) for name in one.cleaned)]
    ]
    table = printing.Rows((_("Version"), _("Saved (UTC)"), _("Field"), _("Before"), _("After")), rows)
    others = [(one.stamp, one.pack) for one in told if one.pack not in ("", used)]
    packs = [printing.Rows((_("Version"), _("Reference pack")), others)] if others else []
    printing.answer(asked, {"id": record, "versions": [_version(one) for one in told]}, [table, *packs])


@command("list", help=N_("List and search records, the newest month first."))
def list_(
    asked: Opening,
    workspace: WorkspacePath,
    kind: Annotated[str, typer.Argument(metavar="KIND", help=N_("What kind of record."))],
    wanted: Wanted,
) -> None:
    """`count` is how many there are in all, also beyond the limit."""
    from app.services.records import recording

    record_class = filling.kind(kind)
    period = inputs.period(wanted.period) if wanted.period else None
    query = recording.Query(record_class.KIND, wanted.objective, period, wanted.search, wanted.trash)
    with opening.opened(asked, workspace) as opened:
        found = recording.lines(opened, query, limit=wanted.limit)
        count = recording.count(opened, query)
    told = ngettext("{count} record", "{count} records", count).format(count=count)
    table = printing.Rows((_("Id"), _("When"), _("What")), [_line_row(one) for one in found])
    plain = {"kind": record_class.KIND, "count": count, "records": [_line(one) for one in found]}
    printing.answer(asked, plain, [table, told] if found else [told])


def _line(one: Line) -> dict[str, object]:
    return {
        "id": one.record.id,
        "kind": type(one.record).KIND,
        "stamp": one.stamp,
        "by": one.by,
        "contested": one.contested,
        "deleted": one.deleted,
        "fields": showing.record(one.record),
    }


def _line_row(one: Line) -> tuple[object, ...]:
    fields = showing.record(one.record)
    what = next((fields[name] for name in _SAYS_WHAT if name in fields), "")
    when = next((fields[name] for name in _SAYS_WHEN if name in fields), "")
    return one.record.id, when, str(what)[:80]


def _version(one: Version) -> dict[str, object]:
    changes = {name: {"before": before, "after": after} for name, (before, after) in one.changes.items()}
    saved_at = one.saved_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    words = {name: _words(*change) for name, change in one.changes.items() if _is_text(*change)}
    plain: dict[str, object] = {
        "stamp": one.stamp,
        "saved_at": saved_at,
        "by": one.by,
        "changes": changes,
        "words": words,
        "pack": one.pack,
    }
    return {**plain, "cleaned": list(one.cleaned)} if one.cleaned else plain


def _gone() -> str:
    return _("older words, cleaned up before they came here")


def _words(before: object, after: object) -> list[dict[str, str]]:
    from app.domain.differences import differences

    return [{"part": one.part.value, "text": one.text} for one in differences(str(before), str(after))]


def _is_text(before: object, after: object) -> bool:
    return isinstance(before, str) and isinstance(after, str) and bool(before) and bool(after)


def _changed(before: object, after: object) -> str:
    """What a value became; of a text that stays in part, what was taken out and put in."""
    if not _is_text(before, after):
        return _shown(after)
    marks = {"same": "{text}", "removed": "[-{text}-]", "added": "{{+{text}+}}"}
    pieces = _words(before, after)
    if all(one["part"] != "same" for one in pieces):
        return str(after)
    return "".join(marks[one["part"]].format(text=one["text"]) for one in pieces)


def _pack(written: Written) -> list[str | printing.Rows]:
    """Of a record of another pack what it is written with, and what its codes were called then and are now."""
    if not written.renamed:
        return []
    rows = [(one.field, one.code, one.before, one.now) for one in written.renamed]
    table = printing.Rows((_("Field"), _("Code"), _("Title then"), _("Title now")), rows)
    return [sentence, table] if (sentence := written.sentence()) else [table]


def _joined(value: object) -> str:
    return ", ".join(str(one) for one in value) if isinstance(value, list) else str(value)


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value)
