"""Which countries lie beside which: telephone numbers of a neighbour are written without its prefix too."""

from __future__ import annotations

from functools import lru_cache

_BESIDE = """MA:DZ EH MR ES FR|DZ:MA TN LY NE ML MR|TN:DZ LY|LY:TN DZ EG TD NE SD|EG:LY SD IL PS|MR:MA SN ML
    DZ|SN:MR ML GN GW GM|GM:SN|GW:SN GN GN:GW SN ML CI LR SL|SL:GN LR|LR:SL GN CI|CI:LR GN ML BF
    GH|ML:SN MR DZ NE BF CI GN|BF:ML NE BJ TG GH CI|GH:CI BF TG|TG:GH BF BJ|BJ:TG BF NE NG NE:ML DZ LY
    TD NG BJ BF|NG:BJ NE TD CM|CM:NG TD CF CG GA GQ|TD:LY SD CF CM NG NE|CF:TD SD SS CD CG CM|GA:CM CG
    GQ|CG:GA CM CF CD AO|CD:CG CF SS UG RW BI TZ ZM AO SD:EG LY TD CF SS ET ER|SS:SD ET KE UG CD
    CF|ET:ER DJ SO KE SS SD|ER:SD ET DJ|DJ:ER ET SO|SO:DJ ET KE|KE:SO ET SS UG TZ|UG:KE SS CD RW
    TZ|RW:UG TZ BI CD|BI:RW TZ CD TZ:KE UG RW BI CD ZM MW MZ|ZM:AO CD TZ MW MZ ZW BW NA|MW:TZ ZM
    MZ|MZ:TZ MW ZM ZW ZA SZ|ZW:ZM MZ ZA BW|BW:NA ZM ZW ZA|NA:AO ZM BW ZA|ZA:NA BW ZW MZ SZ LS|AO:CD CG
    ZM NA MX:US GT BZ|US:MX CA|CA:US|GT:MX BZ SV HN|BZ:MX GT|SV:GT HN|HN:GT SV NI|NI:HN CR|CR:NI
    PA|PA:CR CO|CO:PA VE EC PE BR|VE:CO BR GY|EC:CO PE|PE:EC CO BR BO CL BO:PE BR PY AR CL|CL:PE BO
    AR|AR:CL BO PY BR UY|PY:BO BR AR|UY:AR BR|BR:VE CO PE BO PY AR UY GY|DO:HT US|HT:DO|CU:US|ES:MA FR
    PT|PT:ES|FR:ES BE IT DE CH MA DZ BE:FR NL DE LU|NL:BE DE|DE:FR NL BE PL CZ AT CH DK|CH:FR DE IT
    AT|IT:FR CH AT SI TN LY|GB:IE FR|IE:GB|AT:DE CH IT SI HU CZ|GR:AL MK BG TR|BG:GR MK RS RO TR|RO:BG
    RS HU UA MD PL:DE CZ SK UA BY LT RU|UA:PL SK HU RO MD BY RU|MD:RO UA|BY:PL UA RU LT LV|RU:UA BY KZ
    GE AZ CN MN FI EE LV UZ TJ KG|KZ:RU CN KG UZ TM|KG:KZ CN TJ UZ RU|UZ:KZ KG TJ AF TM RU TJ:UZ KG CN
    AF RU|TM:KZ UZ AF IR|GE:RU AM AZ TR|AM:GE AZ IR TR RU|AZ:GE AM IR RU|TR:GR BG GE AM IR IQ SY|SY:TR
    IQ JO LB|LB:SY IL|JO:SY IQ SA PS|PS:IL JO EG|IL:LB SY JO EG PS IQ:TR SY JO SA KW IR|IR:IQ TR AM AZ
    TM AF PK|KW:IQ SA|SA:KW IQ JO YE OM AE QA BH|YE:SA OM|OM:YE SA AE|AE:SA OM|QA:SA|BH:SA|AF:IR PK TJ
    UZ TM CN|PK:AF IR IN CN|IN:PK NP BT BD MM CN LK NP:IN CN|BD:IN MM|MM:BD IN CN LA TH|TH:MM LA KH
    MY|LA:MM TH KH VN CN|KH:TH LA VN|VN:CN LA KH|MY:TH ID SG|ID:MY TL PG|CN:VN LA MM HK MO RU KZ KG MN
    KP NP PK TW|HK:CN MO|MN:CN RU|PH:MY"""


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    pairs = (entry.partition(":") for line in _BESIDE.splitlines() for entry in line.split("|"))
    return {country: tuple(others.split()) for country, _colon, others in pairs}


def beside(country: str) -> tuple[str, ...]:
    """The country and its neighbours, the country first; nothing for an unknown one."""
    return (country, *_table().get(country, ())) if country else ()
