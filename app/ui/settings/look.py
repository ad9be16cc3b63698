"""How Groundwork looks and speaks: language, numerals, theme, text size, motion, and the paper of documents."""

from __future__ import annotations

from app.i18n import ARABIC, LATIN, _, has_both_numerals, language, languages
from app.settings import TEXT_SIZES
from app.ui.settings import table
from app.ui.settings.section import Around, Section
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice


def card(around: Around) -> Section:
    """For everybody; it is kept on this computer."""
    kept = around.session.settings
    made = Section(_("How Groundwork looks and speaks"))
    spoken = CodeField(_(table.title("language")), tuple(Choice(one.code, one.label) for one in languages()))
    spoken.set_value(language())
    spoken.edited.connect(lambda: around.set("language", spoken.value()))
    made.add_setting("language", spoken)
    if has_both_numerals(language()):
        made.add(Label(_(table.title("numerals")), "small"))
        made.add_setting("numerals", _numerals(around))
    made.add(Label(_(table.title("theme")), "small"))
    themes = Segments(_(table.title("theme")), tuple(Choice(code, _(words)) for code, words in table.THEMES.items()))
    themes.set_value(kept.theme)
    themes.chosen.connect(lambda code: around.set("theme", code))
    made.add_setting("theme", themes)
    sizes = tuple(Choice(str(size), _("{percent} %").format(percent=size)) for size in TEXT_SIZES)
    size = CodeField(_(table.title("text_size")), sizes, _("Ctrl+Plus makes text larger, Ctrl+Minus smaller."))
    size.set_value(str(kept.text_size))
    size.edited.connect(lambda: around.set("text_size", int(size.value())))
    made.add_setting("text_size", size)
    made.add(Label(_(table.title("paper")), "small"))
    papers = Segments(_(table.title("paper")), tuple(Choice(code, _(words)) for code, words in table.PAPERS.items()))
    papers.set_value(kept.paper)
    papers.chosen.connect(lambda code: around.set("paper", code))
    made.add_setting("paper", papers)
    still = CheckField(_(table.title("reduced_motion")), _("Menus do not slide, and the caret does not blink."))
    still.set_value(kept.reduced_motion)
    still.edited.connect(lambda: around.set("reduced_motion", still.value()))
    made.add_setting("reduced_motion", still)
    return made


def _numerals(around: Around) -> Segments:
    both = Segments(_("Numerals"), (Choice(LATIN, "123"), Choice(ARABIC, "١٢٣")))
    both.set_value(around.session.settings.numerals)
    both.chosen.connect(lambda code: around.set("numerals", code))
    return both
