"""The token table: every colour, size and radius of the window, for three themes.

Nothing else in the window names a colour. A test computes the contrast of every pair that is used.
"""

from __future__ import annotations

LIGHT = "light"
DARK = "dark"
CONTRAST = "contrast"

_TABLE = """
bg            #F7F5F0 #141817 #000000
surface       #FFFFFF #1D2321 #000000
sunken        #EFECE4 #262D2B #000000
side          #F0EDE5 #181D1B #000000
badge         #DDD7CB #343D3A #FFFFFF
on-badge      #1D2724 #E8EDEA #000000
line          #DDD7CB #343D3A #FFFFFF
line-strong   #8A8475 #7D8A85 #FFFFFF
text          #1D2724 #E8EDEA #FFFFFF
muted         #56605B #AEBAB5 #FFFFFF
faint         #606863 #94A09B #FFFFFF
accent        #0B6B57 #63C9AE #FFE100
accent-hover  #085746 #7FD6BF #FFF27A
on-accent     #FFFFFF #04241C #000000
accent-text   #0A5D4C #82DAC3 #FFE100
accent-soft   #DDEFE8 #1C3C34 #000000
good          #1F6F3A #7CCF93 #6BFF8E
good-soft     #E0F1E3 #1D3A26 #000000
warn          #855000 #F0B95B #FFC14D
warn-soft     #FBEBCB #3D2F14 #000000
bad           #A3301F #F39A87 #FF9C8A
bad-soft      #FBE3DD #44221C #000000
info          #1F5A99 #8DBDF2 #9AD0FF
info-soft     #E0ECF8 #1C3149 #000000
focus         #0B5FB0 #8DC4FF #00E5FF
heat-0        #EFECE4 #262D2B #000000
heat-1        #CBE6DB #1F4A3F #2B2B00
heat-2        #93CDB9 #27695A #5C5200
heat-3        #3F9C83 #359078 #998700
heat-4        #0B6B57 #63C9AE #FFE100
heat-5        #08493C #A9E8D6 #FFFFFF
heat-ink-0    #56605B #AEBAB5 #FFFFFF
heat-ink-1    #1D2724 #E8EDEA #FFFFFF
heat-ink-2    #1D2724 #FFFFFF #FFFFFF
heat-ink-3    #0B1512 #04120E #000000
heat-ink-4    #FFFFFF #04241C #000000
heat-ink-5    #FFFFFF #04241C #000000
side-a        #1F5A99 #8DBDF2 #9AD0FF
side-a-soft   #E4EEF9 #1C3149 #000000
side-b        #855000 #F0B95B #FFC14D
side-b-soft   #FCEFD5 #3D2F14 #000000
"""

THEMES = (LIGHT, DARK, CONTRAST)
COLOURS: dict[str, dict[str, str]] = {
    theme: {row.split()[0]: row.split()[1 + column] for row in _TABLE.strip().splitlines()}
    for column, theme in enumerate(THEMES)
}

SIZES = {"caption": 12, "small": 13, "body": 14, "lead": 16, "h3": 16, "h2": 20, "h1": 26, "kiosk": 34}
"""Sizes of text in logical px at 100 %."""
WEIGHTS = {"h3": 600, "h2": 600, "h1": 600, "kiosk": 600}
"""Roles that are not 400."""
SPACE = (4, 8, 12, 16, 24, 32, 48)
RADIUS_CELL = 4
RADIUS_CONTROL = 8
RADIUS_CARD = 10


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two `#RRGGBB` colours, 1.0 to 21.0."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
