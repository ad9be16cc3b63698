"""What people call things that the help calls otherwise, in the six languages: a password is the passphrase here."""

from __future__ import annotations

from functools import lru_cache

from app.folding import words
from app.stems import stem

_ALIKE = """
password passphrase pin
forgot forgotten forget forgets
usb stick pendrive thumb flash
internet online network wifi offline connection connected
erase delete deleted remove
print printed printing printer paper
excel spreadsheet table xlsx workbook
computer laptop
police raid search authorities
stolen stole theft thief lost
broken broke damaged fails fail wrong
colleague partner organisation
send sent sending mail email
number figure count
slow slowly
mot-de-passe secrète phrase
effacer supprimer effacée supprimée retirer
volé volée vol perdu
police perquisition
excel tableau tableur
internet réseau ligne connexion
ordinateur portable
imprimer imprimante impression papier
faute erreur corriger changer
olvidé olvidado olvidar
borrar eliminar quitar
robaron robo robado
policía registro
excel tabla hoja
internet red conexión línea
computadora ordenador portátil
كلمة-السر عبارة-المرور كلمة-المرور
كومبيوتر حاسوب لابتوب
محو حذف مسح يمحو يحذف
انترنت شبكة اتصال
شرطة تفتيش
اكسل جدول
طباعة اطبعوا ورق
пароль парольная парольную парольной
забыл забыла забыта забыли
украли украден кража потерян пропал
компьютер ноутбук
удалить стереть удаление удалено удаляет
интернет сеть подключение
полиция обыск
печать печатать напечатать распечатать бумага печатается
эксель таблица excel
клавиши клавиатура клавиша
密码 密码短语 口令
电脑 笔记本电脑
偷 被偷 被盗 盗
删除 抹除 清除
网络 互联网 联网 离线
警察 搜查
优盘 闪存
表格 电子表格 excel
快捷键 键盘 按键
"""
"""A line is one thing; words joined by a hyphen are one name."""


@lru_cache(maxsize=1)
def _lines() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _ALIKE.split("\n"):
        stems = frozenset(stem(word) for word in words(line.replace("-", " ")))
        for one in stems:
            found[one] = found.get(one, frozenset()) | stems
    return found


def alike(one: str) -> frozenset[str]:
    """This stem and those of words for the same thing."""
    return _lines().get(one, frozenset()) | {one}
