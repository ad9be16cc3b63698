"""The words around names: titles, what introduces a name, and what makes a name that of an institution or a place."""

from __future__ import annotations

import re

from app.folding import fold
from app.privacy.scanning.sight import CYRILLIC, LATIN

_TITLES = """mr mrs ms miss mister madam madame mme mlle monsieur mademoiselle m dr doctor docteur doctora prof
    professor professeur profesor profesora sr sra srta senor senora senorita don dona dna lic licda ing
    maitre me imam sheikh cheikh cheick haj hajj hajja hadj hajji el-hadj alhaji hajiya mama mzee baba
    tata tonton tantine auntie aunty aunt uncle oncle tante tio tia father sister brother pere soeur
    frere padre hermana hermano pastor pasteur nurse officer sergeant sergent captain capitaine capitan
    judge juge jueza juez lawyer avocat avocate abogado abogada chief sir lady reverend rev bishop mons
    г-н г-жа г-на г-ну г-же г-жи господин господина господину госпожа госпожи госпоже товарищ тов д-р
    доктор доктора доктору врач профессор имам муфтий хаджи адвокат адвоката юрист юриста следователь
    следователя капитан капитана майор майора сержант дядя тетя тети гр гражданин гражданина гражданка
    гражданки инспектор инспектора соцработник психолог психолога"""
TITLES = frozenset(fold(one) for one in _TITLES.split())
_LATIN = (
    r"my name is|(?:his|her|their) (?:name is|real name is|name was)|i am called|(?:is|was|are"
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
    r"(?:меня зовут|(?:его|ее|её|их) зовут|зовут|по имени|по фамилии|фамилия:?|имя:?"
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
INTRODUCES = {
    script: re.compile(rf"(?<!\w)(?:{words})\s?[:,\"«“‘']?\s?$")
    for script, words in ((LATIN, _LATIN), (CYRILLIC, _CYRILLIC))
}
"""By script what ends right before a name, in small letters."""
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
    journal diario times army police policia gendarmerie фонд фонда фонду фонде центр центра центре
    университет университета больница больницы школа школы имени им ул улица улице улицы проспект
    площадь площади министерство ассоциация организация общество союз комитет совет банк гостиница
    мечеть мечети храм церковь парк область области край район республика город села станция аэропорт
    закон конвенция премия ооо ао нко"""
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
    american muslim christian ramadan eid christmas easter islam god covid internet whatsapp facebook
    word excel friday le la les un une des ce cette ces il elle ils elles nous vous on je tu son sa ses
    leur leurs notre nos mon ma mes et ou mais si quand apres avant pendant depuis pour avec sans dans
    sur sous chez chaque plusieurs tous toutes deux trois quatre cinq six sept huit neuf dix aucun
    janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi
    mercredi jeudi vendredi samedi dimanche objectif objectifs atelier formation reunion seance seances
    activite rapport groupe equipe madame monsieur francais anglais arabe selon lors grace merci bonjour
    el los las uno una unos unas este esta estos estas ella ellos ellas nosotros nosotras usted yo su
    sus mi mis y o pero cuando despues antes durante desde para con sin en por sobre cada varios todos
    todas dos tres cuatro cinco seis siete ocho nueve diez ningun enero febrero marzo abril mayo junio
    julio agosto septiembre octubre noviembre diciembre lunes martes miercoles jueves viernes sabado
    domingo objetivo objetivos taller formacion reunion sesion sesiones actividad informe grupo equipo
    gracias segun hubo и в на с по для от из за но или если когда после до во он она они мы вы я его ее
    их наш это эта этот эти все каждый два три четыре пять шесть январь февраль март апрель май июнь
    июль август сентябрь октябрь ноябрь декабрь понедельник вторник среда четверг пятница суббота
    воскресенье цель цели задача группа участники женщины мужчины дети семьи мигранты сотрудники встреча
    занятие семинар отчет работа проект спасибо так также при под над без"""
NOT_NAMES = frozenset(fold(one) for one in _NOT_NAMES.split())
PLACE_BEFORE = frozenset(
    fold(one)
    for one in (
        "in at near from to towards around outside à a en vers de depuis près dans en desde hacia "
        "cerca para в во из под около до у на"
    ).split()
)
