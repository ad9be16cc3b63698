"""Numbers of sheets of paper: digits alone, so that every keyboard has them, chance and a check digit, nobody's data.

A sheet says which form it is and how many rows it has; a row adds its place. `14-0273-9516-8` is a sheet with four
rows, `14-0273-9516-3-7` its third. The check digit is Damm's: it finds every wrong digit and every two that changed
places.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from app.errors import GroundworkError
from app.i18n import N_

CHANCE_DIGITS = 8
MOST_ROWS = 9
_OF_SHEET, _OF_ROW = 11, 12
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


class SheetNumberError(GroundworkError):
    """These digits are on no sheet."""

    message = N_("“{text}” is the number of no sheet: a digit is wrong or missing. Please look at the paper again.")


@dataclass(frozen=True)
class SheetNumber:
    """One sheet of paper: its form, how many rows it has, and eight digits of chance."""

    form: int
    rows: int
    chance: str

    @classmethod
    def read(cls, text: str) -> tuple[SheetNumber, int]:
        """The sheet that these digits name, in whatever script, and its row, 0 for none. Raises SheetNumberError."""
        digits = "".join(str(unicodedata.digit(one)) for one in text if unicodedata.digit(one, None) is not None)
        strange = [one for one in text if one.isalpha()]
        if strange or len(digits) not in (_OF_SHEET, _OF_ROW) or _check(digits) != "0":
            raise SheetNumberError(text=text.strip()[:40])
        found = cls(int(digits[0]), int(digits[1]), digits[2 : 2 + CHANCE_DIGITS])
        row = int(digits[-2]) if len(digits) == _OF_ROW else 0
        if not 1 <= found.rows <= MOST_ROWS or row > found.rows:
            raise SheetNumberError(text=text.strip()[:40])
        return found, row

    @property
    def printed(self) -> str:
        """As it stands on the sheet."""
        return f"{self._begins}-{_check(self._plain)}"

    def row(self, place: int) -> str:
        """As it stands beside one row, counted from 1."""
        return f"{self._begins}-{place}-{_check(f'{self._plain}{place}')}"

    @property
    def _plain(self) -> str:
        return f"{self.form}{self.rows}{self.chance}"

    @property
    def _begins(self) -> str:
        return f"{self.form}{self.rows}-{self.chance[:4]}-{self.chance[4:]}"


def _check(digits: str) -> str:
    """The digit that makes these pass; 0 for digits that pass already."""
    interim = 0
    for digit in digits:
        interim = int(_DAMM[interim][int(digit)])
    return str(interim)
