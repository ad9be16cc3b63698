from __future__ import annotations

from app.i18n import MADE_UP, Translation
from app.manual.keys import KEYS, named


def test_a_key_is_named_in_the_language_and_other_codes_stay_as_they_are() -> None:
    plain, dressed = Translation("en"), Translation(MADE_UP)
    assert [named(one.key, plain) for one in KEYS] == [one.key for one in KEYS]
    assert named("Ctrl+Shift+N", dressed) == f"Ctrl+{dressed.gettext('Shift')}+N"
    assert named("Ctrl++", dressed) == "Ctrl++", "the sign plus is a key, too"
    assert named("groundwork demo", dressed) == "groundwork demo"
    assert named("Alt+Left", Translation("ar")) == named("Alt+Right", Translation("en")).replace(
        "Right", Translation("ar").pgettext("key", "Right")
    ), "back is where the line began"
