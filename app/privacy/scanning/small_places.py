"""Small places: villages, camps and quarters by the words before them, and districts of the list of places."""

from __future__ import annotations

import re
from functools import lru_cache

from app.folding import fold
from app.places import DISTRICT, Gazetteer
from app.privacy.scanning.name_lists import WORD, marks
from app.privacy.scanning.neighbours import beside

_KIND_OF_PLACE = re.compile(
    r"(?<!\w)(?:village|hamlet|town|camp|settlement|neighbou?rhood|quarter|shelter|border post"
    r"|checkpoint|reception cent(?:re|er)|detention cent(?:re|er)|district|ward|sub-?county"
    r"|clinic|mosque|church|market|farm|hostel|dormitory|lodge|compound)\s(?:of\s|in\s)?[A-Z]"
    r"|[A-Z][\w'-]{1,30}\s(?:village|camp|town|settlement|neighbou?rhood|shelter|district|ward"
    r"|border post|checkpoint|estate|farm|clinic|mosque|market|reception cent(?:re|er)"
    r"|detention cent(?:re|er)|sub-?county|crossing)\b"
    r"|(?<!\w)(?:village|hameau|douar|quartier|bourg|camp|commune(?: rurale)?|foyer|ksar"
    r"|poste[- ]fronti[èe]re|lieu-dit|bidonville|canton|sous-pr[ée]fecture|cercle|mosqu[ée]e"
    r"|march[ée]|souk|dispensaire|centre de sant[ée]|forêt)\s(?:de\s|du\s|d'|des\s|la\s|le\s"
    r"|rural\w*\s)*[A-ZÀ-Ý]"
    r"|(?<!\w)(?:aldea|pueblo|barrio|caser[íi]o|vereda|poblado|ejido|comunidad|campamento"
    r"|albergue|colonia|municipio|corregimiento|ranchería|puesto fronterizo|garita|parroquia"
    r"|cant[óo]n|ranch[oe])\s(?:indígena\s)?(?:de\s|del\s|la\s|el\s|las\s|los\s)*[A-ZÁÉÍÓÚÑ]"
    r"|(?<!\w)(?:сел[оае]|дерев\w+|посёл\w+|посел\w+|пос\.|с\.|дер\.|аул\w*|кишлак\w*|хутор\w*"
    r"|станиц\w+|лагер\w+|общежити\w+|район\w*|махалл\w+|айыл\w*|КПП|пункт\w* пропуска|рынк\w+"
    r"|рынок)\s[«\"]?[А-ЯЁ]"
    r"|[А-ЯЁ][а-яё-]{1,30}(?:ск\w+|н\w{1,3})\s(?:район\w*|сел[оае]|посёлк\w+|лагер\w+)"
    r"|(?<!\w)(?:في|ب|من|إلى|ل|قرب|بقرب)?\s?[بلوك]?(?:قرية|بلدة|دوار|الدوار|مخيم|حي|ضيعة|دشرة"
    r"|مدشر|جماعة|بلدية|قصر|معبر|ناحية|مركز|ضاحية|منطقة|محلية|سوق|مسجد"
    r"|مستوصف)\s[\u0620-\u064a]{2,}"
    r"|[\u4e00-\u9fff]{1,6}(?:村|镇|乡|县|屯|寨|庄|社区|街道|难民营|营地|口岸|小区|工业园|工地|收容所|里弄)"
)
_ONLY_KIND = re.compile(r"(?:农|乡|全|本|各|新农|城)村|(?:全|本|各|外|市)(?:县|镇|社区)")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_LEADING = re.compile(
    r"^(?:province|prefecture|pref|wilaya|district|commune|municipalite|municipio|departement"
    r"|departamento|cercle|county|region|ville|city)s?(?: (?:of|de la|de l|du|des|d|de|del"
    r"|da))? (?=\w)"
)
_TRAILING = re.compile(
    r" (?:province|prefecture|district|county|city|municipality|region|department|sub county"
    r"|north|south|east|west|urban|rural)$"
)
_LARGE = frozenset(
    """rabat casablanca tanger tangier tangiers marrakech marrakesh fes fez agadir tunis algiers alger oran
    tripoli cairo alexandria khartoum nairobi mombasa kampala kigali dar es salaam addis ababa mogadishu
    djibouti dakar bamako conakry abidjan accra lagos abuja kano niamey ouagadougou ndjamena n'djamena
    yaounde douala libreville brazzaville kinshasa luanda johannesburg pretoria cape town durban harare
    lusaka maputo mexico guadalajara monterrey tijuana puebla guatemala san salvador tegucigalpa managua
    san jose panama bogota medellin cali caracas maracaibo quito guayaquil lima la paz santa cruz
    santiago buenos aires montevideo asuncion brasilia sao paulo rio havana santo domingo kingston port
    au prince madrid barcelona paris marseille lyon london berlin rome milan brussels geneva istanbul
    ankara izmir beirut damascus aleppo homs amman baghdad basra mosul erbil tehran kabul herat kandahar
    mazar islamabad karachi lahore peshawar delhi mumbai kolkata chennai dhaka chittagong kathmandu
    yangon bangkok hanoi manila jakarta kuala lumpur beijing shanghai guangzhou shenzhen chongqing
    moscow kiev kyiv kharkiv odesa odessa lviv minsk chisinau bucharest warsaw almaty astana tashkent
    bishkek dushanbe ashgabat samarkand osh baku yerevan tbilisi riyadh jeddah mecca medina dubai doha
    kuwait muscat sanaa aden centro central norte sur este oeste nord sud est ouest north south east
    west centre center""".split()
)
_SHORTEST = 4


_AFTER_PLACE = re.compile(
    r"(?<!\w)(?:in|at|near|outside|à|en|près de|a|cerca de|hacia|в|во|под|около|близ)\s([A-ZÀ-ÝА-ЯЁ][\w-]{3,})"
)
_LARGE_CYRILLIC = re.compile(
    "(?:москв|санкт|петербург|бишкек|ташкент|душанбе|алмат|астан|минск|киев|новосибир"
    "|екатеринбург|казан|самарканд|баку|ереван"
    "|тбилиси|стамбул|женев|нью|росси|украин|таджики|узбеки|казах|кыргыз|киргиз|туркме|европ|ази|африк)"
)


def _is_unknown(name: str) -> bool:
    """Whether a place is neither a large city, a country or a region, nor a word."""
    folded = fold(name)
    large = folded in _LARGE or _LARGE_CYRILLIC.match(folded) is not None
    return not large and WORD not in marks(name) and not name.isupper()


class SmallPlaces:
    """The districts of a country and of those beside it, by folded name."""

    def __init__(self, names: frozenset[str] = frozenset()) -> None:
        self._names = names

    def named_in(self, words: str) -> bool:
        """Whether one of them, or a village, camp or quarter of any name, stands in these words."""
        if (kind := _KIND_OF_PLACE.search(words)) and not _ONLY_KIND.fullmatch(kind.group()):
            return True
        if any(_is_unknown(one.group(1)) for one in _AFTER_PLACE.finditer(words)):
            return True
        found = [one.group() for one in _WORD.finditer(words)]
        return any(self.holds(" ".join(found[at : at + count])) for at in range(len(found)) for count in (1, 2, 3))

    def holds(self, name: str) -> bool:
        """Whether a district is called so."""
        return name[:1].isupper() and fold(name).replace("-", " ") in self._names


@lru_cache(maxsize=8)
def small_places(gazetteer: Gazetteer | None, country: str) -> SmallPlaces:
    """The districts around this country; with no gazetteer only the words before a place tell that it is small."""
    if gazetteer is None:
        return SmallPlaces()
    found: set[str] = set()
    for near in beside(gazetteer.country_of(country)) if country else ():
        for region in gazetteer.children(gazetteer.place(near)):
            found.update(_bare(one.name) for one in gazetteer.children(region) if one.level == DISTRICT)
    return SmallPlaces(frozenset(name for name in found if len(name) >= _SHORTEST and name not in _LARGE))


def _bare(name: str) -> str:
    plain = fold(name).replace("-", " ")
    return _TRAILING.sub("", _LEADING.sub("", plain)).strip()
