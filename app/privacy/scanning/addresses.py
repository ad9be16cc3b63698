"""Addresses: a street with a house number, a flat, a box; in the order each of the six languages writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.privacy.scanning.sight import ARABIC, CHINESE, CYRILLIC, Sight
from app.privacy.scanning.spans import Kind, Span

_CAP = r"[A-ZÀ-ÖØ-Þ][\w'.-]{0,30}"
_NO = r"(?:n[º°o.]{0,2}\s?|num\.?\s?|n[úu]m\.?\s?|num[ée]ro\s|n[úu]mero\s|#\s?|№\s?)"
_HOUSE = r"\d{1,5}(?:\s?(?:bis|ter)|\s?[-/]\s?\d{1,4}|\s?[A-Da-d](?![\w]))?"
_POSTCODE = rf"(?:,?\s(?:\d{{4,6}}|[A-Z]{{1,2}}\d[\dA-Z]?\s?\d[A-Z]{{2}})(?:\s{_CAP}){{0,2}})?"
_FLAT = (
    r"(?:,\s?(?:apt|apartment|flat|appartement|appt|app|[ée]tage|floor|piso|depto?|departamento"
    r"|int(?:erior)?|unit|room|porte|bât(?:iment)?|escalera|puerta|bloque)\.?\s?\w{1,4})?"
)
_ROUND = rf"{_FLAT}{_POSTCODE}"
_ENGLISH = (
    rf"(?<![\w/])\d{{1,5}}[A-Da-d]?,?\s(?:{_CAP}\s){{1,4}}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln"
    r"|Drive|Dr|Close|Court|Boulevard|Blvd|Way|Square|Terrace|Crescent|Row|Alley|Gardens?|Highway"
    rf"|Estate)\b\.?{_ROUND}"
    rf"|(?:{_CAP}\s){{1,3}}(?:Street|Road|Avenue|Lane|Drive|Close|Boulevard|Crescent"
    r"|Estate),?\s(?:house|flat|block|door|plot|apartment|apt|room|(?:house\s)?(?:number|no\.?)"
    rf"|{_NO})\.?\s?(?:(?:number|no\.?)\s)?\d{{1,5}}[A-Za-z]?{_ROUND}"
    r"|(?:[Hh]ouse|[Ff]lat|[Aa]partment|[Aa]pt\.?|[Pp]lot|[Bb]lock|[Rr]oom|[Dd]oor"
    rf"|[Uu]nit)(?:\s(?:number|no\.?))?\s#?\w{{0,2}}\d{{1,4}}[A-Za-z]?(?:,\s(?:[Bb]lock|[Hh]ouse"
    rf"|[Ff]loor|[Rr]oad)\s\w{{1,4}})?,?\s(?:(?:on|at|in"
    rf"|of)\s(?:the\s)?)?(?:{_CAP}\s?){{1,4}}(?:Street|Road|Avenue|Lane|Estate|Building|Close"
    rf"|Drive|Court|House|Camp|Towers?|Flats)?{_POSTCODE}"
    r"|P\.?\s?O\.?\s?Box\s\d{1,6}(?:[ -]\d{3,5})?"
)
_SURE_FR = (
    r"(?:rue|avenue|av\.|ave\.|boulevard|bd\.?|bld\.?|impasse|all[ée]es?|ruelle|derb|zank(?:at"
    r"|et)|lotissement|immeuble|imm\.)"
)
_PARTICLES_FR = r"(?:(?:de|du|des|la|le|les|al|el|ben|en)\s|l'|d')*"
_OTHER_FR = (
    r"(?:(?i:place|chemin|route|quai|passage|hay|r[ée]sidence|cit[ée]|quartier|villa|square"
    rf"|cours)(?=\s{_PARTICLES_FR}[A-ZÀ-Ý]))"
)
_STREET_FR = rf"(?:(?i:{_SURE_FR})|{_OTHER_FR})"
_FRENCH = (
    rf"(?<![\w/])(?:{_NO})?{_HOUSE},?\s{_STREET_FR}\s(?:(?:de|du|des|la|le|les|l'|d'|al|el|ben"
    rf"|en)\s?)*(?:[\w'À-ÿ.-]{{1,30}}\s?){{1,3}}?(?=[,.;:!?)]|\s(?:à|a|au|près|et|où|avec|pour|depuis"
    rf"|dans|est|son|sa|en|qui|derrière|avant)\b|\s\d|$){_ROUND}"
    rf"|{_STREET_FR}\s(?:[\w'À-ÿ.-]{{1,30}}\s?){{1,5}}?,?\s?(?:{_NO}|(?i:villa|maison|immeuble|imm\.?"
    rf"|bloc|porte|lot)\s)(?:{_NO})?{_HOUSE}{_ROUND}"
    rf"|(?i:immeuble|bloc|bâtiment|lot)\s\w{{1,3}},?\s(?i:appartement|appt\.?|app\.?|porte|maison"
    rf"|étage|villa)\s(?:{_NO})?\d{{1,4}}(?:,\s{_STREET_FR}\s(?:[\w'-]+\s?){{1,3}})?"
    r"|B\.?P\.?\s\d{2,6}"
)
_STREET_ES = (
    r"(?:calle|c/|avenida|av\.|avda\.?|plaza|paseo|carrera|cra\.?|kra\.?|camino|callej[óo]n"
    r"|calzada|privada|pasaje|jir[óo]n|jr\.|andador|boulevard|blvd\.?|cerrada|diagonal"
    r"|transversal|carretera|cll\.?|ronda|travesía|urbanizaci[óo]n|urb\.|colonia|col\.|barrio"
    r"|manzana|mz\.?)"
)
_SPANISH = (
    rf"(?<!\w)(?i:{_STREET_ES})\s?(?:(?:de|del|la|las|los"
    rf"|el)\s)*(?:[\w'À-ÿ.-]{{1,30}}\s?){{1,5}}?,?\s?(?:{_NO}|(?i:casa|lote|lt\.?|manzana"
    rf"|mz\.?)\s)?\s?(?<=[\s#,])\d{{1,5}}(?:\s?[-–]\s?\d{{1,4}})?(?:[A-Da-d](?!\w))?{_FLAT}(?:,\s(?"
    r"i:col(?:onia|\.)|barrio|piso|puerta|cp|c\.p\.|interior|int\.?|depto\.?|apto\.?|apartamento"
    rf"|local)\s?(?:[\w'-]+\s?){{1,3}}?(?=[,.;)]|$))?{_POSTCODE}"
)
_STREET_RU = (
    r"(?:ул\.|улиц\w+|пр-т\w*|просп\.|проспект\w*|переул\w+|пер\.|шоссе|бульвар\w*|б-р|площад\w+"
    r"|пл\.|проезд\w*|набережн\w+|наб\.|микрорайон\w*|мкр\.?|тупик\w*|квартал\w*|аллея)"
)
_RUSSIAN = (
    rf"(?<!\w)(?:{_STREET_RU})\s?[«\"]?(?:\d{{1,3}}-?[а-я]{{0,2}}\s)?(?:[А-ЯЁ\d][\w.-]{{0,30}}\s?){{1,3}}["
    rf"»\"]?,?\s?(?:д\.?|дом\w{{0,2}}|строение|стр\.|корп\.?|№)?\s?\d{{1,4}}(?:\s?[/-]\s?\d{{1,3}}"
    r"|\s?[а-яА-Я](?!\w))?(?:,?\s?(?:корп\w*|к|стр|кв|квартир\w+|комн\w*|офис"
    rf"|подъезд)\.?\s?\d{{1,4}})*"
    rf"|(?:[А-ЯЁ][\w-]{{0,30}}\s){{1,2}}(?:улиц\w+|проспект\w*|шоссе|переулок|бульвар),?\s?(?:д\.?"
    rf"|дом\w{{0,2}})?\s?\d{{1,4}}(?:,?\s?(?:корп\w*|кв|квартир\w+)\.?\s?\d{{1,4}})*"
    r"|(?<!\w)(?:д\.|дом\w{0,2})\s?\d{1,4},?\s?(?:кв\.|квартир\w+)\s?\d{1,4}"
)
_STREET_AR = r"(?:شارع|زنقة|طريق|حي|درب|زقاق|نهج|جادة|ممر|ساحة|إقامة|تجزئة|حارة|كورنيش)"
_NUMBER_AR = (
    r"(?:رقم|عمارة|العمارة|منزل|المنزل|بيت|البيت|شقة|الشقة|بناية|البناية|مبنى|فيلا|الدار|دار|بلوك"
    r"|باب|طابق|الطابق|مجموعة)"
)
_ARABIC = (
    rf"(?<!\w)[وفبل]?{_STREET_AR}\s(?:[\u0600-\u06ff]{{1,30}}\s?){{1,4}}?,?\s?(?:{_NUMBER_AR}\s?){{1,2}}\d"
    rf"{{1,5}}(?:,?\s?{_NUMBER_AR}(?:\sرقم)?\s\d{{1,4}})*"
    rf"|(?<!\w)[وفبل]?{_STREET_AR}\s(?:[\u0600-\u06ff]{{1,30}}\s?){{1,3}}?,?\s\d{{1,4}}(?=\s?[.,؛:)]|$)"
    rf"|(?<!\w)[بفل]?{_NUMBER_AR}(?:\sرقم)?\s\d{{1,5}},?\s(?:في\s|من\s"
    rf"|ب)?{_STREET_AR}\s(?:[\u0600-\u06ff]{{1,30}}\s?){{1,3}}"
    rf"|(?<!\d)\d{{1,4}},?\s{_STREET_AR}\s(?:[\u0600-\u06ff]{{1,30}}\s?){{1,3}}?(?=[.,،؛)]|$|\s(?:في|ب|قرب|مع|و))"
    r"|ص\.?\s?ب\.?\s?\d{2,6}"
)
_CHINESE = (
    r"(?:[\u4e00-\u9fff]{0,3}[省市区县镇乡]){0,3}[\u4e00-\u9fff]{1,6}(?:路|街|大道|巷|胡同|弄|道"
    r"|里|村|小区|花园|新村|苑|大街)(?:[东西南北中]段?|[一二三四五六七八九十]段)?(?:第?\d{1,5}(?:号"
    r"院|号楼|弄|号|栋|幢|座|组)|\d{1,4}-\d{1,4}号?)(?:院|楼)?(?:\d{1,3}(?:号楼|号|栋|幢"
    r"|座))?(?:\d{1,3}单元)?(?:\d{1,3}[楼层])?(?:\d{1,4}(?:室|房|号房|户))?"
    r"|\d{1,4}(?:号楼|栋|幢|座)(?:\d{1,3}单元)?(?:\d{1,3}[楼层])?\d{1,4}(?:室|房|号)"
)
_LIVES = (
    r"(?<!\w)(?:lives? (?:on|at|in)|living (?:on|at)|stays? at|address(?: is|:)|habite(?:nt)?"
    r"|demeurant|domicili[ée]e?|loge|adresse\s?:|vive(?:n)? en(?: la)?|domicilio(?: en|:)"
    r"|direcci[óo]n(?: es|:)|reside en)\s(?:(?:à|a|au|la|the|el|sur|in|en|on)\s){0,2}"
    rf"(?P<street>(?:(?:{_CAP}|\d{{1,3}}(?:st|nd|rd|th))\s){{1,3}}(?:Street|Road|Avenue|Lane"
    rf"|Estate|Close)|(?:{_STREET_FR}|(?i:{_STREET_ES}))\s(?:(?:de|du|des|la|del|las|los|el"
    rf"|al)\s)*(?:{_CAP}\s?){{1,3}})"
)
_ALL = tuple(re.compile(one) for one in (_ENGLISH, _FRENCH, _SPANISH, _LIVES))
_SCRIPTS = {CYRILLIC: re.compile(_RUSSIAN), ARABIC: re.compile(_ARABIC), CHINESE: re.compile(_CHINESE)}
_HINT_LATIN = re.compile(
    rf"\d\w?,?\s[A-Z].{{0,50}}?\b(?:St|Rd|Ave|Ln|Dr|Close|Court|Blvd|Way|Square|Terrace|Crescent"
    r"|Row|Alley|Garden|Highway|Estate|Street|Road|Lane|Drive|Boulevard)|\b(?:[Hh]ouse|[Ff]lat"
    r"|[Aa]partment|[Aa]pt|[Pp]lot|[Bb]lock|[Rr]oom|[Dd]oor|[Uu]nit)\b|[A-Z]\w{1,30}\s(?:Street|Road"
    r"|Avenue|Lane|Drive|Close|Boulevard|Crescent|Estate)|Box\s\d|B\.?P\.?\s\d"
    rf"|(?<!\w)(?:{_STREET_FR}|(?i:{_STREET_ES}))\s|(?i:immeuble|bloc|bâtiment|lot)\s"
)


def addresses(sight: Sight) -> Iterator[Span]:
    """Every address somebody could go to."""
    text = sight.text
    if _HINT_LATIN.search(text):
        for pattern in _ALL:
            for found in pattern.finditer(text):
                group = "street" if "street" in pattern.groupindex else 0
                yield _trimmed(sight, *found.span(group))
    if sight.digits:
        for script in sight.scripts:
            if script in _SCRIPTS:
                yield from (_trimmed(sight, *found.span()) for found in _SCRIPTS[script].finditer(text))


def _trimmed(sight: Sight, start: int, end: int) -> Span:
    while end > start and sight.text[end - 1] in " ,.":
        end -= 1
    return sight.span(start, end, Kind.ADDRESS)
