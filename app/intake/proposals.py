"""Which column may feed which field, with the reason: a hashtag, a heading, or what its values look like."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.i18n import N_
from app.intake.columns import Column, Table
from app.intake.dates import order_of, read_when
from app.intake.grid import text
from app.intake.private import is_private
from app.intake.words import fold, is_null

BY_TAG = N_("The hashtag says so.")
BY_HEADING = N_("The heading says so.")
BY_VALUES = N_("The values look like it.")
ORGANISATION = "organisation"
"""Proposed like a field; a mapping keeps it apart, because records do not hold who did it."""

_VETO = frozenset("id url code acronym acronyme acronimo level niveau nivel admin uuid link lien website".split())
_LOOKED_AT = 200
_P_CODE = re.compile(r"[A-Z]{2,3}\d{2,9}")

_TAGS: dict[str, dict[str, str]] = {
    "activity": {
        "#activity+name": "title",
        "#activity": "title",
        "#activity+description": "summary",
        "#activity+type": "type",
        "#activity+code": "objectives",
        "#sector": "objectives",
        "#status": "status",
        "#date+start": "start",
        "#date+end": "end",
        "#adm2+code": "place",
        "#adm1+code": "place",
        "#adm2+name": "place",
        "#adm1+name": "place",
        "#reached+total": "reach_total",
        "#reached+f": "reach_women",
        "#reached+m": "reach_men",
        "#org+impl": "partners",
        "#org": ORGANISATION,
        "#org+name": ORGANISATION,
    },
    "feedback": {"#adm1+name": "place", "#adm1+code": "place", "#date": "month", "#meta+feedback": "paraphrase"},
}
_HEADINGS: dict[str, dict[str, str]] = {
    "activity": {
        "title": "title|activity|activity title|project|titre|activite|nom de l activite|genre d activite|projet|titulo"
        "|actividad|proyecto|العنوان|النشاط|اسم النشاط|المشروع",
        "summary": "description|summary|activity description|description de l activite|resume|descripcion|resumen"
        "|الوصف",
        "type": "type|activity type|kind|type d activite|tipo|tipo de actividad|نوع النشاط",
        "objectives": "objective|objectives|gcm objective|objectif|objectifs|objetivo|objetivos|الهدف|الاهداف",
        "status": "status|statut|etat|estado|الحالة",
        "start": "start|start date|date|from|debut|date de debut|date|inicio|fecha de inicio|fecha|تاريخ البدء|التاريخ",
        "end": "end|end date|to|until|fin|date de fin|fecha de fin|fecha final|تاريخ الانتهاء",
        "place": "place|location|district|province|region|p code|pcode|prefecture|departement|lieu|localite|lugar"
        "|municipio|departamento|المكان|المحافظة|المنطقة|الولاية",
        "reach_total": "reached|people reached|beneficiaries|total reached|beneficiaires|personnes atteintes"
        "|beneficiarios|personas alcanzadas|عدد المستفيدين|المستفيدون",
        "reach_women": "women|female|femmes|mujeres|نساء|اناث",
        "reach_men": "men|male|hommes|hombres|رجال|ذكور",
        "reach_girls": "girls|filles|ninas|بنات|فتيات",
        "reach_boys": "boys|garcons|ninos|اولاد|فتيان",
        "partners": "partners|partner|implementing partner|implementing partners|partenaires|partenaire|socios|الشركاء",
        "result": "result|results|outcome|comments|resultats|resultat|commentaires|resultados|comentarios|النتائج",
        ORGANISATION: "organisation|organization|organisation name|organization name|agency|ong|organizacion"
        "|المنظمة|المنظمه",
    },
    "feedback": {
        "type": "type|feedback type|kind|type de retour|tipo|tipo de comentario|النوع",
        "topics": "topic|topics|theme|objective|sujet|tema|الموضوع",
        "channel": "channel|canal|source|القناة",
        "month": "month|date|mois|date de reception|mes|fecha|الشهر|التاريخ",
        "place": "place|district|province|region|lieu|lugar|المكان|المحافظة",
        "language": "language|langue|idioma|اللغة",
        "paraphrase": "message|feedback|comment|summary|commentaire|retour|comentario|mensaje|الرسالة|التعليق",
        "own_words": "own words|quote|verbatim|citation|cita|اقتباس",
        "consent": "consent|consentement|consentimiento|الموافقة",
    },
}


@dataclass(frozen=True)
class Proposal:
    """One field fed from one column; `reason` is marked for translation."""

    field: str
    column: Column
    reason: str


def propose(table: Table, kind: str) -> tuple[Proposal, ...]:
    """At most one column for each field, hashtags before headings before values; private columns never."""
    taken: dict[str, Proposal] = {}
    free = [column for column in table.columns if not is_private(column, _cells(table, column))]
    for find, reason in ((_by_tag, BY_TAG), (_by_heading, BY_HEADING), (_by_values, BY_VALUES)):
        for column in free:
            field = find(table, column, kind)
            if field and field not in taken and column not in [one.column for one in taken.values()]:
                taken[field] = Proposal(field, column, reason)
    return tuple(taken.values())


def _by_tag(table: Table, column: Column, kind: str) -> str:
    base, *attributes = column.tag.lower().replace(" ", "").split("+")
    exact = "+".join([base, *attributes])
    return _TAGS[kind].get(exact) or next(
        (field for tag, field in _TAGS[kind].items() if {base, *attributes} >= set(tag.split("+")) and "+" in tag), ""
    )


def _by_heading(table: Table, column: Column, kind: str) -> str:
    if _VETO.intersection(column.key.split()) and column.key not in ("p code", "pcode"):
        return ""
    for field, names in _HEADINGS[kind].items():
        if column.key in {fold(name) for name in names.split("|")}:
            return field
    return ""


def _by_values(table: Table, column: Column, kind: str) -> str:
    filled = [cell for cell in _cells(table, column) if not is_null(text(cell))]
    if len(filled) < 3:
        return ""
    if sum(bool(_P_CODE.fullmatch(text(cell))) for cell in filled) >= 0.9 * len(filled):
        return "place"
    order = order_of(filled)
    if all(isinstance(cell, str) and read_when(cell, order=order).value for cell in filled):
        return "start" if kind == "activity" else "month"
    return ""


def _cells(table: Table, column: Column) -> list[str | int | float | bool | None]:
    return [table.cell(row, column) for row in table.rows[:_LOOKED_AT]]
