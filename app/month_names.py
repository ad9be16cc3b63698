"""How a month is called without a day beside it; Babel is never asked for a name that a language does not have.

Babel writes what it finds for such a language into data that all languages share, so that one loaded later would
show its months in the first one's words: French after Chinese would say 十月.
"""

from __future__ import annotations

from typing import Final, Literal

FORMAT: Final = "format"
ALONE: Final = "stand-alone"
_NAMED_ALONE = frozenset(
    "an be bo ca co cs dz el fa fi gd hr hy kk kl ks ky la lt mi mn oc os pl ps rm ru sk so tk to uk uz vi xh".split()
)
"""Languages in which a month alone is another word than in a date, as in Russian: октябрь, 12 октября."""


def context(locale: str) -> Literal["format", "stand-alone"]:
    """The set of names that months alone have in a language, as Babel calls it."""
    return ALONE if locale.split("_")[0] in _NAMED_ALONE else FORMAT
