"""Innocent numbers: what looks like a number of somebody and is none. Objectives, resolutions, years,
money, people counted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.privacy.scanning.sight import Sight

_MONEY = (
    r"(?:€|\$|£|¥|₽|₹|元|人民币|美元|欧元|euros?|eur|usd|dollars?|d[oó]lares|dirhams?|mad|dhs?"
    r"|fcfa|xof|xaf|francs?|pesos?"
    r"|mxn|cop|soles|gbp|pounds|kes|ksh|shillings|naira|ngn|cny|rmb|yuan|rub|руб\w*|долл\w*|евро|сом\w*|сум\w*|тенге"
    r"|دولار\w*|يورو|درهم\w*|دراهم|دينار\w*|ريال\w*|ليرة|جنيه\w*|فرنك\w*|روبل\w*|chf|cfa|birr|lempiras?|quetzales)"
)
_COUNTED = (
    r"(?:people|persons?|participants?|women|men|girls|boys|children|families|households"
    r"|beneficiaries|migrants?|refugees"
    r"|personnes|participant\w*|femmes|hommes|filles|gar[çc]ons|enfants|familles|m[ée]nages"
    r"|b[ée]n[ée]ficiaires|r[ée]fugi[ée]s"
    r"|personas|mujeres|hombres|niñ[oa]s|familias|hogares|beneficiari[oa]s|migrantes|refugiad[oa]s|asistentes"
    r"|человек\w*|людей|лиц\w*|женщин\w*|мужчин\w*|детей|семей|семьи|участник\w*|участниц\w*|мигрант\w*|беженц\w*"
    r"|شخص\w*|أشخاص|امرأة|نساء|رجال|رجل\w*|طفل\w*|أطفال|عائلة|عائلات|أسرة|أسر|مشارك\w*|مستفيد\w*|مهاجر\w*|لاجئ\w*"
    r"|人|名|位|个|户|家|万|亿|km|kg|m2|km2|ha|mb|gb|kwh|metres|meters|litres|hours|heures|horas"
    r"|часов|ساعة|%|percent|pour cent)"
)
_AMOUNT = r"\d{1,3}(?:[ .,']\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_INNOCENT = re.compile(
    rf"(?P<symbol>(?<![A-Za-z0-9_])[aestc]/(?:[a-z]+/|[a-z]+\.\d+/)?\d[\w/.]*)"
    r"|(?P<years>(?<![A-Za-z0-9_])(?:19|20)\d\d ?(?:[-/,]|and|et|y|e|to|à|a|au|al|и|по|до|و|إلى"
    r"|至|到|年至|年到) ?(?:19|20)\d\d(?![A-Za-z0-9_]))"
    r"|(?P<iso>(?<![A-Za-z0-9_])(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[0-2]?\d"
    r"|3[01])(?![A-Za-z0-9_])(?:[ t,]+[0-2]?\d[:h.][0-5]\d(?::[0-5]\d)?)?)"
    r"|(?P<day>(?<!\d)(?:[0-2]?\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:(?:19|20)\d\d"
    r"|\d\d)(?![-/.]?\d)(?:[ ,]+[0-2]?\d[:h.][0-5]\d)?)"
    rf"|(?P<money>{_MONEY}\s?(?:{_AMOUNT}(?!\d))|(?<!\d)(?:{_AMOUNT})\s?(?:k|mil|mille|million\w*"
    rf"|millones|тыс\.?|млн\.?|ألف|مليون)?(?: de| d')?\s?{_MONEY}(?!\w))"
    rf"|(?P<counted>(?<!\d)(?<!\d[ .])(?:{_AMOUNT})\s?{_COUNTED})"
    rf"|(?P<named>(?:resoluti?ci?[oó]n|résolution|resolution|резолюци\w+|القرار|决议|第)\s?(?:no?\.?\s?)?\d+(?:/\d+)?)"
    r"|(?P<target>(?<![A-Za-z0-9_])(?:sdgs?|odd|ods|цур|target|cible|meta|цель|objectives?"
    r"|objectifs?|objetivos?|задач\w+|الهدف|目标|indicator|indicateur"
    rf"|indicador)\s?\d+(?:\.\w+){{0,2}})"
    rf"|(?P<hours>(?<![A-Za-z0-9_])[0-2]?\d[:h][0-5]\d ?(?:-|to|à|a|до|إلى|至) ?[0-2]?\d[:h][0-5]\d)"
    rf"|(?P<isbn>(?<![A-Za-z0-9_])(?:isbn|issn|doi)[:\s]*[\d.\-/x]+)",
)
_AROUND = 40


@dataclass(frozen=True)
class Innocents:
    """Where in a text numbers stand that point at nobody."""

    sight: Sight

    def hold(self, start: int, end: int) -> bool:
        """Whether the larger part of these letters, as they are seen, lies in one of them."""
        text = self.sight.lower if len(self.sight.lower) == len(self.sight.text) else self.sight.text
        around = _INNOCENT.finditer(text, max(0, start - _AROUND), end + _AROUND)
        return any(min(end, one.end()) - max(start, one.start()) > (end - start) / 2 for one in around)
