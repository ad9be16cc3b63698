"""What the columns of tables are called in six languages, by the field that they tell of; compared folded."""

from __future__ import annotations

ORGANISATION = "organisation"
"""Proposed like a field; a mapping keeps it apart, because records do not hold who did it."""
HEADINGS: dict[str, dict[str, str]] = {
    "activity": {
        "title": "title|activity|activity title|project|titre|activite|nom de l activite|genre d activite|projet"
        "|titulo|actividad|proyecto|العنوان|النشاط|اسم النشاط|عنوان النشاط|المشروع|название|мероприятие"
        "|название мероприятия|проект|活动|活动名称|名称|项目|项目名称",
        "summary": "description|summary|activity description|description de l activite|resume|descripcion|resumen"
        "|الوصف|وصف النشاط|описание|описание мероприятия|краткое описание|描述|说明|活动描述",
        "type": "type|activity type|kind|type d activite|tipo|tipo de actividad|نوع النشاط|тип|вид"
        "|вид деятельности|тип мероприятия|类型|活动类型|类别",
        "objectives": "objective|objectives|gcm objective|objectif|objectifs|objetivo|objetivos|الهدف|الاهداف|цель|цели"
        "|目标",
        "status": "status|statut|etat|estado|الحالة|статус|状态",
        "start": "start|start date|date|from|debut|date de debut|inicio|fecha de inicio|fecha|تاريخ البدء|التاريخ"
        "|начало|дата начала|дата|开始|开始日期|日期",
        "end": "end|end date|to|until|fin|date de fin|fecha de fin|fecha final|تاريخ الانتهاء|окончание"
        "|дата окончания|конец|结束|结束日期",
        "place": "place|location|district|province|region|p code|pcode|prefecture|departement|lieu|localite|lugar"
        "|municipio|departamento|المكان|المحافظة|المنطقة|الولاية|место|область|район|регион|地点|省|县|地区",
        "reach_total": "reached|people reached|beneficiaries|total reached|beneficiaires|personnes atteintes"
        "|beneficiarios|personas alcanzadas|عدد المستفيدين|المستفيدون|охвачено|всего человек"
        "|количество участников|участники|受益人数|人数|总人数",
        "reach_women": "women|female|femmes|mujeres|نساء|اناث|женщины|女|女性|妇女",
        "reach_men": "men|male|hommes|hombres|رجال|ذكور|мужчины|男|男性",
        "reach_girls": "girls|filles|ninas|بنات|فتيات|девочки|女童|女孩",
        "reach_boys": "boys|garcons|ninos|اولاد|فتيان|мальчики|男童|男孩",
        "partners": "partners|partner|implementing partner|implementing partners|partenaires|partenaire|socios"
        "|الشركاء|партнеры|合作伙伴|伙伴",
        "result": "result|results|outcome|comments|resultats|resultat|commentaires|resultados|comentarios|النتائج"
        "|результат|результаты|итоги|结果|成果",
        ORGANISATION: "organisation|organization|organisation name|organization name|org|agency|partner full name|ong"
        "|nom de l organisation|organizacion|اسم المنظمة|المنظمة|المنظمه|организация|учреждение|组织|机构|单位",
    },
    "feedback": {
        "type": "type|feedback type|kind|type de retour|tipo|tipo de comentario|النوع|тип обращения|вид|反馈类型|类型",
        "topics": "topic|topics|theme|objective|sujet|tema|الموضوع|тема|主题",
        "channel": "channel|canal|source|القناة|канал|渠道",
        "month": "month|date|mois|date de reception|mes|fecha|الشهر|التاريخ|месяц|дата|月份|日期",
        "place": "place|district|province|region|lieu|lugar|المكان|المحافظة|место|область|район|地点|省",
        "language": "language|langue|idioma|اللغة|язык|语言",
        "paraphrase": "message|feedback|comment|summary|commentaire|retour|comentario|mensaje|الرسالة|التعليق|сообщение"
        "|комментарий|обращение|留言|反馈|意见",
        "own_words": "own words|quote|verbatim|citation|cita|اقتباس|цитата|原话",
        "consent": "consent|consentement|consentimiento|الموافقة|согласие|同意",
    },
}
