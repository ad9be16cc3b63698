"""Names of organisations as they sound, without the words that half of all organisations have in their names."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from app.domain.once.sounding import sounds

_SHORTEST = 2
_SAME = 88.0
_COMMON = frozenset(
    sounds(
        "association associação asociación ассоциация جمعية centre center centro центр مركز "
        "foundation fondation fundación фонд مؤسسة council conseil consejo совет مجلس city ville "
        "ciudad город مدينة municipality municipalité municipio بلدية union unión союз اتحاد "
        "network réseau red сеть شبكة committee comité комитет لجنة society société sociedad "
        "общество office bureau oficina бюро مكتب organisation organization organización "
        "организация منظمة group groupe grupo группа مجموعة for the and pour les des del para los "
        "las von der für",
        _SHORTEST,
    )
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name by its telling words; `joined` is all of it without spaces, as Chinese is written."""

    words: frozenset[str]
    joined: str

    @classmethod
    def of(cls, text: str) -> Name:
        """The name that stands in a text."""
        heard = sounds(text, _SHORTEST)
        telling = frozenset(heard) - _COMMON
        return cls(telling or frozenset(heard), "".join(heard))

    def is_that_of(self, other: Name) -> bool:
        """Whether both are probably one name: the same telling words, or nearly the same letters."""
        if not self.words or not other.words:
            return False
        shared, small = self.words & other.words, min(len(self.words), len(other.words))
        if len(shared) == small and len(shared) * 2 >= max(len(self.words), len(other.words)):
            return True
        return fuzz.ratio(self.joined, other.joined) >= _SAME

    def stands_in(self, heard: frozenset[str]) -> bool:
        """Whether a text has every word of this name; a name of one word may be any word."""
        return len(self.words) > 1 and self.words <= heard
