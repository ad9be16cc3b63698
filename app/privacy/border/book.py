"""What may leave of indicator values and of an organisation's own book; partners only if they agreed."""

from __future__ import annotations

from app.privacy.border.leaves import Leaves, Table

INDICATOR_VALUE: Table = {
    "code": Leaves.AS_WRITTEN,
    "period": Leaves.AS_WRITTEN,
    "value": Leaves.AS_AMOUNT,
    "unit": Leaves.AS_WRITTEN,
    "source": Leaves.AS_WRITTEN,
    "objectives": Leaves.AS_WRITTEN,
    "baseline": Leaves.AS_AMOUNT,
    "target": Leaves.AS_AMOUNT,
    "method": Leaves.READ,
    "quality": Leaves.AS_WRITTEN,
}
POLICY_LINK: Table = {
    "title": Leaves.AS_WRITTEN,
    "body": Leaves.AS_WRITTEN,
    "level": Leaves.AS_WRITTEN,
    "marker": Leaves.AS_WRITTEN,
    "url": Leaves.AS_WRITTEN,
    "objectives": Leaves.AS_WRITTEN,
}
PARTNER: Table = {
    "name": Leaves.AS_WRITTEN,
    "type": Leaves.AS_WRITTEN,
    "country": Leaves.COARSE_PLACE,
    "role": Leaves.AS_WRITTEN,
}
TERM_NOTE: Table = {
    "term": Leaves.AS_WRITTEN,
    "text": Leaves.READ,
}
TABLES = {
    "indicator_value": INDICATOR_VALUE,
    "policy_link": POLICY_LINK,
    "partner": PARTNER,
    "term_note": TERM_NOTE,
}
