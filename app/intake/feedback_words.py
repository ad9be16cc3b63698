"""What words of other organisations' feedback logs stand for here: kinds of message, topics, channels, danger.

The kinds are those of the Red Cross and Red Crescent's coding frameworks; all words are compared folded.
"""

from __future__ import annotations

import re

from app.domain.records.feedback import SENSITIVE
from app.intake.words import fold

_TYPES = {
    SENSITIVE: "sensitive or violent comment|sensitive|sensitive feedback|sensitive complaint|violent comment"
    "|commentaire sensible ou violent|sensible|plainte sensible|comentario sensible o violento|شكوى حساسة|حساس",
    "thanks_or_praise": "encouragement or praise|praise|thanks|appreciation|encouragement|compliment|positive feedback"
    "|encouragement ou felicitation|remerciement|remerciements|eloge|agradecimiento|elogio|شكر|تقدير",
    "rumour_belief_observation": "observation perception or belief|observation|perception|belief|rumour|rumor"
    "|rumours|beliefs rumours observations|observation perception ou croyance|rumeur|croyance|rumor o creencia"
    "|observacion|creencia|شائعة|ملاحظة",
    "question": "question|questions|information request|request for information|demande d information|pregunta"
    "|consulta|سؤال|استفسار",
    "request": "request or suggestion|request|requests|request for assistance|demande|demande ou suggestion|solicitud"
    "|peticion|طلب",
    "suggestion": "suggestion|suggestions|proposal|suggestion ou proposition|sugerencia|اقتراح",
    "concern_or_complaint": "complaint|concern|concern or complaint|complaints|negative feedback|grievance"
    "|reporting|plainte|reclamation|preoccupation|queja|reclamo|شكوى",
}
_TOPICS = {
    3: "information|rights|access to information|communication|informacion|معلومات",
    4: "documentation|documents|civil documentation|legal identity|birth registration|etat civil|documentos|وثائق",
    6: "work|employment|jobs|livelihoods|livelihood|income|emploi|moyens de subsistance|empleo|medios de vida|عمل",
    7: "protection|vulnerability|child protection|disability|proteccion|حماية",
    10: "trafficking|traite|trata|اتجار",
    12: "registration|status determination|asylum|procedures|enregistrement|registro|تسجيل",
    13: "detention|arrest|detencion|احتجاز",
    15: "water|wash|shelter|health|food|education|nutrition|food security|nfi|sanitation|hygiene|cash|assistance|eau"
    "|abri|sante|nourriture|alimentation|securite alimentaire|agua|albergue|alojamiento|salud|alimentos|educacion"
    "|basic needs|services|ماء|مياه|مأوى|صحة|غذاء|تعليم",
    16: "social cohesion|inclusion|integration|cohesion sociale|integracion|اندماج",
    17: "discrimination|stigma|stigmatisation|racism|xenophobia|discriminacion|تمييز",
    21: "return|reintegration|returns|retour|retorno|عودة",
}
"""Objectives of the Compact; a theme that stands for none of them, or for several, is left to a person."""
_CHANNELS = {
    "phone_or_hotline": "hotline|phone|call|call centre|call center|telephone|numero vert|ligne verte|linea|هاتف",
    "face_to_face": "face to face|in person|home visit|house to house|door to door|visite a domicile|en persona|زيارة",
    "community_meeting": "community meeting|meeting|reunion communautaire|reunion|reunion comunitaria|اجتماع",
    "focus_group": "focus group|focus group discussion|fgd|groupe de discussion|grupo focal",
    "help_desk": "help desk|helpdesk|information desk|bureau d information|مكتب",
    "suggestion_box": "suggestion box|feedback box|complaint box|boite a suggestions|buzon|صندوق",
    "messaging_app": "whatsapp|telegram|sms|viber|signal|messenger|واتساب",
    "social_media": "social media|facebook|twitter|instagram|reseaux sociaux|redes sociales|فيسبوك",
    "radio": "radio|radio show|emission radio|راديو",
    "email_or_web_form": "email|e mail|web form|website|online form|courriel|correo",
    "volunteer_notes": "volunteer|volunteers|volunteer notes|benevole|voluntario|متطوع",
}
_YES = frozenset("yes true 1 oui si y x sensitive نعم".split())
_ARABIC_DANGER = "اغتصاب تحرش استغلال عنف تهديد اعتداء ابتزاز اتجار"
_DANGER = re.compile(
    r"\b(?:sexual\w*|rap(?:e|ed|ist|ing)|gbv|sgbv|psea|exploit\w*|abus\w*|harass\w*|molest\w*|violen\w*|threat\w*"
    r"|traffick\w*|suicid\w*|kill\w*|tortur\w*|beat(?:en|ing)?|corrupt\w*|brib\w*|sexuel\w*|viols?|violee?s?|menac\w*"
    r"|harcel\w*|acos[oa]\w*|violacion\w*|amenaz\w*|explotacion|(?:complaint about a )?specific (?:responder|staff)"
    rf"|\w{{0,3}}(?:{'|'.join(map(fold, _ARABIC_DANGER.split()))})\w*)\b"
)


def type_of(said: str) -> str:
    """The kind of message that these words stand for; "" where they stand for none."""
    return _found(_TYPE_WORDS, said)


def topic_of(said: str) -> int:
    """The objective that a theme stands for; 0 where it stands for none."""
    return _TOPIC_WORDS.get(fold(said), 0)


def channel_of(said: str) -> str:
    """The way by which it came; "" where the words stand for none."""
    return _found(_CHANNEL_WORDS, said)


def is_yes(said: str) -> bool:
    """Whether a column that is called sensitive says so."""
    return fold(said) in _YES


def is_dangerous(said: str) -> bool:
    """Whether a text or code speaks of abuse, exploitation, violence or staff: then no word of it is taken over."""
    return bool(_DANGER.search(fold(said)))


def _table(words: dict[str, str]) -> dict[str, str]:
    return {fold(one): code for code, several in words.items() for one in several.split("|")}


def _found(words: dict[str, str], said: str) -> str:
    return words.get(fold(said), "")


_TYPE_WORDS, _CHANNEL_WORDS = _table(_TYPES), _table(_CHANNELS)
_TOPIC_WORDS = {fold(one): number for number, several in _TOPICS.items() for one in several.split("|")}
