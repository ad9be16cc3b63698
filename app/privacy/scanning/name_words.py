"""The words around names: titles, what introduces a name, and what makes a name that of an institution or a place."""

from __future__ import annotations

import re

from app.folding import fold
from app.privacy.scanning.sight import CYRILLIC, LATIN

_TITLES = """mr mrs ms miss mister madam madame mme mlle monsieur mademoiselle m dr doctor docteur doctora prof
    professor professeur profesor profesora sr sra srta senor senora senorita don dona dna lic licda ing
    maitre me imam sheikh cheikh cheick haj hajj hajja hadj hajji el-hadj alhaji hajiya mama mzee baba
    tata tonton tantine tantie auntie aunty aunt uncle oncle tante tio tia father sister brother pere
    soeur frere padre hermana hermano pastor pasteur nurse officer sergeant sergent captain capitaine
    capitan judge juge jueza juez lawyer avocat avocate abogado abogada chief sir lady reverend rev
    bishop mons г-н г-жа г-на г-ну г-же г-жи господин господина господину госпожа госпожи госпоже
    товарищ тов д-р доктор доктора доктору врач профессор имам муфтий хаджи адвокат адвоката юрист
    юриста следователь следователя капитан капитана майор майора сержант дядя тетя тети теть тетю дяди
    бабушка бабушки гр гражданин гражданина гражданка гражданки инспектор инспектора соцработник
    психолог психолога"""
TITLES = frozenset(fold(one) for one in _TITLES.split())
_LATIN = (
    r"my name is|according to|heard from|selon|d'après|según"
    r"|(?:his|her|their) (?:name is"
    r"|real name is|name was)|i am called|(?:is|was|are"
    r"|were|who is|man|woman|boy|girl|child|person|lady|baby|friend|neighbou?r|volunteer"
    r"|colleague|mother|father|migrant|refugee|teenager|interpreter|worker) (?:called|named"
    r"|known as)|called|named|known as|nicknamed|signed,?|regards,?|name:|names:|full name:?"
    r"|spoke (?:to|with)|talked (?:to|with)|interview(?:ed)? (?:with )?|met with|met|ask for"
    r"|contact(?: person)?:?|on behalf of|thanks to"
    r"|(?:my|his|her|their|our|whose) (?:(?:eldest|oldest|youngest|younger|older|elder|little"
    r"|late|twin|baby|ex|only|own|two|three|first|second|best) )?(?:-?)(?:son|daughter|wife"
    r"|husband|brother|sister|mother|father|child|baby|cousin|aunt|uncle|friend|neighbou?r"
    r"|partner|boss|employer|nephew|niece|boy|girl|landlord|grandmother|grandfather|fianc[ée]e?"
    r"|children|sons|daughters|colleague|caseworker|lawyer|roommate),?"
    r"|(?:je m'appelle|(?:il|elle|qui) s'appelle|s'appelle|s'appelant|appel[ée]e?s?|nomm[ée]e?s?"
    r"|pr[ée]nomm[ée]e?s?|d[ée]nomm[ée]e?|surnomm[ée]e?|(?:mon|son|ma|notre"
    r"|leur) (?:vrai )?nom est|nom\s?:|pr[ée]nom\s?:|entretien avec|rencontr[ée]e? (?:avec )?"
    r"|parl[ée] (?:à|avec)|discut[ée] avec|contacter|contact\s?:|sign[ée]\s?:?|interview de"
    r"|t[ée]moignage de|de la part de|demander|voir avec|auprès de|a appelé|grâce à)"
    r"|(?:mon|son|leur|notre|ma|sa|ses|mes|leurs|votre|du|le|la) (?:petite? |grande? |jeune |ex-"
    r"|dernière? |fille |fils )?(?:fils|fille|femme|mari|fr[èe]re|sœur|soeur|m[èe]re|p[èe]re"
    r"|[ée]poux|[ée]pouse|enfant|b[ée]b[ée]|cousine?|tante|oncle|amie?|voisine?|patronne?"
    r"|employeur|neveu|ni[èe]ce|collègue|bénévole|interprète|médiateur|médiatrice|assistante?"
    r"|stagiaire|copain|copine|conjointe?|enfants|jumeaux|jumelles),?"
    r"|(?:me llamo|se llama|se llamaba|llamad[oa]|de nombre|nombre\s?:|nombre completo\s?:?|(?:mi"
    r"|su) nombre es|apodad[oa]|conocid[oa] como|entrevista (?:a|con)|entrevistamos a"
    r"|hablamos con|habl[óo] con|habl[ée] con|contactar (?:a|con)|contacto\s?:|firmado\s?:?"
    r"|preguntar por|conocimos a|de parte de|testimonio de|gracias a|acompañamos a|atendimos a"
    r"|ayudamos a|visitamos a)"
    r"|(?:mi|su|nuestr[oa]|mis|sus|el|la|tu) (?:pequeñ[oa] |ex ?|difunt[oa] )?(?:hij[oa]s?"
    r"|espos[oa]|marid[oo]|herman[oa]s?|madre|padre|mam[áa]|pap[áa]|beb[ée]|prim[oa]|t[íi][oa]"
    r"|amig[oa]|vecin[oa]|patr[óo]n|patrona|jef[ea]|sobrin[oa]|niet[oa]|abuel[oa]|compañer[oa]"
    r"|novi[oa]|voluntari[oa]|suegr[oa]|cuñad[oa]|niñ[oa]|mujer|pareja),?"
)
_CYRILLIC = (
    r"(?:по словам|меня зовут|(?:его|ее|её|их) зовут|зовут|по имени|по фамилии|фамилия:?|имя:?"
    r"|ф\.?\s?и\.?\s?о\.?:?|интервью с|беседа с|беседовали с|поговорили с|говорили с"
    r"|встретились с|позвонить|обращаться к|обратиться к|контактное лицо:?|контакт:?|спросить"
    r"|подпись:?|от имени|со слов|благодаря)"
    r"|(?:мо[йяиеёю]|мое[йгм]о?у?|сво[йяиеюё]|свое[йгм]о?у?|е[её]|его|их|наш\w*|старш\w+"
    r"|младш\w+) (?:старш\w+ |младш\w+ |маленьк\w+ |бывш\w+ |родн\w+ |двоюродн\w+ )?(?:сын\w*"
    r"|доч\w+|жен[аеуыо]й?|муж\w*|брат\w*|сестр\w+|мат\w+|отц\w+|отец|мам\w+|пап\w+|реб[её]н\w+"
    r"|дет\w+|друг\w*|подруг\w+|сосед\w*|тёт\w+|тет\w+|дяд\w+|племянни\w+|начальник\w*|коллег\w+"
    r"|невест\w+|жених\w*|бабушк\w+|дедушк\w+|супруг\w*|внук\w*|внучк\w+|волонтёр\w*"
    r"|волонтер\w*),?"
)
_ROLES_LATIN = (
    r"(?:beneficiary|client|patient|witness|victim|complainant|applicant|claimant|survivor|tenant"
    r"|employer|landlord|landlady|boss"
    r"|driver|interpreter|translator|lawyer|caseworker|social worker|teacher|nurse|focal point"
    r"|mediator|smuggler|agent|guard"
    r"|little|baby|young|old|brave|call|phone|ask|thank|visited|visit|family of|case of|story of"
    r"|death of|birth of|phone of|help of)[,:]?"
    r"|(?:b[ée]n[ée]ficiaire|cliente?|patiente?|t[ée]moin|victime|plaignante?|demandeu(?:r|se)"
    r"|survivante?|locataire|employeur|patronne?"
    r"|propri[ée]taire|chauffeur|interpr[èe]te|avocate?|assistante? sociale|enseignante?"
    r"|infirmi[èe]re?|m[ée]diat(?:eur|rice)"
    r"|passeur|petite?|jeune|vieille|vieux|nommer|rappeler|appeler|joindre|remercier"
    r"|famille d[e']|cas d[e']|dossier d[e']|histoire d[e']"
    r"|t[ée]l[ée]phone d[e']|d[ée]c[èe]s d[e']|naissance d[e']|passeport d[e'])\s?[,:]?"
    r"|(?:beneficiari[oa]|client[ea]|paciente|testigo|v[íi]ctima|denunciante|solicitante"
    r"|sobreviviente|inquilin[oa]|empleador|patr[óo]n"
    r"|due[ñn][oa]|casero|chofer|int[ée]rprete|abogad[oa]|trabajadora social|maestr[oa]"
    r"|enfermer[oa]|mediador[a]?|coyote|peque[ñn][oa]"
    r"|joven|niñ[oa]|señor|señora|llamada a|llamar a|llame a|avisar a|agradecemos a|familia de"
    r"|caso de|historia de|celular de|tel[ée]fono de|muerte de"
    r"|nacimiento de|pasaporte de)[,:]?"
)
_ROLES_CYRILLIC = (
    r"(?:получател\w+|клиент\w*|пациент\w*|свидетел\w+|потерпевш\w+|заявител\w+|работодател\w+"
    r"|хозя\w+|водител\w+|переводчи\w+"
    r"|адвокат\w*|юрист\w*|соцработни\w+|учител\w+|медсестр\w+|маленьк\w+|пожил\w+|молод\w+"
    r"|позвоните|перезвоните|спросите|семь[яюи]"
    r"|дело|история|истории|телефон|паспорт|смерть|рождение|ребенок|реб[её]нка|девочк\w"
    r"|мальчик\w*|женщин\w|мужчин\w|благодарим)[,:]?"
)
_ENDS = r"\s?[:,\"«“‘'(]?\s?$"
INTRODUCES = {
    script: re.compile(rf"(?<!\w)(?:{words}){_ENDS}") for script, words in ((LATIN, _LATIN), (CYRILLIC, _CYRILLIC))
}
"""By script what ends right before a name, in small letters."""
ROLES = {
    script: re.compile(rf"(?<!\w)(?:{words}){_ENDS}")
    for script, words in ((LATIN, _ROLES_LATIN), (CYRILLIC, _ROLES_CYRILLIC))
}
"""By script who or what stands before a name, but before other words as well."""
_INSTITUTIONS = """foundation fondation fundacion association asociacion associacao centre center centro university
    universite universidad hospital clinic clinique clinica school ecole escuela college lycee colegio
    ministry ministere ministerio department departement departamento office oficina bureau street road
    avenue boulevard rue calle plaza place lane airport aeropuerto aeroport port puerto stadium estadio
    stade mosque mosquee church eglise iglesia cathedral cathedrale catedral basilica camp campamento
    village square park parc parque bridge pont puente station gare estacion district province region
    prefecture municipality municipio commune river rio lake lac lago mount monte island isla ile red
    cross croissant crescent rouge roja media cruz council conseil consejo committee comite commission
    comision union federation federacion network reseau project projet proyecto programme program
    programa agency agence agencia institute institut instituto bank banque banco hotel house casa
    maison home hogar albergue shelter foyer company societe empresa group groupe grupo coalition
    alliance alianza forum foro movement mouvement movimiento party parti partido court tribunal corte
    prize prix premio award day law ley loi act convention convencion protocol protocolo protocole pact
    pacte pacto compact global world international internacional national nacional nations naciones san
    santa santo saint sainte st ste fort cape cabo aldea douar quartier barrio caserio vereda hamlet
    town pueblo hameau bourg ksar poblado ejido colonia cap valley valle vallee hill caritas cruz fc ngo
    ong osc igo unicef unhcr iom oim onu un foundation's airlines television radio newspaper magazine
    journal diario times army police policia gendarmerie полумесяц полумесяца полумесяцу полумесяцем
    крест креста кресту крестом amnistia hopital maternite dispensaire polyclinique pharmacie crescent
    m-pesa mpesa whatsapp село селе селом поселок поселке деревня деревне лагерь лагере клуб движение
    фонд фонда фонду фонде центр центра центре университет университета больница больницы школа школы
    имени им ул улица улице улицы проспект площадь площади министерство ассоциация организация общество
    союз комитет совет банк гостиница мечеть мечети храм церковь парк область области край район
    республика город села станция аэропорт закон конвенция премия ооо ао нко"""
INSTITUTIONS = frozenset(fold(one) for one in _INSTITUTIONS.split())
_PARTICLES = (
    "de del la las los el al ben bin ibn bint bent ould uld mint van von da das dos do di du "
    "des le y ait aït oglu qizi kizi o' abu abou um umm oum abd оглы оглу кызы угли углы ибн "
    "аль эль фон ван де бен"
).split()
PARTICLES = frozenset(fold(one) for one in _PARTICLES)
_NOT_NAMES = """the this that these those he she it we you they his her its our your their my i a an and but or if
    when while after before since because as at in on by for from with to of no yes not one two three
    four five six seven eight nine ten many some all every each other another more most people women men
    girls boys children families participants staff volunteers migrants refugees what where who why how
    please thank thanks today yesterday tomorrow then there here also both about during under over
    january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday objective objectives action actions training workshop
    meeting session sessions activity project report annex article chapter section phase group team call
    english french spanish arabic russian chinese swahili africa african african europe european asia
    american muslim christian ramadan eid kurban bayram nowruz navruz constitution constitucion
    некоторые глобальному глобальным конституция конституции конституцию плюс минус importar podemos
    algunos certains certaines christmas easter islam god covid internet whatsapp facebook word excel
    friday le la les un une des ce cette ces il elle ils elles nous vous on je tu son sa ses leur leurs
    notre nos mon ma mes et ou mais si quand apres avant pendant depuis pour avec sans dans sur sous
    chez chaque plusieurs tous toutes deux trois quatre cinq six sept huit neuf dix aucun janvier
    fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi
    jeudi vendredi samedi dimanche objectif objectifs atelier formation reunion seance seances activite
    rapport groupe equipe madame monsieur francais anglais arabe selon lors grace merci bonjour el los
    las uno una unos unas este esta estos estas ella ellos ellas nosotros nosotras usted yo su sus mi
    mis y o pero cuando despues antes durante desde para con sin en por sobre cada varios todos todas
    dos tres cuatro cinco seis siete ocho nueve diez ningun enero febrero marzo abril mayo junio julio
    agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado domingo
    objetivo objetivos taller formacion reunion sesion sesiones actividad informe grupo equipo gracias
    segun hubo курбан байрам курбан-байрам ураза-байрам навруз наурыз рамадан и в на с по для от из за
    но или если когда после до во он она они мы вы я его ее их наш это эта этот эти все каждый два три
    четыре пять шесть январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
    понедельник вторник среда четверг пятница суббота воскресенье цель цели задача группа участники
    женщины мужчины дети семьи мигранты сотрудники встреча занятие семинар отчет работа проект спасибо
    так также при под над без"""
NOT_NAMES = frozenset(fold(one) for one in _NOT_NAMES.split())
PLACE_BEFORE = frozenset(
    fold(one)
    for one in (
        "in at near from to towards around outside à a en vers de depuis près dans en desde hacia "
        "cerca para в во из под около до у на"
    ).split()
)
_VERBS = (
    r"(?:told|said|says|asked|asks|explained|explains|reported|cried|wept|fled|arrived|crossed"
    r"|lives|sleeps|works|worked|wants|wanted|needs|lost|feels"
    r"|called|came|went|left|gave|has been|was (?:born|beaten|arrested|refused|detained|sent"
    r"|paid)|is (?:still|pregnant|ill|sick|afraid|missing|alone))\b"
    r"|(?:a|est|n'a|s'est|n'est) (?:\w+ment )?(?:racont|dit|demand|expliqu|fui|perdu|travers"
    r"|arriv|venu|parti|né|revenu|reçu|pay|battu|accouch|sign|appel)\w*"
    r"|(?:dit|raconte|demande|explique|dort|vit|travaille|veut|attend|habite|pleure|cherche|souffre)\b"
    r"|(?:contó|dijo|dice|preguntó|pregunta|pide|pidió|llegó|huyó|perdió|cruzó|vive|duerme"
    r"|trabaja|quiere|espera|necesita|explicó|lloró|fue|está|busca)\b"
    r"|(?:рассказ(?:ал|ыва)\w*|сказала?|говорит|просит|спрашива\w+|спросила?|пришл\w+|приш[её]л"
    r"|приехала?|жив[её]т|работает|жд[её]т|боится|потеряла?|плакал\w*|не привит\w*|хочет"
    r"|объяснила?|вернул(?:ся|ась))(?!\w)"
    r"|(?:and|with) (?:her|his)\b|(?:et|avec) (?:ses|sa|son)\b|(?:y|con) sus?\b|(?:и|с) (?:трое "
    r"|двое )?(?:е[её]|его|сво\w+)(?!\w)"
    r"|'s (?:phone|bag|son|daughter|husband|wife|mother|father|brother|sister|children|child"
    r"|family|house|case|passport|baby|papers|file|name|story|lawyer|boss|employer)"
)
FOLLOWS = re.compile(rf",?\s?(?:{_VERBS})")
"""What only a person does, or has, right after a name; in small letters."""
