"""Commands about versions: revert to one, see what two people wrote at once, and decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.cli.records.writing import RecordId
from app.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from app.domain.fold import Value
    from app.services.records.conflicts import Conflict, Contested, Side
    from app.services.records.disputes import Dispute

MINE, THEIRS, BOTH = "mine", "theirs", "both"


@dataclass(frozen=True)
class Decided:
    """What to keep of a field."""

    keep: Annotated[str, typer.Argument(metavar="[mine|theirs|both]", help=N_("Which version to keep."))] = ""
    value: Annotated[
        str | None, typer.Option("--value", metavar="V", help=N_("Keep this instead of either version."))
    ] = None


@command("revert", help=N_("Bring a version of a record back; nothing written since is lost."))
def revert(
    asked: Opening,
    workspace: WorkspacePath,
    record: RecordId,
    stamp: Annotated[str, typer.Argument(metavar="STAMP", help=N_("The stamp of the version, as history tells it."))],
) -> None:
    """A new version that says what the old one said."""
    from app.services.records import versions

    with opening.opened(asked, workspace) as opened:
        made = versions.revert(opened, record, stamp)
    told = _("The version is back.") if made else _("The record says the same already; nothing was written.")
    printing.answer(asked, {"id": record, "stamp": made, "changed": bool(made)}, [told])


@command("conflicts", help=N_("See where two people wrote different things without knowing of each other."))
def conflicts(asked: Opening, workspace: WorkspacePath) -> None:
    """Every version is kept until somebody decides."""
    from app.services.records import conflicts as found
    from app.services.records import disputes

    with opening.opened(asked, workspace) as opened:
        every, disputed = found.every(opened), disputes.every(opened)
    rows = [
        (one.record, field.name, _when(side), _("mine") if side.is_mine else _("theirs"), _shown(side.value))
        for one in every
        for field in one.fields
        for side in field.sides
    ]
    told = ngettext("{count} record to decide", "{count} records to decide", len(every)).format(count=len(every))
    table = printing.Rows((_("Id"), _("Field"), _("Saved (UTC)"), _("Whose"), _("Value")), rows)
    more = [_disputed(one) for one in disputed]
    plain = {
        "count": len(every),
        "conflicts": [_conflict(one) for one in every],
        "disputes": [{"id": one.record, "kind": one.kind, "title": one.title} for one in disputed],
    }
    printing.answer(asked, plain, [table, told, *more] if rows else [told, *more])


@command("resolve", help=N_("Decide which version of a field to keep; the other stays in the history."))
def resolve(
    asked: Opening,
    workspace: WorkspacePath,
    record: RecordId,
    field: Annotated[str, typer.Argument(metavar="FIELD", help=N_("The field, as conflicts tells it."))],
    decided: Decided,
) -> None:
    """One new version that replaces both."""
    from app.services.records import conflicts as found

    if (decided.keep in (MINE, THEIRS, BOTH)) == (decided.value is not None):
        raise typer.BadParameter(_("Say mine, theirs or both, or give --value."))
    with opening.opened(asked, workspace) as opened:
        conflict = found.of_record(opened, record)
        contested = next((one for one in conflict.fields if one.name == field), None) if conflict else None
        if conflict is None or contested is None:
            raise found.NotContestedError(field=field)
        value = _written(conflict, contested, decided.value) if decided.value is not None else _kept(contested, decided)
        stamp = found.settle(opened, conflict, {field: value})
    left = len(conflict.fields) - 1
    told = ngettext("Decided. {count} field is left.", "Decided. {count} fields are left.", left).format(count=left)
    printing.answer(asked, {"id": record, "field": field, "value": value, "stamp": stamp, "left": left}, [told])


def _kept(contested: Contested, decided: Decided) -> Value:
    mine, theirs = contested.side(mine=True).value, contested.side(mine=False).value
    if decided.keep == BOTH:
        if not isinstance(mine, str) or not isinstance(theirs, str) or not contested.is_text:
            raise typer.BadParameter(_("Both can be kept of a text only."))
        return contested.proposal or f"{mine}\n\n{theirs}"
    return mine if decided.keep == MINE else theirs


def _written(conflict: Conflict, contested: Contested, text: str) -> Value:
    from app.domain.drafts import Draft
    from app.domain.filling import filled
    from app.domain.records import KINDS, flat

    draft = filled(Draft(KINDS[conflict.kind](id=conflict.record)), {contested.name: text})
    if contested.name in draft.unread:
        raise typer.BadParameter(_("This cannot be read as a value of the field {field}.").format(field=contested.name))
    return flat(draft.record).get(contested.name)


def _conflict(one: Conflict) -> dict[str, object]:
    return {
        "id": one.record,
        "kind": one.kind,
        "title": one.title,
        "fields": [
            {
                "field": field.name,
                "before": field.before,
                "proposal": field.proposal,
                "versions": [
                    {
                        "stamp": side.stamp,
                        "value": side.value,
                        "by": side.by,
                        "saved_at": side.saved_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
                        "mine": side.is_mine,
                        "shown": side.stamp == field.shown,
                    }
                    for side in field.sides
                ],
            }
            for field in one.fields
        ],
    }


def _disputed(one: Dispute) -> str:
    words = _("{title} ({id}) was put in the trash while somebody wrote in it: “restore” keeps it, “trash” lets it go.")
    return words.format(title=one.title, id=one.record)


def _when(side: Side) -> str:
    return f"{side.saved_at:%Y-%m-%d %H:%M}"


def _shown(value: object) -> str:
    return "" if value is None else str(value)
