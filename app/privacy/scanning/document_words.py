"""The words before numbers of documents and of cases, in six languages, as patterns by script."""

from __future__ import annotations

from collections.abc import Mapping

from app.privacy.scanning.sight import ARABIC, CHINESE, CYRILLIC, LATIN

DOCUMENTS: Mapping[str, str] = {
    LATIN: (
        r"passports?|passaport|travel document|residence (?:card|permit)|residency (?:card|permit)|"
        r"resident card|identity (?:card|document|number)|national id(?:entity)?(?: card| number)?|"
        r"id (?:card|number|no\.?|document)|\bid\b|identity|identification(?: number| card)?|work permit|"
        r"visa|social security(?: number)?|birth certificate|driving licen[cs]e|driver'?s licen[cs]e|"
        r"licen[cs]e|voter card|refugee card|unhcr card|unhcr (?:id|number|no\.?)|"
        r"registration (?:card|number|no\.?)|alien (?:card|number)|permit|certificate|ticket|plate|"
        r"passeport|"
        r"carte (?:de s[ée]jour|d['e ]?identit[ée]|nationale(?: d['e ]?identit[ée])?|de r[ée]sident"
        r"|de r[ée]fugi[ée]|consulaire|vitale)|"
        r"titre de (?:s[ée]jour|voyage)|cnie?\b|cin\b|r[ée]c[ée]piss[ée]|"
        r"permis(?: de (?:travail|s[ée]jour|conduire))?|s[ée]curit[ée] sociale|acte de naissance|"
        r"num[ée]ro [ée]tranger|attestation(?: de demande d'asile)?|pi[èe]ce d'identit[ée]|"
        r"immatriculation|nir\b|nif\b|pasaporte|tarjeta (?:de (?:residencia|identidad)|sanitaria)|"
        r"permiso (?:de (?:residencia|trabajo)|por protecci[óo]n temporal)|"
        r"c[ée]dula(?: de (?:identidad|ciudadan[ií]a|extranjer[ií]a))?|\bnie\b|\bdni\b|\bcurp\b|\brfc\b|"
        r"\bppt\b|\bcui\b|\bdpi\b|carn[eé]t?(?: de (?:extranjer[ií]a|identidad))?|"
        r"documento(?: de (?:identidad|viaje))?|acta de nacimiento|seguridad social|\bnss\b|afiliaci[óo]n|"
        r"licencia(?: de conducir)?|salvoconducto|membership|huduma|national insurance|a-number|"
        r"(?:employee|member|beneficiary|badge) (?:number|no\.?|id)|\btax (?:number|id)|\btin\b|\bpin\b|\bbvn\b|"
        r"insurance (?:number|no\.?|policy)|medical record|\bmrn\b|[a-z]+ card|"
        r"matricule|num[ée]ro (?:fiscal|d'allocataire)|agdref|allocataire|quittance|cnss|"
        r"\bfm3\b|\bfmm\b|\btps\b|\brut\b|\bnit\b|\bnue\b|matr[ií]cula(?: consular)?|clave de elector|boleta|p[óo]liza"
    ),
    CYRILLIC: (
        r"паспорт\w*|загранпаспорт\w*|вид\w* на жительство|внж\b|рвп\b|патент\w*|"
        r"удостоверени\w+(?: личности)?|снилс|инн\b|миграционн\w+ карт\w+|свидетельств\w+(?: о рождении)?|"
        r"разрешени\w+(?: на (?:работу|проживание|временное проживание))?|виз[аыуе]\b|полис\w*|"
        r"водительск\w+|прав\w* серии|документ\w*|трудов\w+ книжк\w+|пинфл|иин\b|омс\b|дмс\b|"
        r"сери[яию]\b|договор\w*|квитанци\w+|чек\b|уведомлени\w+"
    ),
    ARABIC: (
        r"(?:ال)?جواز(?:ه|ها|ي|ات)?(?: (?:ال)?سفر(?:ه|ها|ي)?)?|"
        r"(?:ال)?بطاقة(?:ه|ها)? (?:ال)?(?:إقامة|اقامة|هوية|تعريف|وطنية|شخصية|لاجئ|اللجوء|تسجيل)(?: الوطنية)?|"
        r"بطاقت(?:ه|ها|ي)(?: الوطنية)?|"
        r"(?:ال)?رقم (?:ال)?(?:وطني|قومي|هوية|هويته|هويتها|إقامة|قيد|تأشيرة|وثيقة)|(?:ال)?هوية|"
        r"(?:ال)?إقامة|(?:ال)?تأشيرة|رخصة (?:ال)?(?:عمل|إقامة|سياقة|قيادة)|شهادة (?:ال)?(?:ميلاد|ولادة)|"
        r"وثيقة (?:ال)?(?:سفر|هوية)|وصل (?:ال)?\w+|الضمان الاجتماعي|(?:ال)?استمارة|"
        r"رقم (?:ال)?(?:تسجيل|انخراط|مستفيد|ضمان|تأمين)|كود (?:ال)?مستفيد"
    ),
    CHINESE: (
        r"护照|居留(?:证|许可|卡)|居住证|身份证|签证|工作(?:许可证?|证)|难民证|难民卡|社保|驾照"
        r"|驾驶证|出生证明?|通行证|证件|登记证|暂住证|永居卡|旅行证|回乡证"
        r"|台胞证|就业(?:许可)?证书?|就业许可证书?|工号|保单"
    ),
}
"""Passports, cards, permits, certificates."""

CASES: Mapping[str, str] = {
    LATIN: (
        r"case (?:file|number|no\.?|id|ref\w*)|\bcase\b|file (?:number|no\.?|ref\w*)|\bfile\b|dossier|"
        r"docket|asylum (?:case|claim|application|file|number)|claim (?:number|no\.?)|"
        r"application (?:number|no\.?|ref\w*)|complaint (?:number|no\.?)|complaint|"
        r"appeal (?:number|no\.?)?|reference(?: number)?|\bref\b|ticket (?:number|no\.?)|"
        r"court (?:file|number)|hearing|decision|protocol (?:number|no\.?)|police report|"
        r"report (?:number|no\.?)|registration|individual number|proges|folder|"
        r"dossier(?: d'asile| de r[ée]gularisation)?|demande(?: d'asile)?|affaire|proc[èe]s[- ]verbal|"
        r"\bpv\b|plainte|r[ée]f[ée]rence|\br[ée]f\b|num[ée]ro de dossier|requ[êe]te|recours|jugement|"
        r"audience|ofpra|cnda|expedientes?|folio|caso|causa|denuncia|solicitud(?: de (?:asilo|refugio))?|"
        r"n[úu]mero de (?:expediente|caso|solicitud|folio)|carpeta(?: de investigaci[óo]n)?|referencia|"
        r"radicado|tr[áa]mite|proceso|sentencia|comar|amparo|resguardo|occurrence book|\bob\b|petition|cause|"
        r"deportation order|tracking (?:code|number|no\.?)|oqtf|minute|\brg\b|toca(?: penal)?|oficio|constancia|"
        r"averiguaci[óo]n(?: previa)?|queja"
    ),
    CYRILLIC: (
        r"дел[оауе]м?\b|номер\w* дела|заявлени\w+|ходатайств\w+|жалоб\w+|обращени\w+|протокол\w*|исх\b|"
        r"вх\b|регистрационн\w+|досье|постановлени\w+|талон\w*|справк\w+|производств\w+|иск\w*|кусп\b|уид\b|материал\w*"
    ),
    ARABIC: (
        r"(?:ال)?ملف(?:ه|ها|ي|ات)?(?: (?:ال)?(?:لجوء|قضية|طلب))?|(?:ال)?قضية|(?:ال)?قضيته|(?:ال)?قضيتها|"
        r"(?:ال)?طلب(?:ه|ها)?(?: (?:ال)?لجوء)?|(?:ال)?شكوى|(?:ال)?شكاية|(?:ال)?دعوى|(?:ال)?محضر|"
        r"(?:ال)?مرجع|رقم (?:ال)?(?:ملف|قضية|طلب|حالة|مرجع|شكوى)|(?:ال)?حالة رقم|(?:ال)?طعن|(?:ال)?حكم رقم"
    ),
    CHINESE: (
        r"案件(?:号|编号)?|案号|档案(?:号|编号)?|卷宗(?:号)?|个案(?:编号|号)?|申请(?:编号|号|书编号)"
        r"|庇护(?:申请|案)|难民申请|投诉(?:编号|号|单号)?|"
        r"受理(?:编号|号)|登记(?:编号|号)|编号|回执(?:号|单号)?|立案号|诉讼|工单(?:号|编号)|警情(?:号|编号)"
    ),
}
"""Cases, files, claims, complaints."""
