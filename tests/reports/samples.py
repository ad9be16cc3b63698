"""A document with every kind of block, in six languages; made up for tests."""

# ruff: noqa: E501 - sentences

from __future__ import annotations

import io
from datetime import date

from PIL import Image

from app.domain.coverage import Cell, State
from app.reports.document import (
    Bar,
    Bars,
    Block,
    Bullets,
    Code,
    Column,
    Contents,
    Coverage,
    Document,
    Fact,
    Facts,
    Figure,
    Heading,
    KeyFigures,
    Moment,
    Notice,
    Numbered,
    PageBreak,
    Paragraph,
    Photo,
    Stacked,
    StackedBar,
    Table,
    Timeline,
)

HOSTILE = '<script>alert("1")</script> & <img src=http://example.org/x> \x00\x0b{{7}}'
"""What would be more than a text, if it were let."""
WORDS = {
    "en": {
        "title": "Submission for July to September 2026",
        "kicker": "Global Compact for Safe, Orderly and Regular Migration",
        "organisation": "Riverbank Legal Aid and Mediation Centre",
        "footer": "Written by the organisation named on the first page. Not an official position of any State.",
        "period": "July to September 2026",
        "country": "Country",
        "place": "Kenya, Turkana County, Kakuma",
        "summary": "What we did, in short",
        "text": "In three months our mobile teams met 2,417 people at 14 border points. Most asked for one thing: a "
        "paper that says who they are. We helped 318 families to register a birth, and 46 people to appeal (see page 3).",
        "people": "people reached",
        "actions": "actions",
        "voices": "voices heard",
        "note": "counted once each, 12 % children",
        "bars": "Actions by objective",
        "none": "not counted",
        "withheld": "Withheld for safety",
        "why": "Figures below 5 in one district were withheld, so that nobody can be recognised.",
        "contents": "Contents",
        "objective": "Objective 4: Proof of legal identity",
        "coverage": "What was done, by region and objective",
        "key": ("done (number of actions)", "nothing done", "not reported", "withheld for safety"),
        "quote": "“They asked me for a paper which I had lost in the river. Nobody wrote down that I had come twice.”",
    },
    "fr": {
        "title": "Contribution de juillet à septembre 2026",
        "kicker": "Pacte mondial pour des migrations sûres, ordonnées et régulières",
        "organisation": "Centre d’aide juridique et de médiation de la Rive",
        "footer": "Rédigé par l’organisation nommée en première page. Ceci n’est la position officielle d’aucun État.",
        "period": "juillet à septembre 2026",
        "country": "Pays",
        "place": "Kenya, comté de Turkana, Kakuma",
        "summary": "Ce que nous avons fait, en bref",
        "text": "En trois mois, nos équipes mobiles ont rencontré 2\u202f417 personnes à 14 postes frontière. La plupart "
        "demandaient une chose : un papier qui dise qui elles sont. Nous avons aidé 318 familles à déclarer une "
        "naissance et 46 personnes à faire appel (voir page 3).",
        "people": "personnes rencontrées",
        "actions": "actions",
        "voices": "voix entendues",
        "note": "comptées une seule fois, dont 12 % d’enfants",
        "bars": "Actions par objectif",
        "none": "non compté",
        "withheld": "Non publié par sécurité",
        "why": "Les chiffres inférieurs à 5 dans un district ne sont pas publiés, afin que personne ne soit reconnu.",
        "contents": "Sommaire",
        "objective": "Objectif 4 : preuve d’identité juridique",
        "coverage": "Ce qui a été fait, par région et par objectif",
        "key": ("fait (nombre d’actions)", "rien n’a été fait", "non communiqué", "non publié par sécurité"),
        "quote": "« On m’a demandé un papier que j’avais perdu dans le fleuve. Personne n’a noté que j’étais venu. »",
    },
    "es": {
        "title": "Contribución de julio a septiembre de 2026",
        "kicker": "Pacto Mundial para una Migración Segura, Ordenada y Regular",
        "organisation": "Centro de Asistencia Jurídica y Mediación de la Ribera",
        "footer": "Escrito por la organización nombrada en la primera página. No es la posición oficial de ningún Estado.",
        "period": "julio a septiembre de 2026",
        "country": "País",
        "place": "Kenia, condado de Turkana, Kakuma",
        "summary": "Lo que hicimos, en breve",
        "text": "En tres meses nuestros equipos móviles atendieron a 2417 personas en 14 puestos fronterizos. ¿Qué pedían? "
        "Un papel que diga quiénes son. Ayudamos a 318 familias a inscribir un nacimiento y a 46 personas a recurrir.",
        "people": "personas atendidas",
        "actions": "acciones",
        "voices": "voces escuchadas",
        "note": "contadas una sola vez, 12 % niños y niñas",
        "bars": "Acciones por objetivo",
        "none": "sin contar",
        "withheld": "No se publica por seguridad",
        "why": "Las cifras inferiores a 5 en un distrito no se publican, para que nadie pueda ser reconocido.",
        "contents": "Índice",
        "objective": "Objetivo 4: prueba de la identidad jurídica",
        "coverage": "Lo que se hizo, por región y objetivo",
        "key": ("hecho (número de acciones)", "no se hizo nada", "no comunicado", "no se publica por seguridad"),
        "quote": "«Me pidieron un papel que había perdido en el río. Nadie anotó que había venido dos veces.»",
    },
    "ar": {
        "title": "مساهمة الفترة من يوليو إلى سبتمبر 2026",
        "kicker": "الاتفاق العالمي من أجل الهجرة الآمنة والمنظمة والنظامية",
        "organisation": "مركز ضفة النهر للعون القانوني والوساطة",
        "footer": "كتبته المنظمة المذكورة في الصفحة الأولى. ولا يمثل موقفا رسميا لأي دولة.",
        "period": "يوليو إلى سبتمبر 2026",
        "country": "البلد",
        "place": "كينيا، مقاطعة توركانا، Kakuma",
        "summary": "ما قمنا به باختصار",
        "text": "في ثلاثة أشهر قابلت فرقنا المتنقلة 2,417 شخصا في 14 نقطة حدودية. طلب معظمهم شيئا واحدا: ورقة تقول من هم. "
        "ساعدنا 318 أسرة في تسجيل مولود، و46 شخصا في تقديم طعن (انظر الصفحة 3) عبر برنامج KoboToolbox 2.1.",
        "people": "شخصا تم الوصول إليهم",
        "actions": "نشاطا",
        "voices": "صوتا سمعناه",
        "note": "عُدّ كل منهم مرة واحدة، 12 % أطفال",
        "bars": "الأنشطة بحسب الهدف",
        "none": "غير محسوب",
        "withheld": "محجوب حفاظا على السلامة",
        "why": "حُجبت الأرقام التي تقل عن 5 في منطقة واحدة حتى لا يمكن التعرف على أحد.",
        "contents": "المحتويات",
        "objective": "الهدف 4: إثبات الهوية القانونية",
        "coverage": "ما تم إنجازه بحسب المنطقة والهدف",
        "key": ("تم (عدد الأنشطة)", "لم يتم شيء", "لم يرد شيء", "محجوب حفاظا على السلامة"),
        "quote": "«طلبوا مني ورقة كنت قد فقدتها في النهر. ولم يكتب أحد أنني جئت مرتين.»",
    },
    "ru": {
        "title": "Материалы за июль — сентябрь 2026 года",
        "kicker": "Глобальный договор о безопасной, упорядоченной и легальной миграции",
        "organisation": "Центр правовой помощи и медиации «Берег реки»",
        "footer": "Составлено организацией, указанной на первой странице. Не является официальной позицией государства.",
        "period": "июль — сентябрь 2026 года",
        "country": "Страна",
        "place": "Кения, округ Туркана, Какума",
        "summary": "Что мы сделали, вкратце",
        "text": "За три месяца наши выездные группы встретились с 2\u00a0417 людьми в 14 пограничных пунктах. Большинство "
        "просили об одном: о документе, где сказано, кто они. Мы помогли 318 семьям зарегистрировать рождение ребёнка "
        "и 46 людям подать апелляцию.",
        "people": "человек получили помощь",
        "actions": "мероприятий",
        "voices": "услышанных голосов",
        "note": "каждый учтён один раз, 12 % — дети",
        "bars": "Мероприятия по целям",
        "none": "не подсчитано",
        "withheld": "Скрыто ради безопасности",
        "why": "Числа меньше 5 в одном районе скрыты, чтобы никого нельзя было узнать.",
        "contents": "Содержание",
        "objective": "Цель 4: подтверждение правосубъектности",
        "coverage": "Что сделано, по регионам и целям",
        "key": ("сделано (число мероприятий)", "ничего не сделано", "не сообщено", "скрыто ради безопасности"),
        "quote": "«У меня просили документ, который я потерял в реке. Никто не записал, что я приходил дважды.»",
    },
    "zh": {
        "title": "2026年7月至9月提交材料",
        "kicker": "安全、有序和正常移民全球契约",
        "organisation": "河岸法律援助与调解中心",
        "footer": "由首页所列组织撰写。不代表任何国家的官方立场。",
        "period": "2026年7月至9月",
        "country": "国家",
        "place": "肯尼亚，图尔卡纳县，Kakuma",
        "summary": "我们的工作概要",
        "text": "三个月里，我们的流动小组在14个边境口岸接触了2,417人。大多数人只要一样东西：一张说明自己是谁的证件。"
        "我们帮助318个家庭办理出生登记，帮助46人提出上诉（见第3页），使用KoboToolbox 2.1记录。",
        "people": "受助人数",
        "actions": "项行动",
        "voices": "条意见",
        "note": "每人只计一次，12 %为儿童",
        "bars": "按目标分列的行动",
        "none": "未统计",
        "withheld": "为安全起见不予公布",
        "why": "同一地区低于5的数字不予公布，以免有人被认出。",
        "contents": "目录",
        "objective": "目标4：合法身份证明",
        "coverage": "按地区和目标分列的工作",
        "key": ("已开展（行动数）", "未开展", "未报告", "为安全起见不予公布"),
        "quote": "“他们要我出示一张我在河里丢失的证件。没有人记下我来过两次。”",
    },
}
NUMBERS = ("2026", "318", "46", "14", "1,204", "57", "12")


def sample(language: str, *, page: str = "A4") -> Document:
    """Every kind of block in one language."""
    words = WORDS[language]
    return Document(
        title=words["title"],
        language=language,
        author=words["organisation"],
        subtitle=words["organisation"],
        kicker=words["kicker"],
        period=words["period"],
        footer=words["footer"],
        subject=words["kicker"],
        keywords=("2026-07..2026-09",),
        blocks=_blocks(words, language),
        page=page,
    )


def _blocks(words: dict[str, str], language: str) -> tuple[Block, ...]:
    bars = (
        Bar(words["objective"], 57, "57"),
        Bar("7 " + words["people"], 23, "23"),
        Bar("8 " + words["voices"], 0, "0"),
        Bar("23 " + words["actions"], None, words["none"]),
    )
    other = "ar" if language != "ar" else "en"
    return (
        Facts((Fact(words["country"], words["place"]), Fact(words["actions"], words["period"]))),
        Heading(1, words["summary"], "summary"),
        Paragraph(words["text"], "lead"),
        KeyFigures(
            (
                Figure("1,204", words["people"], words["note"]),
                Figure("57", words["actions"]),
                Figure("12", words["voices"], words["none"]),
            )
        ),
        Bars(words["bars"], bars),
        *_charts(words),
        Notice("withheld", words["withheld"], words["why"]),
        Contents(words["contents"]),
        PageBreak(),
        Heading(1, words["objective"], "objective"),
        Heading(2, words["actions"], "actions"),
        Paragraph(words["text"]),
        Bullets((words["why"], words["text"])),
        Heading(3, words["voices"], "voices"),
        Paragraph(words["quote"], "quote"),
        Paragraph(WORDS[other]["quote"], "quote", other),
        Paragraph(words["note"], "small"),
        Table(
            (Column(words["actions"], weight=3), Column(words["country"], weight=2), Column(words["people"], "number")),
            tuple((words["text"][: 40 + 9 * row], words["place"], f"{1204 + row * 37:,}") for row in range(12)),
            words["bars"],
        ),
        Notice("warning", words["withheld"], words["why"]),
        Heading(1, words["coverage"], "coverage"),
        Coverage(words["coverage"], tuple(str(n) for n in range(1, 24)), _coverage(words), words["key"], words["why"]),
        Notice("info", words["withheld"], words["why"]),
    )


def _charts(words: dict[str, str]) -> tuple[Block, ...]:
    return (
        Stacked(
            words["people"],
            (words["actions"], words["voices"], words["none"]),
            (
                StackedBar(words["objective"], (57, 318, None), "375"),
                StackedBar("7 " + words["people"], (46, None, 14), "60"),
                StackedBar("8 " + words["voices"], (None, None, None), words["withheld"]),
            ),
        ),
        Timeline(
            words["summary"],
            date(2026, 7, 1),
            date(2026, 9, 30),
            ((date(2026, 7, 1), "07"), (date(2026, 8, 1), "08"), (date(2026, 9, 1), "09")),
            (
                Moment(words["objective"], date(2026, 7, 1), date(2026, 8, 31), words["period"]),
                Moment(words["actions"], date(2026, 9, 12), None, "12"),
                Moment(words["voices"], date(2025, 1, 1), date(2027, 1, 1), words["note"]),
            ),
        ),
    )


def _coverage(words: dict[str, str]) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
    states = (State.DONE, State.NOT_REPORTED, State.NOTHING_DONE, State.DONE, State.WITHHELD)
    rows = []
    for row, name in enumerate(
        (words["place"], words["people"], words["voices"], words["actions"], "Kakuma", "Lodwar")
    ):
        kinds = [states[(row * 7 + column * 3 + column * row) % len(states)] for column in range(23)]
        counts = [(row * 11 + column * 5) % 26 + 1 for column in range(23)]
        cells = [Cell(kind, count if kind is State.DONE else 0) for kind, count in zip(kinds, counts, strict=True)]
        rows.append((name, tuple(cells)))
    return tuple(rows)


def further(language: str) -> Document:
    """The kinds of block that the sample lacks, with texts that want to be more than texts."""
    image = io.BytesIO()
    Image.new("RGB", (64, 32), "#88AA99").save(image, "PNG")
    bars = (StackedBar(HOSTILE, (12, 7, None), "12 and 7"), StackedBar("B", (0, 3, 5), "3 and 5"))
    days = date(2026, 7, 1), date(2026, 9, 30)
    moments = (Moment("Desk", days[0], date(2026, 8, 20), "opened"), Moment(HOSTILE, days[1], None, "visit"))
    return Document(
        title=HOSTILE,
        language=language,
        author=HOSTILE,
        blocks=(
            Heading(1, HOSTILE, 'a"b'),
            Stacked("Parts", ("Women", HOSTILE, "Not asked"), bars),
            Timeline("When", *days, ((days[0], "July"), (date(2026, 8, 1), "August")), moments),
            Photo(image.getvalue(), HOSTILE, "A field"),
            Code("https://example.org/not-told", "A code"),
            Numbered(("river", "lamp"), "en"),
            Table((Column(HOSTILE), Column("b")), ((HOSTILE,), ())),
            Table((), ()),
            Facts(()),
            Bars("None", ()),
            Notice("unknown", "", HOSTILE),
        ),
    )
