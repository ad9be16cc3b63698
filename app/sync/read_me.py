"""The text that lies in every submission for whoever opens it by accident; the same in every one."""

from __future__ import annotations

_PARAGRAPHS = (
    "This file is a submission made with Groundwork: what an organisation reports on its work for migrants"
    " under the Global Compact for Migration. Please do not unpack or change it: a changed file is refused."
    " Open it with Groundwork, or send it on as it is to the coordinator who asked for it.",
    "Ce fichier est une contribution faite avec Groundwork : ce qu'une organisation communique sur son travail"
    " auprès des personnes migrantes dans le cadre du Pacte mondial pour les migrations. Merci de ne pas le"
    " décompresser ni le modifier : un fichier modifié est refusé. Ouvrez-le avec Groundwork, ou transmettez-le"
    " tel quel à la coordination qui l'a demandé.",
    "Este archivo es un informe hecho con Groundwork: lo que una organización comunica sobre su trabajo con"
    " personas migrantes en el marco del Pacto Mundial para la Migración. Por favor, no lo descomprima ni lo"
    " cambie: un archivo cambiado se rechaza. Ábralo con Groundwork o envíelo tal como está a la coordinación"
    " que lo pidió.",
    "هذا الملف تقرير أُعدّ ببرنامج Groundwork: ما تبلغ به منظمة عن عملها مع المهاجرين في إطار الاتفاق العالمي"
    " من أجل الهجرة. يُرجى عدم فك ضغطه أو تغييره، فالملف المتغيّر يُرفض. افتحه ببرنامج Groundwork، أو أرسله كما"
    " هو إلى الجهة المنسقة التي طلبته.",
    "Этот файл — отчёт, составленный в программе Groundwork: то, что организация сообщает о своей работе с"
    " мигрантами в рамках Глобального договора о миграции. Пожалуйста, не распаковывайте и не изменяйте его:"
    " изменённый файл не принимается. Откройте его в Groundwork или перешлите без изменений координатору,"
    " который его запросил.",
    "此文件是用 Groundwork 制作的报告：一个组织就其在《移民问题全球契约》框架下开展的移民工作所提交的内容。"
    "请勿解压或更改：经过更改的文件会被拒收。请用 Groundwork 打开，或原样转交给索取它的协调方。",
)

READ_ME_TEXT = "\r\n\r\n".join((*_PARAGRAPHS, "")).encode("utf-8-sig")
"""With a byte order mark and Windows line ends, so that the plainest editors show all six languages."""
